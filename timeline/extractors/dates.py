"""The dates that a text tells, as mentions with EDTF."""

from dataclasses import dataclass, replace

from timeline.extractors.base import Parsed
from timeline.extractors.dating.calendar import resolve_weekday
from timeline.extractors.dating.mentions import dateline_date, find_dates
from timeline.extractors.dating.periods import find_periods
from timeline.extractors.dating.tense import Direction
from timeline.records import Extraction

__all__ = [
    "DatesExtractor",
    "Direction",
    "dateline_date",
    "find_dates",
    "find_periods",
    "resolve_weekday",
]


@dataclass(frozen=True, slots=True)
class DatesExtractor:
    """Fills ``Extraction.dates``."""

    name: str = "dates"
    requires: tuple[str, ...] = ()
    assigns: tuple[str, ...] = ("dates",)

    def __call__(self, parsed: Parsed, found: Extraction) -> Extraction:
        """Return ``found`` with the dates of the document."""
        document = parsed.document
        return replace(found, dates=find_dates(document.text, document.published))
