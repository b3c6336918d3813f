"""How good a register is."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, Union

from . import _sanaq
from ._inputs import TableLike, seed_of, share, small_table, whole
from ._link import Link
from ._lists import Register
from ._tables import Table

__all__ = ["Evaluation", "Measure", "Quality", "evaluate"]


@dataclass(frozen=True)
class Measure:
    """A share (0 to 1), with its interval; None where nothing varies."""

    value: float
    low: float | None
    high: float | None
    standard_error: float | None


@dataclass(frozen=True)
class Quality:
    """A measure is None if its denominator is 0."""

    precision: Measure | None
    recall: Measure | None
    f1: Measure | None


def _quality(found: dict[str, Any]) -> Quality:
    return Quality(**{name: None if value is None else Measure(**value) for name, value in found.items()})


class Evaluation:
    """What ``evaluate`` found: of pairs of records, of whole persons, and B-cubed (averaged over records)."""

    def __init__(self, text: str) -> None:
        self._found: dict[str, Any] = json.loads(text)
        self.records: int = self._found["records"]
        self.true_persons: int = self._found["true_persons"]
        self.linked_persons: int = self._found["linked_persons"]
        self.exact_persons: int = self._found["exact_persons"]
        #: Records of the truth that the clusters lack (they count as linked to nothing), and of the clusters that the truth lacks.
        self.not_in_clusters: int = self._found["not_in_clusters"]
        self.not_in_truth: int = self._found["not_in_truth"]
        self.pairs = _quality(self._found["pairs"])
        self.persons = _quality(self._found["persons"])
        self.b_cubed = _quality(self._found["b_cubed"])

    def to_dict(self) -> dict[str, Any]:
        """As ``sanaq evaluate --json``."""
        return json.loads(json.dumps(self._found))  # type: ignore[no-any-return]

    def __repr__(self) -> str:
        def said(measure: Measure | None) -> str:
            return "none" if measure is None else f"{measure.value:.4f}"

        return f"<sanaq.Evaluation of {self.records} records: precision {said(self.pairs.precision)}, recall {said(self.pairs.recall)}>"


def _members(name: str, table: Union[Link, Register, Table, TableLike]) -> tuple[str, object]:
    if isinstance(table, (Link, Register)):
        table = table.clusters
    return small_table(name, table)


def evaluate(clusters: Link | Register | Table | TableLike, truth: Table | TableLike, *, reviewed: str = "all", level: float = 0.95,
             resamples: int = 1000, seed: int = 1) -> Evaluation:
    """Compares links with the truth: precision, recall and F1 of pairs, of whole persons, and B-cubed.

    Args:
        clusters: a ``Link`` or ``Register``, or a table list, record, person. truth: such a table.
        reviewed: ``"all"``: every record's true person is known. ``"records"``, ``"persons"``: ``truth`` is a sample of persons, each with
            all records, found through a record drawn at random, or drawn with equal chance (Binette et al. 2023).
        level: of the intervals, between 0 and 1. resamples: of persons, for ``"all"``. seed: as in ``link``.

    Raises:
        BadInput: a column is missing, a record stands twice, or the two have no record in common.

    >>> import sanaq
    >>> found = {"record": ["1", "2", "3"], "person": ["a", "a", "b"]}
    >>> true = {"record": ["1", "2", "3"], "person": ["x", "x", "x"]}
    >>> quality = sanaq.evaluate(found, true).pairs
    >>> quality.precision.value, round(quality.recall.value, 3)
    (1.0, 0.333)
    """
    how = {"reviewed": str(reviewed), "level": share("level", level), "resamples": whole("resamples", resamples, 1), "seed": seed_of(seed)}
    return Evaluation(_sanaq.evaluate(_members("clusters", clusters), _members("truth", truth), how))
