"""Read an article's sentences in order and gather what they claim."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from spacy.tokens import Doc

from timeline.extractors.attending.absence import read_away, read_invited
from timeline.extractors.attending.answers import read_answers
from timeline.extractors.attending.claims import Claim
from timeline.extractors.attending.coming import read_coming, read_drawing, read_ellipsis
from timeline.extractors.attending.encounters import sentences
from timeline.extractors.attending.listing import (
    read_bullet,
    read_exceptions,
    read_follow_up,
    read_inverted,
    read_involving,
    read_set_nouns,
)
from timeline.extractors.attending.meeting import read_encounters
from timeline.extractors.attending.rolls import read_roll
from timeline.extractors.attending.sending import read_hosting, read_represented, read_sending
from timeline.extractors.attending.sentence import Sentence, State
from timeline.extractors.clauses import Clause, children_subjects, read_clause
from timeline.extractors.cues import Cue, find_cues
from timeline.extractors.grouping import RANK
from timeline.extractors.lists import Part
from timeline.extractors.occasions import Mention, Occasion
from timeline.records import ParticipantKind

MAX_SENTENCE = 250


def read_claims(
    doc: Doc, parts: Sequence[Part], occasions: list[Occasion], published: date | None
) -> list[Claim]:
    """Return every claim of a text, in order; earlier occasions met on the way join the others."""
    main = main_occasion(occasions)
    homes = sorted(
        ((m, o) for o in occasions for m in o.mentions if not m.in_title),
        key=lambda pair: pair[0].head,
    )
    heads = [mention.head for mention, _ in homes]
    state = State()
    found: list[Claim] = []
    for sentence in sentences(doc, parts, MAX_SENTENCE):
        sentence.mentions = _inside(homes, heads, sentence)
        sentence.state, sentence.main = state, main
        claims = _sentence(sentence, published)
        found += claims
        state.told = found
        _remember(sentence, claims)
    occasions += [o for o in state.former if o not in occasions]
    return found


def _inside(
    homes: Sequence[tuple[Mention, Occasion]], heads: Sequence[int], sentence: Sentence
) -> Sequence[tuple[Mention, Occasion]]:
    """Return the mentions of a sentence."""
    span = sentence.span
    return homes[bisect_left(heads, span.start) : bisect_left(heads, span.end)]


def _sentence(sentence: Sentence, published: date | None) -> list[Claim]:
    bullets = read_bullet(sentence)
    if bullets is not None:
        return bullets
    sentence.state.bullets = False
    found = read_follow_up(sentence) + read_inverted(sentence, published)
    roll = None if found else read_roll(sentence, published)
    found += roll or []
    if not found and roll is None:
        for cue in find_cues(sentence.span):
            found += _cue(sentence, cue, published)
        found += read_ellipsis(sentence, found)
        found += read_set_nouns(sentence, published)
        found += read_exceptions(sentence, published)
        found += read_involving(sentence, published)
    found += read_answers(sentence)
    found += read_encounters(sentence, published)
    if sentence.span.text.rstrip().endswith(":") and sentence.state.opened is not None:
        sentence.state.bullets = True
    return found


Frame = Callable[[Sentence, Cue, Clause, date | None], list[Claim]]
FRAMES: dict[str, Frame] = {
    "attend": read_coming,
    "present": read_coming,
    "act": read_coming,
    "travel": read_coming,
    "say": read_coming,
    "draw": read_drawing,
    "host": read_hosting,
    "skip": read_away,
    "pull": read_away,
    "absent": read_away,
    "send": read_sending,
}


def _cue(sentence: Sentence, cue: Cue, published: date | None) -> list[Claim]:
    """Read a cue by the frame of its kind."""
    clause = read_clause(cue.token)
    if cue.kind == "invite":
        return read_invited(sentence, cue, clause)
    if cue.kind == "meet":
        if any(child.lower_ == "for" for child in cue.token.children):
            return read_coming(sentence, replace(cue, kind="act"), clause, published)
        return []
    frame = FRAMES.get(cue.kind)
    if cue.word in {"represent", "represented"}:
        frame = read_represented
    elif _by_agent(cue):
        frame = read_hosting
    return frame(sentence, cue, clause, published) if frame is not None else []


def _by_agent(cue: Cue) -> bool:
    return cue.word in {"chair", "co-chair", "cochair", "open", "inaugurate", "co-host"} and any(
        child.dep_ == "agent" for child in cue.token.children
    )


def _remember(sentence: Sentence, claims: Sequence[Claim]) -> None:
    """Keep the occasion that the next sentence may leave unnamed."""
    salient = [
        o
        for m, o in sentence.mentions
        if m.strength != "weak" and o.family not in {"visit", "meeting", "election", "protest"}
    ]
    sentence.state.topic = _topic(sentence) or sentence.state.topic
    members = _members(sentence)
    if members:
        sentence.state.members = members
    claimed = [c.occasion for c in claims if not c.occasion.is_visit and not c.occasion.people]
    if claimed:
        sentence.state.occasion = claimed[-1]
    elif sentence.main in salient:
        sentence.state.occasion = sentence.main
    elif salient and not salient[-1].apart:
        sentence.state.occasion = salient[-1]


def _topic(sentence: Sentence) -> list[Part]:
    """Return the countries or bodies that are the subject of a sentence."""
    root = sentence.span.root
    return [
        part
        for part in sentence.under(children_subjects(root))
        if part.mention.kind in {ParticipantKind.COUNTRY, ParticipantKind.ORGANIZATION}
    ]


def _members(sentence: Sentence) -> list[Part]:
    """Return the countries that a sentence lists as the members of a body."""
    words = {token.lower_ for token in sentence.span}
    if not words & {"members", "comprises", "member", "comprising", "consists", "groups"}:
        return []
    longest = max(sentence.lists, key=len, default=[])
    only = all(part.mention.kind is ParticipantKind.COUNTRY for part in longest)
    return list(longest) if only and len(longest) > 2 else []


def main_occasion(occasions: Sequence[Occasion]) -> Occasion | None:
    """Return the occasion that the article is about."""
    held = [o for o in occasions if not o.people]
    held = [o for o in held if o.family not in {"visit", "election", "protest"}] or [
        o for o in held if not o.is_visit
    ]
    if not held:
        return None

    def weight(occasion: Occasion) -> tuple[float, int]:
        title = any(m.in_title for m in occasion.mentions)
        said = sum(RANK[m.strength] for m in occasion.mentions)
        return said + 4 * title - 4 * occasion.apart, -occasion.first

    return max(held, key=weight)
