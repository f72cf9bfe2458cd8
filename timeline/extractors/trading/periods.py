"""Find which period a number is of, when it does not stand beside it, and what it is compared with."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from timeline.extractors.dating.periods import find_periods
from timeline.extractors.patterns import read_patterns
from timeline.extractors.trading.flows import Frame, Scene
from timeline.extractors.trading.quantities import Quantity

_YEAR = re.compile(r"\b(19[5-9]\d|20\d\d)\b")
_PART_OF_YEAR = re.compile(
    r"(?:months?|half|quarter|january|february|march|april|may|june|july|august|september|october|"
    r"november|so far|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov)\.?(?:\s+(?:of|in|this|the|year))*\s*,?\s*$",
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
    r"(?:%|cent|percent|pct|pc|\w+fold|doubled|tripled|halved)[\s,]*(?:\w+[\s,]+){0,4}(?:from|on)\s+(?:[\w-]+\s+){0,5}$",
    re.I,
)
_YEAR_BEFORE = re.compile(
    r"[^.;]{0,25}?\b(?:(?:a|one) year (?:earlier|ago|before|prior)|year[- ]ago|year[- ]earlier|"
    r"(?:in|during|for|of|over) the (?:same|corresponding|comparable|equivalent|previous|prior|preceding)\s+"
    r"(?:[\w-]+\s+)?(?:period|months?|quarter|year|half|timeframe)|(?:the )?(?:previous|prior|preceding|last) year|"
    r"same period|corresponding (?:period|month))\b",
    re.IGNORECASE,
)
_MONTH_BEFORE = re.compile(
    r"[^.;]{0,20}?\b(?:a|the|one)?\s*(?:month (?:earlier|ago|before)|(?:previous|prior|preceding) month)\b",
    re.I,
)
_OF_YEAR_BEFORE = re.compile(
    r"\b(?:(?:previous|prior|preceding) year['’]s|year-ago|year-earlier)\s+"
    r"(?:(?:figures?|levels?|total|value|volume|of|period|amount)\s+)*$",
    re.IGNORECASE,
)
_COMPARED = re.compile(
    r"(?:\b(?:compared (?:to|with)|against|versus|vs\.?|from|(?<!more )(?<!less )(?<!fewer )than|down on|up on|after|following))\s+"
    r"(?:(?:the|a|an|its|their|about|around|nearly|some|almost|just|over|only|more|than|roughly|approximately|record|"
    r"revised|upwardly|downwardly|previous|previously|earlier|last|year['’]s|month['’]s|that|those|of|growth|in|for|figure|"
    r"level|mere|reported|year-ago|year-earlier|deficit|surplus|total|exports|imports)\s+){0,5}$",
    re.IGNORECASE,
)
_BREAK = re.compile(
    r";|,?\s\b(?:while|whereas|but|after|since|when|because|due|until|before|as)\b", re.IGNORECASE
)
# Words that count from another period; ``years_back`` reads them.
_BACKWARD = re.compile(
    r"\b(?:earlier|ago|before|previous|preceding|prior|same|corresponding|later)\b", re.I
)
_FIRST_DAYS = re.compile(r"\bfirst (\d\d) days of (?:the month of )?$", re.IGNORECASE)
_REPORTED = re.compile(
    r"\b(?:said|showed|shown|published|released|announced|issued)(?: earlier)?\s+(?:(?:in|on|by)\s+)?$",
    re.I,
)
_LIKE = re.compile(
    r"\b(?:period|month|quarter|time|half)\s+(?:of|in)\s+(?:the\s+)?$", re.IGNORECASE
)
_DURING = re.compile(r"\b(?:in|during|for|over)\s+(?:the\s+)?$", re.IGNORECASE)
_WHEN = re.compile(r",?\s*(?:when|in which|where)\b", re.IGNORECASE)
_YEAR_LENGTH = 12
_AFTER = 90  # characters between a number and the period behind it


@dataclass(frozen=True, slots=True)
class Period:
    """A period that the text names.

    Attributes:
        edtf: the period; None where text and publication date do not settle it.
        base: True where it is what something else is compared with.
        back: how many months it lies before the period that the sentence is of, for "a year earlier".
    """

    start: int
    end: int
    edtf: str | None
    base: bool = False
    back: int | None = None


def reference_day(text: str, published: date | None) -> date | None:
    """Return the day from which "last year" counts: of publication, or as the years told imply."""
    if published:
        return published
    years = [(int(match[1]), match.start()) for match in _YEAR.finditer(text)]
    if not years:
        return None
    latest = max(year for year, _ in years)
    partly = any(
        year == latest and _PART_OF_YEAR.search(text, max(at - 30, 0), at) for year, at in years
    )
    follows = bool(_LAST_YEAR.search(text)) and not partly
    return date(min(latest + follows, date.max.year), 12, 31)


def fiscal_start(*codes: str | None) -> int | None:
    """Return the month that the financial year of the first country with one of its own begins with."""
    months = {line["country"]: int(line["month"]) for line in read_patterns("trade_fiscal_years")}
    return next((months[code] for code in codes if code in months), None)


def read_periods(text: str, published: date | None, fiscal: int | None) -> list[Period]:
    """Return the periods of a text in order, told apart from what they are compared with."""
    found = []
    for mention in find_periods(text, published, fiscal):
        before = text[max(mention.start - 60, 0) : mention.start]
        is_range = "/" in (mention.edtf or "") or "-" in text[mention.start : mention.end]
        cue = _BASE.search(before)
        base = cue is not None and not (is_range and cue[0].lower().startswith("over"))
        names_year = bool(_YEAR.search(text, mention.start, mention.end))
        whole = not is_range or names_year or text.startswith(("the ", "The "), mention.start)
        base = base or bool(_RISEN.search(before) and _FROM.search(before) and whole)
        if _REPORTED.search(before):
            continue
        if not names_year and _BACKWARD.search(text, mention.start, mention.end):
            back = _months_back(text[mention.start : mention.end])
            found.append(Period(mention.start, mention.end, mention.edtf, base, back))
            continue
        days = _FIRST_DAYS.search(before)
        start, edtf = mention.start, mention.edtf
        if days and edtf and re.fullmatch(r"\d{4}-\d\d", edtf):
            start, edtf = mention.start - len(days[0]), f"{edtf}-01/{edtf}-{int(days[1]):02}"
        found.append(Period(start, mention.end, edtf, base))
    return found


def _months_back(words: str) -> int:
    if re.search(r"month", words, re.IGNORECASE) and not re.search(r"year|same|corr", words, re.I):
        return 1
    return 12 if re.search(r"year|before|ago|earlier|prev|prior|preced", words, re.I) else 0


def is_compared(left: str) -> bool:
    """Say whether a number is what another one is compared with ("compared with $5 billion")."""
    return bool(_COMPARED.search(left) or _OF_YEAR_BEFORE.search(left))


def years_back(left: str, right: str) -> int:
    """Return how many months before the main period a number lies, by the words around it."""
    if _OF_YEAR_BEFORE.search(left) or _YEAR_BEFORE.match(right):
        return 12
    return 1 if _MONTH_BEFORE.match(right) else 0


def own_period(
    scene: Scene, quantity: Quantity, frames: Sequence[Frame], periods: Sequence[Period]
) -> Period | None:
    """Return the period that stands right behind a number."""
    following = next(
        (q.start for q in scene.quantities if q.start >= quantity.end), scene.sentence.end
    )
    for period in periods:
        if period.start < quantity.end or period.base:
            continue
        between = scene.text[quantity.end : period.start]
        if period.start >= following or len(between) > _AFTER or _BREAK.search(between):
            return None
        if any(
            quantity.end < f.head < period.start and not f.start <= quantity.end + 12
            for f in frames
        ):
            return None
        forward = "," in between and re.fullmatch(
            r"[\s,]*(?:was|were|at)?\s*", scene.text[period.end : following]
        )
        return None if forward and following < scene.sentence.end else period
    return None


def period_before(
    scene: Scene, quantity: Quantity, periods: Sequence[Period], taken: set[int]
) -> Period | None:
    """Return the last period before a number that is not another number's own base."""
    before = [p for p in periods if p.end <= quantity.start]
    if before and _WHEN.match(scene.text, before[-1].end):
        return before[-1]
    found = [
        period
        for period in before
        if not period.base
        and period.start not in taken
        and (
            period.back is None
            or _DURING.search(scene.text, max(period.start - 12, 0), period.start)
        )
    ]
    return found[-1] if found else None


def after_base(scene: Scene, quantity: Quantity, periods: Sequence[Period]) -> str | None:
    """Return the period that follows the one that a growth is told against ("up 3% on 2022")."""
    for period in periods:
        if period.base and period.start >= quantity.end and period.back is None:
            if _LIKE.search(scene.text, max(period.start - 30, 0), period.start):
                return None
            named = _YEAR.search(scene.text, period.start, period.end)
            month = re.fullmatch(r"\d{4}-\d\d", period.edtf or "")
            return shifted(period.edtf, -_YEAR_LENGTH) if named and not month else None
    return None


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
        years = months // _YEAR_LENGTH or 1
        return f"{int(year) - years:04}" + (f"-{rest}" if rest else "")
    count = int(year) * 12 + int(rest[:2]) - 1 - months
    return f"{count // 12:04}-{count % 12 + 1:02}" + rest[2:]
