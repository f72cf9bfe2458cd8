"""Words as they are compared in names: without case, accents and punctuation."""

import re
import unicodedata
from collections.abc import Iterable, Sequence

from sqlalchemy import ColumnElement, func, or_
from sqlalchemy.orm import InstrumentedAttribute

from timeline.knowledge.names import LETTERS

_WORD = re.compile(r"[^\W_]+")
_SMALL = frozenset(["a", "an", "and", "at", "for", "in", "of", "on", "the", "to"])
_SHORTEST_BEGINNING = 3


def words(text: str) -> list[str]:
    """Return the words of a text, folded: ``Kim Jong-un`` and ``KIM JONG UN`` give the same."""
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(LETTERS))
    return _WORD.findall("".join(sign for sign in decomposed if not unicodedata.combining(sign)))


def asked_words(text: str) -> tuple[str, ...]:
    """Return the words that a question must find, without the, of, in and their like."""
    every = words(text)
    return tuple(word for word in every if word not in _SMALL) or tuple(every)


def stands_in(word: str, found: Iterable[str], *, whole: bool) -> bool:
    """Tell whether a word is one of those found, or (not ``whole``) the beginning of one."""
    if whole:
        return word in found
    return len(word) >= _SHORTEST_BEGINNING and any(other.startswith(word) for other in found)


def all_stand_in(asked: Sequence[str], found: Iterable[str], *, whole: bool) -> bool:
    """Tell whether every word asked for is among those found."""
    known = set(found)
    return all(stands_in(word, known, whole=whole) for word in asked)


def may_contain(
    column: InstrumentedAttribute[str] | InstrumentedAttribute[str | None], word: str
) -> ColumnElement[bool]:
    """Return the condition that keeps every row whose column may contain a folded word.

    A text with letters beyond ASCII is kept in any case: databases fold those each in their own way.
    """
    return or_(func.lower(column).contains(word, autoescape=True), column.regexp_match("[^ -~]"))
