"""Find which period a number is of, when it does not stand beside it, and what it is compared with."""

import re
from dataclasses import dataclass
from datetime import date

from timeline.extractors.dating.periods import find_periods
from timeline.extractors.patterns import read_patterns
from timeline.records import DateMention

_YEAR = re.compile(r"\b(19[5-9]\d|20\d\d)\b")
_PART_OF_YEAR = re.compile(
    r"(?:months?|half|quarter|january|february|march|april|may|june|july|august|september|october|"
    r"november|so far|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov)\.?(?:\s+(?:of|in|this|the|year))*\s*,?\s*$",
    re.IGNORECASE,
)
_AHEAD = re.compile(r"\b(?:by|until|till|targets?|goal)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_THAN = re.compile(
    r"\b(?:compared (?:to|with)|comparison (?:to|with)|same period (?:in|of)|from|than|versus|on|over)\s+[\w\s-]{0,20}$",
    re.IGNORECASE,
)
_LAST_YEAR = re.compile(r"\blast year\b", re.IGNORECASE)
# The time that a number is compared with is not the time that it is of.
_BASE = re.compile(
    r"(?:\b(?:compared(?: to| with)?|in comparison (?:to|with)|comparing to|relative to|versus|vs\.?|against|"
    r"than|over|since|below|above|unlike|before|prior to|until|beyond)|^(?=x)y)"
    r"(?:\s+(?:in|the|that|those|of|from|figures?|levels?|a|an|during|for|same|whole|entire|full|end|data|"
    r"period|month|quarter|time|year|corresponding))*\s*$"
    r"|\b(?:same|corresponding|comparable|equivalent|year-earlier|similar|identical)\s+(?:[\w-]+\s+)?"
    r"(?:period|months?|quarter|time|half|timeframe|span)(?:\s+(?:of|in|a|the|from|during))*\s*$",
    re.IGNORECASE,
)
_FROM = re.compile(r"\b(?:from|on)\s+(?:(?:the|that|same|period|of|in|a)\s+)*$", re.IGNORECASE)
_RISEN = re.compile(
    r"(?:%|cent|percent|pct|pc|[\w-]+fold|times|doubled|tripled|halved)[\s,]*(?:[\w€$£.]+[\s,]+){0,10}?(?:from|on)\s+(?:[\w-]+\s+){0,5}$",
    re.IGNORECASE,
)
# Words that count from another period; ``years_back`` reads them.
_BACKWARD = re.compile(
    r"\b(?:earlier|ago|before|previous|preceding|prior|same|corresponding|later)\b", re.IGNORECASE
)
_RELATIVE = re.compile(
    r"\b(?:the|that)\s+(?:(?P<whole>whole|full|entire)|following|next|subsequent)\s+year\b(?!\s+\d)",
    re.IGNORECASE,
)
_FIRST_MONTH = re.compile(
    r"\bfirst month of (?:(?:the|new|current|this)\s+)*(?:(?:fiscal|financial)\s+)?(?:year\s+)?$",
    re.IGNORECASE,
)
_MONTHS = re.compile(r"\b(\d\d?) months of (?:the\s+)?(?:year\s+)?$", re.IGNORECASE)
_HALF = re.compile(r"\bhalf[- ]$", re.IGNORECASE)
_FIRST_DAYS = re.compile(r"\bfirst (\d\d) days of (?:the month of )?$", re.IGNORECASE)
_REPORTED = re.compile(
    r"\b(?:said|showed|shown|published|released|announced|issued)(?: earlier)?\s+(?:(?:in|on|by)\s+)?$",
    re.IGNORECASE,
)
YEAR_LENGTH = 12


@dataclass(frozen=True, slots=True)
class Period:
    """A period that the text names.

    Attributes:
        edtf: the period; None where text and publication date do not settle it.
        base: True where it is what something else is compared with.
        back: how many months it lies before the period that the sentence is of, for "a year earlier".
        whole_year: True for "the whole year" and "the previous year".
    """

    start: int
    end: int
    edtf: str | None
    base: bool = False
    back: int | None = None
    whole_year: bool = False


def reference_day(text: str, published: date | None) -> date | None:
    """Return the day from which "last year" counts: of publication, or as the years told imply."""
    if published:
        return published
    years = [
        (int(match[1]), text[max(match.start() - 45, 0) : match.start()])
        for match in _YEAR.finditer(text)
    ]
    years = [(year, before) for year, before in years if not _AHEAD.search(before)]
    if not years:
        return None
    latest = max(year for year, _ in years)
    told = [before for year, before in years if year == latest]
    partly = any(_PART_OF_YEAR.search(before) and not _THAN.search(before) for before in told)
    follows = not partly and (_LAST_YEAR.search(text) or all(_THAN.search(each) for each in told))
    return date(min(latest + bool(follows), date.max.year), 12, 31)


def fiscal_start(*codes: str | None) -> int | None:
    """Return the month that the financial year of the first country with one of its own begins with."""
    months = {line["country"]: int(line["month"]) for line in read_patterns("trade_fiscal_years")}
    return next((months[code] for code in codes if code in months), None)


def read_periods(text: str, published: date | None, fiscal: int | None) -> list[Period]:
    """Return the periods of a text in order, told apart from what they are compared with."""
    found = []
    for mention in find_periods(text, published, fiscal):
        before = text[max(mention.start - 60, 0) : mention.start]
        if not _REPORTED.search(before):
            found.append(_read(text, mention, before))
    taken = [(period.start, period.end) for period in found]
    found += [
        Period(
            match.start(),
            match.end(),
            None,
            whole_year=bool(match["whole"]),
            back=None if match["whole"] else -YEAR_LENGTH,
        )
        for match in _RELATIVE.finditer(text)
        if not any(start < match.end() and match.start() < end for start, end in taken)
    ]
    return sorted(found, key=lambda period: period.start)


def _read(text: str, mention: DateMention, before: str) -> Period:
    words = text[mention.start : mention.end]
    names_year = bool(_YEAR.search(words))
    refers = not names_year and bool(_BACKWARD.search(words))
    is_range = not refers and ("/" in (mention.edtf or "") or "-" in words)
    cue = _BASE.search(before)
    base = cue is not None and not (is_range and cue[0].lower().startswith("over"))
    whole = not is_range or names_year or words.lower().startswith("the ")
    base = base or bool(_RISEN.search(before) and _FROM.search(before) and whole)
    if refers:
        span = _months_back(words)
        whole_year = bool(
            re.fullmatch(r"(?:the\s+)?(?:previous|prior|preceding)\s+year", words, re.IGNORECASE)
        )
        return Period(mention.start, mention.end, mention.edtf, base, span, whole_year)
    edtf = mention.edtf
    days, month, months = (
        _FIRST_DAYS.search(before),
        _FIRST_MONTH.search(before),
        _MONTHS.search(before),
    )
    if days and edtf and re.fullmatch(r"\d{4}-\d\d", edtf):
        edtf = f"{edtf}-01/{edtf}-{int(days[1]):02}"
    elif _HALF.search(before) and edtf and re.fullmatch(r"\d{4}-\d\d/\d{4}-\d\d", edtf):
        edtf = f"{shifted(edtf[len('2023-07/') :], 5)}/{edtf[len('2023-07/') :]}"
    elif month and edtf and re.match(r"\d{4}-\d\d/", edtf):
        edtf = edtf[: len("2023-07")]
    elif months and edtf and re.fullmatch(r"\d{4}", edtf) and 0 < int(months[1]) < YEAR_LENGTH:
        edtf = f"{edtf}-01/{edtf}-{int(months[1]):02}"
    return Period(mention.start, mention.end, edtf, base)


def _months_back(words: str) -> int:
    if re.search(r"month", words, re.IGNORECASE) and not re.search(
        r"year|same|corr", words, re.IGNORECASE
    ):
        return 1
    return (
        12 if re.search(r"year|before|ago|earlier|prev|prior|preced", words, re.IGNORECASE) else 0
    )


def shifted(edtf: str | None, months: int) -> str | None:
    """Return a period moved back by months; whole years move by twelve months at least."""
    if not edtf or not months:
        return edtf
    return "/".join(_back(part, months) for part in edtf.split("/"))


def _back(part: str, months: int) -> str:
    year, _, rest = part.partition("-")
    if not year.isdigit():
        return part
    if not rest[:2].isdigit():
        years = months // YEAR_LENGTH or 1
        return f"{int(year) - years:04}" + (f"-{rest}" if rest else "")
    count = int(year) * 12 + int(rest[:2]) - 1 - months
    return f"{count // 12:04}-{count % 12 + 1:02}" + rest[2:]
