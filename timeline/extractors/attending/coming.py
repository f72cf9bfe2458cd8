"""Who comes: the subjects of attending, being present, speaking there, travelling there."""

from dataclasses import replace
from datetime import date

from spacy.tokens import Token

from timeline.extractors.attending.claims import Claim, Verdict
from timeline.extractors.attending.sentence import Sentence
from timeline.extractors.attending.verdicts import coming
from timeline.extractors.clauses import Clause, children_subjects
from timeline.extractors.cues import Cue
from timeline.extractors.lists import Part, pronoun
from timeline.extractors.occasions import Occasion
from timeline.extractors.patterns import words
from timeline.extractors.verbs import token_lemma
from timeline.records import ParticipantKind, Role, Status

SPEAKING = frozenset({"address", "speak", "deliver", "give"})
HOSTING = words("hosting")
LED_BODIES = words("led bodies")
POSTURES = frozenset({"speak", "appear", "sit", "stand"})
AT_THE_OCCASION = frozenset({"deliver", "give", "take oath", "preside"})
ACTING = {
    "act": {ParticipantKind.PERSON, ParticipantKind.ORGANIZATION},
    "say": {ParticipantKind.PERSON},
    "travel": {ParticipantKind.PERSON, ParticipantKind.COUNTRY},
}
LED = frozenset({"accompanied", "joined", "flanked"})
COMPANIONS = words("companions")
MARKING = words("marking")
VIDEO = words("video")


def read_coming(
    sentence: Sentence, cue: Cue, clause: Clause, published: date | None
) -> list[Claim]:
    """Return the claims of a clause whose verb tells of coming."""
    if any(child.dep_ == "agent" for child in cue.token.children):
        by = cue.kind == "attend"
        return read_attended_by(sentence, cue, clause, published) if by else []
    occasions = _target(sentence, cue, clause)
    verdict = coming(sentence.span, clause, occasions[0], published) if occasions else None
    if verdict is None:
        return []
    if verdict.observed and occasions[0].future and _before(clause):
        occasions = [sentence.earlier(occasions[0])]
    people = _people(sentence, cue, clause, occasions[0])
    found = sentence.claim(occasions, people, verdict, f"{cue.kind}-subject", role=_role(cue))
    others = companions(sentence, cue.token, people)
    found += sentence.claim(occasions, others, verdict, f"{cue.kind}-with")
    if sentence.is_set(clause.subjects) or (not people and not clause.subjects):
        found += members(sentence, cue, occasions, verdict, people)
    remote = any(token.lower_ in VIDEO for token in cue.token.subtree if token.i > cue.token.i)
    return [replace(claim, remote=remote) for claim in found]


def _people(sentence: Sentence, cue: Cue, clause: Clause, occasion: Occasion) -> list[Part]:
    """Return the subject of a clause of coming; who acts is a person, who travels may be a country."""
    people = sentence.people(clause)
    if not people and _same_set(clause):
        people = sentence.company(occasion)
    kinds = ACTING.get(cue.kind)
    if kinds is None or cue.word == "meet":
        return people
    return [part for part in people if part.mention.kind in kinds]


def _before(clause: Clause) -> bool:
    """Tell whether a clause speaks of former occasions ("have previously taken part")."""
    return any(word in clause.words.split() for word in ("previously", "earlier", "once", "never"))


def _same_set(clause: Clause) -> bool:
    """Tell whether a subject takes up those told of before ("the leaders", "they")."""
    return any(
        token.lower_ == "they"
        or (
            token.lower_
            in {"leaders", "dignitaries", "guests", "delegates", "heads", "delegations"}
            and {child.lower_ for child in token.children} & {"the", "these", "those"}
            and not {child.lower_ for child in token.children} & {"other", "some", "many", "more"}
        )
        for token in clause.subjects
    )


def members(
    sentence: Sentence,
    cue: Cue,
    occasions: list[Occasion],
    verdict: Verdict,
    known: list[Part],
) -> list[Claim]:
    """Return the members of a set of people that the sentence lists, and leave the set open."""
    listed = [part for part in sentence.listed_after(cue.token.i + 1) if part not in known]
    if not known or listed:
        sentence.state.opened = (occasions[0], verdict)
        sentence.state.bullets = sentence.span.text.rstrip().endswith(":")
    return sentence.claim(occasions, listed, verdict, f"{cue.kind}-list")


def _target(sentence: Sentence, cue: Cue, clause: Clause) -> list[Occasion]:
    """Return the occasions that a clause of coming is about."""
    occasions, explicit = sentence.event_for(clause)
    if not occasions or not _fits(sentence, cue, explicit=explicit):
        return []
    if explicit or cue.kind in {"attend", "present"}:
        return occasions
    bare = cue.kind == "travel" and (_purpose(cue.token) or _bare(cue.token))
    speech = cue.word in AT_THE_OCCASION and not occasions[0].people
    return occasions[:1] if bare or speech or cue.word == "lead" else []


def _fits(sentence: Sentence, cue: Cue, *, explicit: bool) -> bool:
    """Tell whether a verb means coming in the company of its other words."""
    verb = cue.token
    if cue.word == "at":
        return explicit and _at(sentence, verb, direct=True)
    if cue.kind == "say" or cue.word in POSTURES:
        return _at(sentence, verb)
    if cue.word == "lead":
        return any(child.lower_ in LED_BODIES for child in verb.children)
    if cue.word == "join":
        return explicit
    return True


def _bare(verb: Token) -> bool:
    """Tell whether somebody simply goes or comes, to what was spoken of before."""
    return verb.lower_ in {"go", "going", "come", "coming"} and not any(
        child.dep_ in {"prep", "advmod", "dobj", "xcomp", "prt"}
        and child.lower_ not in {"too", "also", "instead", "alone"}
        for child in verb.children
    )


def _at(sentence: Sentence, verb: Token, *, direct: bool = False) -> bool:
    """Tell whether an occasion stands right after "at", "to", "in" or "during" behind a verb."""
    heads = {mention.head for mention, _ in sentence.mentions}
    settings = [c for c in verb.children if c.lower_ in {"at", "to", "in", "during", "before"}]
    if direct:  # "was at the top of the agenda at the summit" is no presence
        settings = settings[:1]
    return any(
        grand.i in heads
        for child in settings
        for grand in (child.children if direct else child.subtree)
    )


def _purpose(verb: Token) -> bool:
    """Tell whether a journey is made to mark something."""
    return any(
        child.dep_ in {"advcl", "xcomp"} and token_lemma(child) in MARKING
        for child in verb.children
    )


def _role(cue: Cue) -> Role | None:
    """Return the part that a verb gives its subject."""
    if cue.word in HOSTING:
        return Role.HOST
    if cue.word in SPEAKING or cue.kind == "say":
        return Role.SPEAKER
    return None


def companions(sentence: Sentence, verb: Token, known: list[Part]) -> list[Part]:
    """Return who comes with the subject: "with his wife, B", "accompanied by C"."""
    found: list[Part] = []
    for child in verb.subtree:
        near = child.head == verb or (child.dep_ in {"acl", "advcl"} and child.lower_ in LED)
        if child.i < verb.i or child.lower_ not in COMPANIONS or not near:
            continue
        tops = [grand for grand in child.children if grand.dep_ == "pobj"]
        tops += [
            g
            for agent in child.children
            if agent.lower_ in {"by", "with"}
            for g in agent.children
            if g.dep_ == "pobj"
        ]
        found += [
            part
            for part in sentence.under(tops)
            if part.mention.kind is ParticipantKind.PERSON
            and part not in known
            and not pronoun(sentence.doc, part)
        ]
    return found


def read_ellipsis(sentence: Sentence, before: list[Claim]) -> list[Claim]:
    """Read ", as will C" and "nor will D" after a clause of coming."""
    if not before:
        return []
    last = before[-1]
    found: list[Claim] = []
    for token in sentence.span:
        if token.lower_ not in {"as", "so", "nor", "neither"} or token.i + 1 >= sentence.span.end:
            continue
        verb = sentence.doc[token.i + 1]
        if verb.lower_ not in {
            "will",
            "would",
            "did",
            "does",
            "do",
            "is",
            "are",
            "was",
            "were",
            "has",
            "have",
        }:
            continue
        subjects = children_subjects(verb)
        people = sentence.under(subjects) or sentence.list_at(token.i + 2, 6)
        status = last.status
        if status is Status.CONFIRMED and verb.lower_ in {"will", "would"}:
            status = Status.EXPECTED
        found += sentence.claim(
            [last.occasion], people, Verdict(status, last.verdict.observed), "ellipsis"
        )
    return found


def read_drawing(
    sentence: Sentence, cue: Cue, clause: Clause, published: date | None
) -> list[Claim]:
    """Read "the summit, which will include A" and "the forum brought together B and C"."""
    verb = cue.token
    singular = all(token.tag_ in {"NN", "NNP"} for token in clause.subjects)
    if verb.tag_ == "VBP" and singular and clause.subjects:
        return []  # "leaders invited to the event include A": the parse took the wrong subject
    if cue.word == "bring" and not any(
        t.lower_ == "together" for t in sentence.doc[verb.i + 1 : verb.i + 9]
    ):
        return []
    heads = {token.i for token in clause.subjects}
    heads |= {
        child.i
        for token in clause.subjects
        if token.lower_ in {"edition", "list", "programme", "program", "day", "opening", "lineup"}
        for child in token.subtree
    }
    usable = [(m, o) for m, o in sentence.mentions if not o.is_visit and not o.people]
    occasions = [o for m, o in usable if m.head in heads]
    if not occasions and (
        clause.relative
        or (not sentence.is_set(clause.subjects) and not sentence.under(clause.subjects))
    ):
        occasions = [o for m, o in usable if m.head < verb.i]
    if not occasions:
        return []
    people = [
        part
        for part in sentence.under(c for c in verb.children if c.dep_ == "dobj")
        if part.mention.kind is not ParticipantKind.ORGANIZATION
    ]
    verdict = coming(sentence.span, clause, occasions[-1], published)
    if verdict is None or (verdict.status is Status.ATTENDED and occasions[-1].future):
        verdict = Verdict(Status.EXPECTED) if verdict is not None else None
    if verdict is None:
        return []
    return sentence.claim(occasions[-1:], people, verdict, "event-draws")


def read_attended_by(
    sentence: Sentence, cue: Cue, clause: Clause, published: date | None
) -> list[Claim]:
    """Read "the ceremony was attended by A, B and C"."""
    verb = cue.token
    agents = [g for c in verb.children if c.dep_ == "agent" for g in c.children if g.dep_ == "pobj"]
    if not agents:
        return []
    before = [
        o for m, o in sentence.mentions if m.head < verb.i and not o.is_visit and not o.people
    ]
    occasions = before[-1:] or sentence.event_for(clause)[0][:1]
    if not occasions:
        return []
    verdict = coming(sentence.span, clause, occasions[0], published)
    if verdict is None:
        return []
    people = sentence.under(agents) or sentence.list_at(agents[0].left_edge.i, 8)
    if _all_members(agents) and sentence.state.members:
        people = sentence.state.members
    if not people and sentence.is_set(agents):
        people = sentence.listed_after(verb.i + 1) or []
    return sentence.claim(occasions, people, verdict, "attended-by")


def _all_members(tokens: list[Token]) -> bool:
    """Tell whether a set is all the members of a body that the article has listed."""
    words = {token.lower_ for top in tokens for token in top.subtree}
    return "all" in words and bool(words & {"member", "members"})
