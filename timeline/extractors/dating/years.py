"""Years that the text writes out, and numbers that look like years and are none."""

import re

from timeline.extractors.dating.calendar import season_edtf, year_edtf
from timeline.extractors.dating.grammar import NotADateError, Rule, Setting
from timeline.extractors.dating.words import SP, YEAR, behind

# What follows a year-like number that counts things, so that it is no year.
_COUNTED = (
    r"people|persons|men|women|children|troops|soldiers|officers|fighters|guests|delegates|leaders"
    r"|participants|athletes|visitors|members|students|workers|employees|jobs|homes|houses|families"
    r"|villagers|residents|votes|seats|units|vehicles|cars|ships|aircraft|tanks|missiles|deaths|cases"
    r"|times|years?|months?|weeks?|days?|hours?|minutes?|points?|miles?|km|kilomet(?:er|re)s?"
    r"|met(?:er|re)s?|feet|square|acres|hectares|tonnes?|tons?|barrels?|gallons?|lit(?:er|re)s?|kg|mw"
    r"|megawatts?|dollars?|euros?|pounds?|yuan|yen|rupees?|won|rubles?|roubles?|million|billion"
    r"|trillion|thousand|hundred|other|more|others|companies|firms|items|products|and[ ]a[ ]half"
)
BARE_YEAR = rf"(?:19|20)\d\d\b(?![.,]\d|%|[-–/]\d|:\d)(?!{SP}(?i:(?:{_COUNTED})\b))"
_YEAR_FOLLOWS = behind(
    "in|since|until|till|during|before|after|by|through|throughout|year|early|late|mid|the|its|their"
    "|his|her|our|this"
)
# After these words a number may as well count what follows: "to 2000 marchers".
_YEAR_MAY_FOLLOW = behind("for|from|a|of|on|versus|and|to|as|with|or|at")
_NO_PLURAL = rf"(?!{SP}(?!levels|figures|data|is|was|has|as|this)[a-z]{{2,30}}s\b)"
_NAME_BEFORE = re.compile(
    r"(?<![\w’'-])(?!About|Some|Nearly|Over|Almost|Around|Approximately|Roughly|Up|Another|All)"
    r"[A-Z][\w’'-]{1,30}\s$|[(]$"
)


def _read_year(match: re.Match[str], _: Setting) -> str:
    return year_edtf(int(match["year"]))


def _read_season(match: re.Match[str], _: Setting) -> str:
    return season_edtf(match["season"].lower(), int(match["year"]))


def _read_named_year(match: re.Match[str], _: Setting) -> str:
    """Read the year in "EXPO 2031" or "(2031)".

    Raises:
        NotADateError: no name stands before or behind it.
    """
    before = match.string[max(0, match.start() - 33) : match.start()]
    if not _NAME_BEFORE.search(before) and not match.string[match.end() + 1 :][:1].isupper():
        raise NotADateError
    return year_edtf(int(match["year"]))


RULES = (
    Rule(
        rf"(?P<season>(?i:spring|summer|autumn|fall|winter)){SP}(?i:of{SP})?(?P<year>{YEAR})",
        _read_season,
    ),
    Rule(
        rf"(?i:early|late|mid[- ]?|the{SP}(?:start|beginning|middle|end){SP}of)(?:{SP}|(?<=-))"
        rf"(?i:in{SP})?(?P<year>{BARE_YEAR})",
        _read_year,
    ),
    Rule(rf"(?=[12]){_YEAR_FOLLOWS}(?P<year>{BARE_YEAR})", _read_year),
    Rule(rf"(?=[12]){_YEAR_MAY_FOLLOW}(?P<year>{BARE_YEAR}){_NO_PLURAL}", _read_year),
    Rule(rf"(?P<year>{BARE_YEAR}){_NO_PLURAL}", _read_named_year),
)
