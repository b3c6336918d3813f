"""Lists as people send them, and registers that the program wrote."""

from __future__ import annotations

import os
import pathlib
from collections.abc import Mapping, Sequence
from functools import cached_property

from . import _sanaq
from ._errors import BadInput, NotFound
from ._inputs import PathLike, columns_of, file_bytes, stem, texts
from ._tables import Table

__all__ = ["List", "Register", "read_list", "read_register"]


class List:
    """A list as it was read, and everything in it that could not be read. ``link`` takes it as it is."""

    def __init__(self, read: _sanaq.ReadList) -> None:
        self._read = read

    @property
    def name(self) -> str:
        """The name of the list: its file's, without the ending."""
        return self._read.name()

    @property
    def rows_read(self) -> int:
        """The rows under the header: records, blank rows and refused rows."""
        return self._read.rows_read()

    @property
    def blank_rows(self) -> int:
        """Rows without anything in them."""
        return self._read.blank_rows()

    @property
    def refused_rows(self) -> int:
        """Rows that are no record; ``report`` says why."""
        return self._read.refused_rows()

    @property
    def encoding(self) -> str:
        """As it was found, or as you said."""
        return self._read.encoding()

    @property
    def header_row(self) -> int:
        """The row of the header, from 1."""
        return self._read.header_row()

    @property
    def version(self) -> str:
        """SHA-256 of the file, hex."""
        return self._read.version()

    @property
    def mapping(self) -> dict[str, str]:
        """FIELD -> the header of its column."""
        return self._read.mapping()

    @property
    def unmapped(self) -> list[str]:
        """The headers that are no FIELD; they are compared as they are."""
        return self._read.unmapped()

    @property
    def warnings(self) -> list[str]:
        """What is worth a look, in the language of ``set_language``."""
        return self._read.warnings()

    @cached_property
    def report(self) -> Table:
        """kind ("refused row", "bad cell" or "doubtful cell"), row (int), column, value, reason, advice (str)."""
        return Table(self._read.report())

    @cached_property
    def cells(self) -> Table:
        """The records: their ids, and the cells as they are written."""
        return Table(self._read.cells())

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """``cells``, for pandas, polars and pyarrow."""
        return self.cells.__arrow_c_stream__(requested_schema)

    def __len__(self) -> int:
        """How many records there are."""
        return self._read.records()

    def __repr__(self) -> str:
        return f"<sanaq.List {self.name}: {len(self)} records, {self.refused_rows} rows refused, {len(self.report)} remarks>"


def read_list(path: PathLike, *, sheet: str | Sequence[str] | None = None, encoding: str | None = None,
              columns: Mapping[str, str] | None = None, id: str | None = None) -> List:
    """Reads a CSV, TSV, XLSX or ODS file as ``sanaq`` reads it: header, encoding, delimiter, dates and FIELDs are found out.

    Args:
        path: the file. sheet: the sheet, or sheets that are read together; chosen if not said. encoding: an ICU name such as
            ``"windows-1251"``; found out if not said. columns: ``{FIELD: header}``. id: the header of the column with the ids.

    Raises:
        BadInput: a file that is no table. NotFound. Cells that cannot be read are never raised; they are in ``report``.

    >>> import pathlib, sanaq, tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     file = pathlib.Path(folder, "morgue.csv")
    ...     _ = file.write_text("name,birth\\nAsan Bek,1985-31-31\\n")
    ...     morgue = sanaq.read_list(file)
    >>> len(morgue), morgue.report["column"]
    (1, ['birth'])
    """
    if not isinstance(path, (str, os.PathLike)):
        raise BadInput(f"read_list takes the path of a file, not {type(path).__name__}; link takes a frame as it is")
    how = {"sheets": texts("sheet", sheet), "encoding": encoding, "columns": columns_of(columns), "id": id}
    return List(_sanaq.read_list(os.fspath(path), stem(path), how))


class Register:
    """What ``sanaq link`` wrote into a folder; a table is None where its file is not there."""

    def __init__(self, clusters: Table, pairs: Table | None, draws: Table | None) -> None:
        self.clusters = clusters
        self.pairs = pairs
        self.draws = draws

    def __repr__(self) -> str:
        persons = len(set(self.clusters["person"])) if "person" in self.clusters.columns else 0
        return f"<sanaq.Register: {len(self.clusters)} records are {persons} persons>"


def read_register(folder: PathLike, *, clusters: str = "clusters.csv", pairs: str = "pairs.csv", draws: str = "draws.csv") -> Register:
    """Reads what ``sanaq link DIR --clusters clusters.csv --pairs pairs.csv --draws-out draws.csv`` (or ``Link.save``) wrote into a folder.

    The columns are those of ``Link.clusters``, ``Link.pairs`` (with both names, for people) and ``Link.draws``. Of the three files the first
    must be there. Raises NotFound if it is not, and BadInput for a file that is no such table.

    >>> import sanaq, tempfile
    >>> found = sanaq.link(sanaq.simulate(persons=100, lists=2).lists, draws=2)
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     found.save(folder)
    ...     register = sanaq.read_register(folder)
    >>> register.clusters.to_csv() == found.clusters.to_csv()
    True
    """
    place = pathlib.Path(folder)
    if not place.is_dir():
        raise NotFound(f"{place}: there is no such folder")
    if not (place / clusters).exists():
        raise NotFound(f"{place}: there is no {clusters}; sanaq link DIR --clusters {clusters} writes it")

    def table(name: str) -> Table | None:
        path = place / name
        return Table(_sanaq.register_table(file_bytes(path), str(path))) if path.exists() else None

    found = table(clusters)
    assert found is not None
    return Register(found, table(pairs), table(draws))
