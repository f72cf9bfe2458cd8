"""Lists of participants as they stand on the surface: "A, B and C", bullets, "X of A, Y of B"."""

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from timeline.extractors.patterns import terms, words
from timeline.extractors.people import is_office
from timeline.records import ParticipantKind, ParticipantMention

JOINS = words("joins")
STRONG_BREAKS = words("strong breaks")
MEMBERS = words("members")
PRONOUNS = words("pronouns")
MAX_GAP = 14


@dataclass(frozen=True, slots=True)
class Part:
    """A participant's mention with its tokens."""

    start: int
    end: int
    mention: ParticipantMention


def parts_of(doc: Doc, mentions: Sequence[ParticipantMention]) -> list[Part]:
    """Return the mentions with token offsets, in order."""
    found = []
    for mention in mentions:
        span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
        if span is not None:
            found.append(Part(span.start, span.end, mention))
    return sorted(found, key=lambda part: (part.start, part.end))


def pronoun(doc: Doc, part: Part) -> bool:
    """Tell whether a participant is meant by a pronoun here."""
    return part.end - part.start == 1 and doc[part.start].lower_ in PRONOUNS


def chains(doc: Doc, parts: Sequence[Part]) -> list[list[Part]]:
    """Put together the participants that stand in one list, in order."""
    found: list[list[Part]] = []
    end: Part | None = None
    belonging = False
    for part in parts:
        if pronoun(doc, part):
            found.append([part])
            end = None
            continue
        if end is not None and _affiliation(doc, end, part):
            end, belonging = part, True
            continue
        if end is not None and _listed(doc, end, part, belonging=belonging):
            found[-1].append(part)
        else:
            found.append([part])
        end, belonging = part, False
    return found


def _affiliation(doc: Doc, left: Part, right: Part) -> bool:
    """Tell whether a country or party only says where the person before it belongs."""
    between = [token.lower_ for token in doc[left.end : right.start]]
    person = left.mention.kind is ParticipantKind.PERSON
    other = right.mention.kind is not ParticipantKind.PERSON
    return person and other and between in (["of"], ["from"], ["of", "the"], ["("])


def _listed(doc: Doc, left: Part, right: Part, *, belonging: bool = False) -> bool:
    """Tell whether only separators and titles stand between two participants."""
    if right.start < left.end:
        return True  # "Chinese and Russian leaders": two countries in one phrase
    gap = doc[left.end : right.start]
    if len(gap) > MAX_GAP or any(token.is_sent_start for token in doc[left.end : right.start + 1]):
        return False
    if not any(
        token.lower_ in {",", "and", "&", "or", ";", "with", "alongside", "plus", "nor", "/"}
        for token in gap
    ):
        return False
    if gap[0].tag_ == "POS" or (not belonging and _leads_elsewhere(doc, left, right)):
        return False
    return all(_fills(token) for token in gap)


def _leads_elsewhere(doc: Doc, left: Part, right: Part) -> bool:
    """Tell whether a preposition ties one of two neighbours to something else."""
    words = [token for token in doc[left.end : right.start] if token.tag_ not in {"DT", "PRP$"}]
    joined = any(token.lower_ in {"and", "&", "or", "nor"} for token in words)
    plain = [
        token
        for token in words
        if token.pos_ == "ADP"
        or (not is_office(token) and token.pos_ not in {"ADJ", "NOUN", "PROPN"})
    ]
    if plain and plain[-1].pos_ == "ADP" and plain[-1].lower_ not in MEMBERS:
        return True
    root, other = doc[left.start : left.end].root, doc[right.start : right.end].root
    if joined or root.dep_ != "pobj" or root.head.lower_ in MEMBERS:
        return False
    return root not in list(other.ancestors) and root.head.i not in {t.i for t in other.ancestors}


def _fills(token: Token) -> bool:
    if token.lower_ in STRONG_BREAKS:
        return False
    if (
        token.lower_ in JOINS | {"invited", "including"}
        or is_office(token)
        or (token.is_punct and token.text not in {":", "."})
    ):
        return True
    if token.pos_ in {"NOUN", "PROPN", "ADJ", "DET", "NUM", "ADV", "PUNCT", "X"}:
        return token.tag_ not in {"WDT", "WP", "WRB"} and token.lower_ not in terms("event_nouns")
    return token.tag_ in {"PRP$", "VBN", "POS"} or token.lower_ in {"of", "for", "from"}
