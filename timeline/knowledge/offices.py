"""Words for offices, ranks and honours that stand before or after names."""

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from types import MappingProxyType

from timeline.knowledge.countries import find_country
from timeline.knowledge.tables import rows

LONGEST_COUNTRY = 4  # words of a country's name before a title, or after "of"


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
    return re.compile(rf"(?:the\s+)?({'|'.join(map(re.escape, terms))})(?:\.|\b)\s+", re.IGNORECASE)


def strip_titles(name: str) -> str:
    """Return a name without the titles before it; ``King X`` stays where X is a single word.

    The country goes with its title: ``Chadian President X``, ``the Emir of Qatar X``.
    """
    bare = " ".join(name.split())
    while title := _leading_titles().match(bare) or _title_of_country(bare):
        rest = _without_its_country(bare[title.end() :])
        kind = office_terms().get(title[1].lower())
        if rest.startswith("of "):
            return bare  # an office, and nobody's name
        if kind in {OfficeKind.ROYAL, OfficeKind.RELIGIOUS} and re.fullmatch(
            r"\S+( [IVX]+)?", rest
        ):
            return bare[title.start(1) :]
        bare = rest
    return bare


def _title_of_country(name: str) -> re.Match[str] | None:
    for end in _word_ends(name):
        if find_country(name[:end]):
            return _leading_titles().match(name, end + 1)
    return None


def _without_its_country(rest: str) -> str:
    land = re.sub(r"^of (?:the )?", "", rest)
    ends = _word_ends(land) if land != rest else []
    return next((land[end + 1 :] for end in ends if find_country(land[:end])), rest)


def _word_ends(text: str) -> list[int]:
    """Return where the first words end, the longest run first, of those that something follows."""
    return [space.start() for space in re.finditer(" ", text)][:LONGEST_COUNTRY][::-1]
