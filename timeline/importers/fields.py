"""What formats share in reading an article's fields: dates, languages, and texts worth reading."""

import re
from datetime import date

from timeline.edtf_dates import parse_day
from timeline.errors import ImportFailedError, TimelineError

_LANGUAGE = re.compile(r"([A-Za-z]{2})(?:[-_][A-Za-z0-9-]+)?")


def publication_day(written: str) -> date | None:
    """Return the day that a field names, None where it is blank.

    An article with a wrong date is refused, not stored without one: a stored article is never
    changed by a later import, so the date could not be mended.

    Raises:
        ImportFailedError: it is no day; the cause is ``bad-date``.
    """
    if not written.strip():
        return None
    try:
        return parse_day(written)
    except TimelineError as error:
        raise ImportFailedError("bad-date", f"its publication date: {error}") from None


def language_code(written: str) -> str | None:
    """Return the ISO 639-1 code of ``en``, ``EN`` or ``en-GB``; None for anything else."""
    match = _LANGUAGE.fullmatch(written.strip())
    return match[1].lower() if match else None


def require_text(text: str) -> str:
    """Return a text that holds a letter or digit.

    Raises:
        ImportFailedError: it holds none; the cause is ``no-text``.
    """
    if not any(sign.isalnum() for sign in text):
        raise ImportFailedError("no-text", "the article has no text")
    return text
