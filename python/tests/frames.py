"""One file as a frame of each kind that users have."""

from __future__ import annotations

import pathlib
from typing import Any, Callable

import duckdb
import pandas
import polars
import pyarrow
import pyarrow.csv


def _pandas_objects(path: pathlib.Path) -> Any:
    frame = pandas.read_csv(path, dtype=str, keep_default_na=False)
    return frame.astype(object)


def _pandas_arrow(path: pathlib.Path) -> Any:
    return pandas.read_csv(path, dtype="string[pyarrow]", keep_default_na=False)


def _polars(path: pathlib.Path) -> Any:
    return polars.read_csv(path, infer_schema=False, null_values=[""])


def _arrow(path: pathlib.Path) -> pyarrow.Table:
    with open(path, "rb") as file:
        headers = file.readline().decode("utf-8-sig").rstrip("\r\n").split(",")
    options = pyarrow.csv.ConvertOptions(column_types={header: pyarrow.string() for header in headers}, null_values=[""], strings_can_be_null=True)
    return pyarrow.csv.read_csv(path, convert_options=options)


def _cast(kind: pyarrow.DataType) -> Callable[[pathlib.Path], Any]:
    def made(path: pathlib.Path) -> pyarrow.Table:
        table = _arrow(path)
        return table.cast(pyarrow.schema([(name, kind) for name in table.column_names]))

    return made


def _dictionary(path: pathlib.Path) -> pyarrow.Table:
    table = _arrow(path)
    for at, name in enumerate(table.column_names):
        table = table.set_column(at, name, table.column(name).dictionary_encode())
    return table


def _chunked(path: pathlib.Path) -> pyarrow.Table:
    table = _arrow(path)
    pieces, at, size = [], 0, 1
    while at < table.num_rows:
        pieces.append(table.slice(at, size))
        at, size = at + size, size * 3 + 1
    return pyarrow.concat_tables(pieces)


def _sliced(path: pathlib.Path) -> pyarrow.Table:
    """A part of a larger table, so that every column begins at an offset."""
    table = _arrow(path)
    return pyarrow.concat_tables([table.slice(0, 3), table, table.slice(0, 2)]).combine_chunks().slice(3, table.num_rows)


def _duckdb(path: pathlib.Path) -> Any:
    return duckdb.connect().from_csv_auto(str(path), all_varchar=True, sep=",", header=True)


KINDS: dict[str, Callable[[pathlib.Path], Any]] = {
    "pandas with objects": _pandas_objects,
    "pandas with Arrow texts": _pandas_arrow,
    "polars": _polars,
    "pyarrow string": _arrow,
    "pyarrow large_string": _cast(pyarrow.large_string()),
    "pyarrow string_view": _cast(pyarrow.string_view()),
    "pyarrow dictionary": _dictionary,
    "pyarrow chunked": _chunked,
    "pyarrow sliced": _sliced,
    "DuckDB": _duckdb,
    "path": lambda path: path,
}
