"""Decide what a number measures: a share, a growth with its sign, a value, or a change in money."""

import re
from functools import cache

from timeline.extractors.patterns import terms

_MINOR = (
    r"(?:by|a|an|the|another|about|around|nearly|almost|over|more|than|less|roughly|approximately|"
    r"some|just|only|further|additional|some|close|to|as|much|at|least|up|under|well|slightly|"
    r"estimated|about|record|whopping|massive|modest|sharp|steep|staggering|hefty|average|of|even|"
    r"still|also|yoy|year-on-year|year-over-year|on-year|annually|overall|respectively|and|on|year|"
    r"below|above|below|beyond|faster|in|value|terms|dollar|another|sharper|bigger|smaller|again|"
    r"month-on-month|it|\w+ly|fast|far|most|both|their|volume|quite|US|percent|annual|yearly|any|"
    r"back|significantly|fully|exactly|nominal|marginal|cumulative|total|combined)"
)
_GAP = rf"(?:[\s,(–—-]+{_MINOR}){{0,7}}[\s,(–—:-]*(?:[+-])?"
_ADJECTIVES = (
    r"(?:year-on-year|year-over-year|yr-on-yr|on-year|month-on-month|y-o-y|yoy|y/y|annual|annualized|yearly|monthly|"
    r"quarterly|sharp|steep|slight|modest|overall|big|further|nominal|real|year on year|year over year|"
    r"increased|cumulative|average|faster|slower|export|import|trade|in-month|surprise|massive|"
    r"huge|rapid|gradual|hefty|robust|healthy|significant|notable|substantial|corresponding|"
    r"on year|month on month|volume|total|drastic|percentage|marginal|net|whopping|nosedive|strong)"
)
_SHARE_VERB = re.compile(
    r"\b(?:account(?:s|ed|ing)?(?:\s+for)?|represent(?:s|ed|ing)?|constitut(?:es|ed|ing|e)|"
    r"compris(?:es|ed|ing|e)|making(?=\s+(?:\w+\s+)?$)|mak(?:es|ing|e)\s+up|made\s+up|shares?(?:\s+of)?|proportion|contribution|portion|"
    r"responsible\s+for|amount(?:s|ed|ing)?\s+to|contribut(?:es|ed|ing|e)(?:\s+to)?)\b",
    re.IGNORECASE,
)
_SHARE_REACH = 31  # characters from "accounting" to its number ("for as much as about")
_SHARE_AFTER = re.compile(
    r"\s*(?:\)|,)?\s*(?:market\s+|import\s+|export\s+|trade\s+|overall\s+|total\s+)?(?:share|stake in the market)\b",
    re.IGNORECASE,
)
_OF = re.compile(r"[\s-]*(?:or\s+so\s+|plus\s+|each\s+)?(?:of\b|worth of\b|in\b)", re.IGNORECASE)
_NOT_SHARE = re.compile(
    r"\b(?:recover(?:ed|s|ing)?|return(?:ed|s)?|back|equal(?:s|led)?|equivalent|rebound(?:ed)?|only)\s+to\s+"
    r"(?:about|around|nearly|some|just|almost|over)?\s*$",
    re.IGNORECASE,
)
_LEVEL = re.compile(
    r"\s*of\s+(?:the\s+|its\s+|their\s+)?(?:[\w-]+\s+){0,3}?(?:levels?|figure|(?<!total )amount|fall|drop|decline|increase|rise|growth|deficit|gap|shortfall|surplus|gdp|output|capacity|peak|"
    r"population|economy|production|consumption|demand|needs|revenue|revenues|budget)\b"
    r"|\s*of\s+(?:[\w'’-]+\s+){1,3}(?:posted|recorded|seen|reached)\b",
    re.IGNORECASE,
)
_TO = re.compile(rf"\b(?:to|at)\s+(?:(?:{_MINOR}|up)\s+){{0,3}}$", re.IGNORECASE)


@cache
def _either(sign: str, form: str) -> str:
    found = sorted(terms("trade_directions", kind=sign, form=form), key=len, reverse=True)
    return "|".join(re.escape(term).replace(r"\ ", r"\s+") for term in found)


@cache
def _before() -> re.Pattern[str]:
    """Compile: a word of rise or fall, then only minor words up to the number."""
    groups = [
        rf"(?P<{sign}_{form}>\b(?:{_either(sign, form)})\b)"
        for sign in ("up", "down")
        for form in ("verb", "noun")
    ]
    return re.compile("|".join(groups), re.IGNORECASE)


@cache
def _after() -> re.Pattern[str]:
    nouns = "|".join(rf"(?P<{sign}_noun>(?:{_either(sign, 'noun')}))" for sign in ("up", "down"))
    words = "|".join(rf"(?P<{sign}_after>(?:{_either(sign, 'after')}))" for sign in ("up", "down"))
    return re.compile(
        rf"[\s,()–-]*(?:(?:{_ADJECTIVES})[\s,-]+){{0,4}}(?:(?:{nouns})\b|(?:{words})\b(?!\s+(?:from|the|to)\b))",
        re.IGNORECASE,
    )


_GAP_ONLY = re.compile(_GAP, re.IGNORECASE)


def direction_before(left: str) -> int:
    """Return 1 or -1 where the words right before a number say that something rose or fell, else 0."""
    found = list(_before().finditer(left))
    if not found or not _GAP_ONLY.fullmatch(left, found[-1].end()):
        return 0
    return _sign(found[-1])


def _sign(match: re.Match[str]) -> int:
    return 1 if (match.lastgroup or "").startswith("up") else -1


def direction_after(right: str) -> int:
    """Return 1 or -1 where the words right behind a number are a rise or a fall, else 0."""
    match = _after().match(right)
    return _sign(match) if match else 0


def last_direction(words: str) -> int:
    """Return the direction of the last word of rise or fall in some words, 0 without one."""
    sign = 0
    for match in _before().finditer(words):
        sign = _sign(match)
    return sign


def reaches(left: str) -> bool:
    """Say whether a number is a level that something comes to ("rose to", "stood at")."""
    return bool(_TO.search(left))


def is_growth_level(left: str) -> bool:
    """Say whether a number behind "to" or "at" is a rate ("growth slowed to")."""
    return bool(
        re.search(
            r"\b(?:growth|increase|growth rate|pace|expansion|decline|fall|drop|contraction)\b[^.;]{0,50}"
            r"\b(?:to|at|was|of|reached|hit|is|came in at)\s+(?:[\w-]+\s+){0,2}$",
            left,
            re.IGNORECASE,
        )
    )


def tells_share(left: str, right: str) -> bool:
    """Say whether the words around a percentage make it a share."""
    if _LEVEL.match(right) or _NOT_SHARE.search(left):
        return False
    verb = next(reversed(list(_SHARE_VERB.finditer(left))), None)
    near = verb is not None and len(left) - verb.end() <= _SHARE_REACH
    rises = (
        verb is not None
        and verb[0].lower().startswith(("share", "contribution"))
        and (reaches(left) or bool(re.search(r"\bfrom\s+(?:\w+\s+)?$", left)))
    )
    return bool(
        near or rises or _SHARE_AFTER.match(right) or re.match(r"[\s)]*(?:or so\s+)?of\b", right)
    )


def is_change(left: str, right: str) -> bool:
    """Say whether an amount of money is a change ("rose by $2 billion", "a $2 billion jump")."""
    if direction_after(right) and not re.match(r"[\s,(]*(?:up|down)\b", right, re.IGNORECASE):
        return True
    if re.match(
        r"\s*of the (?:fall|drop|decline|increase|rise|growth|gain|jump)\b", right, re.IGNORECASE
    ):
        return True
    if re.search(
        rf"\b(?:from|to|at|reach\w*|hit\w*|total\w*|was|were|is)\s+(?:{_MINOR}\s+){{0,2}}$",
        left,
        re.IGNORECASE,
    ):
        return bool(re.search(r"\b(?:by)\s+(?:[\w-]+\s+){0,2}$", left, re.IGNORECASE))
    return direction_before(left) != 0


def reads_of(right: str) -> bool:
    """Say whether a number is "of" what follows ("5% of", "$2 billion worth of")."""
    return bool(_OF.match(right))
