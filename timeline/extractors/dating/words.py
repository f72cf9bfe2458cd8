"""The words that dates are made of, as pieces of expressions that the rules are built from.

Every repetition in them is bounded, so that a scan takes time in proportion to the text.
Months and weekdays must begin with a capital letter; all other words stand in any case.
"""

from timeline.edtf_dates import MONTHS

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

NUMBERS = {
    word: number
    for number, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
        ]
    )
} | {"a": 1, "an": 1}

ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4} | {
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
}

#: A blank between two words, a line's end included, a paragraph's end not.
SP = r"(?:[ \t\xa0]{1,3}(?:\n[ \t]{0,3})?|\n[ \t]{0,3})"
DASH = r"[ \xa0]?[-–—‑][ \xa0]?"
#: Between the two ends of a span.
TO = rf"(?:{SP}(?i:to|until|till|through|thru){SP}|{DASH})"
#: The same where "and" cannot join two things of their own.
AND = rf"(?:{SP}(?i:and){SP}|{SP}&{SP}|{TO})"

_ABBREVIATED = "jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec"
MONTH = rf"(?=[A-Z])(?i:(?:{'|'.join(MONTHS)})(?![\w'’]*\w)|(?:{_ABBREVIATED})\b\.?(?![\w]))"
#: A month whose name means nothing else and is no first name either.
PLAIN_MONTH = (
    r"(?=[A-Z])(?i:january|february|july|september|october|november|december|april|june|august)\b"
)
WEEKDAY = rf"(?=[A-Z])(?i:{'|'.join(WEEKDAYS)})\b"
#: A weekday before a date, where it may be shortened.
ON_WEEKDAY = r"(?=[A-Z])(?i:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,?"
DAY = (
    r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?\b"
    r"(?!,\d{3}\b|[.:]\d|[ \xa0]?(?:%|per[ \xa0]?cent|pc\b)"
    rf"|[-‑](?!{MONTH})[A-Za-z])"
)
YEAR = r"(?:1[4-9]|20)\d\d\b(?![.,]\d|%|[-–]\d|[ \xa0]?per[ \xa0]?cent)"
PART_OF_DAY = rf"(?:{SP}(?i:early|late){SP}|{SP})(?i:morning|afternoon|evening|night)"
NUMBER = rf"(?i:\d{{1,2}}|{'|'.join(sorted(NUMBERS, reverse=True))})"
ORDINAL = rf"(?i:{'|'.join(ORDINALS)})"


def behind(words: str) -> str:
    """Return an expression that holds right behind one of ``words``, which stand apart by "|"."""
    return "(?:" + "|".join(rf"(?<=\b(?i:{word})\s)" for word in words.split("|")) + ")"


def number(word: str) -> int:
    """Return the number that a NUMBER says."""
    return NUMBERS[word.lower()] if word.isalpha() else int(word)


def day_number(word: str) -> int:
    """Return the day that a DAY says, such as 3 for ``3rd``."""
    return int(word.rstrip("stndrh"))


def weekday_number(word: str) -> int:
    """Return 0 for Monday to 6 for Sunday, from a name or its first letters."""
    start = word.lower().rstrip(".,")[:3]
    return next(index for index, name in enumerate(WEEKDAYS) if name.startswith(start))
