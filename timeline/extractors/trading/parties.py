"""Find the countries and blocs that a text names, and how each stands: China, China's, Chinese."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from timeline.extractors.patterns import read_patterns, terms
from timeline.knowledge import blocs, countries

WORLD = "WLD"
OTHER = "OTHER"  # stands for the partner behind "to the country" until it is known
OWN = "OWN"  # stands for the reporter behind "its" and "the country's" until it is known
# Bodies that no figure has as a side.
_POLITICAL = frozenset(
    [
        "UN",
        "NATO",
        "AU",
        "G8",
        "G20",
        "OSCE",
        "CSTO",
        "OAS",
        "PIF",
        "OIC",
        "SAARC",
        "BIMSTEC",
        "CELAC",
    ]
) | {"Arab League"}

_WORLD = re.compile(
    r"\b(?:the (?:whole |entire )?world|the rest of the world|worldwide|around the world|"
    r"all (?:countries|partners|destinations)|the global market)\b",
    re.IGNORECASE,
)
_NORTH = re.compile(r"\b[Tt]he (North|South)\b(?!\s+[A-Z])")
_KOREA = re.compile(r"(?<!South )(?<!North )\bKorea(['’]s)?\b")
_POSSESSED = re.compile(r"['’](?:s\b)?(?!\w)")


class Style(StrEnum):
    """How a country is named."""

    NAME = "name"
    POSSESSIVE = "possessive"
    ADJECTIVE = "adjective"


@dataclass(frozen=True, slots=True)
class Party:
    """A country or bloc in a text; its end lies behind a possessive 's."""

    start: int
    end: int
    code: str
    style: Style


def find_parties(text: str) -> list[Party]:
    """Return the countries and blocs that a text names, in order."""
    found = []
    for start, end, code, is_adjective in _spans(text):
        possessed = _POSSESSED.match(text, end)
        if possessed and (possessed[0][1:] or text[end - 1] in "sS"):
            found.append(Party(start, possessed.end(), code, Style.POSSESSIVE))
        else:
            found.append(Party(start, end, code, Style.ADJECTIVE if is_adjective else Style.NAME))
    found += _capitals(text)
    codes = {party.code for party in found}
    if "PRK" not in codes:
        found += _korea(text)
    if "PRK" in codes or "KOR" in codes:
        found += _halves(text)
    found += [Party(m.start(), m.end(), WORLD, Style.NAME) for m in _WORLD.finditer(text)]
    return _apart(found)


def _apart(found: list[Party]) -> list[Party]:
    kept: list[Party] = []
    for party in sorted(found, key=lambda party: (party.start, -party.end)):
        if not kept or party.start >= kept[-1].end:
            kept.append(party)
    return kept


def _capitals(text: str) -> list[Party]:
    """Return the capitals that stand for their countries ("Pyongyang's exports")."""
    countries_of = {line["term"]: line["country"] for line in read_patterns("trade_capitals")}
    return [
        Party(match.start(), match.end(), countries_of[match[1]], Style.POSSESSIVE)
        for match in _capital_pattern().finditer(text)
    ]


@cache
def _capital_pattern() -> re.Pattern[str]:
    names = sorted(terms("trade_capitals"), key=len, reverse=True)
    return re.compile(rf"\b({'|'.join(re.escape(name) for name in names)})['’]s\b")


def _korea(text: str) -> list[Party]:
    """Return "Korea", which is the southern one where the northern one is not named."""
    return [
        Party(match.start(), match.end(), "KOR", Style.POSSESSIVE if match[1] else Style.NAME)
        for match in _KOREA.finditer(text)
    ]


def _halves(text: str) -> list[Party]:
    """Return "the North" and "the South" of an article about Korea."""
    found = []
    for match in _NORTH.finditer(text):
        possessed = re.compile(r"['’]s\b").match(text, match.end())
        end = possessed.end() if possessed else match.end()
        style = Style.POSSESSIVE if possessed else Style.NAME
        found.append(Party(match.start(), end, "PRK" if match[1] == "North" else "KOR", style))
    return found


def _spans(text: str) -> list[tuple[int, int, str, bool]]:
    names, automaton = _loose()
    exact_names, exact = _exact()
    masked = _masked(text)
    lower = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    found = []
    for table, machine, searched in ((names, automaton, lower), (exact_names, exact, text)):
        for index, start, end in machine.find_matches_as_indexes(searched, overlapping=False):
            whole = not (start and _joins(text[start - 1])) and not (
                end < len(text) and _joins(text[end])
            )
            if whole:
                _, code, is_adjective = table[index]
                found.append((start, end, code, is_adjective))
    return [
        each
        for each in found
        if each[0] not in masked and text[max(each[0] - 4, 0) : each[0]].lower() != "non-"
    ]


def _masked(text: str) -> set[int]:
    """Return the characters of names that hold a country's name and are none ("Northern Ireland")."""
    return {at for match in _no_party().finditer(text) for at in range(match.start(), match.end())}


@cache
def _no_party() -> re.Pattern[str]:
    places = sorted(terms("trade_places"), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(re.escape(place) for place in places)})\b")


def _joins(char: str) -> bool:
    """Say whether a character goes on a word; the US of US$ is no country."""
    return char.isalnum() or char in "_$"


_Table = tuple[list[tuple[str, str, bool]], AhoCorasick]


def _compiled(table: list[tuple[str, str, bool]]) -> _Table:
    terms = [term for term, _, _ in table]
    return table, AhoCorasick(terms, matchkind=MatchKind.LeftmostLongest)


@cache
def _loose() -> _Table:
    """Compile the terms that are matched in any case, as real text writes "North korea"."""
    return _compiled(
        [
            (term, meaning.code, meaning.kind is countries.TermKind.DEMONYM)
            for term, meaning in countries.country_terms().items()
        ]
    )


@cache
def _exact() -> _Table:
    table = [
        (term, countries.find_country(term) or "", countries.is_demonym(term))
        for term in countries.case_sensitive_terms()
    ]
    table += [
        (term.removesuffix("countries") + noun, bloc.short, False)
        for term, bloc in blocs.bloc_terms().items()
        for noun in ("market", "markets")
        if bloc.short not in _POLITICAL and term.endswith("an countries")
    ]
    table += [
        (term, bloc.short, term == "African")
        for term, bloc in blocs.bloc_terms().items()
        if bloc.short not in _POLITICAL and (term == "African" or not term.endswith(("an", "ern")))
    ]
    return _compiled([*table, ("Sino", "CHN", True), ("Russo", "RUS", True)])
