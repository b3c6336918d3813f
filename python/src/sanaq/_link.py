"""Which records are one person."""

from __future__ import annotations

import json
import os
import pathlib
import tempfile
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any, NamedTuple, Union

from . import _sanaq
from ._errors import BadInput, Conflict, Failed, Usage
from ._inputs import PathLike, TableLike, columns_of, file_bytes, named_lists, seed_of, share, small_table, texts, whole
from ._lists import List
from ._progress import Progress, shown
from ._tables import Table

__all__ = ["Explanation", "Link", "Model", "link", "learn"]

#: One table, several paths or lists, or {list name: table}.
Lists = Union[TableLike, List, Sequence[Union[PathLike, List]], Mapping[str, Union[TableLike, List]]]


class Model:
    """m and u of each level of each comparison: how often matches, and other pairs, agree so.

    Of sanaq (``kind == "sanaq"``) or one that Splink saved (``kind == "splink"``). Source: docs/method/linking.md.
    """

    def __init__(self, handle: _sanaq.AnyModel) -> None:
        self._handle = handle

    @staticmethod
    def load(path: PathLike) -> Model:
        """Reads a model that ``save`` or ``sanaq link --save-model`` wrote, or Splink. Raises BadInput for anything else, a model of
        another version, and one with a condition that only SQL can say; NotFound if there is no such file."""
        raw = file_bytes(path)
        try:
            text = raw.decode("utf-8")
        except UnicodeDecodeError as error:
            raise BadInput(f"{os.fspath(path)}: this is no model: it is not UTF-8") from error
        return Model(_sanaq.read_model(text, os.fspath(path)))

    def save(self, path: PathLike) -> None:
        """Writes the model, whole or not at all; reading it again gives the same numbers to the bit. A file that is there is replaced only
        if it is a model."""
        target = pathlib.Path(path)
        if target.exists() and target.stat().st_size > 0:
            try:
                Model.load(target)
            except BadInput as error:
                raise Conflict(f"{target}: a file that is no model is there already; name another") from error
        _write(target, self._handle.text().encode())

    @property
    def kind(self) -> str:
        """"sanaq" or "splink"."""
        return "splink" if self._handle.is_splink() else "sanaq"

    @cached_property
    def comparisons(self) -> Table:
        """comparison, level (str), m, u (0 to 1), weight_bits (log2 of m/u; for dates, of their shares among dates
        that are known as far). NaN where a Splink model does not know a number yet."""
        return Table(self._handle.comparisons())

    @property
    def prior_match(self) -> float:
        """The share of all pairs of records that match (0 to 1)."""
        return self._handle.prior_match()

    @property
    def rules(self) -> list[str]:
        """The blocking rules."""
        return self._handle.rules()

    @property
    def recall_lost(self) -> float:
        """The share of matches that blocking is expected to lose (0 to 1); NaN for a Splink model."""
        return self._handle.recall_lost()

    def to_dict(self) -> dict[str, Any]:
        """The file as a dict."""
        found: dict[str, Any] = json.loads(self._handle.text())
        return found

    def __repr__(self) -> str:
        return f"<sanaq.Model ({self.kind}) of {len(set(self.comparisons['comparison']))} comparisons>"

    def _repr_html_(self) -> str:
        from ._notebook import model_html

        return model_html(self)


class ExplanationLine(NamedTuple):
    """What one comparison says: its cells, their level and its weight (log2 of m/u)."""

    column: str
    left: str
    right: str
    level: str
    weight_bits: float


class Explanation:
    """Why two records are, or are not, one person. The weights of the lines and ``differing_bits`` add up to ``weight_bits``."""

    def __init__(self, found: dict[str, Any]) -> None:
        self.lines = [ExplanationLine(**line) for line in found["lines"]]
        self.differing_bits: float = found["differing_bits"]
        self.prior_bits: float = found["prior_bits"]
        self.weight_bits: float = found["weight_bits"]
        self.probability: float = found["probability"]

    def __repr__(self) -> str:
        return f"<sanaq.Explanation: {self.weight_bits:+.2f} bits, probability {self.probability:.4f}>"


class Link:
    """A finished linking. Its tables are made when they are first asked for."""

    def __init__(self, handle: _sanaq.LinkHandle) -> None:
        self._handle = handle

    @property
    def records(self) -> int:
        """How many records were linked."""
        return self._handle.records()

    @property
    def persons(self) -> int:
        """How many persons they are."""
        return self._handle.persons()

    @property
    def candidate_pairs(self) -> int:
        """How many pairs were weighed."""
        return self._handle.candidate_pairs()

    @property
    def lists(self) -> list[str]:
        """The names of the lists."""
        return self._handle.lists()

    @cached_property
    def clusters(self) -> Table:
        """list, record, person (str), probability (0 to 1): that all records of the person belong together. One row a record."""
        return Table(self._handle.clusters())

    @cached_property
    def pairs(self) -> Table:
        """list_l, record_l, list_r, record_r (str), weight_bits (log2 of m/u, without the prior), probability (0 to 1), and a level (str)
        a comparison, "" where a value is missing; of a Splink model its number, -1 for null."""
        return Table(self._handle.pairs())

    @cached_property
    def draws(self) -> Table:
        """The sampled registers: draw (int, from 1), list, record, person (str). No rows without ``draws=``."""
        return Table(self._handle.draws())

    @cached_property
    def capture(self) -> Table:
        """The capture table: a column a list (0 or 1), and count (int), the persons on exactly these lists."""
        return Table(self._handle.capture())

    @cached_property
    def model(self) -> Model:
        """The model that the pairs were weighed by."""
        return Model(self._handle.model())

    @property
    def warnings(self) -> list[str]:
        """What a careful person would look at, in the language of ``set_language``."""
        return self._handle.warnings()

    @property
    def seconds(self) -> dict[str, float]:
        """How long each phase took, in seconds."""
        return self._handle.seconds()

    def explain(self, left: tuple[str, str], right: tuple[str, str]) -> Explanation:
        """Why two records, each (list, id), are or are not one person; also for pairs that blocking left out. Raises NotFound for a record
        that is not there."""
        (left_list, left_id), (right_list, right_id) = _named(left), _named(right)
        return Explanation(json.loads(self._handle.explain(left_list, left_id, right_list, right_id)))

    def to_dict(self) -> dict[str, Any]:
        """As ``sanaq link --json``."""
        found: dict[str, Any] = json.loads(self._handle.json())
        return found

    def save(self, folder: PathLike, *, force: bool = False) -> None:
        """Writes clusters.csv, pairs.csv and, if registers were drawn, draws.csv into a folder, byte for byte as
        ``sanaq link --clusters … --pairs … --draws-out …`` does. Each file is written whole or not at all. Raises Conflict if one of them
        is there already, unless ``force``."""
        place = pathlib.Path(folder)
        files = {"clusters.csv": self._handle.clusters_csv, "pairs.csv": self._handle.pairs_csv}
        if self._handle.draw_count() > 0:
            files["draws.csv"] = self._handle.draws_csv
        for name in files:
            if (place / name).exists() and not force:
                raise Conflict(f"{place / name}: this file is there already; say force=True to replace it")
        try:
            place.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise Failed(f"{place}: {error.strerror}") from error
        for name, made in files.items():
            _write(place / name, made())

    def __repr__(self) -> str:
        return f"<sanaq.Link: {self.records} records of {len(self.lists)} lists are {self.persons} persons>"

    def _repr_html_(self) -> str:
        from ._notebook import link_html

        return link_html(self)


def _named(record: tuple[str, str]) -> tuple[str, str]:
    if not isinstance(record, (tuple, list)) or len(record) != 2 or not all(isinstance(part, str) for part in record):
        raise Usage("a record is named (list, id), both texts")
    return record[0], record[1]


def _write(path: pathlib.Path, content: bytes) -> None:
    """Whole or not at all."""
    try:
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
            beside = pathlib.Path(file.name)
            try:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
                mask = os.umask(0)
                os.umask(mask)
                os.chmod(beside, 0o666 & ~mask)
                os.replace(beside, path)
            except BaseException:
                beside.unlink(missing_ok=True)
                raise
    except OSError as error:
        raise Failed(f"{path}: {error.strerror}") from error


def _how(*, id: str | None, list: str | None, columns: Mapping[str, str] | None, block: Sequence[str] | str | None,
         one_per_list: Sequence[str] | str, labels: TableLike | None, decisions: TableLike | None, nicknames: TableLike | None,
         seed: int, threads: int) -> dict[str, object]:
    for name, header in (("id", id), ("list", list)):
        if header is not None and not isinstance(header, str):
            raise Usage(f"{name} is the header of a column, a text")
    return {
        "id": id, "list": list, "columns": columns_of(columns), "block": texts("block", block), "one_per_list": texts("one_per_list", one_per_list),
        "labels": None if labels is None else small_table("labels", labels),
        "decisions": None if decisions is None else small_table("decisions", decisions),
        "nicknames": None if nicknames is None else small_table("nicknames", nicknames),
        "seed": seed_of(seed), "threads": whole("threads", threads, 0),
    }


def link(tables: Lists, *, id: str | None = None, list: str | None = None, columns: Mapping[str, str] | None = None,
         block: Sequence[str] | str | None = None, threshold: float = 0.5, one_per_list: Sequence[str] | str = (),
         labels: TableLike | None = None, decisions: TableLike | None = None, nicknames: TableLike | None = None,
         model: Model | PathLike | None = None, draws: int = 0, pairs_from: float | None = None, seed: int = 1, threads: int = 0,
         progress: Progress = None) -> Link:
    """Finds which records of one or several lists are one person, by a model that the records teach (Fellegi and Sunter 1969).

    The answer is the same, byte for byte, as that of ``sanaq link`` on files with these cells, on any number of threads.

    Args:
        tables: ``{list name: table}``; one table (with ``list``, several lists in it); one or several paths; what ``read_list`` read.
            A table is a frame of polars, pyarrow, DuckDB or pandas, a path, or a dict of lists. Frames are read where they lie.
        id: header of the column with each record's own id, which must be text or whole numbers; guessed as the program guesses.
            Without one, a record is called by its row, the header being row 1.
        list: header of the column that says which list a row is from; only with a single table.
        columns: ``{FIELD: header}`` for headers that are not recognised, such as ``{"name": "Full name"}``.
        block: blocking rules such as ``"family_key,birth_year"``; chosen if there are none.
        threshold: between 0 and 1. Records are joined if it is more probable than this that they are one person.
        one_per_list: names of lists that have nobody twice.
        labels: a table list_l, record_l, list_r, record_r, label (1: one person, 0: two, blank: not judged) that the model learns from.
        decisions: a table of the same form; binding, and nothing is learnt from it.
        nicknames: a table name, nickname, beside those that are built in.
        model: a Model or the path of one, of sanaq or Splink; then nothing is learnt.
        draws: how many registers to sample, for ``estimate(draws=)``.
        pairs_from: pairs that are less probable are not in ``pairs``. 0.01; with a Splink model 0, as Splink hands out every pair.
        seed: 0 to 2**64 - 1. threads: 0 is all processors.
        progress: True, or a callable (what, done, total), called on this thread at most 10 times a second.

    Raises:
        Usage: an argument out of bounds or unknown. BadInput: a table that cannot be read, with row and column. KeyboardInterrupt on Ctrl-C.

    >>> import sanaq
    >>> town = sanaq.simulate(persons=200, lists=3)
    >>> found = sanaq.link(town.lists, one_per_list=town.one_per_list)
    >>> found.records == len(town.truth)
    True
    >>> sanaq.evaluate(found, town.truth).pairs.precision.value > 0.9
    True
    """
    how = _how(id=id, list=list, columns=columns, block=block, one_per_list=one_per_list, labels=labels, decisions=decisions,
               nicknames=nicknames, seed=seed, threads=threads)
    if model is not None and not isinstance(model, Model):
        model = Model.load(model)
    how |= {"threshold": share("threshold", threshold), "draws": whole("draws", draws, 0), "model": None if model is None else model._handle,
            "pairs_from": None if pairs_from is None else share("pairs_from", pairs_from)}
    with shown(progress) as told:
        return Link(_sanaq.link(named_lists(tables), how, told))


def learn(tables: Lists, *, id: str | None = None, list: str | None = None, columns: Mapping[str, str] | None = None,
          block: Sequence[str] | str | None = None, one_per_list: Sequence[str] | str = (), labels: TableLike | None = None,
          decisions: TableLike | None = None, nicknames: TableLike | None = None, seed: int = 1, threads: int = 0,
          progress: Progress = None) -> Model:
    """Learns the model of ``link`` alone: no pair is scored and nobody is joined. Arguments and errors are those of ``link``.

    >>> import sanaq
    >>> model = sanaq.learn(sanaq.simulate(persons=200, lists=3).lists)
    >>> model.kind
    'sanaq'
    >>> model.comparisons.columns
    ['comparison', 'level', 'm', 'u', 'weight_bits']
    """
    how = _how(id=id, list=list, columns=columns, block=block, one_per_list=one_per_list, labels=labels, decisions=decisions,
               nicknames=nicknames, seed=seed, threads=threads)
    with shown(progress) as told:
        return Model(_sanaq.learn(named_lists(tables), how, told))
