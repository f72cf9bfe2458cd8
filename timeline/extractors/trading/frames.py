"""Read the phrase around a flow's head: whose flow, with whom, and of which goods."""

import re
from dataclasses import replace

from spacy.tokens import Token

from timeline.extractors.trading.flows import find_heads
from timeline.extractors.trading.goods import goods_before
from timeline.extractors.trading.parties import OWN, WORLD, Party, Style
from timeline.extractors.trading.partners import with_arguments
from timeline.extractors.trading.scene import Frame, Head, Kind, Scene
from timeline.extractors.trading.verb_frames import verb_frame
from timeline.records import Flow

_BEFORE_TAGS = frozenset(
    "DT PDT JJ JJR JJS NN NNS NNP NNPS POS PRP$ HYPH VBN VBG AFX FW ADD XX".split()  # noqa: SIM905
)
_LONGEST = 14  # tokens of a phrase before its head
_OWN = re.compile(
    r"\b(?:its|their|our)\b|\bthe\s+(?:[\w-]+\s+){0,2}?(?:country|nation|bloc|island|kingdom|republic|"
    r"union|giant|economy|state|sultanate|emirates?)['’]s?",
    re.IGNORECASE,
)
_MUTUAL = re.compile(
    r"\b(?:bilateral|two-way|two way|mutual|reciprocal|bilaterally)\b"
    r"|\b(?:two|both)\s+(?:[\w-]+\s+)?(?:countries|nations|sides|neighbou?rs|economies|states|partners|powers)\b",
    re.IGNORECASE,
)
_BETWEEN_THEM = re.compile(
    r"\s*(?:\w+\s+){0,3}between\s+(?:the\s+|our\s+)?(?:two|both|them|countries|sides)\b",
    re.IGNORECASE,
)
_OVERALL = re.compile(
    r"\b(?:total|overall|foreign|external|global|worldwide|world|whole|entire|aggregate|all its)\b",
    re.IGNORECASE,
)
_OVERALL_BEHIND = re.compile(r"\s+(?:overall|as a whole)\b", re.IGNORECASE)
_HAS_WITH = re.compile(r"\s+(?:has|had|have|runs?|ran)\s+with\s+(?:the\s+)?", re.IGNORECASE)
_THAT = re.compile(r"\s+(?:that\s+|which\s+)?(?:the\s+)?", re.IGNORECASE)
_GLOBAL = re.compile(r"\b(?:global|world(?:['’]s)?|worldwide)\b", re.IGNORECASE)
_HELD = re.compile(
    r"\s+(?:(?:also|has|have|had|still|continues? to|again)\s+){0,2}(?:had|has|have|ran|runs?|run|running|posted|posts|recorded|records|"
    r"registered|logged|reported|reports|saw|sees|seen|enjoyed|enjoys|suffered|suffers|achieved|incurred|maintains?|maintained|booked)\s+"
    r"(?:[\w$€£¥.,-]+\s+){0,5}?",
    re.IGNORECASE,
)
_BOUND = re.compile(r"[- ]bound\b", re.IGNORECASE)
_RECORDED = re.compile(
    r"\s+(?:was|were|is|are)\s+(?:recorded|conducted|registered|carried out|made|done)\s+with\s+(?:the\s+)?",
    re.IGNORECASE,
)
_DAILY = re.compile(r"\b(?:daily|per[ -]day|average|per[ -]capita)\b", re.IGNORECASE)
_PAIR = re.compile(r"\s*(?:-|–|—|/|\band\b|&)\s*(?:the\s+)?", re.IGNORECASE)
_IS = re.compile(r"\s*(?:was|is|are|were|remains|remained|,)\s*(?:the\s+)?", re.IGNORECASE)


def read_frames(scene: Scene) -> list[Frame]:
    """Return the phrases of a sentence that a number can be a number of, in order."""
    heads = find_heads(scene.sentence, scene.tokens)
    frames = []
    for index, head in enumerate(heads):
        floor = heads[index - 1].end if index else scene.sentence.start
        ceiling = heads[index + 1].start if index + 1 < len(heads) else scene.sentence.end
        if head.kind is Kind.TRAP:
            start = _phrase_start(scene, head, floor)
            frames.append(Frame(start, head.start, head.end, head.flow, head.kind))
        elif head.verb:
            frames.append(verb_frame(scene, head, floor, ceiling))
        else:
            frames.append(_noun_frame(scene, head, floor, ceiling))
    return frames


def _noun_frame(scene: Scene, head: Head, floor: int, ceiling: int) -> Frame:
    start = _phrase_start(scene, head, floor)
    before = scene.text[start : head.start]
    if _DAILY.search(scene.text[max(start - 4, scene.sentence.start) : head.start]):
        return Frame(start, head.start, head.end, head.flow, Kind.TRAP)
    frame = Frame(
        start=start,
        head=head.start,
        end=head.end,
        flow=head.flow,
        kind=head.kind,
        sign=_sign(scene, head, before),
        overall=bool(_OVERALL.search(before) or _OVERALL_BEHIND.match(scene.text, head.end)),
        loose=scene.text[head.start : head.end].lower() == "turnover",
        mutual=bool(_MUTUAL.search(before) or _BETWEEN_THEM.match(scene.text, head.end)),
        barred=_is_barred(scene, start, head) or _is_world_trade(before),
    )
    frame = _with_owner(scene, frame, before)
    frame = with_arguments(scene, frame, ceiling)
    recorded = _RECORDED.match(scene.text, head.end)
    party = next((p for p in scene.parties if recorded and p.start == recorded.end()), None)
    if party is not None and frame.partner is None:
        frame = replace(frame, partner=party.code, overall=False)
    if head.kind is Kind.BALANCE and frame.partner is None:
        frame = _with_clause(scene, frame, head)
    if head.kind is Kind.ROLE and frame.partner is None:
        frame = replace(frame, partner=_role_holder(scene, frame))
    return replace(frame, goods=frame.goods or goods_before(scene, start, head))


def _with_clause(scene: Scene, frame: Frame, head: Head) -> Frame:
    """Read "the deficit that India has with China"."""
    behind = [p for p in scene.parties if p.start >= head.end][:2]
    if len(behind) < 2 or not _THAT.fullmatch(scene.text, head.end, behind[0].start):
        return frame
    one, other = behind
    if not _HAS_WITH.fullmatch(scene.text, one.end, other.start):
        return frame
    return replace(frame, reporter=one.code, partner=other.code)


def _role_holder(scene: Scene, frame: Frame) -> str | None:
    """Return who is "India's largest supplier"."""
    clause = max(scene.text.rfind(", ", scene.sentence.start, frame.start), scene.sentence.start)
    for party in scene.parties:
        if party.style is Style.NAME and party.code not in {frame.reporter, WORLD}:
            if clause <= party.start and party.end <= frame.start:
                return party.code
            if _IS.fullmatch(scene.text, frame.end, party.start):
                return party.code
    behind = [p for p in scene.parties if p.end <= frame.start and p.style is Style.NAME]
    if behind and re.fullmatch(r"\s*,\s*(?:the\s+)?", scene.text[behind[-1].end : frame.start]):
        return behind[-1].code if behind[-1].code != frame.reporter else None
    return None


def _sign(scene: Scene, head: Head, before: str) -> int:
    if head.kind is not Kind.BALANCE:
        return 1
    phrase = f"{before} {scene.text[head.start : head.end]}".lower()
    return -1 if re.search(r"deficit|shortfall|gap|negative", phrase) else 1


def _phrase_start(scene: Scene, head: Head, floor: int) -> int:
    """Walk left over the adjectives and nouns before a head."""
    start = head.start
    parties = {party.start: party for party in scene.parties}
    inside = scene.tokens.between(max(floor, scene.sentence.start), head.start)
    amounts = [(q.start, q.end) for q in scene.quantities if q.end <= head.start]
    for index in range(len(inside) - 1, max(len(inside) - 1 - _LONGEST, -1), -1):
        token = inside[index]
        if any(first <= token.idx < last for first, last in amounts[-2:]):
            break
        in_party = scene.in_party(token.idx)
        joins = _joins_parties(inside, index, scene.parties) or _joins_goods(inside, index, scene)
        if not (token.tag_ in _BEFORE_TAGS or in_party or joins) or (token.is_punct and not joins):
            break
        if token.tag_ in {"VBG", "VBN"} and _is_verbal(token) and not in_party:
            break
        start = token.idx
        if token.tag_ in {"DT", "PRP$"} and token.idx not in parties:
            break
    return start


def _is_verbal(token: Token) -> bool:
    """Tell "recorded exports" (a phrase begins after it) from "adjusted exports"."""
    return token.dep_ not in {"amod", "compound", "nmod"}


def _joins_parties(inside: list[Token], index: int, parties: list[Party]) -> bool:
    """Say whether a token joins two countries ("Russia-China trade", "China and India's trade")."""
    token = inside[index]
    if token.lower_ not in {"-", "–", "—", "/", "and", "&"} or not 0 < index < len(inside) - 1:
        return False
    last, following = inside[index - 1], inside[index + 1]
    return any(p.start <= last.idx < p.end for p in parties) and any(
        p.start <= following.idx < p.end for p in parties
    )


def _joins_goods(inside: list[Token], index: int, scene: Scene) -> bool:
    """Say whether a token joins goods behind an owner ("Japan's oil and gas imports")."""
    if inside[index].lower_ != "and" or index < len(("Japan's", "oil")):
        return False
    owner, goods = inside[index - 2], inside[index - 1]
    return goods.tag_ in {"NN", "NNS"} and (owner.tag_ == "POS" or scene.in_party(owner.idx))


def _is_barred(scene: Scene, start: int, head: Head) -> bool:
    """Say whether the owner is a place or company that is no country."""
    for token in scene.tokens.between(start, head.start):
        if scene.in_party(token.idx):
            continue
        owner = token.i + 1 < len(token.doc) and token.nbor().tag_ == "POS"
        if owner and token.ent_type_ in {"GPE", "ORG", "PERSON", "FAC", "NORP"}:
            return True
        if token.ent_type_ in {"GPE", "NORP"} and token.text[:1].isupper():
            return True
    return False


def _is_world_trade(before: str) -> bool:
    return bool(_GLOBAL.search(before)) and not _OWN.search(before)


def _holder(scene: Scene, frame: Frame) -> str | None:
    """Return who "had", "ran" or "posted" it."""
    before = [p for p in scene.parties if p.end <= frame.start and p.style is Style.NAME]
    held = before and _HELD.fullmatch(scene.text, before[-1].end, frame.start)
    return before[-1].code if held and before[-1].code != WORLD else None


def _with_owner(scene: Scene, frame: Frame, before: str) -> Frame:
    """Read the countries before a head: "India's", "Chinese", "Russia-China"."""
    owners = [
        p
        for p in scene.parties
        if frame.start <= p.start and p.end <= frame.head and p.code != WORLD
    ]
    if len(owners) > 1:
        return _with_owners(scene, frame, owners)
    own = _OWN.search(before)
    if not owners:
        reporter = OWN if own else _holder(scene, frame)
        return replace(frame, reporter=reporter) if reporter else frame
    code, at = owners[0].code, owners[0].start
    if own and own.start() + frame.start < at:
        return replace(frame, reporter=OWN, partner=code)
    if _BOUND.match(scene.text, owners[0].end):
        return replace(frame, partner=code)
    return replace(frame, reporter=code, adjective=owners[0].style is Style.ADJECTIVE)


def _with_owners(scene: Scene, frame: Frame, owners: list[Party]) -> Frame:
    one, other = owners[0], owners[1]
    if _PAIR.fullmatch(scene.text, one.end, other.start) and frame.flow is not Flow.TOTAL:
        return replace(frame, barred=True)
    return replace(frame, reporter=one.code, partner=None if one.code == other.code else other.code)
