"""Read from a clause what it claims: comes, may come, was invited, stays away."""

import re
from functools import cache

from timeline.extractors.clauses import Clause, group
from timeline.extractors.patterns import read_patterns
from timeline.extractors.verbs import token_lemma
from timeline.records import Status

FUTURE = re.compile(
    r"\b(will|shall|would|to CUE|going|expect|schedule|due|set|plan|plans|intend|slate|may|might|could|upcoming)\b"
)
PAST_TAGS = frozenset({"VBD", "VBN"})


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((line["status"], re.compile(line["pattern"])) for line in read_patterns("status"))


def reading(words: str) -> str | None:
    """Return the first status, or ``none``, whose pattern fits the words of a clause."""
    return next((status for status, pattern in _patterns() if pattern.search(words)), None)


def is_past(clause: Clause) -> bool:
    """Tell whether the clause tells of what has been."""
    if FUTURE.search(clause.words.rsplit("|", 1)[-1]):
        return False
    verbs = [clause.verb, *clause.governors[:1]]
    tags = {token.tag_ for verb in verbs for token in group(verb)}
    return bool(tags & {"VBD"}) or "have CUE" in clause.words or "have be CUE" in clause.words


def is_present(clause: Clause) -> bool:
    """Tell whether the clause is in the present tense, which may mean now or soon."""
    return not is_past(clause) and not FUTURE.search(clause.words)


def status_of(clause: Clause) -> tuple[Status | None, bool]:
    """Return the status that a clause of attending claims, and whether it was observed.

    The status is None where the clause claims nothing of anybody's coming (a wish, a call, an if).
    """
    found = reading(clause.words)
    if found == "none":
        return None, False
    if found is not None:
        status = Status(found)
        if status is Status.EXPECTED and _came_of_it(clause):
            return Status.ATTENDED, True
        observed = status is Status.ABSENT and is_past(clause)
        return status, observed
    if clause.words.endswith("to CUE") and not _came_of_it(clause):
        return None, False  # an infinitive by itself says nothing of what came of it
    return Status.ATTENDED, True


def _came_of_it(clause: Clause) -> bool:
    """Tell whether the governing verb is an arrival ("arrived to attend")."""
    return any(
        token_lemma(verb) in {"arrive", "land", "travel", "fly", "gather", "come", "go"}
        and (
            verb.tag_ in {"VBD", "VBN", "VBZ"}
            or any(c.lower_ in {"has", "have"} for c in verb.children)
        )
        and not any(
            c.lower_ in {"will", "would", "to", "may"} for c in verb.children if c.dep_ == "aux"
        )
        for verb in clause.governors
    )


def away_of(clause: Clause) -> tuple[Status | None, bool]:
    """Return the status that a clause of skipping or pulling out claims."""
    words = clause.words
    if re.search(r"\b(not|never|deny|refuse|no)\b[^|]*CUE|\bdeny\b", words):
        return None, False
    if re.search(r"\b(urge|call|should|must|ask|press|demand|if|want)\b[^|]*\|?[^|]*CUE", words):
        return None, False
    if re.search(
        r"\b(may|might|could|consider|threaten|weigh|whether|mull|discuss|contemplate)\b", words
    ):
        return Status.TENTATIVE, False
    return Status.ABSENT, is_past(clause)
