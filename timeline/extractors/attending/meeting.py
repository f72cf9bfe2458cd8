"""Who met whom, and who went where."""

import re
from datetime import date

from spacy.tokens import Token

from timeline.extractors.attending.claims import AWAY, Claim, Verdict
from timeline.extractors.attending.coming import companions
from timeline.extractors.attending.sentence import Sentence
from timeline.extractors.attending.verdicts import coming, is_ahead
from timeline.extractors.clauses import Clause, read_clause
from timeline.extractors.occasions import Mention, Occasion
from timeline.extractors.patterns import words
from timeline.extractors.verbs import token_lemma
from timeline.records import ParticipantKind, Status

WISHES = re.compile(
    r"\b(hope|open|ready|willing|interest|want|seek|offer|propose|wish|refuse|decline|deny|if|whether|unlikely|like|push|urge|call)\b"
)
MAYBE = words("maybe")
PLANNED = words("planned")
SHARED = words("shared")


def read_encounters(sentence: Sentence, published: date | None) -> list[Claim]:
    """Return the claims about those who meet or travel, at their own occasions."""
    found: list[Claim] = []
    for mention, occasion in sentence.mentions:
        if not mention.people or not occasion.people:
            continue
        verdict, clause = _verdict(sentence, mention, occasion, published)
        if verdict is None:
            continue
        rule = "visit" if occasion.is_visit else "meeting"
        found += sentence.claim([occasion], mention.people, verdict, rule)
        if occasion.is_visit and clause is not None:
            others = companions(sentence, clause.verb, list(mention.people))
            found += sentence.claim([occasion], others, verdict, "visit-with")
    found += _confirmed(sentence)
    found += _beside(sentence, published)
    found += _accompanying(sentence)
    found += _hosted(sentence, published)
    return found


def _verdict(
    sentence: Sentence, mention: Mention, occasion: Occasion, published: date | None
) -> tuple[Verdict | None, Clause | None]:
    """Return what a sentence says of a meeting or a journey, and the clause that says so."""
    head = sentence.doc[mention.head]
    verb = head if mention.verbal else _verb(head)
    words = {token.lower_ for token in sentence.doc[mention.start : mention.head]}
    ahead = bool(words & PLANNED or is_ahead(occasion, published))
    if words & MAYBE:
        unlikely = "unlikely" in sentence.span.text
        return (None if unlikely else Verdict(Status.TENTATIVE)), None
    if occasion.is_visit and not mention.verbal and not _told(head, verb):
        past = is_ahead(occasion, published) is False or words & {"last", "previous", "earlier"}
        return (Verdict(Status.ATTENDED, observed=True) if past else None), None
    if verb is None:
        return Verdict(Status.EXPECTED if ahead else Status.ATTENDED, observed=not ahead), None
    clause = read_clause(verb)
    if WISHES.search(clause.words) or (not ahead and _only_named(mention, head, verb, words)):
        return None, None
    return _clause_verdict(sentence, clause, occasion, published, ahead=ahead)


def _only_named(mention: Mention, head: Token, verb: Token, words: set[str]) -> bool:
    """Tell whether a sentence only names a meeting without saying that it took place."""
    if mention.verbal or token_lemma(verb) in HELD or mention.definite:
        return False
    return head.dep_ in {"dobj", "nsubj", "nsubjpass"} and not words & {"first", "last"}


def _clause_verdict(
    sentence: Sentence, clause: Clause, occasion: Occasion, published: date | None, *, ahead: bool
) -> tuple[Verdict | None, Clause | None]:
    verdict = coming(sentence.span, clause, occasion, published)
    if verdict is None or verdict.status in AWAY | {Status.INVITED}:
        return None, None
    if verdict.status is Status.ATTENDED and ahead:
        verdict = Verdict(Status.EXPECTED, quoted=verdict.quoted)
    return verdict, clause


def _told(head: Token, verb: Token | None) -> bool:
    """Tell whether a journey is what its clause is about, or the setting of it ("on a visit to")."""
    if verb is None or token_lemma(verb) not in HELD:
        return head.dep_ == "pobj" and head.head.lower_ in {"on", "during"} and verb is not None
    return head.dep_ in {"dobj", "nsubj", "nsubjpass", "attr"} or head.head.lower_ in {
        "on",
        "during",
    }


HELD = words("held")


def _verb(head: Token) -> Token | None:
    """Return the verb that a noun hangs on."""
    token = head
    for _ in range(5):
        token = token.head
        if token.pos_ in {"VERB", "AUX"}:
            return token
        if token.head == token:
            return None
    return None


def _confirmed(sentence: Sentence) -> list[Claim]:
    """Read "the visit, confirmed by the palace" as said of whoever travels."""
    found: list[Claim] = []
    for mention, occasion in sentence.mentions:
        head = sentence.doc[mention.head]
        verbs = [child for child in head.children if child.dep_ in {"acl", "relcl"}]
        verbs += [head.head] if head.dep_ == "nsubjpass" else []
        if not occasion.people or not any(v.lower_ in {"confirmed", "announced"} for v in verbs):
            continue
        verdict = Verdict(Status.CONFIRMED)
        found += sentence.claim([occasion], occasion.met, verdict, "confirmed-visit")
    return found


def _beside(sentence: Sentence, published: date | None) -> list[Claim]:
    """Read both sides of "A flanked B at the parade": whoever is beside somebody there is there."""
    found: list[Claim] = []
    for verb in sentence.span:
        if verb.pos_ != "VERB" or token_lemma(verb) not in SHARED:
            continue
        occasion = sentence.event_under(verb)
        if occasion is None or occasion.people or occasion.is_visit:
            continue
        clause = read_clause(verb)
        verdict = coming(sentence.span, clause, occasion, published)
        if verdict is None or verdict.status in AWAY or WISHES.search(clause.words):
            continue
        objects = [c for c in verb.children if c.dep_ == "dobj"]
        objects += [
            g
            for c in verb.children
            if c.lower_ in {"with", "beside", "alongside"}
            for g in c.children
        ]
        people = [
            part
            for part in sentence.under([*clause.subjects, *objects])
            if part.mention.kind is ParticipantKind.PERSON
        ]
        found += sentence.claim([occasion], people, verdict, "beside")
    return found


def _hosted(sentence: Sentence, published: date | None) -> list[Claim]:
    """Read "A will host the leaders of the group, B and C" as coming to what is told of."""
    found: list[Claim] = []
    main = sentence.state.occasion or sentence.main
    if main is None or main.people:
        return found
    for verb in sentence.span:
        if verb.pos_ != "VERB" or token_lemma(verb) != "host":
            continue
        hosted = [child for child in verb.children if child.dep_ == "dobj"]
        guests = sentence.under(hosted)
        if not guests and sentence.is_set(hosted):
            guests = sentence.list_at(hosted[0].i + 1)
        verdict = coming(sentence.span, read_clause(verb), main, published)
        if guests and verdict is not None and verdict.status not in AWAY:
            hosts = sentence.under(read_clause(verb).subjects)
            people = [p for p in [*hosts, *guests] if p.mention.kind is ParticipantKind.PERSON]
            found += sentence.claim([main], people, verdict, "hosted")
    return found


def _accompanying(sentence: Sentence) -> list[Claim]:
    """Read "Accompanying A will be B and C" and "B will join the trip"."""
    found: list[Claim] = []
    visit = next((o for m, o in reversed(sentence.mentions) if o.is_visit), None)
    visit = sentence.state.visit = visit or sentence.state.visit
    if visit is None:
        return found
    first = next((t for t in sentence.span if t.is_alpha), None)
    if first is not None and first.lower_ in {"accompanying", "joining"}:
        be = next(
            (t for t in sentence.span if t.lower_ in {"be", "are", "were", "is", "was"}), None
        )
        if be is not None:
            people = sentence.list_at(be.i + 1)
            status = Status.EXPECTED if be.lower_ == "be" else Status.ATTENDED
            found += sentence.claim(
                [visit], people, Verdict(status, status is Status.ATTENDED), "accompanying"
            )
    return found
