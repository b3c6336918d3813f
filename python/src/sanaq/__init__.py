"""Counts the victims of a massacre from partial lists, in Python: links rows into persons, estimates those on no list, verifies a ledger.

The same verbs as the program ``sanaq``, with the same answers to the byte, on tables of pandas, polars, pyarrow and DuckDB, on files and on
dicts of lists. It works offline and sends nothing anywhere.

>>> import sanaq
>>> town = sanaq.simulate(persons=300, lists=4)      # or {"hospital": frame, "morgue": "morgue.xlsx"}
>>> register = sanaq.link(town.lists, one_per_list=town.one_per_list, draws=10)
>>> number = sanaq.estimate(register, quick=True)
>>> number.observed == register.persons
True
"""

from __future__ import annotations

from . import _sanaq
from ._compare import Comparison, Part, compare, compare_pairs
from ._errors import BadInput, Bug, Conflict, Corrupt, Error, Failed, NotFound, Usage
from ._estimate import Alternative, Estimate, HiddenList, Interval, Stratum, Summary, estimate
from ._evaluate import Evaluation, Measure, Quality, evaluate
from ._link import Explanation, Link, Model, learn, link
from ._lists import List, Register, read_list, read_register
from ._simulate import Simulation, simulate
from ._tables import Table
from ._verify import Finding, Verification, verify

__version__: str = _sanaq.version()

__all__ = [
    "Alternative", "BadInput", "Bug", "Comparison", "Conflict", "Corrupt", "Error", "Estimate", "Evaluation", "Explanation", "Failed", "Finding",
    "HiddenList", "Interval", "Link", "List", "Measure", "Model", "NotFound", "Part", "Quality", "Register", "Simulation", "Stratum", "Summary",
    "Table", "Usage", "Verification", "compare", "compare_pairs", "estimate", "evaluate", "language", "learn", "link", "read_list",
    "read_register", "set_language", "simulate", "verify",
]

for _each in (Error, Usage, BadInput, NotFound, Bug, Failed, Corrupt, Conflict):
    _each.__module__ = "sanaq"
del _each


def set_language(name: str) -> None:
    """Says in which language messages, reasons and drawings are from now on: "en", "ru" or "kk". Raises Usage for another.

    >>> import sanaq
    >>> sanaq.set_language("ru")
    >>> sanaq.language()
    'ru'
    >>> sanaq.set_language("en")
    """
    _sanaq.set_language(str(name))


def language() -> str:
    """The language of messages, reasons and drawings."""
    return _sanaq.language()
