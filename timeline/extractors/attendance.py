"""Bring the claims of an article together: one row for each participant and event."""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from timeline.extractors.base import Parsed
from timeline.extractors.events import KEY, event
from timeline.extractors.frames import Claim, Reader
from timeline.extractors.lists import parts_of
from timeline.extractors.occasions import Occasion
from timeline.records import AttendanceMention, Extraction, ParticipantKind, Status

STRENGTH = {
    Status.ATTENDED: 7,
    Status.DECLINED: 6,
    Status.ABSENT: 5,
    Status.CONFIRMED: 4,
    Status.EXPECTED: 3,
    Status.TENTATIVE: 2,
    Status.INVITED: 1,
}


class AttendanceExtractor:
    """Finds who comes to which event, who stays away, and who met."""

    name = "attendance"
    requires = ("dates", "places", "participants", "events")
    assigns = ("events", "attendance")

    def __call__(self, parsed: Parsed, found: Extraction) -> Extraction:
        """Return ``found`` with the attendance rows and the events that have any."""
        doc = parsed.doc
        occasions: list[Occasion] = doc.user_data[KEY]
        claims = Reader(doc, parts_of(doc, found.participants), occasions).read()
        rows: dict[tuple[int, str], list[Claim]] = {}
        for claim in claims:
            rows.setdefault((id(claim.occasion), claim.part.mention.name), []).append(claim)
        kept = [strongest(group) for group in rows.values()]
        attended = [o for o in occasions if any(c.occasion is o for c in kept)]
        attended.sort(key=lambda o: o.first)
        ids = {id(o): f"e{number}" for number, o in enumerate(attended, 1)}
        attendance = [row(doc, claim, ids[id(claim.occasion)]) for claim in kept]
        return replace(
            found,
            events=tuple(event(doc, o, ids[id(o)]) for o in attended),
            attendance=tuple(sorted(attendance, key=lambda r: (int(r.event[1:]), r.start))),
        )


def strongest(claims: Sequence[Claim]) -> Claim:
    """Return the strongest of the claims about one participant and event."""
    return max(claims, key=lambda claim: (STRENGTH[claim.status], claim.confidence))


def row(doc: Doc, claim: Claim, number: str) -> AttendanceMention:
    """Write a claim as a row."""
    span = doc[claim.start : claim.end]
    text = span.text.rstrip()
    mention = claim.part.mention
    return AttendanceMention(
        event=number,
        name=mention.name,
        kind=ParticipantKind(mention.kind),
        country=mention.country,
        status=claim.status,
        observed=claim.observed,
        start=span.start_char,
        end=span.start_char + len(text),
        role=claim.role,
        represented_by=claim.represented_by,
        quoted=claim.quoted,
        rule=claim.rule,
        confidence=claim.confidence,
    )
