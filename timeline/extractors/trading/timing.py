"""Give the figures of a sentence their periods: beside them, before them, or from what went before."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from timeline.extractors.trading.amounts import Quantity
from timeline.extractors.trading.context import Memory
from timeline.extractors.trading.periods import YEAR_LENGTH, Period, shifted
from timeline.extractors.trading.scene import Figure, Frame, Kind, Scene
from timeline.records import Flow, Measure

_YEAR_BEFORE = re.compile(
    r"[^.;]{0,25}?\b(?:(?:a|one) year (?:earlier|ago|before|prior)|year[- ]ago|year[- ]earlier|"
    r"(?:in|during|for|of|over) the (?:same|corresponding|comparable|equivalent|previous|prior|preceding)\s+"
    r"(?:[\w-]+\s+)?(?:period|months?|quarter|year|half|timeframe)|(?:the )?(?:previous|prior|preceding|last) year|"
    r"same period|corresponding (?:period|month))\b",
    re.IGNORECASE,
)
_MONTH_BEFORE = re.compile(
    r"[^.;]{0,20}?\b(?:a|the|one)?\s*(?:month (?:earlier|ago|before)|(?:previous|prior|preceding) month)\b",
    re.IGNORECASE,
)
_OF_YEAR_BEFORE = re.compile(
    r"\b(?:(?:previous|prior|preceding) year['’]s|year-ago|year-earlier)\s+"
    r"(?:(?:figures?|levels?|total|value|volume|of|period|amount)\s+)*$",
    re.IGNORECASE,
)
_COMPARED = re.compile(
    r"(?:\b(?:compared (?:to|with)|against|versus|vs\.?|below|above|from|(?<!more )(?<!less )(?<!fewer )than|down on|up on|after|following))\s+"
    r"(?:(?:the|a|an|its|their|about|around|nearly|some|almost|just|over|only|more|than|roughly|approximately|record|"
    r"revised|upwardly|downwardly|previous|previously|earlier|last|year['’]s|month['’]s|that|those|of|growth|in|for|figure|"
    r"level|mere|reported|year-ago|year-earlier|deficit|surplus|total|exports|imports)\s+){0,5}$",
    re.IGNORECASE,
)
_BREAK = re.compile(
    r";|,?\s\b(?:while|whereas|but|after|since|when|because|due|until|before|as)\b", re.IGNORECASE
)
_WHEN = re.compile(r",?\s*(?:when|in which|where)\b", re.IGNORECASE)
_LIKE = re.compile(
    r"\b(?:period|month|quarter|time|half)\s+(?:of|in)\s+(?:the\s+)?$", re.IGNORECASE
)
_DURING = re.compile(r"\b(?:in|during|for|over)\s+(?:the\s+)?$", re.IGNORECASE)
_SAME = re.compile(
    r"\b(?:same|that|this) (?:month|period|quarter|half|timeframe|year)\b(?! (?:of |in )?(?:last|a|the|20|19))",
    re.IGNORECASE,
)
_PARTS = re.compile(
    r"[;]|\b(?:since|after|before|until|when|because|due|as|although|though|while|whereas|but|amid|by)\b",
    re.IGNORECASE,
)
_NOW = re.compile(r"\s*(?:today|now|at present|currently)\b", re.IGNORECASE)
_EVERY_YEAR = re.compile(r"\s*(?:every|each|per|a)\s+year\b", re.IGNORECASE)
_PRESENT = re.compile(
    r"\b(?:accounts?|represents?|constitutes?|comprises?|makes?|is|are|contributes?|takes?|buys?|imports?|exports?|"
    r"sells?|ships?|supplies|gets?|go|goes|comes?)\s+(?:for|up)?\s*"
    r"(?:(?:about|around|nearly|almost|over|more|than|some|roughly|approximately|up|to|just|a|an|only|still|now|close|under|below|above|at|least|less)\s+)*$",
    re.IGNORECASE,
)
_NAMED_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_USUALLY = re.compile(
    r"[^.;,]{0,50}\b(?:goes|go|comes|come|are|is)\s+(?:to|from|destined|with|shipped|sent)\b",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"\([^()]*\)")
_NEXT = len(", in the ")
_AFTER = 90  # characters between a number and the period behind it


def is_compared(left: str) -> bool:
    """Say whether a number is what another one is compared with ("compared with $5 billion")."""
    return bool(_COMPARED.search(left) or _OF_YEAR_BEFORE.search(left))


def years_back(left: str, right: str) -> int:
    """Return how many months before the main period a number lies, by the words around it."""
    if _OF_YEAR_BEFORE.search(left) or _YEAR_BEFORE.match(right):
        return YEAR_LENGTH
    return 1 if _MONTH_BEFORE.match(right) else 0


@dataclass(frozen=True, slots=True)
class Timed:
    """The figures of a sentence with their periods.

    Attributes:
        period: the period that the sentence is of, where it names one.
    """

    figures: list[Figure]
    period: str | None


@dataclass(frozen=True, slots=True)
class Sources:
    """Where the figures of a sentence can have their periods from.

    Attributes:
        near: True where the flow of ``memory`` stands in the sentence before.
    """

    scene: Scene
    frames: Sequence[Frame]
    periods: Sequence[Period]
    memory: Memory
    near: bool


def time_figures(sources: Sources, figures: Sequence[Figure]) -> Timed:
    """Give each figure of a sentence its period."""
    compared = {f.quantity.start for f in figures if is_compared(_beside(sources.scene, f)[0])}
    own = {f.quantity.start: own_period(sources, f.quantity) for f in figures}
    _share_periods(sources.scene, figures, own, compared)
    taken = {period.start for at, period in own.items() if period and at in compared}
    taken |= {
        _told_after(sources.periods, period).start
        for period in own.values()
        if period and period.back is not None
    }
    timed = [_timed(sources, figure, own, compared, taken) for figure in figures]
    return Timed(timed, _main_period(sources, timed, compared, taken))


def _share_periods(
    scene: Scene,
    figures: Sequence[Figure],
    own: dict[int, Period | None],
    compared: set[int],
) -> None:
    """Give "$3 billion" the period of "compared with $3 billion and $2 billion in May"."""
    for here, following in pairwise(figures):
        at, after = here.quantity.start, following.quantity.start
        joint = scene.text[here.quantity.end : after]
        if own[at] is None and at in compared and re.fullmatch(r"\s*(?:and|,)\s*", joint):
            own[at] = own[after]
            compared.add(after)


def _timed(
    sources: Sources,
    figure: Figure,
    own: Mapping[int, Period | None],
    compared: set[int],
    taken: set[int],
) -> Figure:
    at = figure.quantity.start
    beside = own[at]
    left, right = _beside(sources.scene, figure)
    if _is_timeless(figure, beside, left, right):
        return figure
    if beside and beside.back is not None:
        beside = _told_after(sources.periods, beside)
    back = years_back(left, right) if at in compared else 0
    settled = beside is not None and beside.back is None and not beside.whole_year
    if beside and settled and (not back or beside is not own[at]):
        return replace(figure, period=beside.edtf)
    if beside and beside.back is not None:
        back = back or beside.back
    return _timed_by(sources, figure, _main(sources, figure, taken, beside, back), back)


def _main(
    sources: Sources, figure: Figure, taken: set[int], beside: Period | None, back: int
) -> Period | None:
    """Return the period that a figure is counted from, where its sentence names one."""
    found = period_before(sources, figure.quantity, taken) or _period_behind(sources, figure, taken)
    refers = found is not None and bool(found.whole_year or found.back)
    return None if found is beside or (back and refers) else found


def _timed_by(sources: Sources, figure: Figure, main: Period | None, back: int) -> Figure:
    if main is not None:
        edtf = shifted(_named(sources, main), back)
        return replace(figure, period=_since(sources, figure, edtf))
    if _goes_on_total(sources, figure.frame):
        return replace(figure, period=shifted(sources.memory.period, back))
    return replace(figure, period=shifted(_unnamed(sources, figure), back), carried=True)


def _told_after(periods: Sequence[Period], relative: Period) -> Period:
    """Return the period in "a year earlier, in May 2020", which says it once more."""
    return next((p for p in periods if 0 <= p.start - relative.end <= _NEXT), relative)


def _since(sources: Sources, figure: Figure, edtf: str | None) -> str | None:
    """Return the years that a growth runs over ("up 64% in 2023 compared with 2021")."""
    if figure.measure is not Measure.GROWTH or not re.fullmatch(r"\d{4}", edtf or ""):
        return edtf
    following = sources.scene.next_quantity(figure.quantity.end)
    base = next(
        (p for p in sources.periods if p.base and figure.quantity.end <= p.start < following), None
    )
    if base is None or not re.fullmatch(r"\d{4}", base.edtf or ""):
        return edtf
    return f"{base.edtf}/{edtf}" if int(edtf or 0) - int(base.edtf or 0) > 1 else edtf


def _named(sources: Sources, period: Period) -> str | None:
    """Return what a period means, counted from the one told of before where it refers back."""
    if not period.whole_year and period.back is None:
        return period.edtf
    carried = _carried(sources)
    if period.whole_year:
        carried = carried[: len("2023")] if carried else None
    return shifted(carried, period.back or 0)


def _unnamed(sources: Sources, figure: Figure) -> str | None:
    """Return the period of a figure whose sentence names none."""
    if figure.measure is Measure.GROWTH:
        after = after_base(sources, figure.quantity)
        if after:
            return after
    return _carried(sources)


def _goes_on_total(sources: Sources, frame: Frame) -> bool:
    """Say whether exports or imports follow the sum of both, told in the sentence before."""
    last = sources.memory.frame
    if last is None or not sources.near or sources.memory.period is None:
        return False
    totalled = last.kind is Kind.FLOW and last.flow is Flow.TOTAL
    is_part = frame.flow is not Flow.TOTAL and not frame.goods and frame.end >= 0
    return totalled and is_part and (frame.reporter, frame.partner) == (last.reporter, last.partner)


def _carried(sources: Sources) -> str | None:
    memory, sentence = sources.memory, sources.scene.sentence
    here = memory.period_paragraph == sentence.paragraph
    return memory.period if memory.period and (here or _SAME.search(sentence.text)) else memory.main


def _main_period(
    sources: Sources, timed: Sequence[Figure], compared: set[int], taken: set[int]
) -> str | None:
    lead = [
        period
        for period in sources.periods
        if not period.base and period.start not in taken and not _in_brackets(sources.scene, period)
    ]
    first = sources.scene.next_quantity(sources.scene.sentence.start)
    opening = next(
        (period for period in lead if period.start < first and period.back is None), None
    )
    if opening or not timed:
        found = opening or (lead[0] if lead else None)
        return _named(sources, found) if found else None
    told = [
        f.period for f in timed if f.period and not f.carried and f.quantity.start not in compared
    ]
    return told[0] if told else None


def _beside(scene: Scene, figure: Figure) -> tuple[str, str]:
    quantity = figure.quantity
    floor = max(scene.sentence.start, quantity.start - 40)
    return scene.text[floor : quantity.start], scene.text[quantity.end : quantity.end + 60]


def _is_timeless(figure: Figure, beside: Period | None, left: str, right: str) -> bool:
    """Say whether a figure is of no one period ("accounts for", "every year")."""
    if figure.rule == "share-carried":
        return beside is None
    if figure.measure is Measure.SHARE:
        return beside is None and bool(_PRESENT.search(left) or _USUALLY.match(right))
    if figure.measure is Measure.VALUE:
        return beside is None and bool(_NOW.match(right))
    return figure.measure is Measure.GROWTH and bool(_EVERY_YEAR.match(right))


def own_period(sources: Sources, quantity: Quantity) -> Period | None:
    """Return the period that stands right behind a number."""
    scene = sources.scene
    following = scene.next_quantity(quantity.end)
    period = next((p for p in sources.periods if p.start >= quantity.end and not p.base), None)
    if period is None or period.start >= following or _apart(scene, quantity, period):
        return None
    between = scene.text[quantity.end : period.start]
    if len(between) > _AFTER or _BREAK.search(between):
        return None
    if any(
        quantity.end + 12 < f.start and f.head < period.start and not f.verb for f in sources.frames
    ):
        return None
    forward = "," in between and re.fullmatch(
        r"[\s,]*(?:was|were|at)?\s*", scene.text[period.end : following]
    )
    return None if forward and following < scene.sentence.end else period


def period_before(sources: Sources, quantity: Quantity, taken: set[int]) -> Period | None:
    """Return the last period before a number that is not another number's own."""
    scene = sources.scene
    before = [p for p in sources.periods if p.end <= quantity.start]
    if before and _WHEN.match(scene.text, before[-1].end):
        return before[-1]
    found = [
        period
        for period in before
        if not period.base
        and period.start not in taken
        and not _apart(scene, quantity, period)
        and (
            period.back is None
            or period.whole_year
            or period.back < 0
            or _DURING.search(scene.text, max(period.start - 12, 0), period.start)
        )
    ]
    return found[-1] if found else None


def _period_behind(sources: Sources, figure: Figure, taken: set[int]) -> Period | None:
    """Return the first period behind a number, further on in its clause."""
    quantity = figure.quantity
    for period in sources.periods:
        if period.start <= quantity.end or period.base or period.start in taken:
            continue
        if period.back is not None or _apart(sources.scene, quantity, period):
            continue
        between = sources.scene.text[quantity.end : period.start]
        return None if _PARTS.search(between) else period
    return None


def _apart(scene: Scene, quantity: Quantity, period: Period) -> bool:
    """Say whether a period stands in brackets that a number does not stand in."""
    inside = _brackets(scene, period)
    return inside is not None and not inside[0] < quantity.start < inside[1]


def _in_brackets(scene: Scene, period: Period) -> bool:
    return _brackets(scene, period) is not None


def _brackets(scene: Scene, period: Period) -> tuple[int, int] | None:
    for match in _BRACKETS.finditer(scene.text, scene.sentence.start, scene.sentence.end):
        if match.start() < period.start < match.end():
            return match.span()
    return None


def after_base(sources: Sources, quantity: Quantity) -> str | None:
    """Return the period that follows the one that a growth is told against ("up 3% on 2022")."""
    text = sources.scene.text
    period = next(
        (p for p in sources.periods if p.base and p.start >= quantity.end and p.back is None), None
    )
    if period is None or _LIKE.search(text, max(period.start - 30, 0), period.start):
        return None
    named = _NAMED_YEAR.search(text, period.start, period.end)
    is_month = re.fullmatch(r"\d{4}-\d\d", period.edtf or "")
    return shifted(period.edtf, -YEAR_LENGTH) if named and not is_month else None
