"""The one rule by which an answer follows from claims; docs/rule.md tells it in words.

What was observed outranks what was planned. Within each, the latest publication wins, and on the same
day the stronger word. A claim from an article without a publication date counts as older than any dated.
"""

from collections.abc import Iterable
from datetime import date
from typing import Protocol, TypeVar

from timeline.records import Status

# Planned: a refusal speaks of the plans made before it, so it outranks them on its day.
# Observed: who was seen there was there, whoever missed them.
STRENGTH = {
    Status.INVITED: 1,
    Status.TENTATIVE: 2,
    Status.EXPECTED: 3,
    Status.CONFIRMED: 4,
    Status.DECLINED: 5,
    Status.ABSENT: 6,
    Status.ATTENDED: 7,
}


class SaidSo(Protocol):
    """A claim, as far as the rule looks at it."""

    @property
    def status(self) -> Status:
        """What the article says."""

    @property
    def observed(self) -> bool:
        """Whether it tells what came of it."""

    @property
    def said_on(self) -> date | None:
        """The day of publication."""

    @property
    def article(self) -> str:
        """The digest of the article's text: the last tie-break, the same in every database."""


C = TypeVar("C", bound=SaidSo)


def rank(claim: SaidSo) -> tuple[bool, date, int, str]:
    """Return the key by which claims of one attendance compare; the greatest is the answer."""
    return (
        claim.observed,
        claim.said_on or date.min,
        STRENGTH[claim.status],
        claim.article,
    )


def answer(claims: Iterable[C]) -> C:
    """Return the claim that gives the answer; ``claims`` are those made up to the day asked for.

    Raises:
        ValueError: there is no claim.
    """
    return max(claims, key=rank)


def disagrees(claim: SaidSo, settled: SaidSo) -> bool:
    """Tell whether a claim contradicts the answer: one says that they come, the other that they do not."""
    away = {Status.DECLINED, Status.ABSENT}
    return (claim.status in away) != (settled.status in away)
