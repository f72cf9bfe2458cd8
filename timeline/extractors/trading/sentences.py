"""Cut a parsed text into sentences by its punctuation, and find tokens by their offsets.

The parser's own sentences break at currency signs and abbreviated countries, which is where trade
figures stand; a rule does not.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from timeline.extractors.language import is_wrapped

# A stop ends a sentence where a capital follows, with a space or, in run-on text, without one.
_END = re.compile(
    r"(?<=[a-z0-9%)\]\"'”’])[.!?][\"')\]”’]*(?=\s+[\"'(\[“‘$€£]*[A-Z0-9])"
    r"|(?<=[a-z0-9%]{2})[.!?][\"”]?(?=[\"“]?[A-Z][a-z]+[ '-])"
    r"|(?<=[A-Z]{2})[.!?](?=\s+[A-Z])"
    r"|(?<=[a-z]\.[A-Z])\.(?=\s+[A-Z][a-z]+\s+(?:also|were|was|is|are|had|has|rose|fell))"
    r"|\n+(?![ \t]{0,9}[a-z])"
)
# Where lines are broken at a width, an empty line ends a paragraph.
_WRAPPED_END = re.compile(_END.pattern.replace(r"|\n+(?![ \t]{0,9}[a-z])", r"|\n[ \t]*\n\s*"))
_SHORT = re.compile(
    r"(?:^|[\s(])(?:Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Gov|Prof|No|Nos|vs|Rs|Re|Inc|Co|Corp|Ltd|Jan|Feb|"
    r"Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|approx|est|Sgt|Col|Jr|Sr|[A-Z])$"
)
LONGEST = 2000  # characters; a longer run without a stop is no sentence and is cut


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the text.

    Attributes:
        paragraph: the number of the line that it stands in.
    """

    start: int
    end: int
    text: str
    paragraph: int


def split_sentences(text: str) -> Iterator[Sentence]:
    """Yield the sentences of a text in order, without the white space around them."""
    start = paragraph = 0
    breaks = _breaks(text, _WRAPPED_END if is_wrapped(text) else _END)
    for end, following, is_line in [*breaks, (len(text), len(text), True)]:
        for first in range(start, end, LONGEST):
            last = min(first + LONGEST, end)
            piece = text[first:last]
            if piece.strip():
                lead = len(piece) - len(piece.lstrip())
                yield Sentence(first + lead, first + len(piece.rstrip()), piece.strip(), paragraph)
        start = following
        paragraph += is_line


def _breaks(text: str, pattern: re.Pattern[str]) -> Iterator[tuple[int, int, bool]]:
    for match in pattern.finditer(text):
        if "\n" in match[0]:
            yield match.start(), match.end(), True
        elif not _SHORT.search(text, max(match.start() - 8, 0), match.start()):
            yield match.end(), match.end(), False


class Tokens:
    """The tokens of a parse, found by character offset."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._starts = [token.idx for token in doc]

    def at(self, offset: int) -> Token | None:
        """Return the token that covers an offset, or the last one before it."""
        index = bisect_right(self._starts, offset) - 1
        return self._doc[index] if index >= 0 else None

    def between(self, start: int, end: int) -> list[Token]:
        """Return the tokens that begin from ``start`` on and before ``end``."""
        return list(self._doc[bisect_left(self._starts, start) : bisect_left(self._starts, end)])
