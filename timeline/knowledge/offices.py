"""Words for offices, ranks and honours that stand before or after names."""

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from types import MappingProxyType

from timeline.knowledge.tables import rows


class OfficeKind(StrEnum):
    """What an office is."""

    LEADER = "leader"
    MINISTER = "minister"
    ROYAL = "royal"
    RELIGIOUS = "religious"
    MILITARY = "military"
    LEGISLATOR = "legislator"
    DIPLOMAT = "diplomat"
    SPOKESPERSON = "spokesperson"
    COMPANY = "company"
    HONORIFIC = "honorific"
    QUALIFIER = "qualifier"


@cache
def office_terms() -> Mapping[str, OfficeKind]:
    """Return the kinds of offices by their words in lower case."""
    return MappingProxyType({term: OfficeKind(kind) for kind, term in rows("offices.tsv")})


@cache
def _leading_titles() -> re.Pattern[str]:
    terms = sorted(office_terms(), key=len, reverse=True)
    return re.compile(
        rf"(?:the\s+)?(?:{'|'.join(map(re.escape, terms))})(?:\.|\b)\s+", re.IGNORECASE
    )


def strip_titles(name: str) -> str:
    """Return a name without the titles before it; ``King X`` stays where X is a single word."""
    bare = " ".join(name.split())
    while title := _leading_titles().match(bare):
        rest = bare[title.end() :]
        kind = office_terms().get(title[0].strip().rstrip(".").lower().removeprefix("the "))
        if kind in {OfficeKind.ROYAL, OfficeKind.RELIGIOUS} and re.fullmatch(
            r"\S+( [IVX]+)?", rest
        ):
            return bare
        bare = rest
    return bare
