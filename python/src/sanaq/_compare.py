"""Are two names one."""

from __future__ import annotations

import json
from dataclasses import dataclass

from . import _sanaq
from ._errors import Usage
from ._inputs import PathLike, TableLike, share, small_table
from ._link import Model
from ._tables import Table

__all__ = ["Comparison", "Part", "compare", "compare_pairs"]


@dataclass(frozen=True)
class Part:
    """Two parts that met, or one that is left over (the other is ""), and what they say, in bits."""

    left: str
    right: str
    what: str
    bits: float


@dataclass(frozen=True)
class Comparison:
    """``probability`` (0 to 1) that the names are one, at even odds; ``weight_bits``, its log2 odds; the ``level`` of agreement as a word."""

    probability: float
    weight_bits: float
    level: str
    parts: list[Part]


def compare(left: str, right: str, *, kind: str = "person") -> Comparison:
    """Compares two names in any scripts by their sounds. Source: docs/method/names.md.

    Args:
        left, right: the names. kind: what bears them: person, organisation, vessel, or a schema of FollowTheMoney such as Company.

    Raises:
        Usage: an unknown kind. BadInput: a text that is no name (too many letters or words).

    >>> import sanaq
    >>> sanaq.compare("Құрманов Айнұр", "Ainur Kurmanov").probability > 0.9
    True
    """
    if not isinstance(left, str) or not isinstance(right, str):
        raise Usage("compare takes two texts")
    found = json.loads(_sanaq.compare(left, right, str(kind)))
    found["parts"] = [Part(**part) for part in found["parts"]]
    return Comparison(**found)


def compare_pairs(table: Table | TableLike, *, kind: str = "person", prior: float = 0.5, model: Model | PathLike | None = None) -> Table:
    """Scores a table of pairs, each by itself: the same answer in any order of rows.

    Args:
        table: name_l and name_r (or given, family, patronymic with _l and _r), perhaps case (else the row), kind_l and kind_r, and other
            columns in _l and _r: birth, death, date, age, sex, place, or any text.
        kind: what bears the names where a row does not say. prior: how probable it is beforehand that a pair is one, between 0 and 1.
        model: a Model or its path; then its weights are used instead of the built-in ones, with the frequencies of the table's values.

    Raises:
        BadInput: a column is missing, or a cell is no name, with its row. Usage: an unknown kind, or a prior out of bounds.

    Returns:
        case (str), weight_bits, probability (0 to 1), and the level (str) of each compared column.

    >>> import sanaq
    >>> scores = sanaq.compare_pairs({"name_l": ["Асан Бек", "Асан Бек"], "name_r": ["Asan Bek", "Bota Omar"]})
    >>> [probability > 0.5 for probability in scores["probability"]]
    [True, False]
    """
    if model is not None and not isinstance(model, Model):
        model = Model.load(model)
    return Table(_sanaq.compare_pairs(small_table("pairs", table), str(kind), share("prior", prior), None if model is None else model._handle))
