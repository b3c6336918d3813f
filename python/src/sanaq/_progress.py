"""How far a verb has come, on standard error."""

from __future__ import annotations

import sys
from typing import Union

from ._errors import Usage
from ._inputs import ProgressCall

Progress = Union[bool, ProgressCall, None]


class _Bar:
    """One line that is written over; nothing where standard error is no terminal and no notebook."""

    def __init__(self) -> None:
        self._width = 0

    def __call__(self, what: str, done: int, total: int) -> None:
        share = f"{100 * done // total:3d} %" if total > 0 else ""
        line = f"{what} {share}".rstrip()
        print("\r" + line.ljust(self._width), end="", file=sys.stderr, flush=True)
        self._width = len(line)

    def end(self) -> None:
        if self._width:
            print("\r" + " " * self._width + "\r", end="", file=sys.stderr, flush=True)


class shown:
    """`with shown(progress) as told:` gives what the library calls, or None."""

    def __init__(self, progress: Progress) -> None:
        if progress is not None and not isinstance(progress, bool) and not callable(progress):
            raise Usage("progress is True, or a callable that takes what, done and total")
        self._bar = _Bar() if progress is True else None
        self._told: ProgressCall | None = self._bar or (progress if callable(progress) else None)

    def __enter__(self) -> ProgressCall | None:
        return self._told

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar.end()
