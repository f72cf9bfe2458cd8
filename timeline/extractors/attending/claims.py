"""What one clause says of one participant at one occasion, before an article is summed up."""

from dataclasses import dataclass

from timeline.extractors.lists import Part
from timeline.extractors.occasions import Occasion
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
        explicit: True where the clause itself names the occasion.
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
    explicit: bool = False
    remote: bool = False

    @property
    def status(self) -> Status:
        """Return the status claimed."""
        return self.verdict.status
