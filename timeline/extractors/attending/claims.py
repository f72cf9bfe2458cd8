"""What one clause says of one participant at one occasion, before an article is summed up."""

from dataclasses import dataclass
from functools import cache

from timeline.extractors.lists import Part
from timeline.extractors.occasions import Occasion
from timeline.extractors.patterns import read_patterns
from timeline.records import Role, Status

STRENGTH = {
    Status.ATTENDED: 7,
    Status.DECLINED: 6,
    Status.ABSENT: 5,
    Status.CONFIRMED: 4,
    Status.EXPECTED: 3,
    Status.TENTATIVE: 2,
    Status.INVITED: 1,
}
COMING = frozenset({Status.CONFIRMED, Status.EXPECTED, Status.TENTATIVE})
AWAY = frozenset({Status.ABSENT, Status.DECLINED})


@dataclass(frozen=True, slots=True)
class Verdict:
    """A status, whether it tells what came of it, and whose words it is in."""

    status: Status
    observed: bool = False
    quoted: str | None = None


@dataclass(slots=True)
class Claim:
    """One participant, one occasion, one verdict; ``start`` and ``end`` are tokens.

    Attributes:
        remote: True where the participant comes by video, so that "will not travel" is no absence.
    """

    occasion: Occasion
    part: Part
    verdict: Verdict
    start: int
    end: int
    rule: str
    confidence: float
    role: Role | None = None
    represented_by: str | None = None
    remote: bool = False

    @property
    def status(self) -> Status:
        """Return the status claimed."""
        return self.verdict.status


UNKNOWN_RULE = 0.7


@cache
def _confidences() -> dict[str, float]:
    return {line["term"]: float(line["confidence"]) for line in read_patterns("rules")}


def confidence_of(rule: str) -> float:
    """Return how often the rows of a rule are right, as counted on annotated articles."""
    return _confidences().get(rule, UNKNOWN_RULE)
