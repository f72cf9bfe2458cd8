"""Whether the words around a date speak of what is to come or of what has been."""

import re
from bisect import bisect_left
from enum import Enum

from timeline.edtf_dates import MONTHS


class Direction(Enum):
    """Which side of the publication date the words speak of."""

    PAST = "past"
    FUTURE = "future"


_LOOKED_AT = 6  # cues to each side
_COMMA = 15  # characters that a comma between counts for
_BEHIND = 5  # characters that a cue counts as further off behind the date, its distance doubled

_NOT_AFTER = r"(?<!\b[A-Z]\.)(?<!Mrs\.)" + "".join(
    rf"(?<!{word}\.)"
    for word in ("Mr", "Dr", "St", "Gen", "Sen", "Sept", *(month[:3].title() for month in MONTHS))
)
_BREAK = re.compile(
    rf"\n[ \t\r]{{0,3}}\n|[.!?][\"”’)\]]{{0,2}}{_NOT_AFTER}\s+(?=[\"“‘(\[]?[A-Z0-9])|[.!?:”\"]\n"
)

_FUTURE = (
    r"(?:will|won['’]t|shall|would|may|could)(?: (?:not|also|be|likely|have)){0,3}(?: [a-z]+)?"
    r"|might (?:not|also|be|attend|come|go|join|meet|send|skip|travel|visit)"
    r"|to (?:be [a-z]+|take|attend|visit|meet|host|hold|join|watch|travel)|(?:is|are|going|about) to"
    r"|set (?:to|for)|(?:decided|agreed) to|upcoming|forthcoming|next|ahead of|scheduled|slated|due"
    r"|plans?|planned|planning|intends?|intended|expected|poised|tipped|hopes?|invited"
    r"|prepar(?:e|es|ing)|begins|starts|opens|kicks off|takes place"
)
_PAST = (
    r"was|were|had|has|have|did|said|told|met|held|took|went|came|began|left|spoke|gave|made|saw|won"
    r"|got|sent|flew|rose|fell|grew|hit|shook|wrote|led|kept|stood|sat|ran|became|brought|paid|saying"
    r"|ago|since|following the|(?!need|indeed|speed|hundred|exceed|proceed)[a-z]{2,20}ed"
)
_CUES = re.compile(rf"\b(?:(?:{_FUTURE})|(?P<past>{_PAST}))\b|['’]ll\b")


class Tenses:
    """The cues of a text, found once, and asked for each of its dates."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._breaks = [found.span() for found in _BREAK.finditer(text)]
        self._cues = list(_CUES.finditer(text))

    def around(self, start: int, end: int) -> Direction | None:
        """Return what the nearest verb or other cue in the sentence says of the words there.

        A cue before the date counts as nearer than one behind it, a comma between as further off.
        """
        first, last = self._sentence(start, end)
        at = bisect_left(self._cues, start, key=re.Match.start)
        best: tuple[int, Direction] | None = None
        for cue in self._cues[max(0, at - _LOOKED_AT) : at + _LOOKED_AT]:
            gap = self._gap(cue.start(), cue.end(), start, end)
            if cue.start() < first or cue.end() > last or gap is None:
                continue
            if best is None or gap < best[0]:
                best = gap, Direction.PAST if cue["past"] else Direction.FUTURE
        return best[1] if best else None

    def _sentence(self, start: int, end: int) -> tuple[int, int]:
        """Return where the sentence begins and ends; a date may have a full stop in it."""
        before = bisect_left(self._breaks, (start + 1,)) - 1
        after = bisect_left(self._breaks, (end - 1,))
        first = self._breaks[before][1] if before >= 0 else 0
        last = self._breaks[after][0] if after < len(self._breaks) else len(self._text)
        return first, last

    def _gap(self, cue_start: int, cue_end: int, start: int, end: int) -> int | None:
        if cue_end <= start:
            return start - cue_end + _COMMA * self._text.count(",", cue_end, start)
        if cue_start >= end:
            gap = cue_start - end
            return 2 * gap + _BEHIND + _COMMA * self._text.count(",", end, cue_start)
        return None
