"""Rules over plain text: what they look like, and one pass that applies all of them."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from timeline.edtf_dates import is_edtf
from timeline.extractors.dating.tense import Direction, Tenses
from timeline.records import DateMention


@dataclass(frozen=True, slots=True)
class Setting:
    """What a rule may know beside its own words.

    Attributes:
        text: the whole text.
        published: the day of publication.
        previous: the last date before these words, in EDTF.
        fiscal_start: the month that the financial year begins with.
        tenses: what the text says around a place of past and future.
        only_year: the one year that the text names, where nothing else says which is meant.
    """

    text: str
    published: date | None
    previous: str | None = None
    fiscal_start: int | None = None
    tenses: Tenses | None = None
    only_year: int | None = None


def direction(match: re.Match[str], setting: Setting) -> Direction | None:
    """Return whether the words around a match speak of the past or the future."""
    return setting.tenses.around(*match.span()) if setting.tenses else None


class NotADateError(Exception):
    """The words that a rule fits are no date after all; its reader raises it."""


Reader = Callable[[re.Match[str], Setting], str | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """One way to write a date.

    Attributes:
        pattern: an expression with bounded repetitions; where it has a group ``core``, that group
            alone is the mention. Its other groups are for the reader.
        read: gives the EDTF; None for words that look like a date and are none.
        anchors: whether later words may count from it; not so for what is told for comparison.
    """

    pattern: str
    read: Reader | None
    anchors: bool = True


class Grammar:
    """Rules in order of preference, compiled into one expression."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._rules = [(rule, re.compile(rule.pattern)) for rule in rules]
        branches = "|".join(
            f"(?P<r{index}>{re.sub(r'[?]P<[a-z_0-9]+>', '?:', rule.pattern)})"
            for index, rule in enumerate(rules)
        )
        # A date begins where a word or a number begins: never inside one, nor behind a decimal
        # point, a currency sign or a slash (which is an address).
        self._any = re.compile(rf"(?=\w)(?<![\w$€£¥₹/])(?<!\d[.,])(?:{branches})")

    def find(self, setting: Setting) -> Iterator[DateMention]:
        """Yield the mentions in the order of the text; they never overlap."""
        previous = setting.previous
        for found in self._any.finditer(setting.text):
            rule, pattern = self._rules[int(str(found.lastgroup)[1:])]
            match = pattern.match(setting.text, found.start())
            if rule.read is None or match is None:
                continue
            here = replace(setting, previous=previous)
            try:
                edtf = rule.read(match, here)
            except NotADateError:
                continue
            except (ValueError, OverflowError):  # 31 February, or past the last day of a calendar
                edtf = None
            if edtf is not None and not is_edtf(edtf):  # a span that runs backwards
                edtf = None
            start, end = match.span("core" if "core" in pattern.groupindex else 0)
            yield DateMention(start, end, edtf)
            if rule.anchors and edtf:
                previous = edtf
