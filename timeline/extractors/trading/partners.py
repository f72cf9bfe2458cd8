"""Read what follows a flow's head: "of cars to China", "between India and Japan"."""

import re
from dataclasses import replace
from functools import cache

from timeline.extractors.patterns import terms
from timeline.extractors.trading.goods import goods_after
from timeline.extractors.trading.parties import OTHER, OWN, Party, Style
from timeline.extractors.trading.scene import Frame, Scene
from timeline.records import Flow

REACH = 160  # characters of a phrase behind its head

# Places and groups that no row can hold as a partner.
_RESIDUAL = re.compile(
    r"(?:the\s+)?(?:rest\b(?! of the world)|other\b|others\b|remaining\b|most\b|several\b|some\b|many\b|"
    r"neighbou?ring\s+(?:countries|states)|western (?:countries|nations|allies|europe|states|partners|africa)|g7\b|g20\b|g-7\b|nato\b|non-|third\b|asia\b|asian\b(?! (?:giant|nation|country|economy))|"
    r"europe\b|european\b(?! union)|latin\b|middle east|gulf\b|gcc\b|north america|south america|"
    r"central (?:asia|europe|africa|america)|eastern (?:europe|africa|asia)|sub-saharan|oceania|caribbean|mercosur|cis\b|eaeu\b|eurasian\b|countries\b|"
    r"emerging\b|developing\b|developed\b|regional\b|eurozone|euro area|arab\b|west africa|east africa|"
    r"all of\b|all other|both\b|markets?\b|friendly|unfriendly|member)",
    re.IGNORECASE,
)
_THE_COUNTRY = re.compile(
    r"(?:the|that|its)\s+(?:[\w-]+\s+){0,3}?(?:country|nation|neighbou?r|giant|kingdom|ally)\b(?!['’])",
    re.IGNORECASE,
)
_BLOC = re.compile(r"(?:the\s+)?(?:[\w-]+\s+){0,3}bloc\b", re.IGNORECASE)
WAY = re.compile(
    r"[\s(](?P<way>to|from|into|with|between|by|of|in|toward|towards|for|among)\s+", re.IGNORECASE
)
_FILL = re.compile(
    r"(?:(?:the|its|neighbou?ring|nearby|fellow|ally|mainland|communist|rival|both|main|largest|top|biggest|\d+|sub-saharan|"
    r"member|trading|partner|partners|neighbou?r|including|countries|of|as|such|like|continent|markets?|all)\s+)"
    r"{0,4}$",
    re.IGNORECASE,
)
_JOINT = re.compile(
    r"(?:\s*,\s*(?:and\s+)?|\s+and\s+|\s*&\s*|\s+plus\s+|\s+or\s+)(?:the\s+|with\s+|to\s+|from\s+)?",
    re.IGNORECASE,
)
_STOP = re.compile(
    r"[;:.?!]|\s[-–—]\s|,(?!\s*(?:including|which)?\s*\w+(?:\s+\w+){0,2}(?:,|\s+and\s))"
)
_FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP", "MD"})
_CLAUSE = frozenset(["while", "whereas", "but", "as", "after", "amid", "because", "which", "that"])


def with_arguments(scene: Scene, frame: Frame, ceiling: int) -> Frame:
    """Read what follows a head: "of cars to China", "between India and Japan"."""
    limit = _limit(scene, frame, ceiling)
    at = frame.end
    while (match := WAY.search(scene.text, at, limit)) is not None:
        way, at = match["way"].lower(), match.end()
        group, end = party_group(scene, at, limit)
        if group:
            frame = replace(with_argument(scene, frame, way, group), end=max(frame.end, end))
            at = end - 1
        elif way in {"to", "from", "with", "into"} and _THE_COUNTRY.match(scene.text, at, limit):
            named = frame.partner or frame.several
            fits = _leads_to_partner(frame, way) and not named
            frame = replace(frame, partner=OTHER) if fits else frame
        elif way in {"to", "from", "with", "into", "between"} and is_elsewhere(scene, at):
            frame = replace(frame, barred=True, end=limit)
        elif way in {"of", "in"} and frame.goods is None:
            goods, end = goods_after(scene, at, limit)
            frame = replace(frame, goods=goods, end=max(frame.end, end))
    return frame


def _limit(scene: Scene, frame: Frame, ceiling: int) -> int:
    """Return where the phrase behind a head ends: at a verb, a number, a stop, or the next head."""
    limit = min(ceiling, frame.end + REACH)
    limit = min(limit, scene.next_quantity(frame.end))
    stop = _STOP.search(scene.text, frame.end, limit)
    limit = stop.start() if stop and not scene.text.startswith(".S.", stop.start()) else limit
    for token in scene.tokens.between(frame.end, limit):
        moves = token.lower_ in _direction_words() and token.tag_[:1] in {"V", "R"}
        if token.tag_ in _FINITE_TAGS or moves or token.lower_ in _CLAUSE:
            return token.idx
    return limit


@cache
def _direction_words() -> frozenset[str]:
    return terms("trade_directions", form="verb")


def party_group(scene: Scene, at: int, limit: int) -> tuple[list[Party], int]:
    """Return the countries that stand right behind a preposition, and where they end."""
    first = next((p for p in scene.parties if at <= p.start < limit), None)
    if first is None or not _FILL.fullmatch(scene.text, at, first.start):
        return [], at
    group = [first]
    for party in scene.parties:
        if party.start <= first.start or party.start >= limit:
            continue
        if not _JOINT.fullmatch(scene.text[group[-1].end : party.start]):
            break
        group.append(party)
    return group, group[-1].end


def with_argument(scene: Scene, frame: Frame, way: str, group: list[Party]) -> Frame:
    """Add what a preposition and the countries behind it say."""
    codes = tuple(dict.fromkeys(party.code for party in group))
    if way in {"between", "among"}:
        return _with_pair(frame, way, codes)
    if way in {"of", "for", "in"}:
        return _with_origin(scene, frame, way, group)
    if way in {"to", "into"} and frame.flow is Flow.IMPORT and frame.reporter not in {None, OWN}:
        return replace(frame, reporter=codes[0], partner=frame.reporter)
    if way == "by" or not _leads_to_partner(frame, way):
        free = frame.reporter is None or (way != "by" and frame.reporter == OWN)
        # "Imports to Ukraine rose" names one side as the whole country's trade does.
        overall = frame.overall or way != "by"
        own = free and len(codes) == 1
        return replace(frame, reporter=codes[0], overall=overall) if own else frame
    if len(codes) > 1:
        return replace(frame, several=codes, partner=None)
    return replace(frame, partner=codes[0], several=())


def _leads_to_partner(frame: Frame, way: str) -> bool:
    return way == "with" or (way == "from") is (frame.flow is Flow.IMPORT)


def _with_pair(frame: Frame, way: str, codes: tuple[str, ...]) -> Frame:
    if len(codes) == 2:
        return replace(frame, reporter=codes[0], partner=codes[1])
    return frame if way == "between" and len(codes) == 1 else replace(frame, barred=True)


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
    goods, _ = goods_after(scene, party.end, frame.end + REACH)
    return replace(frame, goods=goods)


def is_elsewhere(scene: Scene, at: int) -> bool:
    """Say whether what follows a preposition is a place that no row can hold as a partner."""
    if _BLOC.match(scene.text, at):
        return False
    if _RESIDUAL.match(scene.text, at):
        return True
    token = scene.tokens.at(at)
    if token is not None and token.tag_ == "DT" and token.i + 1 < len(token.doc):
        token = token.nbor()
    return token is not None and token.ent_type_ in {"GPE", "LOC"} and token.text[:1].isupper()
