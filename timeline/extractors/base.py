"""What an extractor is: a step that reads a parsed document and adds one kind of mention."""

from dataclasses import dataclass
from typing import Protocol

from spacy.tokens import Doc

from timeline.records import Document, Extraction


@dataclass(frozen=True, slots=True)
class Parsed:
    """A document beside its parse.

    Attributes:
        document: as the importer gave it.
        doc: the parse of ``document.text``, of the same length character by character.
        title: the parse of the headline, read apart because headlines parse badly; None without one.
    """

    document: Document
    doc: Doc
    title: Doc | None = None


class Extractor(Protocol):
    """A step of the reading; add one as a module of its own and a line in ``timeline.extractors``.

    Attributes:
        name: the step's name, kept on what it finds.
        requires: the fields of ``Extraction`` that must be filled before.
        assigns: the fields that it fills.
    """

    @property
    def name(self) -> str:
        """Name the step."""

    @property
    def requires(self) -> tuple[str, ...]:
        """List the fields of Extraction that it reads."""

    @property
    def assigns(self) -> tuple[str, ...]:
        """List the fields of Extraction that it fills."""

    def __call__(self, parsed: Parsed, found: Extraction) -> Extraction:
        """Return ``found`` with the fields named by ``assigns`` filled."""
