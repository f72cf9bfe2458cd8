"""Find the phrases that a number can be a number of: a flow of trade, or something that is none.

"Japan's exports of cars to the United States", "bilateral trade", "the deficit with China" are flows;
tariffs, prices, investment are traps, found so that their numbers are not taken for a flow's.
"""

import re
from dataclasses import replace
from functools import cache

from timeline.extractors.patterns import terms
from timeline.extractors.trading.scene import Head, Kind
from timeline.extractors.trading.sentences import Sentence, Tokens
from timeline.records import Flow

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
    r"\b(?:free|fair|to|world|illicit|retail|slave|drug|insider)[ -]$", re.IGNORECASE
)
_NOT_FLOW = re.compile(
    r"\s*[-–]\s*(?:oriented|driven|led|dependent|reliant|import|export|bound|related|heavy|based)\b"
    r"|\s+(?:controls?|curbs?|bans?|restrictions?|licen|hub|base|industr|sectors?|promotion|council|"
    r"credit|subsid|ban|compan|firms?|oriented|driven|led|dependent|competitiveness|capacity|business|"
    r"strategy|permits?|terminal|infrastructure|facilit|opportunit|potential|demand|"
    r"project|support|agenc|association|processing|substitut|rules?|regime|crops?)\b",
    re.IGNORECASE,
)
_RESPECTIVELY = re.compile(r"\brespectively\b", re.IGNORECASE)
_ONE_WAY = re.compile(r"\b(?:exports?|imports?)\b", re.IGNORECASE)
_PRICED = re.compile(
    r"\s+(?:prices?|tax(?:es)?|tariffs?|dut(?:y|ies)|lev(?:y|ies)|quotas?|orders?|costs?)\b",
    re.IGNORECASE,
)
_NO_BALANCE = re.compile(
    r"\b(?:budget|budgetary|fiscal|current[ -]account|account|government|public|primary|pension|"
    r"capital|payments|labou?r|funding|financing|gender|wage|wealth|bank|federal)\s*$",
    re.IGNORECASE,
)
_ABROAD = re.compile(
    r"\b(?:overseas|foreign|goods|merchandise|outbound|international|external)\s+$", re.IGNORECASE
)
_DIRECTED = re.compile(
    r"(?:\s+[\w'’$-]+){0,6}?\s+(?:from\s+(?:the\s+)?[\w.]+(?:\s+[\w.]+)?\s+(?=to\b))?(?P<way>to|from|into)\b",
    re.IGNORECASE,
)


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
        rf"|(?P<balance>(?:trade[\s-]+(?:in\s+goods\s+)?)?(?:{either('balance')})(?:\s+in\s+(?:the\s+)?trade(?:\s+(?:of|in))?)?)"
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
        if match["both"] and _RESPECTIVELY.search(sentence.text):
            found += _parted(match, sentence)
            continue
        head = _head(match, sentence, tokens)
        if head:
            found.append(head)
    return found


def _parted(match: re.Match[str], sentence: Sentence) -> list[Head]:
    """Return two heads for "export and import revenues" that have a number each."""
    return [
        Head(
            sentence.start + word.start(),
            sentence.start + word.end(),
            Kind.FLOW,
            _FLOWS[word[0].lower().rstrip("s")],
        )
        for word in _ONE_WAY.finditer(sentence.text, match.start(), match.end())
    ]


def _head(match: re.Match[str], sentence: Sentence, tokens: Tokens) -> Head | None:
    kind, _, way = (match.lastgroup or "").partition("_")
    start, end = sentence.start + match.start(), sentence.start + match.end()
    around = (sentence.text[: match.start()][-40:], sentence.text[match.end() :][:60])
    trap = Head(start, end, Kind.TRAP, Flow.TOTAL)
    if kind in {"trap", "balance"}:
        return trap if kind == "trap" else _balance(match[0], around[0], trap)
    if kind in {"role", "verb"}:
        is_verb = kind == "verb"
        return Head(start, end, Kind.FLOW if is_verb else Kind.ROLE, _FLOWS[way], verb=is_verb)
    flow = Head(start, end, Kind.FLOW, _FLOWS.get(kind, Flow.TOTAL))
    if way == "directed":
        return _directed(match[0].lower(), flow, around)
    if kind == "total":
        return None if _is_other_trade(match[0], around, tokens, end) else flow
    return _export_or_import(flow, trap, around[1])


def _export_or_import(flow: Head, trap: Head, after: str) -> Head | None:
    if _PRICED.match(after):
        return trap
    return None if _NOT_FLOW.match(after) else flow


def _directed(written: str, flow: Head, around: tuple[str, str]) -> Head | None:
    """Take "sales" and the like for trade where they go to or come from somewhere."""
    aim = _DIRECTED.match(around[1])
    wanted = {"to", "into"} if flow.flow is Flow.EXPORT else {"from"}
    if (aim and (aim["way"].lower() in wanted or written == "supplies")) or _ABROAD.search(
        around[0]
    ):
        return flow
    return replace(flow, kind=Kind.TRAP, flow=Flow.TOTAL) if written == "sales" else None


def _balance(written: str, before: str, trap: Head) -> Head | None:
    plain = written.lower()
    if _NO_BALANCE.search(before):
        return trap
    if plain in {"gap", "imbalance", "balance"} and not re.search(
        r"\btrade[\s-]+(?:\w+\s+)?$", before, re.IGNORECASE
    ):
        return None
    return Head(trap.start, trap.end, Kind.BALANCE, Flow.TOTAL)


def _is_other_trade(written: str, around: tuple[str, str], tokens: Tokens, end: int) -> bool:
    before, after = around
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
