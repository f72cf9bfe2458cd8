"""Who is sent, who comes in whose place, and who hosts."""

import re
from dataclasses import replace
from datetime import date

from spacy.tokens import Token

from timeline.extractors.attending.answers import INVITATIONS
from timeline.extractors.attending.claims import AWAY, Claim, Verdict
from timeline.extractors.attending.sentence import Sentence
from timeline.extractors.attending.verdicts import coming
from timeline.extractors.clauses import Clause
from timeline.extractors.cues import Cue
from timeline.extractors.lists import Part
from timeline.extractors.occasions import Occasion
from timeline.extractors.patterns import words
from timeline.records import ParticipantKind, Role, Status

LETTERS = INVITATIONS | {"message", "letter", "condolences", "greetings"}
ENVOYS = words("envoys")
INSTEAD = re.compile(
    r"\b(instead|in (his|her|their) (place|stead)|on (his|her) behalf|to represent (him|her))\b"
)


def read_sending(
    sentence: Sentence, cue: Cue, clause: Clause, published: date | None
) -> list[Claim]:
    """Read "A will send B", "B was sent", "A refused to send anyone"."""
    verb = cue.token
    occasions, _ = sentence.event_for(clause)
    verdict = coming(sentence.span, clause, occasions[0], published) if occasions else None
    sent = [child for child in verb.children if child.dep_ in {"dobj", "dative"}]
    if verdict is None or any(token.lower_ in LETTERS for token in sent):
        return []
    if any(child.dep_ == "nsubjpass" for child in verb.children):
        return sentence.claim(occasions[:1], sentence.under(clause.subjects), verdict, "sent")
    senders = sentence.people(clause)
    if not senders and sentence.is_set(clause.subjects):
        senders = sentence.listed_after(verb.i + 1)
    if verdict.status in AWAY:
        return sentence.claim(occasions[:1], senders, verdict, "sends-nobody")
    return _sent(sentence, sent, senders, occasions[:1], verdict)


def _sent(
    sentence: Sentence,
    sent: list[Token],
    senders: list[Part],
    occasions: list[Occasion],
    verdict: Verdict,
) -> list[Claim]:
    """Read who is sent: somebody named, or a delegation of the country that sends it."""
    envoys = [part for part in sentence.under(sent) if part.mention.kind is ParticipantKind.PERSON]
    found = sentence.claim(occasions, envoys, verdict, "sends")
    if not envoys and any(token.lower_ in ENVOYS for token in sent):
        countries = [p for p in senders if p.mention.kind is ParticipantKind.COUNTRY]
        found += sentence.claim(occasions, countries, verdict, "sends")
    if envoys and INSTEAD.search(sentence.span.text.lower()):
        persons = [p for p in senders if p.mention.kind is ParticipantKind.PERSON]
        found += _absent(sentence, occasions, persons, envoys[0])
    return found


def _absent(
    sentence: Sentence, occasions: list[Occasion], people: list[Part], envoy: Part
) -> list[Claim]:
    """Claim that people stay away and somebody comes in their place."""
    found = sentence.claim(occasions, people, Verdict(Status.ABSENT), "represented")
    return [replace(claim, represented_by=envoy.mention.name) for claim in found]


def read_represented(
    sentence: Sentence, cue: Cue, clause: Clause, published: date | None
) -> list[Claim]:
    """Read "A will be represented by B" and "B will represent A"."""
    occasions, _ = sentence.event_for(clause)
    verdict = coming(sentence.span, clause, occasions[0], published) if occasions else None
    if verdict is None:
        return []
    subjects = sentence.under(clause.subjects)
    persons = [p for p in subjects if p.mention.kind is ParticipantKind.PERSON]
    envoys = sentence.agents(cue.token)
    if envoys:
        found = sentence.claim(occasions[:1], envoys, verdict, "represented-by")
        return found + _absent(sentence, occasions[:1], persons, envoys[0])
    passive = any(child.dep_ == "auxpass" for child in cue.token.children)
    return sentence.claim(occasions[:1], subjects if passive else persons, verdict, "represents")


def read_hosting(
    sentence: Sentence, cue: Cue, clause: Clause, published: date | None
) -> list[Claim]:
    """Read the person who hosts, chairs or holds an occasion, also behind "by"."""
    verb = cue.token
    by = any(child.dep_ == "agent" or child.lower_ == "by" for child in verb.children)
    if by:
        before = [o for m, o in sentence.mentions if m.head < verb.i and not o.is_visit]
        occasions = before[-1:] or sentence.event_for(clause)[0][:1]
        people = sentence.agents(verb)
    else:
        occasions = sentence.events_under(verb)[:1]
        people = sentence.under(clause.subjects)
    if not occasions or occasions[0].people:
        return []
    verdict = coming(sentence.span, clause, occasions[0], published)
    if verdict is None:
        return []
    if by and verdict.status is Status.ATTENDED and occasions[0].future:
        verdict = Verdict(Status.EXPECTED, quoted=verdict.quoted)
    persons = [part for part in people if part.mention.kind is ParticipantKind.PERSON]
    return sentence.claim(occasions, persons, verdict, "hosts", role=Role.HOST)
