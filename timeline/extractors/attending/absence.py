"""Who stays away, who is kept out, and who is invited."""

import re
from datetime import date

from spacy.tokens import Token

from timeline.extractors.attending.claims import Claim, Verdict
from timeline.extractors.attending.coming import members
from timeline.extractors.attending.sentence import Sentence
from timeline.extractors.attending.verdicts import away
from timeline.extractors.clauses import Clause
from timeline.extractors.cues import Cue
from timeline.extractors.patterns import words
from timeline.records import Status

ABOUT = words("about")
EXCLUDING = frozenset({"disinvite", "uninvite", "exclude", "bar", "ban"})
CALLED_OFF = frozenset({"cancelled", "canceled", "cancels", "withdrew", "withdrawn", "withdraws"})
NEGATION = re.compile(r"\b(not|never|no|nor|neither)\b")


def read_away(sentence: Sentence, cue: Cue, clause: Clause, published: date | None) -> list[Claim]:
    """Return the claims of a clause whose verb tells of staying away."""
    if cue.word in EXCLUDING:
        return _excluded(sentence, cue, clause)
    if not _about_coming(sentence, cue):
        return []
    occasions, _ = sentence.event_for(clause)
    verdict = away(clause, occasions[0], published, sentence.span) if occasions else None
    if verdict is None:
        return []
    people = sentence.people(clause)
    found = sentence.claim(occasions, people, verdict, f"{cue.kind}-subject")
    if sentence.is_set(clause.subjects) or (not people and not clause.subjects):
        found += members(sentence, cue, occasions, verdict, people)
    return found


def _about_coming(sentence: Sentence, cue: Cue) -> bool:
    """Tell whether what is skipped or cancelled is coming to an occasion."""
    if cue.kind == "absent" or (" " in cue.word and cue.word != "call off"):
        return True
    kinds = {"dobj", "nsubjpass", "prep", "pcomp", "xcomp"}
    objects = [child for child in cue.token.children if child.dep_ in kinds]
    if not objects:
        return cue.token.lower_ in CALLED_OFF
    return any(_is_coming(sentence, child) for child in objects)


def _is_coming(sentence: Sentence, child: Token) -> bool:
    heads = {mention.head for mention, _ in sentence.mentions}
    near = list(child.subtree) if child.dep_ == "prep" else [child, *child.children]
    if any(token.lower_ in ABOUT or token.i in heads for token in near):
        return True
    return child.lower_ != "to" and any(token.i in heads for token in child.subtree)


def _excluded(sentence: Sentence, cue: Cue, clause: Clause) -> list[Claim]:
    """Read who was disinvited or kept out."""
    verb = cue.token
    if any(child.dep_ in {"auxpass", "nsubjpass"} for child in verb.children):
        people = sentence.people(clause)
    else:
        # the small model takes a name before "out of" for a clause of its own
        kinds = {"dobj", "ccomp", "nsubj"}
        people = sentence.under(c for c in verb.children if c.dep_ in kinds and c.i > verb.i)
    occasions, _ = sentence.event_for(clause)
    return sentence.claim(occasions[:1], people, Verdict(Status.ABSENT), "excluded")


def read_invited(sentence: Sentence, cue: Cue, clause: Clause) -> list[Claim]:
    """Return the claims of a clause of inviting: its object, or the subject of a passive."""
    occasions, _ = sentence.event_for(clause)
    if not occasions or cue.token.dep_ == "amod":
        return []
    tokens = _invited(cue.token, clause)
    verdict = Verdict(Status.ABSENT if is_negated(clause) else Status.INVITED)
    people = sentence.under(tokens)
    found = sentence.claim(occasions[:1], people, verdict, "invited")
    if not people and sentence.is_set(tokens):
        found += members(sentence, cue, occasions[:1], verdict, people)
    return found


def _invited(verb: Token, clause: Clause) -> list[Token]:
    if verb.dep_ == "acl":
        return clause.subjects or [verb.head]
    if any(child.dep_ in {"auxpass", "nsubjpass"} for child in verb.children):
        return clause.subjects
    return [child for child in verb.children if child.dep_ in {"dobj", "dative"}]


def is_negated(clause: Clause) -> bool:
    """Tell whether a clause says no."""
    return bool(NEGATION.search(clause.words))
