"""Whether the words around a date speak of what is to come or of what has been."""

import re
from enum import Enum


class Direction(Enum):
    """Which side of the publication date the words speak of."""

    PAST = "past"
    FUTURE = "future"


_REACH = 250  # characters to each side in which the sentence is looked for

_NOT_AFTER = r"(?<!\b[A-Z]\.)(?<!Mr\.)(?<!Dr\.)(?<!St\.)(?<!Mrs\.)(?<!Gen\.)(?<!Sen\.)" + "".join(
    rf"(?<!{month}\.)"
    for month in [
        "Jan",
        "Feb",
        "Mar",
        "Apr",
        "Jun",
        "Jul",
        "Aug",
        "Sep",
        "Sept",
        "Oct",
        "Nov",
        "Dec",
    ]
)
_BREAK = re.compile(
    rf"\n[ \t\r]{{0,3}}\n|[.!?][\"”’)\]]{{0,2}}{_NOT_AFTER}\s+(?=[\"“‘(\[]?[A-Z0-9])|[.!?:”\"]\n"
)

_COMING = r"(?:will|won['’]t|shall|would|(?-i:may)|could)(?:[ ](?:not|also|be|likely|have)){0,3}(?:[ ][a-z]+)?"
_FUTURE = (
    rf"{_COMING}|might[ ](?:not|also|be|attend|come|go|join|meet|send|skip|travel|visit)|upcoming|forthcoming|next|scheduled|slated|due|planned|planning|plans?|intends?"
    r"|intended|expected|poised|tipped|hopes?|invited|prepar(?:e|es|ing)|ahead[ ]of|going[ ]to|about[ ]to"
    r"|set[ ](?:to|for)|(?:is|are)[ ]to|to[ ](?:be[ ][a-z]+|take|attend|visit|meet|host|hold|join|watch"
    r"|travel)|begins|starts|opens|kicks[ ]off|takes[ ]place|decided[ ]to|agreed[ ]to"
)
_PAST = (
    r"was|were|had|has|have|did|said|told|met|held|took|went|came|began|left|spoke|gave|made|saw|won"
    r"|got|sent|flew|rose|fell|grew|hit|shook|wrote|led|kept|stood|sat|ran|became|brought|paid|saying"
    r"|ago|since|following[ ]the|[a-z]{2,20}ed"
)
_CUES = re.compile(rf"(?i)\b(?:(?P<future>{_FUTURE})|(?P<past>{_PAST}))\b|(?P<will>['’]ll)\b")


def sentence_span(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where the sentence around ``start`` to ``end`` begins and ends, as far as is looked."""
    first = max(0, start - _REACH)
    for found in _BREAK.finditer(text, first, start):
        first = found.end()
    after = _BREAK.search(text, end, end + _REACH)
    return first, after.start() if after else min(len(text), end + _REACH)


def direction(text: str, start: int, end: int) -> Direction | None:
    """Return what the nearest verb or other cue in the sentence says of the words at start to end.

    A cue before the date counts as nearer than one behind it, a comma between as further away.
    """
    first, last = sentence_span(text, start, end)
    best: tuple[int, Direction] | None = None
    for cue in _CUES.finditer(text, first, last):
        if cue.end() <= start:
            gap, between = start - cue.end(), text[cue.end() : start]
        elif cue.start() >= end:
            gap, between = 2 * (cue.start() - end) + 5, text[end : cue.start()]
        else:
            continue
        gap += 15 * between.count(",")
        if best is None or gap < best[0]:
            best = gap, Direction.PAST if cue["past"] else Direction.FUTURE
    return best[1] if best else None
