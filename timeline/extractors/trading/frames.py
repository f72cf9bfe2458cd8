"""Read the phrase around a flow's head: whose flow, with whom, and of which goods."""

import re
from dataclasses import replace
from functools import cache

from spacy.tokens import Token

from timeline.extractors.patterns import terms
from timeline.extractors.trading.flows import find_heads
from timeline.extractors.trading.scene import Frame, Head, Kind, Scene
from timeline.extractors.trading.parties import WORLD, Party, Style
from timeline.records import Flow

OWN = "OWN"  # stands for the reporter behind "its" and "the country's" until it is known

_BEFORE_TAGS = frozenset(
    "DT PDT JJ JJR JJS NN NNS NNP NNPS POS PRP$ HYPH VBN VBG AFX FW ADD XX".split()
)
_LONGEST = 14  # tokens of a phrase before its head
_REACH = 160  # characters of a phrase behind its head
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
    r"\s*(?:\w+\s+){0,3}between\s+(?:the\s+)?(?:two|both|them|countries|sides)\b", re.IGNORECASE
)
_OVERALL = re.compile(
    r"\b(?:total|overall|foreign|external|global|worldwide|world|whole|entire|aggregate|all its)\b",
    re.IGNORECASE,
)
_GLOBAL = re.compile(r"\b(?:global|world(?:['’]s)?|worldwide)\b", re.IGNORECASE)
_RESIDUAL = re.compile(
    r"(?:the\s+)?(?:rest\b(?! of the world)|other\b|others\b|remaining\b|most\b|several\b|some\b|many\b|"
    r"neighbou?ring\s+(?:countries|states)|western\b|g7\b|g20\b|g-7\b|nato\b|non-|third\b|asia\b|asian\b(?! (?:giant|nation|country|economy))|"
    r"europe\b|european\b(?! union)|latin\b|middle\b|gulf\b|gcc\b|north america|south america|"
    r"central\b|eastern\b|sub-saharan|oceania|caribbean|mercosur|cis\b|eaeu\b|eurasian\b|countries\b|"
    r"emerging\b|developing\b|developed\b|regional\b|eurozone|euro area|arab\b|west africa|east africa|"
    r"all of\b|all other|both\b|markets?\b|friendly|unfriendly|member)",
    re.IGNORECASE,
)
_RECORDED = re.compile(
    r"\s+(?:was|were|is|are)\s+(?:recorded|conducted|registered|carried out|made|done)\s+with\s+(?:the\s+)?",
    re.IGNORECASE,
)
_WITH_WHICH = re.compile(r",\s*$")
_BLOC = re.compile(r"(?:the\s+)?(?:[\w-]+\s+){0,3}bloc\b", re.IGNORECASE)
_WAY = re.compile(
    r"[\s(](?P<way>to|from|into|with|between|by|of|in|toward|towards|for|among)\s+", re.IGNORECASE
)
_AID = re.compile(
    r"\b(?:aid|humanitarian|donat\w+|weapons|arms|ammunition|vaccines?)\b", re.IGNORECASE
)
_DAILY = re.compile(r"\b(?:daily|per[ -]day|average|per[ -]capita)\b", re.IGNORECASE)
_FILL = re.compile(
    r"(?:(?:the|its|neighbou?ring|nearby|fellow|ally|mainland|communist|rival|both|main|largest|top|biggest|\d+|sub-saharan|"
    r"member|trading|partner|partners|neighbou?r|including|countries|of|as|such|like|continent|markets?)\s+)"
    r"{0,4}$",
    re.IGNORECASE,
)
_JOINT = re.compile(
    r"(?:\s*,\s*(?:and\s+)?|\s+and\s+|\s*&\s*|\s+plus\s+|\s+or\s+)(?:the\s+|with\s+|to\s+|from\s+)?",
    re.I,
)
_PAIR = re.compile(r"\s*(?:-|–|—|/|\band\b|&)\s*(?:the\s+)?", re.IGNORECASE)
_DIRECTED_VERB = re.compile(
    r"(?:deliver|head|destin|bound|export|import|ship|sent|sold|com|arriv|originat|go)\w*$"
)
_IS = re.compile(r"\s*(?:was|is|are|were|remains|remained|,)\s*(?:the\s+)?", re.IGNORECASE)
_STOP = re.compile(
    r"[;:.?!]|\s[-–—]\s|,(?!\s*(?:including|which)?\s*\w+(?:\s+\w+){0,2}(?:,|\s+and\s))"
)
_DIRECTION_TAGS = frozenset({"VBD", "VBZ", "VBP", "MD"})


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
            frames.append(_verb_frame(scene, head, floor, ceiling))
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
        overall=bool(_OVERALL.search(before)),
        mutual=bool(_MUTUAL.search(before) or _BETWEEN_THEM.match(scene.text, head.end)),
        barred=_is_barred(scene, start, head) or _is_world_trade(scene, before),
    )
    frame = _with_owner(scene, frame, before)
    frame = _with_arguments(scene, frame, ceiling)
    recorded = _RECORDED.match(scene.text, head.end)
    if recorded and frame.partner is None:
        frame = replace(
            frame, partner=next((p.code for p in scene.parties if p.start == recorded.end()), None)
        )
    if head.kind is Kind.ROLE and frame.partner is None:
        frame = replace(frame, partner=_role_holder(scene, frame))
    return replace(frame, goods=frame.goods or _goods_before(scene, start, head))


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
        in_party = any(party.start <= token.idx < party.end for party in scene.parties)
        joins = _joins_parties(inside, index, scene.parties)
        if not (token.tag_ in _BEFORE_TAGS or in_party or joins) or token.is_punct and not joins:
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


def _is_barred(scene: Scene, start: int, head: Head) -> bool:
    """Say whether the owner is a place or company that is no country."""
    for token in scene.tokens.between(start, head.start):
        if any(party.start <= token.idx < party.end for party in scene.parties):
            continue
        owner = token.i + 1 < len(token.doc) and token.nbor().tag_ == "POS"
        if owner and token.ent_type_ in {"GPE", "ORG", "PERSON", "FAC", "NORP"}:
            return True
        if token.ent_type_ in {"GPE", "NORP"} and token.text[:1].isupper():
            return True
    return False


def _is_world_trade(scene: Scene, before: str) -> bool:
    return bool(_GLOBAL.search(before)) and not _OWN.search(before)


def _with_owner(scene: Scene, frame: Frame, before: str) -> Frame:
    """Read the countries before a head: "India's", "Chinese", "Russia-China"."""
    owners = [
        p
        for p in scene.parties
        if frame.start <= p.start and p.end <= frame.head and p.code != WORLD
    ]
    if not owners:
        return replace(frame, reporter=OWN) if _OWN.search(before) else frame
    codes = [party.code for party in owners]
    if len(owners) == 1:
        if _OWN.search(before) and before.lower().startswith(("its", "their", "our", "the ")):
            own_first = _OWN.search(before)
            if own_first and own_first.start() + frame.start < owners[0].start:
                return replace(frame, reporter=OWN, partner=codes[0])
        return replace(frame, reporter=codes[0])
    joint = scene.text[owners[0].end : owners[1].start]
    if _PAIR.fullmatch(joint) and frame.flow is not Flow.TOTAL:
        return replace(frame, barred=True)
    if codes[0] == codes[1]:
        return replace(frame, reporter=codes[0])
    return replace(frame, reporter=codes[0], partner=codes[1])


def _with_arguments(scene: Scene, frame: Frame, ceiling: int) -> Frame:
    """Read what follows a head: "of cars to China", "between India and Japan"."""
    limit = _limit(scene, frame, ceiling)
    at = frame.end
    while (match := _WAY.search(scene.text, at, limit)) is not None:
        way, at = match["way"].lower(), match.end()
        group, end = _party_group(scene, at, limit)
        if group:
            frame = _with_argument(scene, frame, way, group)
            frame = replace(frame, end=max(frame.end, end))
            at = end - 1
        elif way in {"to", "from", "with", "into", "between"} and _is_elsewhere(scene, at):
            frame = replace(frame, barred=True)
        elif way in {"of", "in"} and frame.goods is None:
            goods, end = _goods_after(scene, at, limit)
            frame = replace(frame, goods=goods, end=max(frame.end, end))
    return frame


def _limit(scene: Scene, frame: Frame, ceiling: int) -> int:
    """Return where the phrase behind a head ends: at a verb, a number, a stop, or the next head."""
    limit = min(ceiling, frame.end + _REACH)
    limit = (
        next((q.start for q in scene.quantities if q.start >= frame.end), limit)
        if any(frame.end <= q.start < limit for q in scene.quantities)
        else limit
    )
    stop = _STOP.search(scene.text, frame.end, limit)
    limit = stop.start() if stop and not scene.text.startswith(".S.", stop.start()) else limit
    for token in scene.tokens.between(frame.end, limit):
        if token.tag_ in _DIRECTION_TAGS or (
            token.tag_ in {"VBN", "VBG"}
            and not _DIRECTED_VERB.match(token.lower_)
            and token.lower_ in _direction_words()
        ):
            return token.idx
        if token.lower_ in _direction_words() and token.tag_[:1] in {"V", "R"}:
            return token.idx
        if token.lower_ in {
            "while",
            "whereas",
            "but",
            "as",
            "after",
            "amid",
            "because",
            "which",
            "that",
        }:
            return token.idx
    return limit


@cache
def _direction_words() -> frozenset[str]:
    return terms("trade_directions", form="verb")


def _party_group(scene: Scene, at: int, limit: int) -> tuple[list[Party], int]:
    """Return the countries that stand right behind a preposition, and where they end."""
    first = next((p for p in scene.parties if p.start >= at and p.start < limit), None)
    if (
        first is None
        or not _FILL.match(scene.text[at : first.start])
        or (scene.text[at : first.start] and not _FILL.fullmatch(scene.text[at : first.start]))
    ):
        return [], at
    group = [first]
    for party in scene.parties:
        if party.start <= first.start or party.start >= limit:
            continue
        if not _JOINT.fullmatch(scene.text[group[-1].end : party.start]):
            break
        group.append(party)
    return group, group[-1].end


def _with_argument(scene: Scene, frame: Frame, way: str, group: list[Party]) -> Frame:
    codes = tuple(dict.fromkeys(party.code for party in group))
    first = codes[0]
    if way in {"between", "among"}:
        if len(codes) == 2:  # noqa: PLR2004 - a pair
            return replace(frame, reporter=codes[0], partner=codes[1])
        return frame if way == "between" and len(codes) == 1 else replace(frame, barred=True)
    if way == "by":
        return frame if len(codes) > 1 or frame.reporter else replace(frame, reporter=first)
    if way in {"of", "for"} or way == "in":
        return _with_origin(scene, frame, way, group)
    inward = way in {"from"}
    is_partner = (
        way == "with"
        or (frame.flow is Flow.IMPORT and inward)
        or (frame.flow is not Flow.IMPORT and not inward)
    )
    if not is_partner:
        return frame if frame.reporter not in {None, OWN} else replace(frame, reporter=first)
    if len(codes) > 1:
        return replace(frame, several=codes, partner=None)
    return replace(frame, partner=first, several=())


def _with_origin(scene: Scene, frame: Frame, way: str, group: list[Party]) -> Frame:
    """Read "imports of Russian oil" (a partner) and "the exports of Japan" (a reporter)."""
    party = group[0]
    if len(group) > 1 or way != "of":
        return frame
    if party.style is Style.NAME:
        return replace(frame, reporter=party.code) if frame.reporter is None else frame
    if frame.flow is Flow.IMPORT:
        frame = replace(frame, partner=frame.partner or party.code)
    elif frame.reporter is None:
        frame = replace(frame, reporter=party.code)
    goods, _ = _goods_after(scene, party.end, frame.end + _REACH)
    return replace(frame, goods=goods)


def _is_elsewhere(scene: Scene, at: int) -> bool:
    """Say whether what follows a preposition is a place that no row can hold as a partner."""
    if _BLOC.match(scene.text, at):
        return False
    if _RESIDUAL.match(scene.text, at):
        return True
    token = scene.tokens.at(at)
    if token is not None and token.tag_ == "DT" and token.i + 1 < len(token.doc):
        token = token.nbor()
    return token is not None and token.ent_type_ in {"GPE", "LOC"} and token.text[:1].isupper()


def _verb_frame(scene: Scene, head: Head, floor: int, ceiling: int) -> Frame:
    """Read "China imported" and "goods exported to India": the subject is the reporter."""
    before = [p for p in scene.parties if scene.sentence.start <= p.start and p.end <= head.start]
    frame = Frame(head.start, head.start, head.end, head.flow, Kind.FLOW, verb=True)
    gap = scene.text[before[-1].end : head.start] if before else ""
    near = before and re.fullmatch(
        r"\s*(?:,[^,]{0,80},)?\s*(?:(?:has|have|had|also|alone|only|already|then|still|now|which|that|currently)\s+){0,3}",
        gap,
    )
    pronoun = re.search(
        r"\b(?:it|they|we|the country|the nation|the bloc)\s+(?:(?:has|have|had|also|only)\s+){0,2}$",
        scene.text[max(floor, head.start - _REACH) : head.start],
        re.IGNORECASE,
    )
    firms = before and re.fullmatch(r"\s*(?:[\w-]+\s+){1,2}(?:(?:has|have|had|also)\s+)?", gap)
    if near and before[-1].style is Style.NAME:
        frame = replace(frame, reporter=before[-1].code)
    elif pronoun:
        frame = replace(frame, reporter=OWN)
    elif firms and before[-1].style is not Style.NAME:
        frame = replace(frame, reporter=before[-1].code)
    elif re.search(
        r"\b(?:countries|others|members|states|companies)\b[^,;.]{0,40}$",
        scene.text[max(floor, head.start - 60) : head.start],
    ):
        frame = replace(frame, barred=True)
    if _AID.search(scene.sentence.text):
        frame = replace(frame, barred=True)
    limit = min(ceiling, frame.end + _REACH)
    stop = re.compile(r"[;:]|,\s|\b(?:while|whereas|but|as|after|amid)\b").search(
        scene.text, frame.end, limit
    )
    limit = stop.start() if stop else limit
    at = frame.end - 1
    while (match := _WAY.search(scene.text, at, limit)) is not None:
        way, at = match["way"].lower(), match.end()
        group, end = _party_group(scene, at, limit)
        if group and way in {"to", "from", "into", "by"}:
            frame = replace(_with_argument(scene, frame, way, group), end=frame.end)
            at = end - 1
        elif way in {"to", "from"} and _is_elsewhere(scene, at):
            frame = replace(frame, barred=True)
    return frame


@cache
def _plain_words() -> frozenset[str]:
    return terms("trade_terms", kind="plain") | frozenset({"u.s", "s"})


def _goods_before(scene: Scene, start: int, head: Head) -> str | None:
    """Return the goods in "crude oil imports"."""
    words: list[Token] = []
    for token in reversed(scene.tokens.between(start, head.start)):
        in_party = any(p.start <= token.idx < p.end for p in scene.parties)
        is_goods = (
            token.tag_ in {"NN", "NNS", "JJ", "NNP", "HYPH"} and token.lower_ not in _plain_words()
        )
        if in_party or not is_goods or token.ent_type_ in {"DATE", "GPE", "NORP", "PERSON"}:
            break
        words.append(token)
    words = [word for word in words if word.tag_ != "HYPH"] and words
    if not words or not any(word.tag_[:2] == "NN" for word in words):
        return None
    return scene.text[words[-1].idx : words[0].idx + len(words[0])].lower().strip("- ") or None


def _goods_after(scene: Scene, at: int, limit: int) -> tuple[str | None, int]:
    """Return the goods in "imports of crude oil, gas and coal", and where they end."""
    words: list[Token] = []
    for token in scene.tokens.between(at, min(limit, at + _REACH)):
        ok = token.tag_ in {
            "NN",
            "NNS",
            "JJ",
            "JJR",
            "NNP",
            "NNPS",
            "HYPH",
            "CC",
            ",",
            "VBN",
            "VBG",
            "DT",
        }
        if not ok or any(q.start <= token.idx < q.end for q in scene.quantities):
            break
        words.append(token)
    while words and words[-1].tag_ in {"CC", ",", "DT", "VBN", "VBG", "JJ", "HYPH"}:
        words.pop()
    while words and (
        words[0].tag_ in {"DT", ","} or any(p.start <= words[0].idx < p.end for p in scene.parties)
    ):
        words.pop(0)
    if not words:
        return None, at
    end = words[-1].idx + len(words[-1])
    goods = scene.text[words[0].idx : end].lower()
    plain = all(word.lower_ in _plain_words() or word.lower_ == "services" for word in words)
    return (None if plain and "goods" in goods or plain and goods != "services" else goods), end
