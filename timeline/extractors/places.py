"""Find the countries, towns and venues of a text."""

from dataclasses import replace

from spacy.tokens import Doc

from timeline.extractors.base import Parsed
from timeline.extractors.gazetteer import by_token, find_regions, find_towns, venue_nouns
from timeline.records import Extraction, PlaceMention


class PlacesExtractor:
    """Finds where something may take place."""

    name = "places"
    requires: tuple[str, ...] = ()
    assigns = ("places",)

    def __call__(self, parsed: Parsed, found: Extraction) -> Extraction:
        """Return ``found`` with the places of the text, in order."""
        doc = parsed.doc
        regions = [region for region in find_regions(doc) if not region.adjective]
        places = [_place(doc, region.start, region.end, region.code) for region in regions]
        towns = find_towns(doc)
        places += [_place(doc, town.start, town.end, town.country) for town in towns]
        taken = set(by_token(regions)) | {
            at for town in towns for at in range(town.start, town.end)
        }
        places += _venues(doc, taken)
        return replace(found, places=tuple(sorted(places, key=lambda place: place.start)))


def _place(doc: Doc, start: int, end: int, country: str | None) -> PlaceMention:
    span = doc[start:end]
    return PlaceMention(span.start_char, span.end_char, span.text, country)


def _venues(doc: Doc, taken: set[int]) -> list[PlaceMention]:
    """Read capitalised runs that end in a word such as Hall or Square."""
    found = []
    for token in doc:
        if token.lower_ not in venue_nouns() or not token.text[0].isupper() or token.i in taken:
            continue
        start = token.i
        while (
            start > 0
            and not doc[start].is_sent_start
            and (doc[start - 1].text[:1].isupper() and doc[start - 1].is_alpha)
        ):
            start -= 1
        if start < token.i:
            found.append(_place(doc, start, token.i + 1, None))
    return found
