"""When two spellings are one name."""

import re
import unicodedata
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from timeline.knowledge.offices import strip_titles

# Letters that carry no accent that could be taken off.
LETTERS = str.maketrans(
    {
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "ı": "i",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
        "ə": "a",
    }
)
SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
SON_OF = frozenset({"bin", "ibn", "ben", "bint"})
ARTICLES = SON_OF | {"al", "el", "ul", "ad", "as", "an", "ar", "ash"}
# Ways of writing one sound in Latin letters, in the order in which they are made alike.
SOUNDS = (
    (r"x", "ks"), (r"ph", "f"), (r"sch|sz|sh", "s"), (r"kh|gh", "h"), (r"ck|q|c(?=[aouklrt])", "k"), (r"tch|cz|ch", "c"),
    (r"dzh|dj|j|y", "i"), (r"w", "v"), (r"ou|oo", "u"), (r"ee|ie|ei", "i"), (r"(.)\1+", r"\1"),
)  # fmt: skip
LONG = 5  # letters from which one may differ


@lru_cache(maxsize=65536)
def name_key(name: str) -> str:
    """Return a person's name in its normal form: equal forms are one name.

    Lower case without accents, titles, initials, ``Jr`` and the like; hyphens part words, apostrophes
    and full stops do not.
    """
    words = _plain(strip_titles(name))
    found = [word for word in re.findall(r"[^\W_]+\.?", words) if not _is_initial(word)]
    kept = [word.rstrip(".") for word in found]
    core = [word for word in kept if word not in SUFFIXES] if len(kept) > 1 else kept
    return " ".join(core or kept) or " ".join(re.findall(r"[^\W_]+", words))


def body_key(name: str) -> str:
    """Return the normal form of an organization's or a group's name: all its words, ``the`` left out."""
    return " ".join(re.findall(r"[^\W_]+", _plain(name))).removeprefix("the ")


def _plain(name: str) -> str:
    """Return a name in lower case without accents and apostrophes."""
    folded = unicodedata.normalize("NFKD", name.casefold().translate(LETTERS))
    bare = "".join(letter for letter in folded if not unicodedata.combining(letter))
    return re.sub(r"[’'‘`´]", "", bare)


def _is_initial(word: str) -> bool:
    return len(word) == 2 and word.endswith(".")  # noqa: PLR2004 - a letter and its full stop


@lru_cache(maxsize=262144)
def _alike(word: str) -> str:
    for pattern, sound in SOUNDS:
        word = re.sub(pattern, sound, word)
    return word


def same_person_name(a: str, b: str) -> bool:
    """Tell whether two names are other spellings of one person's.

    Transliterations, particles and left-out middle names do not matter; another given name beside the
    same surname does, also where it is the same one for a woman (``Mario`` and ``Maria``).
    """
    x, y = name_key(a), name_key(b)
    if x == y or x.replace(" ", "") == y.replace(" ", ""):
        return True
    first, second = _core(x), _core(y)
    if min(len(first), len(second)) < 2:  # noqa: PLR2004 - a bare surname is nobody's name
        return False
    if len(first) == len(second):
        # The family name stands first in one and last in the other. Not so after "son of": "Salman bin
        # Omar" is another man than "Omar bin Salman".
        turned_round = sorted(first) == sorted(second) and not SON_OF & set(x.split())
        return turned_round or _in_order(first, second)
    short, full = sorted((first, second), key=len)
    return _in_order(short, full)


def _core(key: str) -> list[str]:
    words = [word for word in key.split() if word not in ARTICLES]
    return words or key.split()


def _in_order(short: list[str], full: list[str]) -> bool:
    """Tell whether the surnames are one, and the given names before it, some perhaps left out."""
    remaining = iter(full[:-1])
    return same_word(short[-1], full[-1]) and all(
        any(_same_given(word, other) for other in remaining) for word in short[:-1]
    )


def _same_given(a: str, b: str) -> bool:
    return same_word(a, b) and _ends_in_a(a) == _ends_in_a(b)


def _ends_in_a(word: str) -> bool:
    return word.removesuffix("h").endswith("a")


@lru_cache(maxsize=262144)
def same_word(a: str, b: str) -> bool:
    """Tell whether two words of normal forms may be one name in other transliterations."""
    if a == b:
        return True
    x, y = _alike(a), _alike(b)
    if x == y:
        return True
    # The vowels of a transliteration vary, the consonants hardly.
    if min(len(x), len(y)) < LONG or x[0] != y[0]:
        return False
    consonants = [re.sub(r"[aeiou]", "", each) for each in (x, y)]
    return Levenshtein.distance(x, y) <= 1 or (
        consonants[0] == consonants[1]
        and len(consonants[0]) >= 3  # noqa: PLR2004 - fewer are shared by chance
        and Levenshtein.normalized_similarity(x, y) >= 0.65  # noqa: PLR2004
    )
