"""A table of the library: handed to pandas, polars and pyarrow without a copy of its texts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from . import _sanaq
from ._errors import BadInput

if TYPE_CHECKING:
    import pandas  # type: ignore[import-untyped, unused-ignore]
    import polars
    import pyarrow  # type: ignore[import-untyped, unused-ignore]

__all__ = ["Table"]


class Table:
    """Named columns of texts, whole numbers or floats, none of them null.

    Takes no library to hold; ``to_pandas()``, ``to_polars()`` and ``to_pyarrow()`` need theirs. Its rows are shown only when asked for.

    >>> import sanaq
    >>> table = sanaq.simulate(persons=20, lists=2).truth
    >>> table.columns
    ['list', 'record', 'person']
    >>> len(table) == len(table["person"])
    True
    """

    def __init__(self, plain: _sanaq.PlainTable) -> None:
        self._plain = plain

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """The Arrow PyCapsule interface: one chunk; texts are dictionaries."""
        return self._plain.__arrow_c_stream__(requested_schema)

    def __len__(self) -> int:
        return self._plain.rows()

    @property
    def columns(self) -> list[str]:
        """The names of the columns."""
        return self._plain.names()

    def __getitem__(self, name: str) -> list[Any]:
        """A column as a list of str, int or float. Raises Usage for a column that is not there."""
        return self._plain.column(name)

    def to_dict(self) -> dict[str, list[Any]]:
        """All columns as lists."""
        return {name: self[name] for name in self.columns}

    def to_csv(self) -> bytes:
        """CSV in UTF-8 with commas; numbers in their shortest form."""
        return self._plain.csv()

    def to_pyarrow(self) -> pyarrow.Table:
        """A pyarrow.Table; texts are dictionaries."""
        return _library("pyarrow").table(self)

    def to_polars(self) -> polars.DataFrame:
        """A polars.DataFrame; texts are Categorical, which compare as texts do."""
        return _library("polars").DataFrame(self)  # type: ignore[no-any-return, unused-ignore]

    def to_pandas(self) -> pandas.DataFrame:
        """A pandas.DataFrame; texts are of pandas' own text type."""
        made = _library("pandas").DataFrame(self.to_dict(), columns=self.columns)
        for name in self.columns:
            kind = self._plain.kind(name)
            if len(self) == 0 and kind != "str":
                made[name] = made[name].astype({"int": "int64", "float": "float64"}[kind])
        return made  # type: ignore[no-any-return, unused-ignore]

    def __repr__(self) -> str:
        return f"<sanaq.Table of {len(self)} rows: {', '.join(self.columns)}>"


def _library(name: str) -> Any:
    import importlib

    try:
        return importlib.import_module(name)
    except ImportError as error:
        raise BadInput(f"{name} is not installed; pip install {name}", f"pip install {name}") from error
