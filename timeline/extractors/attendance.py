"""Bring the claims of an article together: one row for each participant and event."""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from timeline.extractors.attending.claims import Claim
from timeline.extractors.attending.merging import merge
from timeline.extractors.attending.reader import read_claims
from timeline.extractors.base import Parsed
from timeline.extractors.events import KEY, describe
from timeline.extractors.lists import Part, parts_of
from timeline.extractors.occasions import Occasion
from timeline.records import AttendanceMention, Extraction, ParticipantKind, Role


class AttendanceExtractor:
    """Finds who comes to which event, who stays away, and who met."""

    name = "attendance"
    requires = ("dates", "places", "participants", "events")
    assigns = ("events", "attendance")

    def __call__(self, parsed: Parsed, found: Extraction) -> Extraction:
        """Return ``found`` with the attendance rows and the events that have any."""
        doc = parsed.doc
        occasions: list[Occasion] = doc.user_data[KEY]
        published = parsed.document.published
        parts = parts_of(doc, found.participants)
        claims = read_claims(doc, parts, occasions, published)
        kept = merge(claims, occasions)
        attended = sorted(
            (o for o in occasions if any(c.occasion is o for c in kept)), key=lambda o: o.first
        )
        hosts = _inviting(doc, parts)
        ids = {id(occasion): f"e{number}" for number, occasion in enumerate(attended, 1)}
        for claim in kept:
            if claim.part.mention.name in hosts and not claim.occasion.people:
                claim.role = Role.HOST
        rows = [_row(doc, claim, ids[id(claim.occasion)]) for claim in kept]
        return replace(
            found,
            events=tuple(describe(parsed, o, ids[id(o)]) for o in attended),
            attendance=tuple(sorted(rows, key=lambda row: (int(row.event[1:]), row.start))),
        )


def _inviting(doc: Doc, parts: Sequence[Part]) -> set[str]:
    """Return the persons by whom others are invited: "He was invited by President A"."""
    agents = {
        grand.i
        for token in doc
        if token.dep_ == "agent" and token.head.lower_ == "invited"
        for grand in token.children
    }
    return {
        part.mention.name
        for part in parts
        if part.mention.kind is ParticipantKind.PERSON and agents & set(range(part.start, part.end))
    }


def _row(doc: Doc, claim: Claim, number: str) -> AttendanceMention:
    span = doc[claim.start : claim.end]
    mention = claim.part.mention
    return AttendanceMention(
        event=number,
        name=mention.name,
        kind=mention.kind,
        country=mention.country,
        status=claim.status,
        observed=claim.verdict.observed,
        start=span.start_char + len(span.text) - len(span.text.lstrip()),
        end=span.start_char + len(span.text.rstrip()),
        role=claim.role,
        represented_by=claim.represented_by,
        quoted=claim.verdict.quoted,
        rule=claim.rule,
        confidence=claim.confidence,
    )
