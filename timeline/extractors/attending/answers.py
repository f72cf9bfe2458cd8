"""Nouns of coming: invitations accepted or turned down, the attendance or participation of A."""

import re

from spacy.tokens import Token

from timeline.extractors.attending.absence import is_negated
from timeline.extractors.attending.claims import Claim, Verdict
from timeline.extractors.attending.sentence import Sentence
from timeline.extractors.attending.verdicts import quoted, speaker_of
from timeline.extractors.clauses import Clause, read_clause
from timeline.extractors.lists import Part
from timeline.extractors.occasions import Occasion
from timeline.extractors.patterns import words
from timeline.extractors.statuses import is_past
from timeline.extractors.verbs import token_lemma
from timeline.records import ParticipantKind, Status

INVITATIONS = frozenset({"invitation", "invitations", "invite", "invites"})
ATTENDANCES = frozenset({"attendance", "participation", "presence"})
REFUSING = words("refusing")
OPEN = re.compile(
    r"\b(could|would|might|may|possib\w+|whether|if|potential|not|no|depend\w*|doubt|question)\b"
)


def read_answers(sentence: Sentence) -> list[Claim]:
    """Read who accepted or turned down an invitation, and whose attendance is told of."""
    found: list[Claim] = []
    for token in sentence.span:
        if token.lower_ in INVITATIONS and token.dep_ in {"dobj", "nsubjpass", "pobj"}:
            found += _answer(sentence, token)
        elif token.lower_ in ATTENDANCES:
            found += _attendance(sentence, token)
        elif token.lower_ == "welcome" and token.dep_ == "dobj":
            found += _welcome(sentence, token)
        elif (token.lower_, token.head.lower_) in {("behalf", "on"), ("place", "in")}:
            found += _on_behalf(sentence, token)
    return found


def _verb_of(token: Token) -> Token | None:
    """Return the verb that a noun hangs on, directly or through a preposition."""
    head = token.head
    for _ in range(3):
        if head.pos_ in {"VERB", "AUX"}:
            return head
        head = head.head
    return None


def _objects(tokens: list[Token], prepositions: set[str]) -> list[Token]:
    """Return what stands behind prepositions that hang on one of some tokens."""
    return [
        grand
        for token in tokens
        for child in token.children
        if child.lower_ in prepositions
        for grand in child.children
        if grand.dep_ == "pobj"
    ]


def _answer(sentence: Sentence, noun: Token) -> list[Claim]:
    verb = _verb_of(noun)
    if verb is None:
        return []
    clause = read_clause(verb)
    occasions, _ = sentence.event_for(clause)
    word = token_lemma(verb)
    if word in {"extend", "send", "issue"}:
        return _sent_invitations(sentence, noun, verb, occasions)
    status = _answered(verb, word, clause)
    if status is None:
        return []
    verdict = Verdict(status, quoted=quoted(speaker_of(sentence.span, clause)))
    people = sentence.people(clause)
    return sentence.claim(occasions[:1], people, verdict, "invitation")


def _answered(verb: Token, word: str, clause: Clause) -> Status | None:
    """Return what became of an invitation."""
    negated = is_negated(clause)
    if word == "accept":
        return Status.DECLINED if negated else Status.CONFIRMED
    particles = {"down", "up", "on"} & {child.lower_ for child in verb.children}
    if word in REFUSING or (word in {"turn", "pass"} and particles):
        return Status.DECLINED
    if word in {"receive", "get"}:
        return Status.ABSENT if negated else Status.INVITED
    return None


def _sent_invitations(
    sentence: Sentence, noun: Token, verb: Token, occasions: list[Occasion]
) -> list[Claim]:
    tops = _objects([noun, verb], {"to"})
    tops += [child for child in verb.children if child.dep_ == "dative"]
    clause = read_clause(verb)
    verdict = Verdict(Status.ABSENT if is_negated(clause) else Status.INVITED)
    people = sentence.under(tops) or sentence.listed_after(verb.i + 1)
    return sentence.claim(occasions[:1], people, verdict, "invitation-sent")


def _welcome(sentence: Sentence, noun: Token) -> list[Claim]:
    """Read "has extended a welcome to A for the summit"."""
    verb = noun.head
    occasion = sentence.event_under(verb)
    if token_lemma(verb) != "extend" or occasion is None:
        return []
    people = sentence.under(_objects([noun, verb], {"to"}))
    return sentence.claim([occasion], people, Verdict(Status.EXPECTED), "welcome")


def _on_behalf(sentence: Sentence, noun: Token) -> list[Claim]:
    """Read "B comes on behalf of A" as A staying away."""
    absent = sentence.under(_objects([noun], {"of"}))
    owners = [child for child in noun.children if child.dep_ == "poss"]
    absent += [part for part in sentence.under(owners) if part not in absent]
    absent = [part for part in absent if part.mention.kind is ParticipantKind.PERSON]
    verb = _verb_of(noun)
    if verb is None or not absent:
        return []
    occasions, _ = sentence.event_for(read_clause(verb))
    occasions = [o for o in occasions if not o.people]
    return sentence.claim(occasions[:1], absent, Verdict(Status.ABSENT), "on-behalf")


def _attendance(sentence: Sentence, noun: Token) -> list[Claim]:
    """Read "the attendance of A", "A's participation", "A confirmed attendance"."""
    verb = _verb_of(noun)
    clause = read_clause(verb) if verb is not None else None
    under = sentence.event_under(noun)
    occasions = [under] if under is not None else []
    if not occasions and clause is not None:
        occasions = sentence.event_for(clause)[0][:1]
    if not occasions:
        return []
    word = token_lemma(verb) if verb is not None else ""
    people = _owners(sentence, noun, clause, word)
    confirmed = clause is not None and word == "confirm" and not is_negated(clause)
    if not people and confirmed:
        sentence.state.opened = (occasions[0], Verdict(Status.CONFIRMED))
    verdict = _nominal(word, clause, occasions[0], sentence)
    return sentence.claim(occasions, people, verdict, "attendance-of") if verdict else []


def _owners(sentence: Sentence, noun: Token, clause: Clause | None, word: str) -> list[Part]:
    """Return whose attendance it is."""
    owners = [child for child in noun.children if child.dep_ == "poss"]
    owners += _objects([noun], {"of", "by", "from"})
    people = sentence.under(owners)
    if not people and clause is not None and word in {"confirm", "announce", "cancel", "withdraw"}:
        people = sentence.under(clause.subjects)
    if not people and sentence.is_set(owners):
        people = sentence.listed_after(noun.i + 1)
    return people


def _nominal(
    word: str, clause: Clause | None, occasion: Occasion, sentence: Sentence
) -> Verdict | None:
    """Return what a noun of coming claims, or None where it leaves that open."""
    if word in {"cancel", "withdraw"}:
        return Verdict(Status.ABSENT)
    if word in {"confirm", "announce"}:
        said = clause.words if clause is not None else ""
        return None if re.search(r"\b(yet|not)\b", said) else Verdict(Status.CONFIRMED)
    if "depend" in sentence.span.text.lower():
        return Verdict(Status.TENTATIVE)
    if OPEN.search(sentence.span.text.lower()):
        return None
    if clause is not None and is_past(clause) and not occasion.future:
        return Verdict(Status.ATTENDED, observed=True)
    return Verdict(Status.EXPECTED)
