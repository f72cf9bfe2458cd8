"""Find the words that name an occasion, and tell which of them name the same one."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from spacy.tokens import Doc, Token

from timeline.extractors.gazetteer import Region, Town, phrase_spans
from timeline.extractors.lists import Part
from timeline.extractors.patterns import read_patterns, terms, words
from timeline.records import EventKind

NUMBER = re.compile(r"-?\d{1,4}")  # the number or year of an edition, right behind its name
YEAR = re.compile(r"(?:19|20)\d\d")
ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)", re.IGNORECASE)
PREMODIFIERS = words("premodifiers")
LONGEST = 12  # tokens of a noun phrase before its head
BRACKETS = 3
STOPS = frozenset({",", ";", ":", "(", ")", '"', "–", "—"})
NOUN_TAGS = frozenset({"NNP", "NN", "NNS", "VBG"})
OTHER_MARKS = words("other marks")  # set an occasion apart from the one told of
CALENDAR = words("calendar")
FAMILIES = {
    EventKind.PARADE: "rite",
    EventKind.CEREMONY: "rite",
    EventKind.FUNERAL: "rite",
    EventKind.SUMMIT: "congress",
    EventKind.CONFERENCE: "congress",
    EventKind.SPORT: "sport",
    EventKind.EXERCISE: "exercise",
    EventKind.MEETING: "meeting",
    EventKind.TALKS: "meeting",
    EventKind.VISIT: "visit",
    EventKind.ELECTION: "election",
    EventKind.PROTEST: "protest",
    EventKind.OTHER: "other",
}


@dataclass(slots=True)
class Mention:
    """One place in the text that names an occasion; offsets are tokens.

    Attributes:
        strength: name, strong, weak or generic: how surely the words mean an occasion.
        names: its proper modifiers in lower case, which tell it from others of its kind.
        place: the town or venue that the noun phrase itself names, else the country.
        apart: True where a word such as "previous" sets it apart from the one told of.
        definite: True for "the", "this" or a possessor.
    """

    start: int
    end: int
    head: int
    kind: EventKind
    strength: str
    word: str = ""
    names: frozenset[str] = frozenset()
    year: str | None = None
    place: str | None = None
    country: str | None = None
    apart: bool = False
    definite: bool = False
    owner: str | None = None
    in_title: bool = False
    people: tuple[Part, ...] = ()
    years: tuple[str, ...] = ()
    verbal: bool = False
    place_is_country: bool = False
    initials: str = ""
    ahead: bool | None = None

    @property
    def who(self) -> frozenset[str]:
        """Return the names of those who meet or visit."""
        return frozenset(part.mention.name for part in self.people)


@dataclass(slots=True)
class Occasion:
    """The mentions that name one occasion, or the verbs that tell of a meeting or a visit.

    Attributes:
        words: the head nouns of its mentions.
        tenses: whether those who meet are told to be ahead of it, as in ``Mention.ahead``.
        is_told: True where a mention by itself means an occasion, not only "the event".
        met: those who meet or travel, as they are first told.
    """

    kind: EventKind
    mentions: list[Mention] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    years: set[str] = field(default_factory=set)
    places: list[str] = field(default_factory=list)
    countries: list[str] = field(default_factory=list)
    people: frozenset[str] = frozenset()
    dates: list[str] = field(default_factory=list)
    apart: bool = False
    date: str | None = None
    future: bool = False
    words: set[str] = field(default_factory=set)
    initials: set[str] = field(default_factory=set)
    tenses: set[bool | None] = field(default_factory=set)
    is_told: bool = False
    towns: int = 0
    in_title: bool = False
    met: tuple[Part, ...] = ()

    @property
    def first(self) -> int:
        """Return the token at which the text first tells of it."""
        return min((mention.start for mention in self.mentions if not mention.in_title), default=0)

    @property
    def is_visit(self) -> bool:
        """Tell whether it is a journey rather than something held."""
        return self.kind is EventKind.VISIT

    @property
    def family(self) -> str:
        """Return the group of kinds that may name the same occasion."""
        return FAMILIES[self.kind]


@cache
def _nouns() -> dict[str, dict[str, str]]:
    found = {}
    for line in read_patterns("event_nouns"):
        found[line["term"]] = line
        word = line["term"]
        if not word.endswith("s"):
            plural = (
                word[:-1] + "ies"
                if word.endswith("y")
                else word + ("es" if word.endswith(("ch", "sh")) else "s")
            )
            found.setdefault(plural, {**line, "plural": "yes"})
    return found


@cache
def _names() -> dict[str, dict[str, str]]:
    return {line["term"]: line for line in read_patterns("event_names")}


@cache
def _numbered() -> dict[str, dict[str, str]]:
    """Map the names that stand with a number in one word to their lines."""
    return {line["term"]: line for line in read_patterns("numbered_events")}


def _edition(word: str) -> dict[str, str] | None:
    """Return the line of the name that a word such as "COP31" begins with."""
    return next(
        (
            line
            for name, line in _numbered().items()
            if word.startswith(name) and NUMBER.fullmatch(word.removeprefix(name))
        ),
        None,
    )


def find_mentions(doc: Doc, regions: Sequence[Region], towns: Sequence[Town]) -> list[Mention]:
    """Return every noun phrase that may name an occasion, in order."""
    reader = _Reader(doc, regions, towns)
    found = [reader.noun(head, start, line) for head, start, line in _heads(doc)]
    taken = {at for mention in found for at in range(mention.start, mention.end)}
    for start, end in phrase_spans(doc, "event name", "ORTH", _names()):
        line = _names()[doc[start:end].text]
        placed = start > 0 and doc[start - 1].lower_ in {"in", "at"}  # "the forum in Davos"
        if line["names"] == "event" and not placed and not taken & set(range(start, end)):
            found.append(reader.name(start, end, line))
            taken |= set(range(start, end))
    for token in doc:
        edition = _edition(token.text)
        if edition is not None and token.i not in taken:
            found.append(reader.name(token.i, token.i + 1, edition))
    return sorted(found, key=lambda mention: mention.start)


def _heads(doc: Doc) -> list[tuple[int, int, dict[str, str]]]:
    """Return the event nouns that head a phrase: last token, first token, line of the pattern."""
    heads: dict[int, tuple[int, dict[str, str]]] = {}
    for start, end in phrase_spans(doc, "event", "LOWER", _nouns()):
        line = _nouns()[doc[start:end].text.lower()]
        if line["kind"] != "none":
            heads[end - 1] = (start, line)
    return [
        (head, start, line)
        for head, (start, line) in heads.items()
        if (doc[head].pos_ in {"NOUN", "PROPN"} or doc[head].tag_ in NOUN_TAGS)
        and not _only_modifies(doc[head], heads)
        and not _part_of_name(doc[head], line)
    ]


def _part_of_name(token: Token, line: dict[str, str]) -> bool:
    """Tell whether a weak noun ends the name of a body, as in "Democratic Party"."""
    if line["strength"] != "weak" or token.tag_ not in {"NNP", "NNPS"} or token.i == 0:
        return False
    if token.lower_ not in {
        "party",
        "assembly",
        "congress",
        "march",
        "session",
        "show",
        "mass",
        "fair",
    }:
        return False
    before = token.nbor(-1)
    return before.pos_ == "PROPN" and before.lower_ not in terms("event_modifiers")


def _only_modifies(token: Token, heads: dict[int, tuple[int, dict[str, str]]]) -> bool:
    """Tell whether an event noun only qualifies another one, as in "opening ceremony"."""
    if token.i > 1 and token.nbor(-1).text == "-" and token.nbor(-2).lower_ == "no":
        return True  # "no-show"
    following = token.nbor(1) if token.i + 1 < len(token.doc) else None
    if following is None:
        return False
    if following.i in heads and following.pos_ in {"NOUN", "PROPN"}:
        return True
    if token.dep_ not in {"compound", "amod", "nmod"} or token.head.i <= token.i:
        return False
    weak = token.i in heads and heads[token.i][1]["strength"] == "weak"
    return weak or token.head.i in heads


class _Reader:
    """Reads what stands around the head of a mention."""

    def __init__(self, doc: Doc, regions: Sequence[Region], towns: Sequence[Town]) -> None:
        self.doc = doc
        self.regions = {at: region for region in regions for at in range(region.start, region.end)}
        self.towns = {at: town for town in towns for at in range(town.start, town.end)}
        named = phrase_spans(doc, "event name", "ORTH", _names())
        self.bodies = {at for start, end in named for at in range(start, end)}

    def left(self, head: int) -> int:
        """Return where the noun phrase begins."""
        doc, at = self.doc, head
        while at > 0 and head - at < LONGEST and not doc[at].is_sent_start:
            token = doc[at - 1]
            if self._bracketed(at):
                at -= 3
            elif self._premodifies(token, at):
                at -= 1
                if token.pos_ == "DET":
                    break
            else:
                break
        return at

    def _bracketed(self, at: int) -> bool:
        """Tell whether a short name in brackets ends here, as in "Organisation (SCO) summit"."""
        doc = self.doc
        return (
            at > BRACKETS
            and doc[at - 1].text == ")"
            and doc[at - 3].text == "("
            and doc[at - 2].text.isupper()
        )

    def _premodifies(self, token: Token, at: int) -> bool:
        """Tell whether a word before the noun belongs to its phrase."""
        doc = self.doc
        if token.is_space or token.text in STOPS:
            return False
        if token.lower_ in {"'s", "'"} or (token.text == "-" and not token.whitespace_):
            return True
        if token.lower_ in {"and", "of"}:
            return at > 1 and doc[at - 2].pos_ == "PROPN" and doc[at].pos_ == "PROPN"
        if token.tag_ in {"VBN", "VBG"} and token.pos_ == "VERB":
            return token.dep_ in {"amod", "compound"}
        plain = token.pos_ in {"NOUN", "PROPN", "ADJ", "NUM", "DET"} or token.tag_ == "PRP$"
        return plain and token.lower_ not in {"all", "both"}

    def noun(self, head: int, first: int, line: dict[str, str]) -> Mention:
        """Read a mention from its head noun."""
        doc = self.doc
        start = self.left(first)
        words = list(doc[start:head])
        proper = [
            token
            for token in words
            if (token.pos_ == "PROPN" or (token.text[:1].isupper() and token.i != start))
            and token.text.lower() not in terms("event_modifiers")
            and not token.is_stop
            and token.lower_.rstrip(".") not in CALENDAR
        ]
        mention = Mention(
            start=start,
            end=head + 1,
            head=head,
            kind=EventKind(line["kind"]),
            strength=line["strength"],
            word=line["term"],
            year=next((token.text for token in words if YEAR.fullmatch(token.text)), None),
            apart=any(token.lower_ in OTHER_MARKS for token in words),
            definite=bool(words)
            and (
                words[0].lower_ in {"the", "this", "that"}
                or any(t.tag_ in {"POS", "PRP$"} for t in words)
            ),
        )
        mention.names = frozenset(
            token.text.lower() for token in proper if token.i not in self.towns and len(token) > 1
        )
        mention.initials = "".join(t.text[0] for t in proper if t.text[:1].isalpha()).lower()
        if doc[first : head + 1].text in _names() or text_of(doc, mention) in _names():
            mention.strength = "name"
            named = [token for token in doc[first : head + 1] if not token.is_stop]
            mention.names |= {token.lower_ for token in [*words, *named] if token.pos_ == "PROPN"}
        if any(token.lower_ == "own" for token in words):
            mention.names |= {"own"}
        if line["strength"] == "weak" and (
            proper or any(t.lower_ in terms("event_modifiers") for t in words)
        ):
            mention.strength = "strong"
        self._after(mention)
        self._place_inside(mention)
        return mention

    def name(self, start: int, end: int, line: dict[str, str]) -> Mention:
        """Read a mention that is a name by itself."""
        doc = self.doc
        left = start
        while left > 0 and doc[left - 1].lower_ in {"the", "winter", "summer"} | set(
            terms("event_modifiers")
        ):
            left -= 1
        if left > 0 and YEAR.fullmatch(doc[left - 1].text):
            left -= 1
        marks = {token.lower_ for token in doc[max(0, left - 3) : start]}
        mention = Mention(
            start=left,
            end=end,
            head=end - 1,
            kind=EventKind(line["kind"]),
            strength="name",
            word=doc[end - 1].lower_,
            names=frozenset(t.lower_ for t in doc[start:end] if not t.is_stop and not t.is_punct),
            year=doc[left].text if YEAR.fullmatch(doc[left].text) else None,
            definite=True,
            apart=bool(marks & OTHER_MARKS),
        )
        self._after(mention)
        self._place_inside(mention)
        if "place" in line:  # an occasion that is called by its town
            mention.place, mention.country = line["place"], line["country"]
        return mention

    def _after(self, mention: Mention) -> None:
        """Take the year, the place and the names that follow the noun."""
        doc = self.doc
        if mention.end < len(doc) and YEAR.fullmatch(doc[mention.end].text):
            mention.year = mention.year or doc[mention.end].text
            mention.end += 1
        at: int | None = mention.end
        for _ in range(3):
            if at is None or at + 1 >= len(doc) or doc[at].is_sent_start:
                return
            if doc[at].lower_ in {"in", "at"}:
                at = self._where(mention, at)
            elif doc[at].lower_ in {"of", "for", "on"}:
                at = self._of_what(mention, at)
            else:
                return

    def _where(self, mention: Mention, at: int) -> int | None:
        """Read "in" and "at"; return where the phrase ends, None where nothing more belongs."""
        stop = self._object(at + 1)
        place = self._place(at + 1, stop)
        if place is None:
            self._years(mention, at + 1)
            return None
        if mention.place is None:
            mention.place, mention.country, mention.place_is_country = place
        return stop

    def _of_what(self, mention: Mention, at: int) -> int | None:
        """Read "of", "for" and "on", unless a date follows."""
        stop = self._object(at + 1)
        behind = self.doc[at + 1 : stop]
        if not len(behind) or any(token.lower_.rstrip(".") in CALENDAR for token in behind):
            return None
        proper = [token for token in behind if token.pos_ == "PROPN"]
        mention.names |= frozenset(token.text.lower() for token in proper)
        if not mention.initials:
            mention.initials = "".join(token.text[0] for token in proper).lower()
        mention.end = stop
        return stop

    def _years(self, mention: Mention, at: int) -> None:
        """Read "in 2014" and "in 2014 and 2016"."""
        years = []
        for token in self.doc[at : at + 8]:
            if YEAR.fullmatch(token.text):
                years.append(token.text)
            elif token.lower_ not in {",", "and"}:
                break
        if len(years) > 1:
            mention.years = tuple(years)
        elif years:
            mention.year = mention.year or years[0]

    def _object(self, at: int) -> int:
        doc, stop = self.doc, at
        while stop < len(doc) and not (stop > at and doc[stop].is_sent_start):
            token = doc[stop]
            if token.pos_ in {"PROPN", "ADJ", "DET", "NUM", "NOUN"} or token.lower_ in {
                "'s",
                "-",
                "al",
                "de",
            }:
                stop += 1
            else:
                break
        return stop

    def _place(self, at: int, stop: int) -> tuple[str, str | None, bool] | None:
        """Return the place that a noun phrase names, its country, and whether it is a country."""
        doc = self.doc
        start = at + 1 if doc[at].lower_ == "the" else at
        far = stop
        while far < len(doc) - 1 and doc[far].lower_ == "of":
            far = self._object(far + 1)
        for inner in range(start, min(far, at + LONGEST)):
            if inner in self.towns:
                return self.towns[inner].name, self.towns[inner].country, False
        region = self.regions.get(start)
        if region is not None and not region.adjective:
            owns = region.end < len(doc) and doc[region.end].tag_ == "POS"
            if not owns:
                return doc[region.start : region.end].text, region.code, True
        return self._venue(start, stop)

    def _venue(self, start: int, stop: int) -> tuple[str, str | None, bool] | None:
        doc = self.doc
        inside = (self.regions[at].code for at in range(start, stop) if at in self.regions)
        country = next(inside, None)
        proper = [t for t in doc[start:stop] if t.text[:1].isupper() and t.pos_ == "PROPN"]
        if proper and (country or proper[-1].lower_ in terms("venues")):
            return doc[proper[0].i : proper[-1].i + 1].text, country, False
        return None

    def _place_inside(self, mention: Mention) -> None:
        """Take the place from the words before the noun ("Beijing parade")."""
        for at in range(mention.start, mention.head):
            if at in self.bodies:
                continue  # "Shanghai Cooperation Organisation" meets anywhere
            if mention.place is None and at in self.towns:
                mention.place, mention.country = self.towns[at].name, self.towns[at].country


def text_of(doc: Doc, mention: Mention) -> str:
    """Return the words of a mention without the article before it."""
    start = mention.start
    while start < mention.head and (
        doc[start].lower_ in {"the", "a", "an", "this", "that", "any", "each", "every", "upcoming"}
        or doc[start].tag_ == "PRP$"
    ):
        start += 1
    return re.sub(r"\s+", " ", doc[start : mention.end].text).strip(" ,.'\"")
