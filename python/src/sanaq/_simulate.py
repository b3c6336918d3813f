"""Invented lists whose truth is known."""

from __future__ import annotations

from functools import cached_property

from . import _sanaq
from ._inputs import seed_of, share, whole
from ._tables import Table

__all__ = ["Simulation", "simulate"]


class Simulation:
    """Invented lists of an invented town: nobody in them ever lived."""

    def __init__(self, handle: _sanaq.SimulationHandle) -> None:
        self._handle = handle

    @property
    def persons(self) -> int:
        """How many persons there are, listed or not: the truth that an estimate is about."""
        return self._handle.persons()

    @property
    def listed(self) -> int:
        """How many of them are on at least one list."""
        return self._handle.listed()

    @cached_property
    def lists(self) -> dict[str, Table]:
        """{list name: table}, as ``link`` takes it; each list has its own columns, spelling and alphabet."""
        return {name: Table(self._handle.list(at)) for at, name in enumerate(self._handle.names())}

    @property
    def one_per_list(self) -> list[str]:
        """The lists that have nobody twice."""
        return self._handle.one_per_list()

    @cached_property
    def truth(self) -> Table:
        """list, record, person (str): who each record is, as ``evaluate`` takes it."""
        return Table(self._handle.truth())

    def __repr__(self) -> str:
        return f"<sanaq.Simulation of {self.persons} persons, {self.listed} of them on {len(self._handle.names())} lists>"


def simulate(persons: int = 400, lists: int = 5, *, errors: float = 0.05, missing: float = 0.08, duplicates: float = 0.04,
             dependence: float = 1.0, heterogeneity: float | None = None, seed: int = 1) -> Simulation:
    """Invents lists of persons who never lived, with names in three alphabets, errors, missing cells and dependence between lists.

    Args:
        persons: up to 10,000,000. lists: 2 to 8. errors: probability of a slip in a name or date. missing: probability that a cell is
            empty. duplicates: share of rows written twice, in lists that are not free of duplicates. dependence, heterogeneity: 0 to 5, how
            much lists depend on each other, and how much persons differ in how visible they are. seed: as in ``link``.

    Raises:
        Usage: an argument out of bounds.

    >>> import sanaq
    >>> town = sanaq.simulate(persons=50, lists=3)
    >>> town.persons, len(town.lists)
    (50, 3)
    """
    how = {
        "persons": whole("persons", persons, 1, 2**63 - 1), "lists": whole("lists", lists, 0), "errors": share("errors", errors),
        "missing": share("missing", missing), "duplicates": share("duplicates", duplicates), "dependence": share("dependence", dependence),
        "heterogeneity": None if heterogeneity is None else share("heterogeneity", heterogeneity), "seed": seed_of(seed),
    }
    return Simulation(_sanaq.simulate(how))
