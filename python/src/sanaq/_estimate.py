"""How many were never listed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Protocol, Union

from . import _sanaq
from ._errors import Usage
from ._inputs import TableLike, frame_rows, seed_of, small_table, texts, whole
from ._link import Link
from ._lists import Register
from ._progress import Progress, shown
from ._tables import Table

__all__ = ["Alternative", "Estimate", "HiddenList", "Interval", "Stratum", "Summary", "estimate"]


class Array(Protocol):
    """Draws as numpy, torch and jax take them without a copy: the buffer protocol and DLPack."""

    def __dlpack__(self, *args: object, **kwargs: object) -> object: ...
    def __dlpack_device__(self) -> tuple[int, int]: ...
    def __buffer__(self, flags: int, /) -> memoryview: ...


@dataclass(frozen=True)
class Interval:
    """Persons, between which the number lies with probability ``level``."""

    low: float
    high: float
    level: float


@dataclass(frozen=True)
class Estimate:
    """A number of persons: the middle of its draws, their mean, and the interval."""

    median: float
    mean: float
    interval: Interval


@dataclass(frozen=True)
class Alternative:
    """Another method's answer; ``estimate`` is None if it has none."""

    method: str
    estimate: Estimate | None
    usable: bool
    reasons: list[str]


@dataclass(frozen=True)
class Stratum:
    """A part that is estimated apart. ``estimate`` leans on the other strata, ``alone`` does not."""

    name: str
    observed: int
    estimate: Estimate | None
    alone: Estimate | None
    reasons: list[str]


@dataclass(frozen=True)
class HiddenList:
    """A list that was hidden and estimated from the others; ``held``: whether the interval (low, high) has its size, ``known``."""

    list: str
    known: int
    median: float
    low: float
    high: float
    held: bool


def _estimate(found: Mapping[str, Any] | None) -> Estimate | None:
    if not found:
        return None
    interval = found["interval"]
    return Estimate(_number(found["median"]), _number(found["mean"]), Interval(_number(interval["low"]), _number(interval["high"]), interval["level"]))


def _number(value: float | None) -> float:
    """JSON has no infinity."""
    return float("inf") if value is None else value


class Summary:
    """The number with its interval, the reasons for which it may not be quoted, and further answers beside it. All numbers are persons."""

    def __init__(self, handle: _sanaq.SummaryHandle) -> None:
        self._handle = handle

    @cached_property
    def _found(self) -> dict[str, Any]:
        return self.to_dict()

    @property
    def lists(self) -> list[str]:
        """The lists that the answer is about; lists on which nobody stands are left out, and ``warnings`` says so."""
        return list(self._found["lists"])

    @property
    def observed(self) -> int:
        """Persons on at least one list."""
        return int(self._found["observed"])

    @property
    def method(self) -> str:
        """The method: auto, lcm, dga, ..."""
        return str(self._found["method"])

    @property
    def estimate(self) -> Estimate | None:
        """The total; None if no finite number exists, or if nobody is on two lists."""
        return _estimate(self._found["estimate"])

    @property
    def unlisted(self) -> Estimate | None:
        """Of the total, those on no list."""
        return _estimate(self._found["unlisted"])

    @property
    def usable(self) -> bool:
        """Whether there is a number and no reason against quoting it."""
        return bool(self._found["usable"])

    @property
    def reasons(self) -> list[str]:
        """Why a careful person would not quote the number, in the language of ``set_language``."""
        return list(self.to_dict()["reasons"])

    @property
    def warnings(self) -> list[str]:
        """What else has to be said."""
        return list(self.to_dict()["warnings"])

    @property
    def total_draws(self) -> Array:
        """The draws of the total: float64, shape (draws,), persons; empty for a method without draws. ``numpy.asarray(draws)`` copies
        nothing."""
        draws: Array = self._handle.total_draws()
        return draws

    @property
    def alternatives(self) -> list[Alternative]:
        """Other methods' answers; none with ``quick=True``."""
        return [Alternative(each["method"], _estimate(each["estimate"]), each["usable"], each["reasons"]) for each in self.to_dict()["alternatives"]]

    @property
    def strata(self) -> list[Stratum]:
        """The strata, if the estimate was made by strata."""
        return [Stratum(each["name"], each["observed"], _estimate(each.get("estimate")), _estimate(each.get("alone")), each.get("reasons", []))
                for each in self.to_dict()["strata"]]

    @property
    def hidden_lists(self) -> list[HiddenList]:
        """How well the method did on these lists: each hidden and estimated. With four lists or more, and not with ``quick=True``."""
        return [HiddenList(**each) for each in self._found["hidden_lists"]]

    @property
    def diagnostics(self) -> dict[str, float | int | None]:
        """rhat, ess, ess_per_second, chains, draws, seconds, chao_lower_bound, chao_with_list_effects."""
        return dict(self._found["diagnostics"])

    def to_dict(self) -> dict[str, Any]:
        """As ``sanaq estimate --json``."""
        found: dict[str, Any] = json.loads(self._handle.json())
        return found

    def to_json(self) -> str:
        """The text of ``sanaq estimate --json``."""
        return self._handle.json()

    def drawing(self, kind: str, *, width: float = 760, id: str | None = None) -> str:
        """SVG as the site of an investigation has it, in the language of ``set_language``: ``"axis"`` (documented and estimated),
        ``"histogram"`` (the draws), ``"upset"`` (the overlap of lists) or ``"upset narrow"``. "" if there is nothing of the kind to draw."""
        return self._handle.drawing(kind, float(width), kind.replace(" ", "-") if id is None else id)

    def __str__(self) -> str:
        """As ``sanaq estimate`` says it."""
        return self._handle.text()

    def __repr__(self) -> str:
        return f"<sanaq.Summary: {self._handle.number_lines()[0]}{'' if self.usable else ' (not to be quoted)'}>"

    def _repr_html_(self) -> str:
        from ._notebook import summary_html

        return summary_html(self)


#: What was known beforehand: {"total": (low, high)} or {"unlisted": (low, high)}.
Prior = Mapping[str, Sequence[float]]
_PRIORS = ("total", "unlisted", "total_range", "unlisted_range")


def _prior(prior: Prior | None, observed: float | None = None) -> tuple[str, float, float] | None:
    if prior is None:
        return None
    if not isinstance(prior, Mapping) or len(prior) != 1:
        raise Usage('prior: give {"total": (low, high)} or {"unlisted": (low, high)}')
    word, ends = next(iter(prior.items()))
    if word not in _PRIORS:
        raise Usage(f"prior: {word} is none of {', '.join(_PRIORS)}")
    try:
        low, high = (float(end) for end in ends)
    except (TypeError, ValueError) as error:
        raise Usage(f"prior: {word} needs two numbers, (low, high)") from error
    return word, low, high


def _pairs(dependent: Iterable[Sequence[str]]) -> list[tuple[str, str]]:
    pairs = []
    for pair in dependent:
        if isinstance(pair, str) or len(pair) != 2 or not all(isinstance(name, str) for name in pair):
            raise Usage('dependent: give pairs of list names, such as [("hospital", "police")]')
        pairs.append((pair[0], pair[1]))
    return pairs


#: Sampled registers: of link(draws=...), read_register, or a table draw, list, record, person.
Draws = Union[Link, Register, Table, TableLike]


def _draws(draws: Draws | None) -> object:
    if draws is None:
        return None
    if isinstance(draws, Link):
        if draws._handle.draw_count() == 0:
            raise Usage("draws: no registers were drawn; say link(..., draws=25)")
        return draws._handle
    if isinstance(draws, Register):
        if draws.draws is None:
            raise Usage("draws: this register has none; sanaq link DIR --draws 25 --draws-out draws.csv writes them")
        draws = draws.draws
    return small_table("draws", draws)


def estimate(table: Link | TableLike | Any, *, count: str | None = "count", strata: Sequence[str] | str | None = None, method: str = "auto",
             draws: Draws | None = None, prior: Prior | None = None, dependent: Iterable[Sequence[str]] = (), criterion: str = "bic",
             bootstrap: int = 0, quick: bool = False, seed: int = 1, threads: int = 0, progress: Progress = None) -> Summary:
    """Estimates how many persons there were, with those on no list, from the overlap of lists.

    The answer is that of ``sanaq estimate --cells`` on the same table, byte for byte.

    Args:
        table: a column a list (1, True, 1.0: on it; 0: not on it; None, NaN, NA: the list did not cover these) and a column ``count`` of
            persons; or one row a person with ``count=None``; an integer array of shape (persons, lists); or a ``Link``. In a file what
            was not covered reads NA.
        count: the header of the counts, or None. strata: headers of columns to part by.
        method: auto (the back-tested average), lcm, dga, loglinear, sparse, threshold, chao, chapman or all.
        draws: sampled registers, so that doubt about links widens the interval. Those of a ``Link`` as ``table`` are taken by themselves.
        prior: ``{"total": (low, high)}``, where a survey put the total with 90 % certainty, in persons, or ``{"unlisted": (low, high)}``, the
            same of the share on no list (0 to 1); ``"total_range"`` and ``"unlisted_range"`` are certain bounds.
        dependent: pairs of lists that are known to depend on each other. criterion: bic, aic or aicc (loglinear). bootstrap: resamples
            (loglinear, sparse). quick: the number alone, no other methods and no checks on your lists.
        seed, threads, progress: as in ``link``.

    Raises:
        BadInput: a cell that is no count or neither 0, 1 nor empty, with row and column; fewer than two lists. Usage: an unknown argument.

    >>> import sanaq
    >>> lists = {"a": [1, 1, 1, 0, 1, 0, 0], "b": [1, 1, 0, 1, 0, 1, 0], "c": [1, 0, 1, 1, 0, 0, 1], "count": [12, 20, 9, 7, 40, 30, 25]}
    >>> answer = sanaq.estimate(lists)
    >>> answer.observed, answer.usable, answer.estimate.interval.low < answer.estimate.median < answer.estimate.interval.high
    (143, True, True)
    """
    how: dict[str, object] = {
        "count": count, "strata": texts("strata", strata), "method": method, "criterion": criterion,
        "bootstrap": whole("bootstrap", bootstrap, 0), "quick": bool(quick), "seed": seed_of(seed), "threads": whole("threads", threads, 0),
        "prior": _prior(prior), "dependent": _pairs(dependent),
    }
    if isinstance(table, Link):
        given: object = table._handle
        if draws is None and table._handle.draw_count() > 0:
            draws = table
    else:
        rows = frame_rows(table)
        if rows is not None:
            how["count"], table = None, rows
        given = small_table("table", table)
    how["draws"] = _draws(draws)
    with shown(progress) as told:
        return Summary(_sanaq.estimate(given, how, told))
