"""Reading: a document in, its mentions out, with the words that prove each."""

import os
from collections.abc import Iterable, Iterator

from timeline.extractors.attendance import AttendanceExtractor
from timeline.extractors.base import Extractor, Parsed
from timeline.extractors.dates import DatesExtractor
from timeline.extractors.events import EventsExtractor
from timeline.extractors.language import parse_all
from timeline.extractors.participants import ParticipantsExtractor
from timeline.extractors.places import PlacesExtractor
from timeline.extractors.trade import TradeExtractor
from timeline.records import Document, Extraction

# Raise it whenever a change makes the reader find other things: claims are kept under it.
READER_VERSION = "1"

EXTRACTORS: tuple[Extractor, ...] = (
    DatesExtractor(),
    PlacesExtractor(),
    ParticipantsExtractor(),
    EventsExtractor(),
    AttendanceExtractor(),
    TradeExtractor(),
)


def extract(document: Document) -> Extraction:
    """Read one document."""
    return next(extract_all([document]))


def extract_all(documents: Iterable[Document]) -> Iterator[Extraction]:
    """Read documents as they come, a batch at a time, in their order."""
    for parsed in parse_all(documents, os.environ.get("TIMELINE_MODEL")):
        yield read(parsed)


def read(parsed: Parsed) -> Extraction:
    """Run the extractors over a parsed document, each on what those before it found."""
    found = Extraction(document=parsed.document)
    for extractor in EXTRACTORS:
        found = extractor(parsed, found)
    return found
