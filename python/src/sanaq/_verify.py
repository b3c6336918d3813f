"""Is a ledger still what it was."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from typing import Any

from . import _sanaq
from ._errors import NotFound
from ._inputs import PathLike
from ._progress import Progress, shown

__all__ = ["Finding", "Verification", "verify"]


@dataclass(frozen=True)
class Finding:
    """``weight`` is "damage" (something is not what it was), "warning" or "note"; ``line`` is 0 for a file as a whole."""

    weight: str
    file: str
    line: int
    what: str
    advice: str


class Verification:
    """What ``verify`` found."""

    def __init__(self, text: str) -> None:
        self._found: dict[str, Any] = json.loads(text)
        #: True if nothing is damaged.
        self.is_whole: bool = self._found["is_whole"]
        self.findings = [Finding(**finding) for finding in self._found["findings"]]
        #: Entries that count, and line signatures that were checked.
        self.entries: int = self._found["entries"]
        self.signatures: int = self._found["signatures"]
        self.documents: int = self._found["documents"]
        #: All versions, of tables as well.
        self.lists: int = self._found["lists"]
        #: Files that people work on and that are gone or not as they were last entered.
        self.changed: list[str] = self._found["changed"]
        #: How many entries were added since the checkpoint ``against``; None if it was not found, or not asked for.
        self.entries_since: int | None = self._found["entries_since"]

    def to_dict(self) -> dict[str, Any]:
        """Everything, also the chains of the writers."""
        return json.loads(json.dumps(self._found))  # type: ignore[no-any-return]

    def __repr__(self) -> str:
        damage = sum(finding.weight == "damage" for finding in self.findings)
        return f"<sanaq.Verification: {'whole' if self.is_whole else f'{damage} damaged'}, {self.entries} entries>"


def verify(folder: PathLike, *, against: str | None = None, files: bool = True, progress: Progress = None) -> Verification:
    """Checks the ledger of an investigation, the documents that it vouches for, and the versions of its lists.

    This is the ledger alone. ``sanaq verify`` also checks the tables of the case file and a published site, and what a site's log has
    shown; only ``sanaq verify`` says that an investigation is whole.

    Args:
        folder: the investigation. against: the code of a checkpoint that somebody else holds. files: whether documents and versions are
            read as well.

    Raises:
        NotFound: there is no ledger. Usage: ``against`` is no checkpoint's code.

    >>> import sanaq
    >>> sanaq.verify("/there is no such folder")
    Traceback (most recent call last):
    ...
    sanaq.NotFound: /there is no such folder: there is no such folder
    """
    place = os.fspath(folder)
    if not os.path.isdir(place):
        raise NotFound(f"{place}: there is no such folder")
    with shown(progress) as told:
        return Verification(_sanaq.verify(place, against, bool(files), told))
