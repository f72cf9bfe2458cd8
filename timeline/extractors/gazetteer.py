"""Countries, demonyms, towns and blocs as they stand in a text."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from spacy.lang.en import English
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

from timeline.extractors.patterns import terms
from timeline.knowledge import cities, countries


@dataclass(frozen=True, slots=True)
class Region:
    """A country, or the adjective of one, in a text; offsets are tokens.

    Attributes:
        adjective: True for a demonym (``Chinese``), False for the country's own name.
    """

    start: int
    end: int
    code: str
    adjective: bool


@dataclass(frozen=True, slots=True)
class Town:
    """A town in a text; offsets are tokens."""

    start: int
    end: int
    name: str
    country: str | None


_MATCHERS: dict[tuple[int, str], PhraseMatcher] = {}


def _matcher(vocab: Vocab, key: str, attribute: str, phrases: Iterable[str]) -> PhraseMatcher:
    """Build a matcher once for each vocabulary."""
    place = (id(vocab), key)
    if place not in _MATCHERS:
        tokenizer = English(vocab=vocab).tokenizer
        matcher = PhraseMatcher(vocab, attr=attribute)
        matcher.add(key, [tokenizer(phrase) for phrase in sorted(phrases)])
        _MATCHERS[place] = matcher
    return _MATCHERS[place]


def phrase_spans(
    doc: Doc, key: str, attribute: str, phrases: Iterable[str]
) -> list[tuple[int, int]]:
    """Return where phrases stand, the longest first where they overlap, in order."""
    matcher = _matcher(doc.vocab, f"{key}/{attribute}", attribute, phrases)
    found = sorted(
        ((s, e) for _, s, e in matcher(doc)), key=lambda pair: (pair[0] - pair[1], pair[0])
    )
    kept: list[tuple[int, int]] = []
    taken: set[int] = set()
    for start, end in found:
        if not taken & set(range(start, end)):
            kept.append((start, end))
            taken |= set(range(start, end))
    return sorted(kept)


@cache
def _loose_terms() -> frozenset[str]:
    return frozenset(countries.country_terms()) - frozenset(countries.case_sensitive_terms())


@cache
def _exact_terms() -> frozenset[str]:
    return frozenset(countries.case_sensitive_terms())


def find_regions(doc: Doc) -> list[Region]:
    """Return the countries and demonyms of a text in order."""
    spans = phrase_spans(doc, "country", "LOWER", _loose_terms())
    spans += phrase_spans(doc, "country", "ORTH", _exact_terms())
    found: list[Region] = []
    taken: set[int] = set()
    for start, end in sorted(spans, key=lambda pair: (pair[0] - pair[1], pair[0])):
        if taken & set(range(start, end)):
            continue
        code = countries.find_country(doc[start:end].text)
        if code is None:
            continue
        taken |= set(range(start, end))
        found.append(Region(start, end, code, countries.is_demonym(doc[start:end].text)))
    return sorted(found, key=lambda region: region.start)


def by_token(regions: Iterable[Region]) -> dict[int, Region]:
    """Map each token to the region that it belongs to."""
    return {at: region for region in regions for at in range(region.start, region.end)}


@cache
def _town_terms() -> frozenset[str]:
    return frozenset(cities.city_terms())


def find_towns(doc: Doc) -> list[Town]:
    """Return the towns of a text, written with a capital, in order."""
    found = []
    for start, end in phrase_spans(doc, "city", "LOWER", _town_terms()):
        token = doc[start]
        if not token.text[0].isupper() or token.pos_ not in {"PROPN", "NOUN", "X"}:
            continue
        if any(token.ent_type_ == "PERSON" for token in doc[start:end]):
            continue
        city = cities.find_city(doc[start:end].text)
        if city is not None:
            found.append(Town(start, end, doc[start:end].text, city.country))
    return found


def venue_nouns() -> frozenset[str]:
    """Return the words that end the name of a venue."""
    return terms("venues")
