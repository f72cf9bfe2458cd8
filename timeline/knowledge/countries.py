"""Countries under every name that articles give them."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from types import MappingProxyType

from timeline.knowledge.tables import rows

# Names that are also English words, given names or states: a country only as written here.
EXACT = frozenset(
    {"Turkey", "Chad", "Jordan", "Georgia", "Guinea", "Jersey", "Mali", "Niue", "Lao", "Brits"}
    | {"Polish", "Poles", "Scots", "Swedes", "Danes"}
)


class TermKind(StrEnum):
    """What a term is to the country that it means."""

    NAME = "name"
    DEMONYM = "demonym"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class CountryTerm:
    """What a term means.

    Attributes:
        code: ISO 3166-1 alpha-3; Kosovo, which has none, is ``XKX``.
    """

    code: str
    kind: TermKind


def country_terms() -> Mapping[str, CountryTerm]:
    """Return every term that means a country in whatever case, by its lower-case form."""
    return _terms()[0]


def case_sensitive_terms() -> frozenset[str]:
    """Return the terms that mean a country only in exactly this case, such as ``US``."""
    return frozenset(_terms()[1])


@cache
def _terms() -> tuple[Mapping[str, CountryTerm], Mapping[str, CountryTerm]]:
    loose: dict[str, CountryTerm] = {}
    exact: dict[str, CountryTerm] = {}
    for code, kind, term in rows("countries.tsv"):
        meaning = CountryTerm(code, TermKind(kind))
        # With its stops ("u.s.") a code is no word in lower case either.
        if (meaning.kind is TermKind.CODE and "." not in term) or term in EXACT:
            exact[term] = meaning
            continue
        for spelled in (term, _without_accents(term), _short_saint(term)):
            loose.setdefault(spelled.lower(), meaning)
    return MappingProxyType(loose), MappingProxyType(exact)


@cache
def _by_folded() -> Mapping[str, CountryTerm]:
    return {_folded(term): meaning for term, meaning in reversed(list(_terms()[0].items()))}


def find_country(name: str) -> str | None:
    """Return the alpha-3 code of a country by name, former name, demonym or code; None if it is none.

    Case, accents, hyphens, stops, ``the`` and a possessive do not matter, except for names such as
    ``Turkey`` and codes such as ``US``, which must be written so.
    """
    words = re.sub(r"'s?$", "", " ".join(name.replace("’", "'").split()))
    bare = re.sub(r"^the\s+", "", words, flags=re.IGNORECASE)
    exact = _terms()[1]
    found = exact.get(bare) or exact.get(bare.replace(".", ""))
    if found is None and not re.fullmatch(r"[A-Z]{2,3}", bare):
        found = _by_folded().get(_folded(bare))
    if found is not None:
        return found.code
    return bare if bare in country_codes() else None


def is_demonym(term: str) -> bool:
    """Tell whether a term is an adjective or a noun for a country's people."""
    loose, exact = _terms()
    found = exact.get(term) or loose.get(term.lower())
    return found is not None and found.kind is TermKind.DEMONYM


@cache
def country_codes() -> tuple[str, ...]:
    """Return all codes, in alphabetical order."""
    return tuple(sorted({code for code, _, _ in rows("countries.tsv")}))


def country_name(code: str) -> str:
    """Return the short English name of a country; a code that is none is returned as it is."""
    return _names().get(code, code)


@cache
def _names() -> Mapping[str, str]:
    names: dict[str, str] = {}
    for code, kind, term in rows("countries.tsv"):
        if kind == TermKind.NAME:
            names.setdefault(code, term)
    return names


def demonyms(code: str) -> tuple[str, ...]:
    """Return the words for a country's people; none where they would mean another country too."""
    return _demonyms().get(code, ())


@cache
def _demonyms() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for code, kind, term in rows("countries.tsv"):
        if kind == TermKind.DEMONYM:
            found[code] = (*found.get(code, ()), term)
    return found


def _short_saint(text: str) -> str:
    return re.sub(r"^Saint ", "St. ", text)


def _folded(text: str) -> str:
    words = re.findall(r"\w+", _without_accents(text).lower().replace(".", ". ").replace("'", ""))
    return " ".join("saint" if word == "st" else word for word in words)


def _without_accents(text: str) -> str:
    return "".join(
        letter
        for letter in unicodedata.normalize("NFKD", text)
        if not unicodedata.combining(letter)
    )
