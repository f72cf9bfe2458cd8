"""The trade figures that a text states, as mentions."""

from dataclasses import dataclass, replace

from timeline.extractors.base import Parsed
from timeline.extractors.trading.articles import find_figures
from timeline.records import Extraction


@dataclass(frozen=True, slots=True)
class TradeExtractor:
    """Fills ``Extraction.trade``."""

    name: str = "trade"
    requires: tuple[str, ...] = ()
    assigns: tuple[str, ...] = ("trade",)

    def __call__(self, parsed: Parsed, found: Extraction) -> Extraction:
        """Return ``found`` with the trade figures of the document."""
        return replace(found, trade=tuple(find_figures(parsed)))
