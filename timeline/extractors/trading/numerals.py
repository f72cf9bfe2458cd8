"""Read numbers as they are written: 1,25,000, two-point-three, twenty-five."""

import re
from decimal import Decimal

_SMALL = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_NUMBERS = {word: at for at, word in enumerate(_SMALL.split(), start=1)}
_NUMBERS |= {word: 10 * at for at, word in enumerate(_TENS.split(), start=2)}
WORD = "|".join(f"{word}" for word in [*_SMALL.split(), *_TENS.split(), "hundred", "zero"])
WORDS = rf"(?:{WORD})(?:[ -](?:{WORD}|and(?=[ -](?:{WORD})\b)|point(?=[ -]))){{0,7}}"
DIGITS = r"\d{1,3}(?:,\d{2,3})+(?:\.\d+)?(?!\d)|\d+(?:[.,]\d+)?"
SPOKEN = rf"\d+-point-(?:\d+|(?:{WORD})(?:-(?:{WORD})){{0,3}})|(?:{WORD})-point-\d+"


def value_of(written: str) -> Decimal:
    """Return the value of a number that fits DIGITS, WORDS or SPOKEN."""
    whole, point, digits = written.lower().partition("-point-")
    if point and (whole.isdigit() or digits.isdigit()):
        return Decimal(f"{_digits(whole)}.{_digits(digits)}")
    if written[0].isdigit():
        thousands = re.fullmatch(r"\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?", written)
        plain = thousands or written.count(",") > 1 or "." in written
        return Decimal(written.replace(",", "" if plain else "."))
    whole, point, digits = re.sub("[ -]+", " ", written.lower()).partition(" point ")
    value = _word_value(whole)
    if not point:
        return Decimal(value)
    return Decimal(f"{value}." + "".join(str(_word_value(digit)) for digit in digits.split()))


def _digits(spoken: str) -> str:
    """Return "two-five" as digits, one by one."""
    if spoken.isdigit():
        return spoken
    return "".join(str(_word_value(word)) for word in spoken.split("-"))


def _word_value(words: str) -> int:
    value = 0
    for word in words.split():
        value = max(value, 1) * 100 if word == "hundred" else value + _NUMBERS.get(word, 0)
    return value
