"""Find the goods that a flow is limited to."""

from functools import cache

from spacy.tokens import Token

from timeline.extractors.patterns import terms
from timeline.extractors.trading.scene import Head, Scene

_REACH = 160  # characters
_INSIDE = frozenset(
    ["NN", "NNS", "JJ", "JJR", "NNP", "NNPS", "HYPH", "CC", ",", "VBN", "VBG", "DT"]
)
_NAMES = frozenset(["DATE", "GPE", "NORP", "PERSON"])
_NOT_LAST = frozenset(["CC", ",", "DT", "VBN", "VBG", "JJ", "HYPH"])


@cache
def _plain_words() -> frozenset[str]:
    """Return the words of a flow's phrase that name no goods."""
    return terms("trade_terms", kind="plain") | {"u.s", "s"}


def goods_before(scene: Scene, start: int, head: Head) -> str | None:
    """Return the goods in "crude oil imports"."""
    words: list[Token] = []
    for token in reversed(scene.tokens.between(start, head.start)):
        is_goods = token.tag_ in {"NN", "NNS", "JJ", "NNP", "HYPH"} and (
            token.lower_ not in _plain_words()
        )
        if scene.in_party(token.idx) or not is_goods or token.ent_type_ in _NAMES:
            break
        words.append(token)
    if not any(word.tag_[:2] == "NN" for word in words):
        return None
    return scene.text[words[-1].idx : words[0].idx + len(words[0])].lower().strip("- ") or None


def goods_after(scene: Scene, at: int, limit: int) -> tuple[str | None, int]:
    """Return the goods in "imports of crude oil, gas and coal", and where they end."""
    words: list[Token] = []
    for token in scene.tokens.between(at, min(limit, at + _REACH)):
        amount = any(q.start <= token.idx < q.end for q in scene.quantities)
        if token.tag_ not in _INSIDE or amount:
            break
        words.append(token)
    while words and words[-1].tag_ in _NOT_LAST:
        words.pop()
    while words and (words[0].tag_ in {"DT", ","} or scene.in_party(words[0].idx)):
        words.pop(0)
    if not words:
        return None, at
    end = words[-1].idx + len(words[-1])
    goods = scene.text[words[0].idx : end].lower()
    plain = all(word.lower_ in _plain_words() or word.lower_ == "services" for word in words)
    return None if plain and goods != "services" else goods, end
