"""Who stays away, who is invited, who is sent in whose place."""

import re
from datetime import date

from spacy.tokens import Token

from timeline.extractors.attending.claims import AWAY, Claim, Verdict
from timeline.extractors.attending.coming import members
from timeline.extractors.attending.sentence import Sentence
from timeline.extractors.attending.verdicts import away, coming, official, quoted, speaker_of
from timeline.extractors.clauses import Clause
from timeline.extractors.cues import Cue
from timeline.extractors.occasions import Occasion
from timeline.extractors.patterns import words
from timeline.extractors.statuses import is_past
from timeline.records import ParticipantKind, Role, Status

ABOUT = words("about")
EXCLUDING = frozenset({"disinvite", "uninvite", "exclude", "bar", "ban"})
INVITATIONS = frozenset({"invitation", "invitations", "invite", "invites"})


def read_away(sentence: Sentence, cue: Cue, clause: Clause, published: date | None) -> list[Claim]:
    """Return the claims of a clause whose verb tells of staying away."""
    if cue.word in EXCLUDING:
        return _excluded(sentence, cue, clause)
    if not about_coming(sentence, cue):
        return []
    occasions, explicit = sentence.event_for(clause)
    if not occasions:
        return []
    verdict = away(clause, occasions[0], published, sentence.span)
    if verdict is None:
        return []
    people = sentence.people(clause)
    found = sentence.claim(
        occasions,
        people,
        verdict,
        f"{cue.kind}-subject",
        0.8 if explicit else 0.65,
        explicit=explicit,
    )
    if sentence.is_set(clause.subjects) or (not people and not clause.subjects):
        found += members(sentence, cue, clause, occasions, verdict, people)
    return found


def about_coming(sentence: Sentence, cue: Cue) -> bool:
    """Tell whether what is skipped or cancelled is coming to an occasion."""
    verb = cue.token
    if cue.kind == "absent" or (" " in cue.word and cue.word != "call off"):
        return True
    objects = [
        child
        for child in verb.children
        if child.dep_ in {"dobj", "nsubjpass", "prep", "pcomp", "xcomp"}
    ]
    heads = {mention.head for mention, _ in sentence.mentions}
    for child in objects:
        tokens = list(child.subtree) if child.dep_ == "prep" else [child, *child.children]
        if any(token.lower_ in ABOUT or token.i in heads for token in tokens):
            return True
        if any(token.i in heads for token in child.subtree) and child.lower_ != "to":
            return True
    return not objects and verb.lower_ in {
        "cancelled",
        "canceled",
        "withdrew",
        "withdrawn",
        "cancels",
        "withdraws",
    }


def _excluded(sentence: Sentence, cue: Cue, clause: Clause) -> list[Claim]:
    """Read who was disinvited or kept out."""
    passive = any(child.dep_ in {"auxpass", "nsubjpass"} for child in cue.token.children)
    tokens = (
        clause.subjects
        if passive
        else [
            c
            for c in cue.token.children
            if c.dep_ in {"dobj", "ccomp", "nsubj"} and c.i > cue.token.i
        ]
    )
    occasions, explicit = sentence.event_for(clause)
    verdict = Verdict(Status.ABSENT, False)
    return sentence.claim(
        occasions[:1], sentence.under(tokens), verdict, "excluded", 0.7, explicit=explicit
    )


def read_invited(sentence: Sentence, cue: Cue, clause: Clause) -> list[Claim]:
    """Return the claims of a clause of inviting: its object, or the subject of a passive."""
    occasions, explicit = sentence.event_for(clause)
    if not occasions:
        return []
    verb = cue.token
    passive = any(child.dep_ in {"auxpass", "nsubjpass"} for child in verb.children)
    attributive = verb.dep_ == "amod"
    if attributive:
        return []
    if verb.dep_ == "acl" and not clause.subjects:
        tokens = [verb.head]
    else:
        tokens = (
            clause.subjects
            if passive or verb.dep_ == "acl"
            else [child for child in verb.children if child.dep_ in {"dobj", "dative"}]
        )
    verdict = Verdict(Status.ABSENT if _negated(clause) else Status.INVITED, False)
    people = sentence.under(tokens)
    found = sentence.claim(occasions[:1], people, verdict, "invited", 0.75, explicit=explicit)
    if not people and sentence.is_set(tokens):
        found += members(sentence, cue, clause, occasions[:1], verdict, people)
    return found


def _negated(clause: Clause) -> bool:
    return bool(re.search(r"\b(not|never|no|nor|neither)\b", clause.words))


def read_answers(sentence: Sentence, published: date | None) -> list[Claim]:
    """Read who accepted or turned down an invitation, or confirmed their attendance."""
    found: list[Claim] = []
    for token in sentence.span:
        if token.lower_ in INVITATIONS and token.dep_ in {"dobj", "nsubjpass", "pobj"}:
            found += _answer(sentence, token, published)
        elif token.lower_ in {"attendance", "participation", "presence", "rsvp"}:
            found += _attendance(sentence, token, published)
    return found


def _verb_of(token: Token) -> Token | None:
    head = token.head
    for _ in range(3):
        if head.pos_ in {"VERB", "AUX"}:
            return head
        head = head.head
    return None


def _answer(sentence: Sentence, noun: Token, published: date | None) -> list[Claim]:
    from timeline.extractors.clauses import read_clause
    from timeline.extractors.verbs import token_lemma

    verb = _verb_of(noun)
    if verb is None:
        return []
    clause = read_clause(verb)
    word = token_lemma(verb)
    occasions, explicit = sentence.event_for(clause)
    people = sentence.under(clause.subjects)
    status: Status | None = None
    if word == "accept":
        status = Status.DECLINED if _negated(clause) else Status.CONFIRMED
    elif word in {"decline", "reject", "refuse", "snub", "spurn", "rebuff", "ignore", "skip"} or (
        word in {"turn", "pass"} and {"down", "up", "on"} & {c.lower_ for c in verb.children}
    ):
        status = Status.DECLINED
    elif word in {"receive", "get"}:
        status = Status.ABSENT if _negated(clause) else Status.INVITED
    elif word in {"extend", "send", "issue"}:
        return _sent_invitations(sentence, noun, verb, occasions, clause)
    if status is None or not occasions:
        return []
    return sentence.claim(
        occasions[:1],
        people,
        Verdict(status, False, quoted(speaker_of(sentence.span, clause))),
        "invitation",
        0.75,
        explicit=explicit,
    )


def _sent_invitations(
    sentence: Sentence, noun: Token, verb: Token, occasions: list[Occasion], clause: Clause
) -> list[Claim]:
    if not occasions:
        return []
    tops = [
        g
        for child in [*noun.children, *verb.children]
        if child.lower_ == "to"
        for g in child.children
        if g.dep_ == "pobj"
    ]
    tops += [child for child in verb.children if child.dep_ == "dative"]
    verdict = Verdict(Status.ABSENT if _negated(clause) else Status.INVITED)
    people = sentence.under(tops)
    found = sentence.claim(occasions[:1], people, verdict, "invitation-sent", 0.7)
    if not people:
        listed = sentence.listed_after(verb.i + 1)
        found += sentence.claim(occasions[:1], listed, verdict, "invitation-sent", 0.65)
    return found


def _attendance(sentence: Sentence, noun: Token, published: date | None) -> list[Claim]:
    """Read "the attendance of A", "A's participation", "A confirmed attendance"."""
    from timeline.extractors.clauses import read_clause
    from timeline.extractors.verbs import token_lemma

    verb = _verb_of(noun)
    clause = read_clause(verb) if verb is not None else None
    occasions: list[Occasion] = []
    explicit = False
    under = sentence.event_under(noun)
    if under is not None:
        occasions, explicit = [under], True
    elif clause is not None:
        occasions, explicit = sentence.event_for(clause)
    if not occasions:
        return []
    owners = [child for child in noun.children if child.dep_ == "poss"]
    owners += [
        g
        for child in noun.children
        if child.lower_ in {"of", "by", "from"}
        for g in child.children
        if g.dep_ == "pobj"
    ]
    word = token_lemma(verb) if verb is not None else ""
    people = sentence.under(owners)
    if (
        clause is not None
        and word in {"confirm", "announce", "cancel", "withdraw", "call", "rule"}
        and not people
    ):
        people = sentence.under(clause.subjects)
    elif clause is not None and word == "confirm":
        people = people or sentence.under(clause.subjects)
    if not people and sentence.is_set(owners):
        people = sentence.listed_after(noun.i + 1)
    if not people:
        if clause is not None and word == "confirm" and not _negated(clause):
            sentence.state.opened = (occasions[0], Verdict(Status.CONFIRMED))
        return []
    status, observed = _nominal_status(word, clause, occasions[0], sentence)
    if status is None:
        return []
    return sentence.claim(
        occasions[:1], people, Verdict(status, observed), "attendance-of", 0.55, explicit=explicit
    )


def _nominal_status(
    word: str, clause: Clause | None, occasion: Occasion, sentence: Sentence
) -> tuple[Status | None, bool]:
    words = clause.words if clause is not None else ""
    if word in {"cancel", "withdraw"}:
        return Status.ABSENT, False
    if word == "confirm":
        if re.search(r"\byet\b|\bnot\b", words):
            return None, False
        return Status.CONFIRMED, False
    if word == "announce":
        return Status.CONFIRMED, False
    if re.search(
        r"\b(could|would|might|may|possib\w+|whether|if|potential|not|no|depend\w*|doubt|question)\b",
        sentence.span.text.lower(),
    ):
        return None, False
    if clause is not None and is_past(clause) and not occasion.future:
        return Status.ATTENDED, True
    return Status.EXPECTED, False


def read_sending(
    sentence: Sentence, cue: Cue, clause: Clause, published: date | None
) -> list[Claim]:
    """Read "A will send B", "A is represented by B", "A refused to send anyone"."""
    occasions, explicit = sentence.event_for(clause)
    if not occasions:
        return []
    verdict = coming(sentence.span, clause, occasions[0], published)
    if verdict is None:
        return []
    if cue.token.dep_ != "ROOT" and any(c.dep_ == "nsubjpass" for c in cue.token.children):
        tops = [c for c in cue.token.children if c.dep_ == "nsubjpass"]
        return sentence.claim(
            occasions[:1], sentence.under(tops), verdict, "sent", 0.7, explicit=explicit
        )
    sent = [child for child in cue.token.children if child.dep_ in {"dobj", "dative"}]
    if any(
        token.lower_ in INVITATIONS | {"message", "letter", "condolences", "greetings"}
        for token in sent
    ):
        return []
    senders = sentence.under(clause.subjects)
    if not senders and sentence.is_set(clause.subjects):
        senders = sentence.listed_after(cue.token.i + 1)
    if verdict.status in AWAY:
        return sentence.claim(
            occasions[:1], senders, verdict, "sends-nobody", 0.7, explicit=explicit
        )
    envoys = [part for part in sentence.under(sent) if part.mention.kind is ParticipantKind.PERSON]
    found = sentence.claim(occasions[:1], envoys, verdict, "sends", 0.75, explicit=explicit)
    if (
        any(
            token.lower_
            in {
                "delegation",
                "representative",
                "representatives",
                "team",
                "delegations",
                "officials",
                "envoy",
            }
            for token in sent
        )
        and not envoys
    ):
        found += sentence.claim(
            occasions[:1],
            [p for p in senders if p.mention.kind is ParticipantKind.COUNTRY],
            verdict,
            "sends",
            0.6,
            explicit=explicit,
        )
    for sender in senders:
        if sender.mention.kind is ParticipantKind.PERSON and envoys and _instead(sentence):
            away_claim = sentence.claim(
                occasions[:1], [sender], Verdict(Status.ABSENT, False), "sends-instead", 0.7
            )
            for claim in away_claim:
                claim.represented_by = envoys[0].mention.name
            found += away_claim
    return found


def _instead(sentence: Sentence) -> bool:
    return bool(
        re.search(
            r"\b(instead|in (his|her|their) (place|stead)|on (his|her) behalf|to represent (him|her))\b",
            sentence.span.text.lower(),
        )
    )


def read_represented(
    sentence: Sentence, cue: Cue, clause: Clause, published: date | None
) -> list[Claim]:
    """Read "A will be represented by B" and "B will represent A"."""
    occasions, explicit = sentence.event_for(clause)
    if not occasions:
        return []
    verdict = coming(sentence.span, clause, occasions[0], published)
    if verdict is None:
        return []
    people = sentence.agents(cue.token)
    if people:
        absent = [
            p for p in sentence.under(clause.subjects) if p.mention.kind is ParticipantKind.PERSON
        ]
        found = sentence.claim(
            occasions[:1], people, verdict, "represented-by", 0.75, explicit=explicit
        )
        gone = sentence.claim(
            occasions[:1], absent, Verdict(Status.ABSENT), "represented", 0.7, explicit=explicit
        )
        for claim in gone:
            claim.represented_by = people[0].mention.name
        return found + gone
    passive = any(child.dep_ == "auxpass" for child in cue.token.children)
    people = [
        p
        for p in sentence.under(clause.subjects)
        if passive or p.mention.kind is ParticipantKind.PERSON
    ]
    return sentence.claim(occasions[:1], people, verdict, "represents", 0.75, explicit=explicit)


def read_hosting(
    sentence: Sentence, cue: Cue, clause: Clause, published: date | None
) -> list[Claim]:
    """Read the person who hosts, chairs or holds an occasion, also behind "by"."""
    verb = cue.token
    agents = [
        g
        for child in verb.children
        if child.dep_ == "agent" or child.lower_ == "by"
        for g in child.children
        if g.dep_ == "pobj"
    ]
    if agents:
        occasions = [o for m, o in sentence.mentions if m.head < verb.i and not o.is_visit]
        occasions = occasions[-1:] or sentence.event_for(clause)[0][:1]
        people = sentence.under(agents)
    else:
        occasions = sentence.events_under(verb)
        people = sentence.under(clause.subjects)
    people = [part for part in people if part.mention.kind is ParticipantKind.PERSON]
    if not occasions or occasions[0].people:
        return []
    verdict = coming(sentence.span, clause, occasions[0], published)
    if verdict is None:
        return []
    if agents and verdict.status is Status.ATTENDED and occasions[0].future:
        verdict = Verdict(Status.EXPECTED, False, verdict.quoted)
    return sentence.claim(
        occasions[:1], people, verdict, "hosts", 0.75, role=Role.HOST, explicit=True
    )


def said_officially(sentence: Sentence, clause: Clause) -> bool:
    """Tell whether an official voice says what a clause tells."""
    speaker = speaker_of(sentence.span, clause)
    return speaker is not None and official(speaker, sentence.span)
