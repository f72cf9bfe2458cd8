"""Turn what a clause says into a verdict: its status, seen from the day of publication."""

import re
from datetime import date

from spacy.tokens import Span, Token

from timeline.extractors.attending.claims import Verdict
from timeline.extractors.clauses import Clause
from timeline.extractors.occasions import Occasion
from timeline.extractors.patterns import terms, words
from timeline.extractors.statuses import away_of, is_present, status_of
from timeline.extractors.verbs import REPORTING, token_lemma
from timeline.records import Status

FULL = re.compile(r"\d{4}(-\d\d){0,2}")
SPOKES = words("spokes")  # who speaks for a side even where an outlet is named beside
WINDOW = 7


def is_ahead(occasion: Occasion, published: date | None) -> bool | None:
    """Tell whether an occasion lies after the day of publication; None where that is not settled."""
    edtf = occasion.date
    if edtf is None or published is None:
        return None
    ends = [found[0] for end in edtf.split("/") if (found := FULL.match(end))]
    if not ends:
        return None
    today = published.isoformat()
    if ends[0] > today[: len(ends[0])]:
        return True
    if ends[-1] < today[: len(ends[-1])]:
        return False
    return None if len(ends[0]) < len(today) or "/" in edtf else False


def coming(
    span: Span, clause: Clause, occasion: Occasion, published: date | None
) -> Verdict | None:
    """Return the verdict of a clause of attending, or None where it claims nothing."""
    status, observed = status_of(clause)
    if status is None:
        return None
    ahead = is_ahead(occasion, published)
    if (
        status is Status.ATTENDED
        and is_present(clause)
        and (
            ahead
            or (
                ahead is None
                and occasion.future
                and clause.verb.tag_ in {"VBG", "VBZ", "VBP", "VB"}
            )
        )
    ):
        status, observed = Status.EXPECTED, False
    speaker = speaker_of(span, clause)
    if status is Status.EXPECTED and speaker is not None and official(speaker):
        status = Status.CONFIRMED
    return Verdict(status, observed, quoted(speaker))


def away(clause: Clause, occasion: Occasion, published: date | None, span: Span) -> Verdict | None:
    """Return the verdict of a clause of skipping, cancelling or pulling out."""
    status, observed = away_of(clause)
    if status is None:
        return None
    if is_ahead(occasion, published):
        observed = False
    return Verdict(status, observed, quoted(speaker_of(span, clause)))


def speaker_of(span: Span, clause: Clause) -> Token | None:
    """Return who says what the clause tells: the subject of the reporting verb, or "according to"."""
    if clause.speakers:
        return clause.speakers[0]
    for token in span:
        if token.lower_ == "citing":
            cited = [child for child in token.children if child.dep_ == "dobj"]
            return cited[0] if cited else None
    for token in span:
        if token.lower_ == "according" and token.i + 2 < span.end:
            to = span.doc[token.i + 1]
            objects = [child for child in to.children if child.dep_ == "pobj"]
            return objects[0] if objects else None
        if token.lower_ == "per" and token.dep_ == "prep":
            return next((child for child in token.children if child.dep_ == "pobj"), None)
    return _detached(span, clause)


def _detached(span: Span, clause: Clause) -> Token | None:
    """Find a reporting verb that the parse did not tie to the clause ("…, his office said")."""
    for token in span:
        if token_lemma(token) in REPORTING and token.dep_ in {"ROOT", "conj", "ccomp", "parataxis"}:
            if token.i <= clause.verb.i or token.i == clause.verb.i:
                continue
            subjects = [child for child in token.children if child.dep_ == "nsubj"]
            between = span.doc[clause.verb.i : token.i]
            own = any(child.dep_ == "ccomp" and child.i > token.i for child in token.children)
            if subjects and not own and any(t.text in {",", '"'} for t in between):
                return subjects[0]
    return None


def official(speaker: Token) -> bool:
    """Tell whether the speaker speaks for a side: an office, a ministry, a spokesman, the person."""
    near = {
        token.lower_
        for token in speaker.subtree
        if abs(token.i - speaker.i) <= WINDOW and token.dep_ not in {"relcl", "acl"}
    }
    if near & terms("unofficial") and not near & SPOKES:
        return False
    return bool(near & terms("sources")) or speaker.ent_type_ == "GPE"


def quoted(speaker: Token | None) -> str | None:
    """Return who is quoted, as the text names them."""
    if speaker is None or (speaker.pos_ == "PRON" and speaker.lower_ not in {"he", "she"}):
        return None
    words = [
        token
        for token in speaker.subtree
        if (token.i <= speaker.i and not token.is_space)
        or (
            0 < token.i - speaker.i <= 5
            and token.dep_ in {"prep", "pobj", "compound", "amod", "det"}
        )
    ]
    start, end = min(t.i for t in words), max(t.i for t in words) + 1
    return " ".join(speaker.doc[start:end].text.split()) if end - start <= 14 else speaker.text
