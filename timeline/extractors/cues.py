"""Find the words that tell of coming, staying away, inviting and meeting."""

from collections.abc import Iterator, Set
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from spacy.tokens import Span, Token

from timeline.extractors.patterns import read_patterns, words
from timeline.extractors.verbs import token_lemma

VERB_TAGS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})
PRESENT_WORDS = words("present words")
ATTENDING = words("attending")
ABSENT_WORDS = frozenset({"absent", "missing", "no-show", "elsewhere", "away", "absence"})


SAYING = words("saying")


DRAWING = frozenset({"bring", "draw", "attract", "include", "feature", "assemble"})
JOURNEYS = frozenset({"trip", "visit", "journey"})
SPEECHES = frozenset({"speech", "address", "appearance", "debut"})


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that may tell of attendance, with its kind."""

    token: Token
    kind: str
    word: str


@cache
def _verbs() -> dict[str, tuple[tuple[str, str], ...]]:
    """Map the first word of each cue to its kinds with the words that must follow."""
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for line in read_patterns("cues"):
        first, _, rest = line["term"].partition(" ")
        found[first] = (*found.get(first, ()), (rest, line["kind"]))
    return {verb: tuple(sorted(kinds, key=lambda k: -len(k[0]))) for verb, kinds in found.items()}


def find_cues(sentence: Span) -> Iterator[Cue]:
    """Yield the cues of a sentence in order."""
    for token in sentence:
        if token.tag_ in VERB_TAGS or token.pos_ in {"VERB", "AUX"}:
            cue = _verb(token)
            if cue is not None:
                yield cue
        elif (
            token.pos_ in {"ADJ", "NOUN", "ADV"}
            and token.lower_
            in {
                "absent",
                "missing",
                "present",
                "no-show",
            }
            and token.head.lower_ != "be"
            and token_lemma(token.head) != "be"
        ):
            yield Cue(token, "absent" if token.lower_ != "present" else "present", token.lower_)


def _verb(token: Token) -> Cue | None:
    word = token_lemma(token)
    if word == "be":
        return _be(token)
    if word in SAYING and token.dep_ in {"ROOT", "conj", "ccomp", "advcl"}:
        return Cue(token, "say", word)
    return _phrase(token, word) or _listed(token, word)


def _phrase(token: Token, word: str) -> Cue | None:
    """Read verbs that mean coming or staying away by the words around them."""
    if word == "give" and any(
        t.lower_ in {"pass", "miss"} for t in token.doc[token.i + 1 : token.i + 14]
    ):
        return Cue(token, "skip", "give pass")
    if word in {"keep", "leave", "shut"} and _out_of(token):
        return Cue(token, "pull", "exclude")
    if word in DRAWING:
        return Cue(token, "draw", word)
    if word in {"make", "deliver", "give"} and _has(token, JOURNEYS | SPEECHES):
        return Cue(token, "travel" if _has(token, JOURNEYS) else "act", word)
    if word == "take" and _has(token, {"oath", "stage"}):
        return Cue(token, "act", "take oath")
    return None


def _listed(token: Token, word: str) -> Cue | None:
    """Read the verbs of the list, with the particles that they need."""
    for rest, kind in _verbs().get(word, ()):
        if not rest:
            return Cue(token, kind, word)
        if _follows(token, rest.split()):
            return Cue(token, kind, f"{word} {rest}")
    return None


def _follows(token: Token, words: list[str]) -> bool:
    window = [t.lower_ for t in token.doc[token.i + 1 : token.i + 5]]
    if words[0] not in window:
        return False
    at = window.index(words[0])
    return window[at : at + len(words)] == words


def _out_of(token: Token) -> bool:
    """Tell whether somebody is kept, left or shut out of something."""
    window = [t.lower_ for t in token.doc[token.i + 1 : token.i + 12]]
    return any(pair in {("out", "of"), ("off", "the")} for pair in pairwise(window))


def _has(token: Token, words: Set[str]) -> bool:
    return any(
        child.lower_ in words
        for child in token.children
        if child.dep_ in {"dobj", "attr", "dative", "oprd", "nsubjpass"}
    )


def _be(token: Token) -> Cue | None:
    """Read "will be there", "was absent", "is among the guests", "is a no-show"."""
    for child in token.children:
        fronted = child.i < token.i and child.dep_ not in {"acomp", "attr"}
        if fronted and child.lower_ not in ABSENT_WORDS:
            continue
        found = _by_setting(token, child) if child.dep_ == "prep" else _by_state(token, child)
        if found is not None:
            return found
    return None


def _by_state(token: Token, child: Token) -> Cue | None:
    word = child.lower_
    if word in {"present", "there"} and child.dep_ in {"acomp", "advmod", "attr"}:
        return Cue(token, "present", word)
    if word in ABSENT_WORDS:
        return Cue(token, "absent", word)
    hyphened = child.text == "-" and child.nbor(-1).lower_ == "no"
    if hyphened or (word == "show" and any(grand.lower_ == "no" for grand in child.children)):
        return Cue(token, "absent", "no-show")
    return None


def _by_setting(token: Token, child: Token) -> Cue | None:
    """Read "be in attendance", "be among the guests", "be at the ceremony"."""
    word = child.lower_
    near = [grand for grand in child.children if grand.dep_ == "pobj"]
    near += [one for grand in near for one in grand.children]
    near += [one for grand in near if grand.lower_ == "of" for one in grand.children]
    objects = {grand.lower_ for grand in near}
    settled = (word == "in" and objects & {"attendance", "audience"}) or (
        word == "on" and "hand" in objects
    )
    if settled:
        return Cue(token, "present", "in attendance")
    if word == "among" and objects & ATTENDING:
        return Cue(token, "present", "among")
    if word == "at" and child.i > token.i:
        return Cue(token, "present", "at")
    return None
