"""Make rows of trade figures out of the numbers and phrases of a sentence."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from timeline.extractors.trading.context import Memory, Setting, complete
from timeline.extractors.trading.flows import Frame, Kind, Scene
from timeline.extractors.trading.frames import OWN
from timeline.extractors.trading.linking import Link, link, party_beside, rises_ahead
from timeline.extractors.trading.measures import (
    direction_after,
    direction_before,
    is_change,
    is_growth_level,
    last_direction,
    reaches,
    tells_share,
)
from timeline.extractors.trading.parties import WORLD, Style
from timeline.extractors.trading.periods import (
    Period,
    after_base,
    is_compared,
    own_period,
    period_before,
    shifted,
    years_back,
)
from timeline.extractors.trading.quantities import Quantity
from timeline.extractors.trading.shares import share_of
from timeline.records import Flow, Measure

_UNREAL = re.compile(
    r"\b(?:expect(?:s|ed|ing)? (?:to|that|the|it|a|an|exports|imports|trade)|expected|projected|projecting|projections?|tr(?:y|ies|ied|ying) to|efforts? to|in a bid to|"
    r"forecasts?|forecasted|forecasting|targets?|targeted|targeting|goals?|aims?|aimed|aiming|could|may|might|would|will|should|potentially|"
    r"on track|poised|hop(?:e|es|ed|ing)|seek(?:s|ing)?|plans?|planned|pledg\w+|commit(?:ted|ting|s)?|"
    r"agreed to|set to|likely to|predict\w*|anticipat\w+|vow\w*|threaten\w*|consensus|economists (?:polled|had)|"
    r"ambition|ambitious|mandate|potential|capable|promis\w+|need(?:s|ed)? to|want(?:s|ed)? to|if|unless)\b",
    re.IGNORECASE,
)
_UNREAL_AFTER = re.compile(
    r"[^.;,]{0,40}?\b(?:mark\b|target|goal|threshold|forecast|projected|predicted|expected|estimated by economists|"
    r"milestone|by 20[3-9]\d|may\b|could\b|would\b|will\b|consensus|each\b|per month\b|a month\b|per year\b|annually by)",
    re.IGNORECASE,
)
_RESET = re.compile(
    r"[;]|,?\s\b(?:while|whereas|but|after|compared|up from|down from|against|which|although|though|beating|as|"
    r"(?:that|what|who)(?=\s(?:came|was|were|reached|stood|hit|rose|fell|has|had|totall?ed|amounted)))\b",
    re.I,
)
_CARRIED = re.compile(
    r"(?:[^,;]{0,60},\s+)?[\"']?(?:it|they|this|that|these|those|which|the\s+(?:[\w-]+\s+){0,3}?(?:figures?|total|value|volume|amount|sum|"
    r"number|level|drop|increase|decline|rise|growth|fall|share|result|surge|jump|data|latest|two|both))\b",
    re.IGNORECASE,
)
_JOINT = re.compile(
    r"[\s,(]*(?:(?:and|or|compared (?:to|with)|against|versus|vs\.?|up from|down from|from|after|while|followed by|than|with|"
    r"to|then|but|higher than|lower than)\b)?[^.;]{0,80}",
    re.IGNORECASE,
)
_PERCENT_FOLLOWS = re.compile(r"\s+(?:by\s+)?(?:[\w]+\s+){0,3}$", re.IGNORECASE)
_PARTS = re.compile(
    r"[;]|\b(?:since|after|before|until|when|because|due|as|although|though|while|whereas|but|amid|by)\b",
    re.I,
)
_EVERY_YEAR = re.compile(r"\s*(?:every|each|per|a)\s+year\b|\s*annually\b", re.IGNORECASE)
_PRESENT = re.compile(
    r"\b(?:accounts?|represents?|constitutes?|comprises?|makes?|is|are|contributes?|takes?|buys?|imports?|exports?|sells?|ships?|supplies|gets?|go|goes|comes?)\s+(?:for|up)?\s*"
    r"(?:(?:about|around|nearly|almost|over|more|than|some|roughly|approximately|up|to|just|a|an|only|still|now)\s+)*$",
    re.IGNORECASE,
)
_SAME = re.compile(
    r"\b(?:same|that|this) (?:month|period|quarter|half|timeframe|year)\b(?! (?:of |in )?(?:last|a|the|20|19))",
    re.I,
)
_OFFICE = re.compile(
    r"\s+(?:[\w-]+\s+){0,3}?(?:data|banks?|customs|ministr\w+|offices?|governments?|agenc\w+|figures|statistics|"
    r"authorit\w+|officials?|administration|census|bureau|department)\b",
    re.IGNORECASE,
)
_WIDTH = 140
_LEAST = 10_000  # less money than this is a price or a number cut short


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with all that it says.

    Attributes:
        frame: the flow, both sides known.
        link: how the number was led to it.
        carried: True where something came from an earlier sentence.
    """

    quantity: Quantity
    frame: Frame
    measure: Measure
    value: Decimal
    period: str | None = None
    carried: bool = False
    rule: str = ""


class SentenceReader:
    """Reads the figures of one sentence, in order, as each may lean on the one before."""

    def __init__(
        self, scene: Scene, frames: list[Frame], periods: list[Period], memory: Memory, near: bool
    ) -> None:
        self.scene, self.frames, self.periods, self.memory, self.near = (
            scene,
            frames,
            periods,
            memory,
            near,
        )
        self.done: dict[int, Frame] = {}
        self.bases: set[int] = set()
        self.figures: list[Figure] = []
        self.last: Quantity | None = None
        self.taken: set[int] = set()
        self.dated: list[Figure] = []
        self.compared: set[int] = set()

    def read(self) -> list[Figure]:
        """Return the figures of the sentence."""
        for quantity in self.scene.quantities:
            figure = self._figure(quantity)
            if figure:
                self.figures.append(figure)
            self.last = quantity
        for index in range(len(self.frames)):
            self._resolved(index)
        self.dated = self._dated()
        return self.dated

    def resolved_frames(self) -> list[Frame]:
        """Return the flows of the sentence with both sides."""
        return [self.done[i] for i in sorted(self.done) if self.done[i].kind is not Kind.TRAP]

    def _resolved(self, index: int) -> Frame:
        if index not in self.done:
            before = None
            for earlier in range(index):
                frame = self._resolved(earlier)
                if frame.kind is not Kind.TRAP and not frame.barred and frame.reporter:
                    before = frame
            frame = self.frames[index]
            trap = frame.kind is Kind.TRAP
            self.done[index] = frame if trap else complete(frame, before, self._setting(frame))
        return self.done[index]

    def _setting(self, frame: Frame) -> Setting:
        before = [p for p in self.scene.parties if p.end <= frame.head]
        speaker = next((p.code for p in before if _OFFICE.match(self.scene.text, p.end)), None)
        return Setting(self.memory, self.near, speaker, tuple(p.code for p in before))

    def _figure(self, quantity: Quantity) -> Figure | None:
        if self._is_unreal(quantity):
            return None
        found = link(self.scene, quantity, self.frames, self.bases)
        if found is None:
            return self._carried(quantity)
        index = self._twin(found.index or 0, quantity)
        frame = self._resolved(index)
        if frame.kind is Kind.TRAP:
            return None
        floor = max(
            self.last.end if self.last else self.scene.sentence.start,
            frame.end if frame.end <= quantity.start else self.scene.sentence.start,
        )
        party = (
            None
            if self._is_share(quantity, found, *self._around(quantity))
            else party_beside(self.scene, quantity, frame, floor)
        )
        if party is not None:
            frame = replace(frame, partner=party.code, several=(), barred=False, overall=False)
            self.done[index] = frame
        return self._measured(quantity, frame, found, floor)

    def _twin(self, index: int, quantity: Quantity) -> int:
        """Return which of "exports and imports" a number is of ("5% and 3%, respectively")."""
        if not index or self.frames[index].head > quantity.start or not self._is_twin(index):
            return index
        behind = [q for q in self.scene.quantities if q.start > self.frames[index].end]
        if index + 1 < len(self.frames):
            behind = [q for q in behind if q.start < self.frames[index + 1].head]
        alike = [q for q in behind if q.unit == quantity.unit]
        return index - 1 if len(alike) == 2 and alike[0] is quantity else index  # noqa: PLR2004

    def _is_twin(self, index: int) -> bool:
        one, other = self.frames[index - 1], self.frames[index]
        return {one.flow, other.flow} == {Flow.EXPORT, Flow.IMPORT} and bool(
            re.fullmatch(r"\s*(?:and|&|or)\s*", self.scene.text[one.end : other.start])
        )

    def _carried(self, quantity: Quantity) -> Figure | None:
        share = self._carried_share(quantity)
        if share:
            return share
        frame = self.memory.frame
        opening = self.scene.sentence.text
        if frame is None or not self.near or not _CARRIED.match(opening):
            return None
        if any(f.head < quantity.start for f in self.frames):
            return None
        figure = self._measured(
            quantity,
            replace(frame, start=-1, head=-1, end=-1),
            Link(None),
            self.scene.sentence.start,
        )
        return replace(figure, carried=True) if figure else None

    def _carried_share(self, quantity: Quantity) -> Figure | None:
        """Read "China's share was 4 percent" after a sentence that says of what."""
        base = self.memory.share
        left, right = self._around(quantity)
        if base is None or not quantity.is_percent or not tells_share(left, right):
            return None
        floor = self.last.end if self.last else self.scene.sentence.start
        holders = [
            p
            for p in self.scene.parties
            if floor <= p.start < quantity.start and p.code not in {base.reporter, WORLD}
        ]
        if not holders or re.search(r"\bof\b", right[:20]):
            return None
        frame = replace(base, partner=holders[0].code, start=-1, head=-1, end=-1)
        return Figure(
            quantity,
            frame,
            Measure.SHARE,
            quantity.value,
            period=self.memory.share_period,
            carried=True,
            rule="share-carried",
        )

    def _measured(self, quantity: Quantity, frame: Frame, found: Link, floor: int) -> Figure | None:
        if quantity.is_percent:
            return self._percent(quantity, frame, found, floor)
        left, right = self._around(quantity)
        if is_change(left, right) or quantity.value < _LEAST:
            return None
        measure = Measure.BALANCE if frame.kind is Kind.BALANCE else Measure.VALUE
        value = quantity.value * frame.sign if measure is Measure.BALANCE else quantity.value
        return Figure(quantity, frame, measure, value, rule="level")

    def _percent(self, quantity: Quantity, frame: Frame, found: Link, floor: int) -> Figure | None:
        left, right = self._around(quantity)
        if self._is_share(quantity, found, left, right):
            return self._share(quantity, frame, found)
        if frame.kind is Kind.BALANCE:
            return None
        if quantity.signed:
            following = next(
                (q for q in self.scene.quantities if q.start >= quantity.end and q.is_percent), None
            )
            if following and _PERCENT_FOLLOWS.fullmatch(
                self.scene.text[quantity.end : following.start]
            ):
                return None
            return Figure(quantity, frame, Measure.GROWTH, quantity.value, rule="multiple")
        sign, rule = self._direction(quantity, frame, found, left, right)
        return (
            Figure(quantity, frame, Measure.GROWTH, quantity.value * sign, rule=rule)
            if sign
            else None
        )

    def _is_share(self, quantity: Quantity, found: Link, left: str, right: str) -> bool:
        if found.gap is not None and re.match(r"\s*of\b", found.gap):
            return tells_share(left, right)
        last = self.figures[-1] if self.figures else None
        if tells_share(left, right):
            return not direction_after(right)
        joint = last is not None and last.quantity is self.last and last.measure is Measure.SHARE
        return bool(
            joint
            and last
            and self._joined(last, quantity)
            and not direction_before(left)
            and not direction_after(right)
        )

    def _share(self, quantity: Quantity, frame: Frame, found: Link) -> Figure | None:
        last = self.figures[-1] if self.figures else None
        if (
            found.gap is None
            and last
            and last.measure is Measure.SHARE
            and last.quantity is self.last
            and self._joined(last, quantity)
        ):
            party = party_beside(self.scene, quantity, last.frame, last.quantity.end)
            between = self.scene.text[last.quantity.end : quantity.start]
            owners = [
                p
                for p in self.scene.parties
                if last.quantity.end <= p.start < quantity.start and p.code != last.frame.reporter
            ]
            if party is None and owners and owners[-1].style is Style.POSSESSIVE:
                party = owners[-1]
            if party is None and re.search(r"\baccount|\bmade up|\brepresent", between):
                return None
            shared = replace(last.frame, partner=party.code) if party else last.frame
            return Figure(quantity, shared, Measure.SHARE, quantity.value, rule="share-list")
        subject = None
        if found.gap is not None and found.index is not None:
            earlier = [
                i
                for i in range(found.index)
                if self.frames[i].kind in {Kind.FLOW, Kind.ROLE}
                and self.frames[i].head > (self.last.end if self.last else 0)
            ]
            subject = self._resolved(earlier[-1]) if earlier else None
            if earlier:
                self.bases.add(found.index)
        floor = self.scene.sentence.start
        if self.last and tells_share(self.scene.text[self.last.end : quantity.start], ""):
            floor = self.last.end
        shared_frame = share_of(self.scene, quantity, frame, subject, floor)
        if shared_frame is None:
            return None
        if (
            subject is not None
            and found.index is not None
            and earlier
            and subject.partner in {None, WORLD}
        ):
            self.done[earlier[-1]] = replace(subject, partner=shared_frame.partner)
        return Figure(quantity, shared_frame, Measure.SHARE, quantity.value, rule="share")

    def _direction(
        self, quantity: Quantity, frame: Frame, found: Link, left: str, right: str
    ) -> tuple[int, str]:
        if found.gap is not None:
            sign = rises_ahead(found.gap + " ") or last_direction(
                self.scene.text[frame.start : frame.end]
            )
            if sign:
                return sign, "growth-of"
        sign = direction_after(right)
        if sign:
            return sign, "growth-noun"
        if not reaches(left):
            sign = direction_before(left)
            if sign:
                return sign, "growth-verb"
        elif is_growth_level(left):
            return (
                -1 if last_direction(left.split(" to ")[0]) < 0 and "growth" not in left else 1
            ), "growth-rate"
        else:
            return 0, ""
        last = self.figures[-1] if self.figures else None
        if (
            last
            and last.measure is Measure.GROWTH
            and last.quantity is self.last
            and self._joined(last, quantity)
        ):
            return (1 if last.value > 0 else -1), "growth-list"
        start = max(frame.end, self.scene.sentence.start, quantity.start - _WIDTH)
        sign = last_direction(self.scene.text[start : quantity.start])
        return sign, "growth-far"

    def _joined(self, last: Figure, quantity: Quantity) -> bool:
        return bool(_JOINT.fullmatch(self.scene.text[last.quantity.end : quantity.start]))

    def _around(self, quantity: Quantity) -> tuple[str, str]:
        """Return the words before and behind a number, without the periods that stand in them."""
        floor = max(
            self.last.end if self.last else 0, self.scene.sentence.start, quantity.start - _WIDTH
        )
        following = next(
            (q.start for q in self.scene.quantities if q.start >= quantity.end),
            self.scene.sentence.end,
        )
        end = min(following, quantity.end + _WIDTH)
        left = self._blanked(floor, quantity.start)
        return left, self._blanked(quantity.end, end)

    def _blanked(self, start: int, end: int) -> str:
        words = self.scene.text[start:end]
        for period in self.periods:
            if start <= period.start and period.end <= end:
                a, b = period.start - start, period.end - start
                words = words[:a] + " " * (b - a) + words[b:]
        words = re.sub(r"\b(?:in|during|for|over)\s{3,}", lambda m: " " * len(m[0]), words)
        return re.sub(r"\s{2,}", " ", words)

    def _is_unreal(self, quantity: Quantity) -> bool:
        floor = max(self.scene.sentence.start, quantity.start - 2 * _WIDTH)
        left = self.scene.text[floor : quantity.start]
        resets = list(_RESET.finditer(left))
        clause = left[resets[-1].end() :] if resets else left
        return bool(_UNREAL.search(clause) or _UNREAL_AFTER.match(self.scene.text, quantity.end))

    def main_period(self) -> str | None:
        """Return the period that the sentence is of, where it names one."""
        lead = [
            p for p in self.periods if not p.base and p.back is None and p.start not in self.taken
        ]
        first = self.scene.quantities[0].start if self.scene.quantities else self.scene.sentence.end
        opening = next((p for p in lead if p.start < first), None)
        if opening or not self.figures:
            return (opening or lead[0]).edtf if lead else None
        return next(
            (
                f.period
                for f in self.dated
                if f.period and not f.carried and f.quantity.start not in self.compared
            ),
            None,
        )

    def _dated(self) -> list[Figure]:
        own = {
            f.quantity.start: own_period(self.scene, f.quantity, self.frames, self.periods)
            for f in self.figures
        }
        compared = {
            f.quantity.start for f in self.figures if is_compared(self._around_plain(f.quantity)[0])
        }
        self.compared = compared
        self.taken = {p.start for at, p in own.items() if p and at in compared}
        return [self._with_period(figure, own, compared) for figure in self.figures]

    def _around_plain(self, quantity: Quantity) -> tuple[str, str]:
        floor = max(self.scene.sentence.start, quantity.start - 40)
        return self.scene.text[floor : quantity.start], self.scene.text[
            quantity.end : quantity.end + 60
        ]

    def _with_period(
        self, figure: Figure, own: dict[int, Period | None], compared: set[int]
    ) -> Figure:
        quantity = figure.quantity
        if figure.rule == "share-carried" and not own[quantity.start]:
            return figure
        if self._is_timeless(figure, own[quantity.start]):
            return figure
        beside = own[quantity.start]
        left, right = self._around_plain(quantity)
        back = years_back(left, right) if quantity.start in compared else 0
        if beside and beside.back is None and not back:
            return replace(figure, period=beside.edtf)
        back = back or (beside.back if beside and beside.back else 0)
        before = period_before(self.scene, quantity, self.periods, self.taken)
        main = before or self._period_behind(quantity)
        edtf = main.edtf if main else None
        if main is not None and main.back is not None:
            edtf, back = self._carried_period(), main.back
        if main is None:
            grown = figure.measure is Measure.GROWTH
            edtf = (
                after_base(self.scene, quantity, self.periods) if grown else None
            ) or self._carried_period()
        return replace(figure, period=shifted(edtf, back), carried=figure.carried or main is None)

    def _period_behind(self, quantity: Quantity) -> Period | None:
        for period in self.periods:
            if period.start > quantity.end and not period.base and period.start not in self.taken:
                between = self.scene.text[quantity.end : period.start]
                return None if _PARTS.search(between) else period
        return None

    def _is_timeless(self, figure: Figure, beside: Period | None) -> bool:
        """Say whether a figure is of no one period ("accounts for", "every year")."""
        left, right = self._around_plain(figure.quantity)
        if figure.measure is Measure.SHARE:
            return beside is None and bool(_PRESENT.search(left))
        return figure.measure is Measure.GROWTH and bool(_EVERY_YEAR.match(right))

    def _carried_period(self) -> str | None:
        memory = self.memory
        if _SAME.search(self.scene.sentence.text) and memory.period:
            return memory.period
        if memory.period_paragraph == self.scene.sentence.paragraph:
            return memory.period
        return memory.main


def is_complete(figure: Figure) -> bool:
    """Say whether both sides of a figure are known, and are single countries or blocs."""
    frame = figure.frame
    sides = {frame.reporter, frame.partner}
    return not frame.barred and not frame.several and len(sides) == 2 and not sides & {None, OWN}  # noqa: PLR2004
