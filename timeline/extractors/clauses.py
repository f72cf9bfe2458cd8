"""What a clause says of its verb: who its subject is, what governs it, and who is speaking."""

from dataclasses import dataclass, field

from spacy.tokens import Token

from timeline.extractors.patterns import terms, words
from timeline.extractors.verbs import REPORTING, token_lemma

SUBJECT = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
GROUP = frozenset({"aux", "auxpass", "neg", "prt"})
ADVERBS = words("adverbs")
CLIMBS = words("climbs")
CONTROLLERS = words("controllers")
MAX_CLIMB = 12
NOUN_ROLES = frozenset({"dobj", "pobj", "attr", "nsubj", "nsubjpass", "conj"})


@dataclass(slots=True)
class Clause:
    """A verb with what it hangs on.

    Attributes:
        verb: the cue.
        words: lemmas from the outermost governor down to the cue, which stands as ``CUE``;
            ``|`` parts what one subject does from what another says or decides about it.
        subjects: tokens that are the subject of the cue, controlled ones included.
        speakers: subjects of the verbs that report the clause.
        inviters: subjects of verbs that control the cue's subject.
        relative: True where the subject is the noun that the clause qualifies.
        governors: the verbs and nouns above the cue, the nearest first.
        parts: the words, verb by verb.
    """

    verb: Token
    words: str = ""
    subjects: list[Token] = field(default_factory=list)
    speakers: list[Token] = field(default_factory=list)
    inviters: list[Token] = field(default_factory=list)
    relative: bool = False
    governors: list[Token] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)


def children_subjects(verb: Token) -> list[Token]:
    """Return a verb's own subjects, with what is coordinated to them left to the caller."""
    return [child for child in verb.children if child.dep_ in SUBJECT and child.dep_ != "expl"]


def group(verb: Token) -> list[Token]:
    """Return a verb with its auxiliaries, negation, particles and the adverbs that matter."""
    found = [verb]
    for child in verb.children:
        if child.dep_ in GROUP or (
            child.lower_ in ADVERBS and child.dep_ in {"advmod", "mark", "det", "npadvmod", "acomp"}
        ):
            found.append(child)
            found += [grand for grand in child.children if grand.lower_ in {"no", "not", "any"}]
        elif child.dep_ in {"acomp", "oprd"} and child.pos_ in {"ADJ", "VERB"}:
            found.append(child)
            found += [grand for grand in child.children if grand.dep_ in {"neg", "advmod"}]
    return sorted(found, key=lambda token: token.i)


def _climb(token: Token) -> Token | None:
    """Return what governs a verb, or None where its clause ends."""
    if token.dep_ == "pcomp" and token.head.dep_ in {"prep", "prt", "mark", "agent"}:
        return token.head.head
    if token.dep_ in CLIMBS and token.head != token:
        finite = any(child.dep_ == "aux" and child.lower_ != "to" for child in token.children)
        if finite and token_lemma(token.head) in {"invite", "send", "urge", "appoint"}:
            return None  # "invited guests have arrived": the participle was taken for the verb
        return token.head
    return None


def _says(group_tokens: list[Token], cue: Token) -> str:
    return " ".join(
        "CUE" if token.i == cue.i else token_lemma(token)
        for token in group_tokens
        if not token.is_punct
    )


def _controlled(head: Token) -> list[Token] | None:
    """Return the object that an object-control verb makes the subject of the infinitive."""
    if token_lemma(head) not in CONTROLLERS:
        return None
    if any(child.dep_ in {"auxpass", "nsubjpass"} for child in head.children):
        return None
    objects = [child for child in head.children if child.dep_ in {"dobj", "obj"}]
    for prep in head.children:
        if prep.dep_ == "prep" and prep.lower_ == "on":
            objects += [child for child in prep.children if child.dep_ == "pobj"]
    return objects or None


def read_clause(cue: Token) -> Clause:
    """Walk from a cue up to the verbs that govern it."""
    clause = Clause(verb=cue, parts=[_says(group(cue), cue)])
    clause.subjects = children_subjects(cue)
    token = cue
    for _ in range(MAX_CLIMB):
        head = _climb(token)
        if head is None or _ends(clause, token, head):
            break
        token = _step(clause, token, head)
    if not clause.subjects and cue.dep_ in {"ccomp", "xcomp"} and _climb(cue) is None:
        objects = [child for child in cue.head.children if child.dep_ == "dobj"]
        clause.subjects = children_subjects(cue.head) + objects
    clause.words = " ".join(clause.parts)
    if any(_is_none(subject) for subject in clause.subjects):
        clause.words = f"no {clause.words}"
    return clause


def _ends(clause: Clause, token: Token, head: Token) -> bool:
    """Tell whether a verb does not belong to the one it hangs on, and take its subject from there."""
    if token.dep_ == "conj" and not _continues(token, head) and clause.subjects:
        return True
    if token.dep_ == "advcl" and not _purpose(token):
        clause.subjects = clause.subjects or children_subjects(head)
        clause.speakers += _reporters(head)
        return True
    if token.dep_ in {"acl", "relcl"} and not _governing_noun(head):
        clause.relative = True
        if not clause.subjects or (token.dep_ == "relcl" and _who(clause.subjects)):
            clause.subjects = [head, *_predicated(head)]
        return True
    return False


def _step(clause: Clause, token: Token, head: Token) -> Token:
    """Take up a governor, and return it."""
    if token.dep_ == "conj" and not _continues(token, head):
        clause.subjects = children_subjects(head)
        return head
    crosses = bool(clause.subjects) and token.dep_ in {"ccomp", "advcl", "pcomp", "conj"}
    if not clause.subjects:
        crosses = _inherit(clause, head)
    elif token_lemma(head) in REPORTING:
        clause.speakers += children_subjects(head)
    clause.governors.append(head)
    mark = " |" if crosses else ""
    if not _governing_noun(head):
        clause.parts.insert(0, _says(group(head), clause.verb) + mark)
        return head
    clause.parts.insert(0, head.lower_ + mark)
    return _past_noun(clause, head)


def _inherit(clause: Clause, head: Token) -> bool:
    """Take the subject from a governor; True where it is the object that the governor controls."""
    controlled = _controlled(head)
    if controlled is None:
        clause.subjects = children_subjects(head)
        return False
    clause.subjects = controlled
    clause.inviters += children_subjects(head)
    return True


def _past_noun(clause: Clause, noun: Token) -> Token:
    """Go on from a noun such as "plans" to the verb that it is the object of."""
    if not clause.subjects and not noun.lower_.startswith("invit"):
        clause.subjects = [child for child in noun.children if child.dep_ == "poss"]
    verb = noun.head.head if noun.dep_ == "pobj" else noun.head
    if noun.dep_ not in NOUN_ROLES or verb.pos_ not in {"VERB", "AUX"}:
        return noun
    clause.parts.insert(0, _says(group(verb), clause.verb))
    clause.governors.append(verb)
    clause.subjects = clause.subjects or children_subjects(verb)
    return verb


def _reporters(token: Token) -> list[Token]:
    """Return who reports the clause that another one hangs on ("X will go, while Y will not")."""
    for _ in range(4):
        if token.dep_ not in {"ccomp", "conj", "advcl"}:
            return []
        token = token.head
        if token_lemma(token) in REPORTING:
            return children_subjects(token)
    return []


def _is_none(subject: Token) -> bool:
    """Tell whether a subject is nobody ("no head of state", "neither", "not a single leader")."""
    if subject.lower_ in {"none", "nobody", "neither"} or subject.left_edge.lower_ == "not":
        return True
    denied = {"no", "neither"}
    return any(child.lower_ in denied and child.i < subject.i for child in subject.children)


def _predicated(noun: Token) -> list[Token]:
    """Return the subjects of "A and B are the countries that …", "A is among those who …"."""
    verb = noun.head
    if noun.dep_ == "pobj" and verb.lower_ in {"among", "of"}:
        verb = verb.head
        if verb.lower_ in {"one", "some", "many"}:
            verb = verb.head
    elif noun.dep_ != "attr":
        return []
    return children_subjects(verb) if token_lemma(verb) == "be" else []


def _continues(token: Token, head: Token) -> bool:
    """Tell whether a coordinated verb shares the auxiliaries of the first one."""
    own = any(child.dep_ in GROUP - {"prt"} for child in token.children)
    return not own and not children_subjects(token) and token.tag_ == head.tag_


def _purpose(token: Token) -> bool:
    return (
        any(
            (child.dep_ == "aux" and child.lower_ == "to") or child.lower_ in {"whether", "if"}
            for child in token.children
        )
        and token.tag_ == "VB"
    )


def _governing_noun(token: Token) -> bool:
    return token.pos_ in {"NOUN", "PROPN"} and token.lower_ in terms("governing_nouns")


def _who(subjects: list[Token]) -> bool:
    return all(token.lower_ in {"who", "which", "that", "whom"} for token in subjects)
