"""Find fractions ("a third") and multiples ("doubled", "nine-fold", "jumped 3.5 times")."""

import re
from decimal import Decimal

from timeline.extractors.trading.amounts import PERCENT, Quantity
from timeline.extractors.trading.numerals import DIGITS, WORD, WORDS, value_of

_PARTS = {
    "half": "50",
    "third": "33.3",
    "quarter": "25",
    "fifth": "20",
    "sixth": "16.7",
    "seventh": "14.3",
    "eighth": "12.5",
    "tenth": "10",
}
_COUNT = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4}
_FRACTION = re.compile(
    r"\b(?:(?P<count>a|an|one|two|three|four)[ -](?P<part>third|quarter|fifth|sixth|seventh|eighth|"
    r"tenth)s?(?=\s+(?:of|its|their|the|in|from|to|less|more|lower|higher|year|on|compared|last|over|"
    r"for|while|and|during|by|[A-Z])|\s*[,.;(]|$)"
    r"|(?<!first )(?<!second )(?<!latter )(?<!other )(?P<half>(?<=by )(?:a |one[ -])?half|(?:a |one[ -])?half(?= (?:of|its|their|all|the "
    r"(?:country|total|value)))))(?![- ](?:of the year|year\b))",
    re.IGNORECASE,
)
_MULTIPLES = {
    "doubl": 100,
    "tripl": 200,
    "trebl": 200,
    "quadrupl": 300,
    "quintupl": 400,
    "halv": -50,
}
_MULTIPLE = re.compile(
    rf"\b(?P<stem>doubl|tripl|trebl|quadrupl|quintupl|halv)(?:es|ed|ing|e(?!\s+(?:the|its|that|their|what|those|of)\b))\b"
    rf"|\b(?P<fold>{DIGITS}|{WORD})[ -]?fold\b"
    rf"|\b(?P<times>{DIGITS}|{WORDS})[ -]times\b(?!\s+(?:as|the|that|its|a|per|in)\b)",
    re.IGNORECASE,
)
_RISEN = re.compile(
    r"(?:\b(?:ris|ros|increas|gr[eo]w|jump|surg|soar|climb|expand|up|multipl|leap|leapt|rocket|swell)"
    r"\w*(?:\s+\w+ly)?(?:\s+(?:by|more than|over|nearly|almost|about|some|around|a)){0,3}\s*$)",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"\s*(?:more|higher|larger|bigger|greater|up|increase|rise|jump|growth|surge)\b", re.IGNORECASE
)
_WIDTH = 40  # characters before a multiple that must say that something rose


def find_fractions(text: str) -> list[Quantity]:
    """Return the fractions of a text, in percent."""
    found = []
    for match in _FRACTION.finditer(text):
        part = "half" if match["half"] else match["part"].lower()
        count = _COUNT[(match["count"] or "a").lower()]
        value = min(Decimal(_PARTS[part]) * count, Decimal(100))
        if part == "third" and count == 2:
            value = Decimal("66.7")
        found.append(Quantity(match.start(), match.end(), value, PERCENT, fraction=True))
    return found


def find_multiples(text: str) -> list[Quantity]:
    """Return the multiples of a text as growth in percent."""
    found = []
    for match in _MULTIPLE.finditer(text):
        if match["stem"]:
            value = Decimal(_MULTIPLES[match["stem"].lower()])
        else:
            risen = _RISEN.search(text[max(match.start() - _WIDTH, 0) : match.start()])
            if match["times"] and not risen and not _MORE.match(text, match.end()):
                continue
            value = (value_of(match["fold"] or match["times"]) - 1) * 100
        found.append(Quantity(match.start(), match.end(), value, PERCENT, signed=True))
    return found
