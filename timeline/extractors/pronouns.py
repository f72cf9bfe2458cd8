"""Lead he and she, and "the two leaders", back to those last spoken of."""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Span, Token

from timeline.extractors.patterns import words
from timeline.extractors.people import Name
from timeline.extractors.references import Reference, person
from timeline.extractors.roster import Roster

SINGULAR = words("singular")
PLURAL_HEADS = words("plural heads")
COUNTS = {"two": 2, "both": 2, "pair": 2, "duo": 2, "three": 3, "trio": 3, "four": 4, "quartet": 4}
NUMBERS = frozenset({"two", "both", "three", "four"})
WIDEST = 4  # tokens from the number to its noun

Named = Name | Reference


def pronouns(doc: Doc, names: Sequence[Named]) -> list[Reference]:
    """Read he, she, his and her as the person last spoken of, subjects before others."""
    found: list[Reference] = []
    ends = {name.end - 1: name for name in names}
    current: Named | None = None
    for sentence in doc.sents:
        inside: Named | None = None
        for token in sentence:
            if token.lower_ in SINGULAR:
                who = inside or current or _first_in(sentence, ends)
                if who is not None:
                    found.append(_meant(token, who))
            name = ends.get(token.i)
            if name is not None and (inside is None or _outranks(doc, name, inside)):
                inside = name
        if inside is not None:
            current = _topic(sentence, ends) or inside
    return found


def _meant(token: Token, who: Named) -> Reference:
    """Refer to whoever is meant; an unnamed minister may stand for a country."""
    if isinstance(who, Reference):
        return replace(who, start=token.i, end=token.i + 1, how="pronoun")
    return person(token.i, token.i + 1, who, "pronoun")


def _outranks(doc: Doc, name: Named, other: Named) -> bool:
    """Tell whether a name is a subject and the other is none."""
    return _is_subject(doc[name.end - 1]) and not _is_subject(doc[other.end - 1])


def _first_in(sentence: Span, ends: dict[int, Named]) -> Named | None:
    return next((ends[token.i] for token in sentence if token.i in ends), None)


def _topic(sentence: Span, ends: dict[int, Named]) -> Named | None:
    """Return the first person who is a subject in a sentence."""
    subjects = (ends[t.i] for t in sentence if t.i in ends and _is_subject(t))
    return next(subjects, None)


def _is_subject(token: Token) -> bool:
    while token.dep_ in {"compound", "flat", "nmod"} and token.head != token:
        token = token.head
    return token.dep_ in {"nsubj", "nsubjpass"}


def plurals(doc: Doc, roster: Roster) -> list[Reference]:
    """Read "the two leaders", "both men", "the trio" as the people named just before."""
    found: list[Reference] = []
    for token in doc:
        count = COUNTS.get(token.lower_)
        end = _counted(token) if count is not None else None
        if count is None or end is None:
            continue
        start = token.i - 1 if token.i and doc[token.i - 1].lower_ in {"the", "these"} else token.i
        if start == token.i and token.lower_ != "both":
            continue
        people = roster.last_people(token.i, count)
        if len(people) == count:
            found += [person(start, end, who, "plural") for who in people]
    return found


def _counted(token: Token) -> int | None:
    """Return where the phrase of a number and its noun ends; None where it counts no people."""
    if token.lower_ not in NUMBERS:
        return token.i + 1
    following = token.doc[token.i + 1 : token.i + 1 + WIDEST]
    return next((one.i + 1 for one in following if one.lower_ in PLURAL_HEADS), None)
