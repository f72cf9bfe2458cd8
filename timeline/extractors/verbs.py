"""Verb forms and the few lemmas that the patterns are written in."""

from functools import cache

from spacy.tokens import Token

from timeline.extractors.patterns import read_patterns, terms, words

CONTRACTED = {"n't": "not", "'ll": "will", "wo": "will", "ca": "can", "'d": "would", "'ve": "have"}
BE = words("be")
HAVE = frozenset({"have", "has", "had", "having"})
DO = frozenset({"do", "does", "did", "doing"})


@cache
def irregular() -> dict[str, str]:
    """Map past forms to lemmas where adding -ed would not find them."""
    found = {}
    for line in read_patterns("irregular"):
        found[line["past"]] = found[line["participle"]] = line["term"]
    return found


REPORTING = words("reporting")


@cache
def _vocabulary() -> frozenset[str]:
    cues = {line["term"].split()[0] for line in read_patterns("cues")}
    return frozenset(
        cues
        | REPORTING
        | terms("other_verbs")
        | {line["term"] for line in read_patterns("irregular")}
        | set(governors())
    )


@cache
def governors() -> frozenset[str]:
    """List the verbs that the status patterns speak of."""
    return frozenset(line["term"] for line in read_patterns("governors"))


@cache
def lemma(word: str) -> str:
    """Lead a form back to its lemma, as far as the patterns know the verb; else return the word."""
    word = CONTRACTED.get(word, word)
    for auxiliary, forms in (("be", BE), ("have", HAVE), ("do", DO)):
        if word in forms:
            return auxiliary
    known = _vocabulary()
    if word in known:
        return word
    return irregular().get(word) or next((form for form in _stems(word) if form in known), word)


def _stems(word: str) -> list[str]:
    """List what a form may come from, the likeliest first."""
    found = []
    for ending, replacements in (
        ("ies", ("y",)),
        ("ied", ("y",)),
        ("es", ("e", "")),
        ("s", ("",)),
        ("ing", ("", "e")),
        ("ed", ("e", "")),
    ):
        if word.endswith(ending):
            stem = word[: -len(ending)]
            found += [stem + more for more in replacements]
            if len(stem) > 2 and stem[-1] == stem[-2]:
                found.append(stem[:-1])
    return found


def token_lemma(token: Token) -> str:
    """Return the lemma of a token."""
    return lemma(token.lower_)
