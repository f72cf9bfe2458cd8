"""Find the people whom a text names, and lead short forms back to the full name."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from timeline.extractors.gazetteer import Region
from timeline.extractors.patterns import terms, words

PARTICLES = words("particles")
CALENDAR = words("calendar")
# A run of capitals with one of these words is a body or an occasion, not a person.
IMPERSONAL = words("impersonal")
NAME_TAGS = words("name tags")
MAX_NAME = 7
NEAR = 30  # tokens in which a pronoun speaks of a name
LONGEST_TITLE = 14  # tokens
LINKS = frozenset({"the", "and", "of", "for", "'s", "-", ","})
SHORT_TITLE = 3  # letters of titles that are also names


@dataclass(slots=True)
class Name:
    """A place where a person is named; ``left`` is where the title before the name begins."""

    start: int
    end: int
    left: int
    text: str
    offices: frozenset[str]
    country: str | None = None
    full: str = ""


def office_heads() -> frozenset[str]:
    """Return the words that are an office by themselves."""
    return terms("offices", part="head") | terms("offices", part="relation")


def royal() -> frozenset[str]:
    """Return the titles that stay part of a name where only one more word follows."""
    return terms("royal")


def is_office(token: Token) -> bool:
    """Tell whether a word is part of a title; short names of bodies ("UN") only in capitals."""
    if token.lower_ in {"us", "uk", "eu", "un"} and not token.text.isupper():
        return False
    if token.text[0].isupper() and token.lower_ in terms("offices", part="relation"):
        return False  # "Son" is a name, "son" is not
    return token.lower_ in terms("offices")


class People:
    """The names of one text, gathered in two passes: full names first, then short ones."""

    def __init__(self, doc: Doc, regions: dict[int, Region]) -> None:
        self.doc = doc
        self.regions = regions
        self.taken: dict[int, Name] = {}
        self.names: list[Name] = []

    def read(self, heading: Sequence[str]) -> list[Name]:
        """Return every place where a person is named, in order; ``heading`` has further full names."""
        self._from_titles()
        self._from_entities()
        self._from_possessors()
        known = {content_words(name.text)[-1] for name in self.names if " " in name.text}
        titled = [
            Name(-1, -1, -1, text, frozenset())
            for text in heading
            if content_words(text)[-1] not in known
        ]
        self._short_forms([*self.names, *titled])
        self.names.sort(key=lambda name: name.start)
        link([*self.names, *titled])
        return [name for name in self.names if name.full]

    def _from_titles(self) -> None:
        for token in self.doc[:-1]:
            if token.lower_ not in office_heads() or token.lower_.startswith("the"):
                continue
            start = self._past_country(token.i + 1)
            end = self._run(start)
            if end > start:
                self._add(start, end)
            elif self.doc[start].lower_ in {"of", "for"}:
                self._behind_office(start)

    def _past_country(self, at: int) -> int:
        """Step over "of the Republic of Kenya" between an office and a name."""
        doc, start = self.doc, at
        while at < len(doc) - 1 and at - start < 8:
            if at in self.regions:
                at = self.regions[at].end
            elif doc[at].lower_ == "to" and doc[at + 1].text[0].isupper():
                return self.regions[at + 1].end if at + 1 in self.regions else at + 2
            elif doc[at].lower_ in {"of", "the", "republic", "kingdom", "state", "federation"}:
                at += 1
            else:
                break
        return (
            at
            if (at > start and at - 1 in self.regions) or doc[at - 1].lower_ == "federation"
            else start
        )

    def _behind_office(self, at: int) -> None:
        """Read the name in "Minister of Foreign Affairs, A B"."""
        doc = self.doc
        while at < len(doc) - 2 and (
            doc[at].text[0].isupper() or doc[at].lower_ in {"of", "for", "and", "the"}
        ):
            at += 1
        if at < len(doc) - 2 and doc[at].text == ",":
            end = self._run(at + 1)
            if end - at > 2:
                self._add(at + 1, end)

    def _from_entities(self) -> None:
        for entity in self.doc.ents:
            if entity.label_ != "PERSON" and not self._mislabelled(entity):
                continue
            start = entity.start
            while start < entity.end:
                if not self._name_like(start, first=True):
                    start += 1
                    continue
                end = self._run(start)
                end = max(end, start + 1)
                while (
                    start > 0
                    and self._name_like(start - 1, first=True)
                    and self.doc[start - 1].tag_ == "NNP"
                    and self.doc[start - 1].dep_ == "compound"
                    and not self.doc[start].is_sent_start
                    and start - 1 not in self.taken
                ):
                    start -= 1
                self._add(start, end)
                start = end

    def _mislabelled(self, entity: Span) -> bool:
        """Tell whether two capitalised words taken for a body are a person: "he" or "she" follows."""
        named = entity.label_ in {"ORG", "GPE"} and len(entity) == 2
        if not named or not all(t.text.istitle() and t.tag_ == "NNP" for t in entity):
            return False
        after = self.doc[entity.end : entity.end + NEAR]
        return any(token.lower_ in {"he", "she", "his", "her"} for token in after)

    def _from_possessors(self) -> None:
        """Read "Finland's A B", where the model has seen no person."""
        doc = self.doc
        for region in {region.start: region for region in self.regions.values()}.values():
            at = region.end
            if at + 2 < len(doc) and doc[at].tag_ == "POS":
                end = self._run(at + 1)
                if end - at > 2 and doc[at + 1].pos_ == "PROPN":
                    self._add(at + 1, end)

    def _name_like(self, at: int, *, first: bool) -> bool:
        """Tell whether a word may be part of a name."""
        if not 0 <= at < len(self.doc) or at in self.regions:
            return False
        token = self.doc[at]
        if token.lower_ in IMPERSONAL or token.like_num or not token.text[0].isalpha():
            return False
        if token.lower_ in CALENDAR and token.ent_type_ != "PERSON":
            return False  # "Thursday"; but Jan and May are names too
        if is_office(token) and not self._keeps_title(at, first=first):
            return False
        if not first and token.lower_ in PARTICLES:
            return True
        proper = token.tag_ in {"NNP", "NNPS"} or not token.is_stop
        return token.tag_ in NAME_TAGS and token.text[0].isupper() and proper

    def _keeps_title(self, at: int, *, first: bool) -> bool:
        """Tell whether a word for an office is part of a name here ("King", or a short name)."""
        token = self.doc[at]
        crowned = token.lower_ in royal() and token.text[0].isupper()
        return crowned or (not first and self._ends_name(at))

    def _ends_name(self, at: int) -> bool:
        """Tell whether what could be a short title ("Sen") has no name behind it."""
        token = self.doc[at]
        follower = self.doc[at + 1] if at + 1 < len(self.doc) else None
        short = len(token) <= SHORT_TITLE and token.text.isalpha() and token.text.istitle()
        return short and not (follower is not None and follower.text[:1].isupper())

    def _run(self, start: int) -> int:
        """Return where the run of name words that begins at ``start`` ends."""
        doc, at = self.doc, start
        if (
            at + 1 < len(doc)
            and doc[at].text.isalpha()
            and doc[at].is_lower
            and len(doc[at]) <= 4
            and not doc[at].is_stop
            and doc[at].tag_ not in {"VBD", "VBZ", "VBP", "MD", "IN", "CC"}
            and at > 0
            and doc[at - 1].text[0].isupper()
            and is_office(doc[at - 1])
            and self._name_like(at + 1, first=True)
        ):
            at += 1  # a slip such as "President ama Boateng"
        while at < len(doc) and at - start < 2 * MAX_NAME:
            token = doc[at]
            if at > start and token.is_sent_start:
                break
            if (
                at > start
                and token.text == "-"
                and self._joined(at)
                and doc[at + 1].text[:1].isalpha()
            ):
                at += 2
                continue
            if not self._name_like(at, first=at == start):
                if self._prefix(at):
                    at += 2
                    continue
                break
            at += 1
        while at > start and (doc[at - 1].lower_ in PARTICLES or doc[at - 1].is_punct):
            at -= 1
        words = {token.lower_ for token in doc[start:at]}
        return start if words & IMPERSONAL else at

    def _prefix(self, at: int) -> bool:
        """Tell whether a name such as ``al-Amin`` begins here."""
        doc = self.doc
        return (
            at + 2 < len(doc)
            and doc[at].lower_ in {"al", "el", "ul", "as", "ash", "an", "ad", "ben"}
            and doc[at + 1].text == "-"
            and doc[at + 2].text[0].isupper()
        )

    def _joined(self, at: int) -> bool:
        doc = self.doc
        return 0 < at < len(doc) - 1 and not doc[at - 1].whitespace_ and not doc[at].whitespace_

    def _add(self, start: int, end: int) -> None:
        doc = self.doc
        while start < end and doc[start].lower_ in royal() and end - start > 2:
            start += 1
        if start >= end or any(at in self.taken for at in range(start, end)):
            return
        if (
            end - start == 1
            and start
            and doc[start - 1].lower_ in royal()
            and doc[start - 1].text[0].isupper()
        ):
            start -= 1
        left, offices, country = self.title_before(start)
        country = country or self.country_after(end)
        text = re.sub(r"\s+", " ", doc[start:end].text).strip(" .,'\"")
        if not text or self._qualifies(start, end):
            return
        name = Name(start, end, left, text, offices, country)
        self.names.append(name)
        for at in range(start, end):
            self.taken[at] = name

    def _qualifies(self, start: int, end: int) -> bool:
        """Tell whether a single word only qualifies the noun behind it ("Presidential candidate")."""
        token = self.doc[start]
        return (
            end - start == 1
            and end < len(self.doc)
            and self.doc[end].pos_ == "NOUN"
            and self.doc[end].is_lower
            and token.ent_type_ != "PERSON"
        )

    def title_before(self, start: int) -> tuple[int, frozenset[str], str | None]:
        """Read the title before a name: where it begins, its words, the country in it."""
        doc, at = self.doc, start
        offices: set[str] = set()
        country: str | None = None
        if at > 1 and doc[at - 1].text == "," and doc[at - 2].lower_ in office_heads():
            at -= 1
        limit = max(0, start - LONGEST_TITLE)
        while at > limit and not doc[at].is_sent_start:
            token = doc[at - 1]
            if token.i in self.regions:
                region = self.regions[token.i]
                country = country or region.code
                at = region.start
            elif self._in_title(token, at, offices):
                offices.add(token.lower_)
                at -= 1
            elif self._before_title(token, at, offices):
                at -= 1
            else:
                break
        while at < start and doc[at].lower_ in LINKS:
            at += 1
        return at, frozenset(offices), country

    def _in_title(self, token: Token, at: int, offices: set[str]) -> bool:
        """Tell whether a word belongs to the title that ends at a token."""
        if not is_office(token):
            return False
        if token.lower_ == "and":
            return bool(offices) and self._title_goes_on(token.i)
        if token.lower_ == "the":
            return bool(offices) and self.doc[at].lower_ in terms("offices")
        return bool(offices) or token.lower_ not in LINKS

    def _before_title(self, token: Token, at: int, offices: set[str]) -> bool:
        """Tell whether a word qualifies a title: whose it is, of what body, of what kind."""
        following = self.doc[at]
        if token.lower_ in {"'s", "'"}:
            return token.i - 1 in self.regions
        if token.text == "-":
            return bool(offices)
        if following.lower_ in office_heads():
            return token.pos_ in {"PROPN", "NOUN", "ADJ"}
        both = token.pos_ == "PROPN" and following.pos_ == "PROPN"
        return bool(offices) and both and token.text[0].isupper()

    def _title_goes_on(self, at: int) -> bool:
        """Tell whether "and" joins two offices of one person rather than two people."""
        before = self.doc[at - 1] if at else None
        return before is not None and is_office(before) and before.i not in self.taken

    def country_after(self, end: int) -> str | None:
        """Read the country from an apposition such as ", the leader of North Korea,"."""
        doc = self.doc
        if end >= len(doc) or doc[end].text not in {",", "(", "-", "–", "of"}:
            return None
        seen_office = doc[end].text == "of"
        found: str | None = None
        for token in doc[end + 1 : end + 10]:
            if (
                token.is_sent_start
                or token.text in {",", ")", ";"}
                or token.pos_ in {"VERB", "AUX"}
            ):
                break
            if token.i in self.taken:
                return None
            seen_office = seen_office or token.lower_ in office_heads()
            if token.i in self.regions:
                found = found or self.regions[token.i].code
        return found if seen_office else None

    def _short_forms(self, names: Sequence[Name]) -> None:
        """Find the single words that stand for somebody whom the text names in full."""
        keys: set[str] = set()
        for name in names:
            parts = content_words(name.text)
            if len(parts) >= 2:
                keys |= {parts[0], parts[-1]}
        for token in self.doc:
            if token.i in self.taken or token.i in self.regions or not token.text[0].isupper():
                continue
            if token.lower_ in keys and token.tag_ in NAME_TAGS and self._ends_here(token.i, keys):
                self._add(token.i, token.i + 1)

    def _ends_here(self, at: int, keys: set[str]) -> bool:
        """Tell whether a word is no half of a hyphenated one, unless both halves are names."""
        if not self._joined(at + 1) or self.doc[at + 1].text != "-":
            return True
        return at + 2 < len(self.doc) and self.doc[at + 2].lower_ in keys


def content_words(text: str) -> list[str]:
    """Return the words of a name without titles, in lower case."""
    words = [word.strip("'\".,-") for word in re.split(r"[\s]+", text.lower())]
    titles = terms("offices") - {"us", "uk", "eu", "un"}
    kept = [word for word in words if word and word not in titles]
    return kept or [word for word in words if word]


def same_person(short: list[str], full: list[str]) -> bool:
    """Tell whether two full names are one person's: all words of the shorter are in the longer."""
    if len(short) < 2 or len(full) < 2:
        return False
    joined, other = [re.sub(r"[-'. ]", "", "".join(words)) for words in (short, full)]
    return joined == other or (
        set(short) <= set(full) and short[-1] in {full[-1], full[0], *full[1:]}
    )


def link(names: list[Name]) -> None:
    """Give each name the fullest form that the text has for that person."""
    clusters: list[list[Name]] = []
    for name in sorted(names, key=lambda name: (-len(content_words(name.text)), name.start)):
        words = content_words(name.text)
        if len(words) < 2:
            continue
        home = next(
            (some for some in clusters if same_person(words, content_words(some[0].text))), None
        )
        if home is None:
            clusters.append([name])
        else:
            home.append(name)
    for cluster in clusters:
        best = max(
            cluster,
            key=lambda name: (len(content_words(name.text)), _cased(name.text), -name.start),
        )
        for name in cluster:
            name.full = best.text
    _link_short(names, clusters)


def _cased(text: str) -> int:
    return sum(word[:1].isupper() for word in text.split()) - sum(
        word.isupper() and len(word) > 3 for word in text.split()
    )


def _link_short(names: list[Name], clusters: list[list[Name]]) -> None:
    by_word: dict[str, list[list[Name]]] = defaultdict(list)
    for cluster in clusters:
        cluster.sort(key=lambda name: name.start)
        words = content_words(cluster[0].full)
        for word in {words[-1], words[0]} | {words[-1].split("-")[0]}:
            by_word[word].append(cluster)
    counts: dict[str, int] = defaultdict(int)
    for name in names:
        counts[name.text.lower()] += 1
    for name in names:
        words = content_words(name.text)
        if name.full or len(words) != 1:
            continue
        homes = by_word.get(words[0], [])
        if homes:
            name.full = min(homes, key=lambda home: _distance(name, home))[0].full
        elif (
            name.offices
            or name.country
            or name.text.split()[0].lower() in royal()
            or counts[name.text.lower()] >= 2
        ):
            name.full = name.text


def _distance(name: Name, home: list[Name]) -> tuple[int, int, int]:
    """Rank the people whom a short form may mean: same office or country, then the first named."""
    offices = {office for one in home for office in one.offices} & office_heads()
    spouse = offices & {"lady", "wife", "husband", "son", "daughter", "sister", "brother"}
    agrees = bool(name.offices & offices) or bool(
        name.country and name.country in {one.country for one in home}
    )
    return (0 if agrees else 1, 1 if spouse else 0, home[0].start)
