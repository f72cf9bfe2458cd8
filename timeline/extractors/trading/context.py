"""Whose trade an article is about, and how a phrase gets the side that it leaves out."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace

from timeline.extractors.trading.parties import OTHER, OWN, WORLD, Party, Style
from timeline.extractors.trading.scene import Frame, Kind
from timeline.records import Flow

_PAIRED = 0.6  # of the countries named are the two of an article about two
_LEAD = 4  # sentences with a flow that may say what the article is about


@dataclass(frozen=True, slots=True)
class Topic:
    """What an article is about.

    Attributes:
        reporter: the country whose trade it tells of.
        partner: the other side where it tells of the trade of two countries; else None.
    """

    reporter: str | None = None
    partner: str | None = None

    def other(self, code: str | None) -> str | None:
        """Return the other one of the two countries."""
        if self.partner is None or code not in {self.reporter, self.partner}:
            return None
        return self.partner if code == self.reporter else self.reporter


@dataclass(slots=True)
class Memory:
    """What earlier sentences have settled.

    Attributes:
        frame: the last flow, with both sides.
        paragraph: where it stood.
        sentence: the number of its sentence.
        listed: True where that sentence told of several partners.
        widened: True since an article about two countries turned to one's trade with the world.
        share: what the last share was of, and ``share_period`` when.
        period: the last period, and ``main`` the first, which is that of the whole article.
    """

    topic: Topic
    frame: Frame | None = None
    paragraph: int = -1
    sentence: int = -9
    period: str | None = None
    period_paragraph: int = -1
    main: str | None = None
    listed: bool = False
    widened: bool = False
    share: Frame | None = None
    share_period: str | None = None
    parties: list[Party] = field(default_factory=list)


def find_topic(
    frames: Sequence[Frame],
    lead: Sequence[Party],
    everywhere: Sequence[Party],
    title: Sequence[Frame],
    in_title: Sequence[Party],
) -> Topic:
    """Say what an article is about.

    Args:
        frames: the flows of its text in order.
        lead: the countries of its first sentence.
        everywhere: the countries of its whole text.
        title: the flows of its title.
        in_title: the countries of its title.
    """
    told = [f for f in frames if f.kind in {Kind.FLOW, Kind.BALANCE}]
    of_title = [f for f in title if f.kind in {Kind.FLOW, Kind.BALANCE}]
    named = next(
        (f for f in [*told[:_LEAD], *of_title, *told] if f.reporter not in {None, OWN}), None
    )
    owner = next(
        (p for p in [*lead, *in_title] if p.style is Style.POSSESSIVE and p.code != WORLD), None
    )
    first = owner or next((p for p in [*lead, *in_title] if p.code != WORLD), None)
    if named is None:
        partners = {f.partner for f in [*told, *of_title]}
        return Topic(_most_told(everywhere, partners) or (first.code if first else None))
    reporter = named.reporter
    if named not in [*told[:_LEAD], *of_title] and first is not None:
        reporter = first.code
    partner = _second(told, named, everywhere) if named.reporter == reporter else None
    return Topic(reporter, partner)


def _most_told(everywhere: Sequence[Party], partners: Collection[str | None]) -> str | None:
    """Return the country that a text speaks of most; an owner counts more than a place."""
    counted: Counter[str] = Counter()
    for party in everywhere:
        if party.code.isupper() and party.code.isalpha() and party.code not in {WORLD, *partners}:
            counted[party.code] += 1 if party.style is Style.NAME else 3
    return counted.most_common(1)[0][0] if counted else None


def _second(told: Sequence[Frame], named: Frame, everywhere: Sequence[Party]) -> str | None:
    """Return the partner of an article that tells of the trade of two countries throughout."""
    partner = named.partner
    if partner is None:
        opening = [f for f in told[:1] if f.partner and f.reporter in {None, OWN}]
        partner = opening[0].partner if opening else None
    if partner in {None, WORLD, named.reporter}:
        return None
    pair = {named.reporter, partner}
    inside = sum(
        1 for f in told if (f.reporter in pair or f.reporter in {None, OWN}) and f.partner in pair
    )
    outside = sum(1 for f in told if f.partner not in {None, WORLD, *pair} or f.several)
    if named.flow is Flow.TOTAL and named.partner:
        return partner if inside > outside or not outside else None
    # One way of trade in the lead may open an article on all trade of its country.
    paired = sum(1 for party in everywhere if party.code in pair)
    alone = not outside and not any(f.overall for f in told)
    return partner if alone and paired >= _PAIRED * len(everywhere) else None


@dataclass(frozen=True, slots=True)
class Setting:
    """What stands around a phrase.

    Attributes:
        near: True where the frame of ``memory`` stands in the sentence before.
        speaker: the code of whose data or office speaks in its sentence.
        around: the codes named before it in its sentence.
    """

    memory: Memory
    near: bool
    speaker: str | None = None
    around: tuple[str, ...] = ()


def complete(frame: Frame, before: Frame | None, setting: Setting) -> Frame:
    """Return a phrase with both sides filled in, as far as they can be known.

    ``before`` is the phrase before it in the same sentence, with both sides.
    """
    memory = setting.memory
    last = before
    if before is None and setting.near and setting.speaker is None:
        last = memory.frame
    if frame.mutual and (frame.reporter in {None, OWN}) and frame.partner is None:
        pair = _pair_of(before, memory)
        if pair:
            return replace(frame, reporter=pair[0], partner=pair[1])
    if frame.loose and last is not None and frame.partner is None:
        frame = replace(frame, flow=last.flow)
    if last is not None and _comes_from(frame, last, memory.topic):
        frame = replace(frame, reporter=last.reporter, partner=frame.reporter)
    if frame.partner == OTHER:
        frame = replace(frame, partner=_other(frame, last, setting))
    reporter = _reporter(frame, last, setting)
    if frame.partner or frame.several:
        return replace(frame, reporter=reporter)
    return replace(frame, reporter=reporter, partner=_partner(frame, reporter, before, setting))


def _comes_from(frame: Frame, last: Frame, topic: Topic) -> bool:
    """Say whether "Chinese imports" are those of another country from China, told of before."""
    return (
        frame.adjective
        and frame.flow is Flow.IMPORT
        and frame.partner is None
        and last.partner == frame.reporter
        and last.flow is not Flow.EXPORT
        and frame.reporter not in {topic.reporter, topic.partner}
    )


def _other(frame: Frame, last: Frame | None, setting: Setting) -> str | None:
    """Return who "the country" is that a flow goes to."""
    memory = setting.memory
    guesses = [
        last.partner if last else None,
        memory.frame.partner if memory.frame else None,
        memory.topic.partner,
        *reversed(setting.around),
    ]
    taken = {None, WORLD, frame.reporter, memory.topic.reporter}
    return next((code for code in guesses if code not in taken), None)


def _pair_of(before: Frame | None, memory: Memory) -> tuple[str, str] | None:
    topic = memory.topic
    for reporter, partner in (
        (before.reporter, before.partner) if before else (None, None),
        (memory.frame.reporter, memory.frame.partner) if memory.frame else (None, None),
        (topic.reporter, topic.partner),
    ):
        if reporter and partner and WORLD not in {reporter, partner}:
            return reporter, partner
    named = Counter(p.code for p in memory.parties if p.code != WORLD).most_common(2)
    return (named[0][0], named[1][0]) if len(named) > 1 else None


def _reporter(frame: Frame, last: Frame | None, setting: Setting) -> str | None:
    memory = setting.memory
    if frame.reporter not in {None, OWN}:
        return frame.reporter
    topic = memory.topic
    guesses = [
        last.reporter if last else None,
        last.partner if last else None,
        setting.speaker,
        memory.frame.reporter if memory.frame else None,
        topic.reporter,
        topic.partner,
        memory.frame.partner if memory.frame else None,
        *setting.around,
    ]
    taken = {None, WORLD, frame.partner, *frame.several}
    return next((code for code in guesses if code not in taken), None)


def _partner(
    frame: Frame, reporter: str | None, before: Frame | None, setting: Setting
) -> str | None:
    memory, near = setting.memory, setting.near
    topic = memory.topic
    if frame.overall and not frame.mutual:
        return WORLD
    if before and before.partner:
        if reporter == before.reporter:
            return before.partner
        if reporter == before.partner:
            return before.reporter
    last = memory.frame
    widened = memory.widened and last is not None and last.reporter == reporter
    if topic.other(reporter) and not widened:
        return topic.other(reporter)
    if near and last and not memory.listed and reporter == last.reporter:
        both_ways = {frame.flow, last.flow} == {Flow.EXPORT, Flow.IMPORT}
        unowned = frame.reporter in {None, OWN}
        if (unowned and (both_ways or frame.kind is Kind.BALANCE)) or last.flow is Flow.TOTAL:
            return last.partner
    return WORLD
