"""Bring the claims of an article together: one row for each participant and event."""

from dataclasses import replace

from spacy.tokens import Doc

from timeline.extractors.attending.claims import Claim
from timeline.extractors.attending.merging import merge
from timeline.extractors.attending.reader import read_claims
from timeline.extractors.base import Parsed
from timeline.extractors.events import KEY, describe
from timeline.extractors.lists import parts_of
from timeline.extractors.occasions import Occasion
from timeline.records import AttendanceMention, Extraction


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
        claims = read_claims(doc, parts_of(doc, found.participants), occasions, published)
        kept = merge(claims, occasions)
        attended = sorted(
            (o for o in occasions if any(c.occasion is o for c in kept)), key=lambda o: o.first
        )
        ids = {id(occasion): f"e{number}" for number, occasion in enumerate(attended, 1)}
        rows = [_row(doc, claim, ids[id(claim.occasion)]) for claim in kept]
        return replace(
            found,
            events=tuple(describe(parsed, o, ids[id(o)]) for o in attended),
            attendance=tuple(sorted(rows, key=lambda row: (int(row.event[1:]), row.start))),
        )


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
