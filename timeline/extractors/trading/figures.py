"""Make figures out of the numbers and phrases of a sentence."""

import re
from dataclasses import replace

from timeline.extractors.trading.amounts import Quantity
from timeline.extractors.trading.context import Memory, Setting, complete
from timeline.extractors.trading.growth import growth_ahead, growth_far, growth_here, joins
from timeline.extractors.trading.linking import Link, link, party_beside
from timeline.extractors.trading.measures import (
    direction_after,
    direction_before,
    is_change,
    tells_share,
)
from timeline.extractors.trading.parties import OWN, WORLD
from timeline.extractors.trading.periods import Period
from timeline.extractors.trading.reality import is_unreal
from timeline.extractors.trading.scene import Figure, Frame, Kind, Scene
from timeline.extractors.trading.shares import next_share, share_of
from timeline.records import Flow, Measure

# A sentence that goes on about the flow of the one before ("It reached", "The figure was").
_GOES_ON = re.compile(
    r"(?:[^,;]{0,80},\s+){0,3}[\"']?(?:it|they|this|that|these|those|which|the\s+(?:[\w-]+\s+){0,3}?(?:figures?|total|"
    r"value|volume|amount|sum|number|level|drop|increase|decline|rise|growth|fall|share|result|surge|jump|data|"
    r"latest|two|both))\b|.{0,80}\bthe (?:figure|total|value|volume)\b",
    re.IGNORECASE,
)
_PERCENT_FOLLOWS = re.compile(r"\s+(?:by\s+)?(?:[\w]+\s+){0,3}", re.IGNORECASE)
_OFFICE = re.compile(
    r"\s+(?:[\w-]+\s+){0,3}?(?:data|banks?|customs|ministr\w+|offices?|governments?|agenc\w+|figures|statistics|"
    r"authorit\w+|officials?|administration|census|bureau|department)\b",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"\s*\(\s*$")
_IT = re.compile(r"\b(?:it|which)\b", re.IGNORECASE)
_OR_RISE = re.compile(r"\s*(?:,\s*)?(?:(?:or|–|—|-)\s+|\()")
_OR = re.compile(r"\s*,?\s*or\s+(?:[\w-]+\s+){0,3}", re.IGNORECASE)
_SUM = re.compile(r"\b(?:total|value|volume|sum|combined)\b", re.IGNORECASE)
_WIDTH = 140
_BACK = 300  # characters before a sentence in which "it" was named
_MOST = 10**18  # more is a slip of the pen in any currency
_LEAST = 10_000  # less money than this is a price or a number cut short


class SentenceReader:
    """Reads the figures of one sentence in order, as each may lean on the one before."""

    def __init__(
        self, scene: Scene, frames: list[Frame], periods: list[Period], memory: Memory, near: bool
    ) -> None:
        self.scene = scene
        self.frames = frames
        self.figures: list[Figure] = []
        self._periods = periods
        self._memory = memory
        self._near = near
        self._complete: dict[int, Frame] = {}
        self._skipped: set[int] = set()
        self._bases: set[int] = set()
        self._last: Quantity | None = None

    def read(self) -> list[Figure]:
        """Return the figures of the sentence, not yet dated."""
        for quantity in self.scene.quantities:
            figure = None if is_unreal(self.scene, quantity) else self._figure(quantity)
            if figure:
                self.figures.append(figure)
            self._last = quantity
        return self.figures

    def flows(self) -> list[Frame]:
        """Return the flows of the sentence with both sides."""
        return [
            frame
            for index, each in enumerate(self.frames)
            if each.kind in {Kind.FLOW, Kind.BALANCE}
            and not (frame := self._resolved(index)).barred
        ]

    def _resolved(self, index: int) -> Frame:
        """Return a phrase with both sides, after all those before it."""
        for each in range(index + 1):
            if each not in self._complete:
                frame = self.frames[each]
                if frame.kind is not Kind.TRAP:
                    frame = complete(frame, self._before(each), self._setting(frame))
                self._complete[each] = frame
        return self._complete[index]

    def _before(self, index: int) -> Frame | None:
        for each in range(index - 1, -1, -1):
            frame = self._complete[each]
            if frame.kind is not Kind.TRAP and not frame.barred and frame.reporter:
                return frame
        return None

    def _setting(self, frame: Frame) -> Setting:
        before = [p for p in self.scene.parties if p.end <= frame.head]
        speaker = next((p.code for p in before if _OFFICE.match(self.scene.text, p.end)), None)
        return Setting(self._memory, self._near, speaker, tuple(p.code for p in before))

    def _figure(self, quantity: Quantity) -> Figure | None:
        found = link(self.scene, quantity, self.frames, self._skipped)
        if found is None:
            return self._going_on(quantity)
        index = self._twin(found.index, quantity)
        frame = self._resolved(index)
        if frame.kind is Kind.TRAP:
            return None
        if not self._is_share(quantity, found):
            party = party_beside(self.scene, quantity, frame, self._floor(quantity, frame))
            if party is not None:
                frame = replace(frame, partner=party.code, several=(), barred=False, overall=False)
                self._complete[index] = frame
        return self._measured(quantity, frame, replace(found, index=index))

    def _floor(self, quantity: Quantity, frame: Frame) -> int:
        """Return where the number or the phrase before a number ends."""
        floor = self._last.end if self._last else self.scene.sentence.start
        return max(floor, frame.end) if frame.end <= quantity.start else floor

    def _twin(self, index: int, quantity: Quantity) -> int:
        """Return which of "exports and imports" a number is of ("5% and 3%, respectively")."""
        if not index or self.frames[index].head > quantity.start:
            return index
        one, other = self.frames[index - 1], self.frames[index]
        joint = self.scene.text[one.end : max(other.start, one.end)]
        if {one.flow, other.flow} != {Flow.EXPORT, Flow.IMPORT} or not re.fullmatch(
            r"\s*(?:and|&|or)\s*", joint
        ):
            return index
        limit = (
            self.frames[index + 1].head if index + 1 < len(self.frames) else self.scene.sentence.end
        )
        behind = [q for q in self.scene.quantities if other.end < q.start < limit]
        summed = _SUM.search(
            self.scene.text, one.start - _WIDTH // 5 if one.start > _WIDTH else 0, one.head
        )
        if summed or (
            len({q.unit for q in behind}) == len(behind) and any(not q.is_percent for q in behind)
        ):
            self._complete[index] = replace(self._resolved(index), flow=Flow.TOTAL)
            return index
        alike = [
            q
            for q in self.scene.quantities
            if other.end < q.start < limit and q.unit == quantity.unit
        ]
        return index - 1 if len(alike) == 2 and alike[0] is quantity else index

    def _going_on(self, quantity: Quantity) -> Figure | None:
        """Read a number of the flow that the sentence before tells of."""
        share = self._share_going_on(quantity)
        frame = self._memory.frame
        if share or frame is None or not self._near:
            return share
        frame = replace(frame, start=-1, head=-1, end=-1)
        party = party_beside(self.scene, quantity, frame, self._floor(quantity, frame))
        if party is not None:
            frame = replace(frame, partner=party.code)
        elif not _GOES_ON.match(self.scene.sentence.text):
            return None
        if any(f.head < quantity.start for f in self.frames):
            return None
        figure = self._measured(quantity, frame, Link(-1))
        return replace(figure, carried=True) if figure else None

    def _share_going_on(self, quantity: Quantity) -> Figure | None:
        """Read "China's share was 4 percent" after a sentence that says of what."""
        base = self._memory.share
        left, right = self._around(quantity)
        goes_on = tells_share(left, right) or self._last_share(quantity) is not None
        if base is None or not quantity.is_percent or not goes_on:
            return None
        floor = self._last.end if self._last else self.scene.sentence.start
        holder = next(
            (
                party
                for party in self.scene.parties
                if floor <= party.start < quantity.start
                and party.code not in {base.reporter, WORLD}
            ),
            None,
        )
        if holder is None or re.search(r"\bof\b", right[:20]):
            return None
        frame = replace(base, partner=holder.code, start=-1, head=-1, end=-1)
        period = self._memory.share_period
        return Figure(quantity, frame, Measure.SHARE, quantity.value, period, True, "share-carried")

    def _measured(self, quantity: Quantity, frame: Frame, found: Link) -> Figure | None:
        if quantity.is_percent:
            if self._is_share(quantity, found):
                return self._share(quantity, frame, found)
            return self._bracketed_share(quantity, frame) or self._growth(quantity, frame, found)
        left, right = self._around(quantity)
        if is_change(left, right) or (quantity.value < _LEAST and quantity.value > -_LEAST):
            return None
        if self._is_half_of_rise(quantity) or self._repeats_growth(left):
            return None
        if found.gap is not None and re.match(r"\s*of\b", found.gap) and tells_share(left, ""):
            floor = self.scene.sentence.start
            frame = share_of(self.scene, quantity, frame, None, floor) or frame
        if frame.kind is not Kind.BALANCE:
            return Figure(quantity, frame, Measure.VALUE, quantity.value, rule="value")
        value = -abs(quantity.value) if frame.sign < 0 else quantity.value
        return Figure(quantity, frame, Measure.BALANCE, value, rule="balance")

    def _is_half_of_rise(self, quantity: Quantity) -> bool:
        """Say whether an amount is told as a percentage as well ("a $4 billion or 19% rise")."""
        following = self._following(quantity)
        return bool(
            following
            and following.is_percent
            and _OR_RISE.fullmatch(self.scene.text, quantity.end, following.start)
            and direction_after(self._around(following)[1])
        )

    def _repeats_growth(self, left: str) -> bool:
        """Say whether an amount tells a growth once more ("up 16%, or $42 billion")."""
        last = self.figures[-1] if self.figures else None
        if last is None or last.measure is not Measure.GROWTH or last.quantity is not self._last:
            return False
        return _OR.fullmatch(left) is not None

    def _following(self, quantity: Quantity) -> Quantity | None:
        return next((q for q in self.scene.quantities if q.start >= quantity.end), None)

    def _is_share(self, quantity: Quantity, found: Link) -> bool:
        if not quantity.is_percent or quantity.signed:
            return False
        left, right = self._around(quantity)
        if found.gap is not None and re.match(r"\s*of\b", found.gap):
            return tells_share(left, right)
        if direction_after(right) or direction_before(left):
            return False
        return tells_share(left, right) or self._last_share(quantity) is not None

    def _last_share(self, quantity: Quantity) -> Figure | None:
        """Return the share that a percentage stands in a list with."""
        last = self.figures[-1] if self.figures else None
        if last is None or last.measure is not Measure.SHARE or last.quantity is not self._last:
            return None
        return last if joins(self.scene, last, quantity.start) else None

    def _share(self, quantity: Quantity, frame: Frame, found: Link) -> Figure | None:
        last = self._last_share(quantity)
        if found.gap is None and last is not None:
            following = next_share(self.scene, last, quantity)
            if following is None:
                return None
            return Figure(quantity, following, Measure.SHARE, quantity.value, rule="share-list")
        index = self._share_subject(found)
        if found.gap is not None:
            self._bases.add(found.index)
        subject = self._resolved(index) if index is not None else self._last_subject(frame)
        floor = self.scene.sentence.start
        if self._last and tells_share(self.scene.text[self._last.end : quantity.start], ""):
            floor = self._last.end
        shared = share_of(self.scene, quantity, frame, subject, floor) or self._share_of_it(
            quantity, frame
        )
        if shared is None:
            return None
        if index is not None:
            self._skipped.add(found.index)
            if self._complete[index].partner in {None, WORLD}:
                self._complete[index] = replace(self._complete[index], partner=shared.partner)
        return Figure(quantity, shared, Measure.SHARE, quantity.value, rule="share")

    def _share_of_it(self, quantity: Quantity, base: Frame) -> Frame | None:
        """Read "it makes up 5% of exports": who it is was named last before the sentence."""
        if not _IT.search(self.scene.text[self.scene.sentence.start : quantity.start]):
            return None
        start = self.scene.sentence.start
        before = [
            party.code
            for party in self._memory.parties
            if start - _BACK < party.end <= start and party.code not in {base.reporter, WORLD}
        ]
        return replace(base, partner=before[-1]) if before else None

    def _share_subject(self, found: Link) -> int | None:
        """Return the flow before a share that has it ("exports to China, which make up 5% of exports")."""
        if found.gap is None:
            return None
        floor = self._last.end if self._last else 0
        for index in range(found.index - 1, -1, -1):
            frame = self.frames[index]
            is_flow = (
                frame.kind in {Kind.FLOW, Kind.ROLE} and not frame.verb and index not in self._bases
            )
            if is_flow and frame.head > floor:
                return index
        return None

    def _last_subject(self, base: Frame) -> Frame | None:
        """Return the flow of the figure before, where a share goes on about it."""
        last = self.figures[-1] if self.figures else None
        if last is None or last.measure is Measure.SHARE or last.frame.partner in {None, WORLD}:
            return None
        return last.frame if last.frame.flow is base.flow and last.quantity is self._last else None

    def _bracketed_share(self, quantity: Quantity, frame: Frame) -> Figure | None:
        """Read "Russia ($2 billion, 15%)" and "Russia (15% or $2 billion)"."""
        if quantity.signed or not _IN_BRACKETS.search(self.scene.text[: quantity.start][-3:]):
            return None
        if frame.partner in {None, WORLD} or frame.kind is Kind.BALANCE:
            return None
        left, right = self._around(quantity)
        sign = growth_here(left, right)[0] or growth_far(self.scene, frame, quantity.start)
        return (
            None
            if sign
            else Figure(quantity, frame, Measure.SHARE, quantity.value, rule="share-bracket")
        )

    def _growth(self, quantity: Quantity, frame: Frame, found: Link) -> Figure | None:
        if frame.kind is Kind.BALANCE:
            return None
        if quantity.signed:
            following = self._following(quantity)
            told_again = (
                following
                and following.is_percent
                and _PERCENT_FOLLOWS.fullmatch(self.scene.text, quantity.end, following.start)
            )
            if told_again:
                return None
            return Figure(quantity, frame, Measure.GROWTH, quantity.value, rule="multiple")
        sign, rule = self._direction(quantity, frame, found)
        if not sign:
            return None
        return Figure(quantity, frame, Measure.GROWTH, quantity.value * sign, rule=rule)

    def _direction(self, quantity: Quantity, frame: Frame, found: Link) -> tuple[int, str]:
        ahead = growth_ahead(self.scene, frame, found.gap) if found.gap is not None else 0
        if ahead:
            return ahead, "growth-of"
        sign, rule = growth_here(*self._around(quantity))
        if sign or rule == "level":
            return sign, rule
        last = self.figures[-1] if self.figures else None
        goes_on = last and last.measure is Measure.GROWTH and last.quantity is self._last
        if last and goes_on and joins(self.scene, last, quantity.start):
            return (1 if last.value > 0 else -1), "growth-list"
        return growth_far(self.scene, frame, quantity.start), "growth-far"

    def _around(self, quantity: Quantity) -> tuple[str, str]:
        """Return the words before and behind a number, without the periods that stand in them."""
        floor = max(
            self._last.end if self._last and self._last.end <= quantity.start else 0,
            self.scene.sentence.start,
            quantity.start - _WIDTH,
        )
        end = min(self.scene.next_quantity(quantity.end), quantity.end + _WIDTH)
        return self._blanked(floor, quantity.start), self._blanked(quantity.end, end)

    def _blanked(self, start: int, end: int) -> str:
        words = self.scene.text[start:end]
        for period in self._periods:
            if start <= period.start and period.end <= end:
                first, last = period.start - start, period.end - start
                words = words[:first] + " " * (last - first) + words[last:]
        words = re.sub(r"\b(?:in|during|for|over)\s{3,}", lambda match: " " * len(match[0]), words)
        return re.sub(r"\s{2,}", " ", words)


def is_complete(figure: Figure) -> bool:
    """Say whether both sides of a figure are known, and are single countries or blocs."""
    frame = figure.frame
    sides = {frame.reporter, frame.partner}
    sane = figure.quantity.value < _MOST and not (
        figure.measure is Measure.SHARE and figure.value > 100
    )
    known = not (frame.barred or frame.several or sides & {None, OWN}) and len(sides) > 1
    return known and sane
