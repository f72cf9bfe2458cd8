"""Failures as they are told and stored: one line that can be printed and stored anywhere."""

from timeline.errors import ImportFailedError
from timeline.records import Unread


def unread(name: str, failure: ImportFailedError) -> Unread:
    """Return what takes the place of the documents of an input, or of a part of it."""
    shown = printable(name) or "''"
    return Unread(shown, failure.cause, f"{shown}: {printable(str(failure))}")


def unreadable(name: str, error: OSError | ValueError) -> Unread:
    """Return what takes the place of an input that the operating system does not give."""
    if isinstance(error, FileNotFoundError):
        return unread(name, ImportFailedError("missing", "there is no such file or folder"))
    reason = error.strerror if isinstance(error, OSError) else None
    why = (reason or str(error) or "it cannot be read").lower()
    return unread(name, ImportFailedError("unreadable", why))


def printable(text: str) -> str:
    """Return a text with escapes for what does not print: line breaks, and bytes of odd file names."""
    return "".join(
        sign if sign.isprintable() else sign.encode("unicode_escape").decode("ascii")
        for sign in text
    )
