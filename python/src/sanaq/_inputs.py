"""Tables of other programs, paths and dicts of lists, as the library takes them."""

from __future__ import annotations

import operator
import os
import pathlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Protocol, Union, runtime_checkable

from . import _sanaq
from ._errors import BadInput, Failed, NotFound, Usage


@runtime_checkable
class ArrowStream(Protocol):
    """Anything that hands its rows over by the Arrow PyCapsule interface: polars, pyarrow, DuckDB, pandas from 2.2 on."""

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object: ...


PathLike = Union[str, "os.PathLike[str]"]
#: A table: a frame, a path of a file, or a dict of lists.
TableLike = Union[ArrowStream, PathLike, Mapping[str, Sequence[object]]]
#: Called on the thread of the caller: what is done, how much of it, out of how much.
ProgressCall = Callable[[str, int, int], object]


def is_path(table: object) -> bool:
    return isinstance(table, (str, os.PathLike))


def _is_columns(table: object) -> bool:
    """A dict of lists, and not a dict of tables."""
    if not isinstance(table, Mapping):
        return False
    return all(isinstance(cells, (list, tuple)) or (hasattr(cells, "tolist") and not hasattr(cells, "__arrow_c_stream__"))
               or type(cells).__name__ == "Series" for cells in table.values())


def stream_of(name: str, table: object) -> object:
    """The capsule of a frame. Whatever the frame raises while it hands itself over is told as BadInput."""
    if _is_columns(table):
        assert isinstance(table, Mapping)
        columns = {header: list(cells) for header, cells in table.items()}
        return _sanaq.table_of(name, columns).__arrow_c_stream__()
    if not hasattr(table, "__arrow_c_stream__"):
        raise Usage(f"{name}: a table is a frame of polars, pyarrow, pandas (2.2 or newer) or DuckDB, the path of a file, or a dict of "
                    f"lists, not {type(table).__name__}")
    try:
        return table.__arrow_c_stream__()
    except ImportError as error:
        raise BadInput(f"{name}: pandas hands its tables over through pyarrow, which is not installed; pip install pyarrow",
                       "pip install pyarrow") from error
    except Exception as error:
        if type(error).__module__.startswith("sanaq"):
            raise
        raise _refused(name, table, error) from error


def _refused(name: str, table: object, error: Exception) -> BadInput:
    """The column of pandas, and where known the row, that cannot be handed over; no cell is shown. Of other frames, what they say."""
    advice = 'make the column one kind: frame["column"] = frame["column"].astype(str)'
    frame: Any = table
    if hasattr(frame, "columns") and hasattr(frame, "iloc"):
        headers = list(frame.columns)
        for column in headers:
            if headers.count(column) > 1:
                rename = "rename one of them"
                return BadInput(f"{name}: two columns are called {column}; {rename}", rename)
        for place, column in enumerate(headers):
            if not _fails(frame.iloc[:, [place]]):
                continue
            cells = frame.iloc[:, place]
            row, kinds = _mixed(cells) if str(cells.dtype) == "object" else (None, "")
            if row is not None:
                return BadInput(f"{name}, row {row}, column {column}: this column holds {kinds}; {advice}", advice)
            if isinstance(error, UnicodeError):
                advice = 'read the file by its own encoding: pandas.read_csv(file, encoding="windows-1251")'
            return BadInput(f"{name}, column {column}: its type is {cells.dtype}, and some cell of it cannot be handed over; {advice}", advice)
    said = str(error).splitlines()[0] if str(error) else type(error).__name__
    return BadInput(f"{name}: the table cannot be handed over ({said}); {advice}", advice)


def _fails(frame: ArrowStream) -> bool:
    try:
        frame.__arrow_c_stream__()
    except Exception:  # noqa: BLE001: whatever it is, this is the column
        return True
    return False


def _mixed(cells: Iterable[object]) -> tuple[int | None, str]:
    """The row, under the header, of the first cell of another type than those before, and the types."""
    first: type | None = None
    for row, cell in enumerate(cells, start=2):
        if cell is None or cell != cell:
            continue
        if first is None:
            first = type(cell)
            if not issubclass(first, (str, int, float, bool)) and not hasattr(cell, "isoformat"):
                return row, f"{first.__name__}, which is no text, number or day"
        elif type(cell) is not first:
            return row, f"{first.__name__} and {type(cell).__name__}"
    return None, ""


def file_bytes(path: PathLike) -> bytes:
    try:
        return pathlib.Path(path).read_bytes()
    except FileNotFoundError as error:
        raise NotFound(f"{os.fspath(path)}: there is no such file") from error
    except IsADirectoryError as error:
        raise BadInput(f"{os.fspath(path)}: this is a folder; name a file in it") from error
    except OSError as error:
        raise Failed(f"{os.fspath(path)}: {error.strerror}") from error


def small_table(name: str, table: object) -> tuple[str, object]:
    """A table that is read whole: (name, capsule or the bytes of a file)."""
    if is_path(table):
        path = os.fspath(table)  # type: ignore[call-overload]
        return os.path.basename(path), file_bytes(path)
    return name, stream_of(name, table)


def stem(path: PathLike) -> str:
    return pathlib.PurePath(path).stem


def named_lists(tables: object) -> list[tuple[str, object]]:
    """What link takes: one table, several paths, or {name: table}; as (name, path, capsule or list that was read)."""
    from ._lists import List

    def one(name: str, table: object) -> tuple[str, object]:
        if isinstance(table, List):
            return name, table._read
        return name, os.fspath(table) if is_path(table) else stream_of(name, table)  # type: ignore[call-overload]

    if isinstance(tables, Mapping) and not _is_columns(tables):
        return [one(_text(name), table) for name, table in tables.items()]
    if isinstance(tables, Mapping) and not tables:
        raise Usage("there is no list to link; give {name: table}")
    if isinstance(tables, (list, tuple)):
        given = list(tables)
        if not given:
            raise Usage("there is no list to link; give paths or {name: table}")
        if all(isinstance(table, List) for table in given):
            return [one(table.name, table) for table in given]
        if all(is_path(table) for table in given):
            return [one(stem(path), path) for path in given]
        raise Usage("several frames need names: link({name: frame, ...})")
    if isinstance(tables, List):
        return [one(tables.name, tables)]
    return [one(stem(tables) if is_path(tables) else "table", tables)]  # type: ignore[arg-type]


def _text(name: object) -> str:
    if not isinstance(name, str):
        raise Usage(f"the name of a list is a text, not {type(name).__name__}")
    return name


def whole(name: str, value: object, low: int, high: int = 2**31 - 1) -> int:
    try:
        number = operator.index(value)  # type: ignore[arg-type]
    except TypeError as error:
        raise Usage(f"{name} is {value!r}; give a whole number") from error
    if not low <= number <= high:
        raise Usage(f"{name} is {number}; give a whole number of {low} or more" if number < low else f"{name} is {number}; at most {high}")
    return number


def seed_of(value: object) -> int:
    return whole("seed", value, 0, 2**64 - 1)


def texts(name: str, value: object) -> list[str]:
    if value is None:
        return []
    if isinstance(value, str):
        return [value]
    given = list(value) if isinstance(value, Iterable) else [value]
    if not all(isinstance(each, str) for each in given):
        raise Usage(f"{name}: give texts")
    return [str(each) for each in given]


def columns_of(value: Mapping[str, str] | None) -> dict[str, str]:
    if value is None:
        return {}
    if not isinstance(value, Mapping) or not all(isinstance(key, str) and isinstance(header, str) for key, header in value.items()):
        raise Usage('columns: give {FIELD: header}, such as {"name": "Full name"}')
    return dict(value)


def share(name: str, value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)) and not hasattr(value, "__float__"):
        raise Usage(f"{name} is {value!r}; give a number")
    return float(value)


def frame_rows(array: Any) -> dict[str, list[object]] | None:
    """The columns of an array of shape (persons, lists); None for anything else."""
    shape = getattr(array, "shape", None)
    if shape is None or hasattr(array, "__arrow_c_stream__") or hasattr(array, "columns"):
        return None
    if len(shape) != 2:
        raise Usage(f"an array has one row a person and one column a list, not the shape {tuple(shape)}")
    return {f"list {at + 1}": list(array[:, at].tolist()) for at in range(shape[1])}
