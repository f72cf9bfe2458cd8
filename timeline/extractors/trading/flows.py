"""Find the phrases that a number can be a number of: a flow of trade, or something that is none.

"Japan's exports of cars to the United States", "bilateral trade", "the deficit with China" are flows;
tariffs, prices, investment are traps, found so that their numbers are not taken for a flow's.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from spacy.tokens import Token

from timeline.extractors.patterns import terms
from timeline.extractors.trading.parties import Party, Style
from timeline.extractors.trading.quantities import Quantity
from timeline.extractors.trading.sentences import Sentence, Tokens
from timeline.records import Flow


class Kind(StrEnum):
    """What a phrase is."""

    FLOW = "flow"
    BALANCE = "balance"
    ROLE = "role"
    TRAP = "trap"


@dataclass(frozen=True, slots=True)
class Head:
    """The word at the heart of a phrase; offsets of the text."""

    start: int
    end: int
    kind: Kind
    flow: Flow
    verb: bool = False
    directed: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """A phrase with what it says of itself; offsets of the text.

    Attributes:
        start: where the phrase begins with its first adjective.
        head: where its head begins.
        end: where the phrase ends with its last "to China".
        flow: the flow that it tells of, from the reporter's side.
        kind: a flow, a balance, a role ("largest export market"), or a trap.
        reporter: the code of whose flow it is, where the phrase says so.
        partner: the code of the other side, where the phrase says so.
        several: the codes of several partners at once ("to China and Japan").
        sign: -1 for a deficit.
        goods: what the flow is limited to.
        overall: True for "total exports": no partner is carried over to it.
        mutual: True for "bilateral trade": both sides are carried over to it.
        barred: True where a side is no country ("California's exports", "the rest of Asia").
        verb: True for "exported".
    """

    start: int
    head: int
    end: int
    flow: Flow
    kind: Kind
    reporter: str | None = None
    partner: str | None = None
    several: tuple[str, ...] = ()
    sign: int = 1
    goods: str | None = None
    overall: bool = False
    mutual: bool = False
    barred: bool = False
    verb: bool = False


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence with what stands in it."""

    sentence: Sentence
    text: str  # the whole text; every offset is one into it
    tokens: Tokens
    parties: list[Party]
    quantities: list[Quantity]


_FLOWS = {"export": Flow.EXPORT, "import": Flow.IMPORT, "total": Flow.TOTAL}
_BOTH = (
    r"(?:exports?\s+(?:and|plus)\s+imports?|imports?\s+(?:and|plus)\s+exports?|"
    r"imports?[-/–]exports?|exports?[-/–]imports?)"
)
_NOT_TRADE = re.compile(
    r"\s*[-–]?\s*(?:war|talks?|deals?|ministers?|ministry|agreements?|pacts?|tensions?|polic|partners?|"
    r"officials?|negotiat|representative|bod(?:y|ies)|promotion|barriers?|restrictions?|data|conflict|"
    r"dispute|relations?|ties|patterns?|fair|organi[sz]ation|association|union|show|delegation|unions?|"
    r"route|bloc|secretary|envoy|commissioner|court|rules?|practices|remed|mission|status|links?|"
    r"department|office|group|council|center|centre|name|marks?|publication|preference|sanctions?|"
    r"zone|area|secret|cooperation|co-operation|off|offs|winds|in\s+services\s+agreement|treat|finance)",
    re.IGNORECASE,
)
_NOT_BEFORE_TRADE = re.compile(
    r"\b(?:free|fair|to|world|illicit|retail|slave|drug|insider)[ -]$", re.I
)
_NOT_FLOW = re.compile(
    r"\s*[-–]\s*(?:oriented|driven|led|dependent|reliant|import|export|bound|related|heavy|based)\b"
    r"|\s+(?:controls?|curbs?|bans?|restrictions?|licen|hub|base|industr|sectors?|promotion|council|"
    r"credit|subsid|ban|compan|firms?|oriented|driven|led|dependent|competitiveness|capacity|business|"
    r"strategy|permits?|terminal|infrastructure|facilit|opportunit|potential|demand|"
    r"project|support|agenc|association|processing|substitut|rules?|regime|crops?)\b",
    re.IGNORECASE,
)
_PRICED = re.compile(
    r"\s+(?:prices?|tax(?:es)?|tariffs?|dut(?:y|ies)|lev(?:y|ies)|quotas?|orders?|costs?)\b", re.I
)
_NO_BALANCE = re.compile(
    r"\b(?:budget|budgetary|fiscal|current[ -]account|account|government|public|primary|pension|"
    r"capital|payments|labou?r|funding|financing|gender|wage|wealth|bank|federal)\s*$",
    re.IGNORECASE,
)
_ABROAD = re.compile(
    r"\b(?:overseas|foreign|goods|merchandise|outbound|international|external)\s+$", re.IGNORECASE
)
_DIRECTED = re.compile(r"(?:\s+[\w'’$-]+){0,6}?\s+(?P<way>to|from|into)\b", re.IGNORECASE)


@cache
def _heads() -> re.Pattern[str]:
    def either(kind: str) -> str:
        return "|".join(
            re.escape(term).replace(r"\ ", r"[\s-]+")
            for term in sorted(terms("trade_terms", kind=kind), key=len, reverse=True)
        )

    carrier = rf"(?:\s+(?:{either('carrier')})(?!\w))"
    return re.compile(
        rf"(?<![\w-])(?<![-–]to[-–])(?:(?P<both>{_BOTH}(?:{carrier}|\s+trade|\s+combined)+"
        rf"|(?<=combining )(?:both )?{_BOTH}|(?<=combined ){_BOTH})"
        rf"|(?P<role_total>{either('role_total')})"
        rf"|(?P<role_export>{either('role_export')})"
        rf"|(?P<role_import>{either('role_import')})"
        rf"|(?P<balance>(?:trade[\s-]+(?:in\s+goods\s+)?)?(?:{either('balance')}))"
        rf"|(?P<trap>{either('trap')})"
        rf"|(?P<verb_export>(?:{either('verb_export')}))(?=\s)"
        rf"|(?P<verb_import>(?:{either('verb_import')}))(?=\s)"
        rf"|(?P<export>(?:{either('export')}){carrier}*)"
        rf"|(?P<import>(?:{either('import')}){carrier}*)"
        rf"|(?P<export_directed>{either('export_directed')})"
        rf"|(?P<import_directed>{either('import_directed')})"
        rf"|(?P<total>(?:{either('total')}){carrier}*)"
        r")(?!\w)",
        re.IGNORECASE,
    )


def find_heads(sentence: Sentence, tokens: Tokens) -> list[Head]:
    """Return the heads of the phrases of a sentence, in order."""
    found = []
    for match in _heads().finditer(sentence.text):
        head = _head(match, sentence, tokens)
        if head:
            found.append(head)
    return found


def _head(match: re.Match[str], sentence: Sentence, tokens: Tokens) -> Head | None:
    group = match.lastgroup or ""
    start, end = sentence.start + match.start(), sentence.start + match.end()
    before, after = sentence.text[: match.start()][-40:], sentence.text[match.end() :][:60]
    trap = Head(start, end, Kind.TRAP, Flow.TOTAL)
    if group == "trap":
        return trap
    if group == "both":
        return Head(start, end, Kind.FLOW, Flow.TOTAL)
    if group == "balance":
        return _balance(match[0], before, trap)
    kind, _, way = group.partition("_")
    if kind == "role":
        return Head(start, end, Kind.ROLE, _FLOWS[way])
    if kind == "verb":
        return Head(start, end, Kind.FLOW, _FLOWS[way], verb=True)
    if kind == "total":
        return (
            None
            if _is_other_trade(match[0], before, after, tokens, end)
            else Head(start, end, Kind.FLOW, Flow.TOTAL)
        )
    if way == "directed":
        aim = _DIRECTED.match(after)
        wanted = {"to", "into"} if kind == "export" else {"from", "of"}
        if not aim or (aim["way"].lower() not in wanted and match[0].lower() != "supplies"):
            if _ABROAD.search(before):
                return Head(start, end, Kind.FLOW, _FLOWS[kind])
            return trap if match[0].lower() == "sales" else None
        return Head(start, end, Kind.FLOW, _FLOWS[kind], directed=True)
    if _PRICED.match(after):
        return trap
    return None if _NOT_FLOW.match(after) else Head(start, end, Kind.FLOW, _FLOWS[kind])


def _balance(written: str, before: str, trap: Head) -> Head | None:
    plain = written.lower()
    if _NO_BALANCE.search(before):
        return trap
    if plain in {"gap", "imbalance", "balance"} and not re.search(
        r"\btrade[\s-]+(?:\w+\s+)?$", before, re.I
    ):
        return None
    return Head(trap.start, trap.end, Kind.BALANCE, Flow.TOTAL)


def _is_other_trade(written: str, before: str, after: str, tokens: Tokens, end: int) -> bool:
    if _NOT_BEFORE_TRADE.search(before) and not before.lower().endswith("due to "):
        return True
    if written.lower() != "trade":
        return False
    following = tokens.at(end + 1) if after[:1].isspace() else None
    is_compound = (
        following is not None
        and following.tag_ in {"NN", "NNS", "NNP"}
        and (following.lower_ not in {"between", "turnover"} and not following.like_num)
    )
    return bool(_NOT_TRADE.match(after)) or is_compound
