"""Verb forms and the few lemmas that the patterns are written in."""

from functools import cache

from spacy.tokens import Token

from timeline.extractors.patterns import read_patterns, terms, words

CONTRACTED = {"n't": "not", "'ll": "will", "wo": "will", "ca": "can", "'d": "would", "'ve": "have"}
BE = words("be")
HAVE = frozenset({"have", "has", "had", "having"})
DO = frozenset({"do", "does", "did", "doing"})
SINGULAR = {"plans": "plan", "decisions": "decision", "invitations": "invitation"}


@cache
def irregular() -> dict[str, str]:
    """Map past forms to lemmas where adding -ed would not find them."""
    found = {}
    for line in read_patterns("irregular"):
        found[line["past"]] = found[line["participle"]] = line["term"]
    return found


REPORTING = frozenset(
    "say announce confirm tell add declare state report reveal indicate insist claim write tweet "
    "post note disclose explain acknowledge admit inform stress reply respond suggest signal".split()
)


def _known() -> frozenset[str]:
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
def _vocabulary() -> frozenset[str]:
    return _known()


@cache
def lemma(word: str) -> str:
    """Lead a form back to its lemma, as far as the patterns know the verb; else return the word."""
    word = CONTRACTED.get(word, word)
    if word in BE:
        return "be"
    if word in HAVE:
        return "have"
    if word in DO:
        return "do"
    known = _vocabulary()
    if word in known:
        return word
    if word in irregular():
        return irregular()[word]
    for form in _stems(word):
        if form in known:
            return form
    return word


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
