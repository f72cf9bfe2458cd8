"""Find every date in a text, and the date in the line that names the place of writing."""

import re
from datetime import date
from functools import cache

from timeline.edtf_dates import month_number
from timeline.extractors.dating import days, relative, years
from timeline.extractors.dating.grammar import Grammar, Setting
from timeline.extractors.dating.tense import Tenses
from timeline.extractors.dating.words import DAY, MONTH, YEAR, day_number
from timeline.records import DateMention

_HEAD = 200  # characters at the beginning in which a dateline is looked for
_PLACE = r"[A-Z][A-Z.'’-]+(?:[ ,/][A-Z.'’-]+){0,4}"
_REGION = r"(?:, ?[A-Z][A-Za-z.]+(?: [A-Z][A-Za-z.]+){0,2})?"
_DATELINE = re.compile(
    rf"^\s{{0,4}}{_PLACE}{_REGION},?[ \n](?:(?P<month>{MONTH}) (?P<day>{DAY})"
    rf"|(?P<day2>{DAY}) (?P<month2>{MONTH}))(?:,? (?P<year>{YEAR}))?",
    re.MULTILINE,
)


def find_dates(text: str, published: date | None) -> tuple[DateMention, ...]:
    """Find the dates that a text tells, with their places, in order and without overlap.

    Words that count from the day of publication are settled only where it is given, or where a
    dateline with a year gives it. The tense around a weekday or a date without a year chooses
    between the one before and the one after.
    """
    if published is None:
        published = _full_dateline(text)
    return tuple(_grammar().find(Setting(text, published, tenses=Tenses(text))))


def dateline_date(text: str) -> tuple[int, int, int | None] | None:
    """Return month, day and the year, if it is told, of a dateline such as ``OSLO, May 3 (XY) --``.

    It is the day of writing, mostly that of publication. None where the text opens without one.
    """
    match = _DATELINE.search(text[:_HEAD])
    if not match:
        return None
    month = month_number(match["month"] or match["month2"])
    day = day_number(match["day"] or match["day2"])
    return month, day, int(match["year"]) if match["year"] else None


def _full_dateline(text: str) -> date | None:
    month, day, year = dateline_date(text) or (0, 0, None)
    try:
        return date(year, month, day) if year else None
    except ValueError:
        return None


@cache
def _grammar() -> Grammar:
    """Compile the rules once, at the first use: it takes some tenths of a second."""
    return Grammar(
        (*relative.NAMES, *days.NO_DATES, *days.DAYS, *days.MONTHS, *years.RULES, *relative.RULES)
    )
