"""What every verb of the package raises."""

from __future__ import annotations

import re

__all__ = ["BadInput", "Bug", "Conflict", "Corrupt", "Error", "Failed", "NotFound", "Usage", "error_of"]


class Error(Exception):
    """A failure that ends a verb: what is wrong, and what to do.

    ``kind`` is the kind as a word, ``code`` the exit code that the program has for it (64 to 75), and ``advice`` what to do, where
    the sentence says it, else ``""``. No sentence contains a victim's name.

    >>> import sanaq
    >>> try:
    ...     sanaq.estimate({"a": [1], "b": [1], "count": [-3]})
    ... except sanaq.Error as error:
    ...     print(error.kind, error.code)
    bad input 65
    """

    kind: str = "error"
    code: int = 70

    def __init__(self, sentence: str, advice: str = "") -> None:
        super().__init__(sentence)
        self.advice = advice


class Usage(Error, ValueError):
    """The verb was called wrongly: an argument, or two that do not go together."""

    kind = "usage"
    code = 64


class BadInput(Error, ValueError):
    """A table or file cannot be used as it is; the sentence names it, and the row and column where there is one."""

    kind = "bad input"
    code = 65


class NotFound(Error, FileNotFoundError):
    """There is no such file, folder or record."""

    kind = "not found"
    code = 66

    def __str__(self) -> str:
        return str(self.args[0])


class Bug(Error):
    """A mistake of ours. Please tell us how you came here."""

    kind = "bug"
    code = 70


class Failed(Error, OSError):
    """The disk or a permission."""

    kind = "io"
    code = 71

    def __str__(self) -> str:
        return str(self.args[0])


class Corrupt(Error):
    """A ledger, a list or a document is not what it was."""

    kind = "corrupt"
    code = 74


class Conflict(Error):
    """Something is in the way: another process, or a file that is there already."""

    kind = "conflict"
    code = 75


_BY_CODE: dict[int, type[Error]] = {each.code: each for each in (Usage, BadInput, NotFound, Bug, Failed, Corrupt, Conflict)}
_STOPPED = 130


def _as_argument(sentence: str) -> str:
    """Flags of the program as the arguments that they are here: --one-per-list is one_per_list."""
    return re.sub(r"(?<![\w-])--([a-z][a-z-]*)", lambda flag: flag[1].replace("-", "_"), sentence)


def error_of(code: int, sentence: str, advice: str) -> BaseException:
    """The exception for an exit code of the program."""
    if code == _STOPPED:
        return KeyboardInterrupt(sentence)
    return _BY_CODE.get(code, Bug)(_as_argument(sentence), _as_argument(advice))
