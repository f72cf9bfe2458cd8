"""Meetings and journeys, which a verb tells of as often as a noun."""

from collections.abc import Sequence

from spacy.tokens import Doc, Span, Token

from timeline.extractors.attending.sentence import Sentence, State
from timeline.extractors.clauses import read_clause
from timeline.extractors.gazetteer import Region, Town
from timeline.extractors.lists import Part, chains, pronoun
from timeline.extractors.occasions import YEAR, Mention
from timeline.extractors.patterns import words
from timeline.extractors.statuses import FUTURE, is_past
from timeline.extractors.verbs import token_lemma
from timeline.knowledge import countries
from timeline.records import EventKind, ParticipantKind

MEETING_NOUNS = words("meeting nouns")
HOLDING = words("holding")
NOT_IN_PERSON = words("not in person")
JOURNEYS = words("journeys")
JOURNEY_NOUNS = frozenset({"visit", "trip", "tour", "visits", "stopover", "stay"})
# Verbs of meeting, and the word that must stand by them.
MEETING_VERBS = {
    "meet": "",
    "huddle": "",
    "confer": "",
    "shake": "hands",
    "sit": "down",
    "sign": "",
}
MAX_PARTIES = 6
MAX_COUNTRIES = 40


def sentences(doc: Doc, parts: Sequence[Part], limit: int) -> list[Sentence]:
    """Cut a text into sentences with their participants, none longer than ``limit`` tokens."""
    found = []
    at = 0
    for span in doc.sents:
        for start in range(span.start, span.end, limit):
            piece: Span = doc[start : min(start + limit, span.end)]
            while at < len(parts) and parts[at].start < piece.start:
                at += 1
            stop = at
            while stop < len(parts) and parts[stop].start < piece.end:
                stop += 1
            inside = [part for part in parts[at:stop] if part.end <= piece.end]
            found.append(Sentence(piece, inside, chains(doc, inside), [], State(), None))
    return found


class Encounters:
    """Adds people to the nouns that mean a meeting or a visit, and reads the verbs that do."""

    def __init__(self, doc: Doc, regions: Sequence[Region], towns: Sequence[Town]) -> None:
        self.doc = doc
        self.regions = {
            r.start: r
            for r in regions
            if not r.adjective or (r.end < len(doc) and doc[r.end].lower_ in {"capital", "city"})
        }
        self.towns = {t.start: t for t in towns}

    def read(self, sentence: Sentence, nouns: Sequence[Mention]) -> list[Mention]:
        """Return the mentions of a sentence, with those that verbs make added."""
        found: list[Mention] = []
        used: set[int] = set()
        for noun in nouns:
            made = self._noun(sentence, noun)
            used |= {m.head for m in made if m.people}
            found += made
        for token in sentence.span:
            if token.pos_ not in {"VERB", "AUX"} and token.tag_[:2] != "VB":
                continue
            if not self._for_more(token, nouns):
                found += self._meets(sentence, token)
            found += self._travels(sentence, token)
        return found

    # nouns --------------------------------------------------------------------

    def _noun(self, sentence: Sentence, noun: Mention) -> list[Mention]:
        head = self.doc[noun.head]
        if noun.kind is EventKind.VISIT:
            visitors = self._visitors(sentence, head)
            noun.people = tuple(visitors)
            self._destination(noun, head)
            return [noun]
        if head.lower_ not in MEETING_NOUNS or self._remote(head):
            return [noun]
        if noun.kind is EventKind.SUMMIT and self._of_a_body(sentence, noun):
            return [noun]
        groups = self._parties(sentence, head, noun)
        if not groups or (noun.kind is EventKind.SUMMIT and len(groups[0]) > 2):
            return [noun]
        return [self._with(noun, people) for people in groups]

    def _of_a_body(self, sentence: Sentence, noun: Mention) -> bool:
        """Tell whether a summit bears a name that is not that of those who meet."""
        known = {w.lower() for p in sentence.parts for w in p.mention.name.split()}
        known |= {t.lower_ for p in sentence.parts for t in self.doc[p.start : p.end]}
        return bool(noun.names - known)

    def _with(self, noun: Mention, people: Sequence[Part]) -> Mention:
        made = Mention(
            start=noun.start,
            end=noun.end,
            head=noun.head,
            kind=noun.kind,
            strength="strong",
            word=noun.word,
            year=noun.year,
            place=noun.place,
            country=noun.country,
            apart=False,
            ahead=_ahead(_governor(self.doc[noun.head])),
            definite=noun.definite,
            people=tuple(people),
        )
        if made.kind is EventKind.TALKS and all(
            p.mention.kind is ParticipantKind.PERSON for p in people
        ):
            made.kind = EventKind.MEETING
        return made

    def _parties(self, sentence: Sentence, head: Token, noun: Mention) -> list[list[Part]]:
        """Return who meets: one group, or one for each counterpart where the noun is plural."""
        inside = [
            p
            for p in sentence.parts
            if noun.start <= p.start and p.end <= noun.head and not _owner(self.doc, p)
        ]
        if len(_distinct(inside)) == 2:
            return [inside]
        between = self._objects(sentence, head, {"between", "of"}) or self._objects(
            sentence, head.head, {"between"}
        )
        if len(_distinct(between)) >= 2:
            return [between]
        others = self._objects(sentence, head, {"with"})
        head = self._in_round(head)
        verb = (
            head.head
            if head.dep_ in {"dobj", "nsubjpass"}
            else head.head.head
            if head.dep_ == "pobj"
            else None
        )
        if not others and verb is not None and head.dep_ == "dobj":
            others = self._objects(sentence, verb, {"with"})
        owners = self._owners(sentence, head)
        if not owners and verb is not None:
            owners = sentence.under(read_clause(verb).subjects)
        if (
            not others
            and len(_distinct(owners)) == 2
            and noun.kind is not EventKind.SUMMIT
            and (
                head.head.lower_ == "for"
                or (verb is not None and token_lemma(verb) in HOLDING)
                or _their(head)
            )
        ):
            return [owners]
        owners = [p for p in owners if p.mention.name not in {o.mention.name for o in others}]
        if not others or not owners:
            return []
        if (
            head.lower_.endswith("ings")
            and len(_distinct(others)) > 1
            and len(_distinct(owners)) == 1
        ):
            return [[owners[0], other] for other in _distinct(others)]
        return [[*owners, *others]]

    def _owners(self, sentence: Sentence, head: Token) -> list[Part]:
        tops = [child for child in head.children if child.dep_ == "poss"]
        return [p for p in sentence.parts if any(p.start <= top.i < p.end for top in tops)]

    def _objects(self, sentence: Sentence, token: Token, preps: set[str]) -> list[Part]:
        tops = [
            grand
            for child in token.children
            if child.lower_ in preps and child.dep_ in {"prep", "agent"}
            for grand in child.children
            if grand.dep_ == "pobj"
        ]
        return _parties(sentence.under(tops))

    def _for_more(self, verb: Token, nouns: Sequence[Mention]) -> bool:
        """Tell whether people meet for a summit or a conference, which is then what they attend."""
        held = {
            noun.head for noun in nouns if noun.kind in {EventKind.SUMMIT, EventKind.CONFERENCE}
        }
        return any(
            grand.i in held
            for child in verb.children
            if child.lower_ == "for"
            for grand in child.children
        )

    def _bodies(self, sentence: Sentence, verb: Token) -> list[Part]:
        """Return the bodies or companies that somebody meets."""
        tops = [c for c in verb.children if c.dep_ == "dobj"]
        tops += [g for c in verb.children if c.lower_ == "with" for g in c.children]
        kinds = {ParticipantKind.ORGANIZATION, ParticipantKind.GROUP}
        return [p for p in sentence.under(tops) if p.mention.kind in kinds]

    def _remote(self, token: Token) -> bool:
        near = {t.lower_ for t in self.doc[max(0, token.i - 3) : token.i + 6]}
        return bool(near & NOT_IN_PERSON)

    # verbs --------------------------------------------------------------------

    def _in_round(self, head: Token) -> Token:
        """Return the noun that stands for the talks in "a new round of talks"."""
        if (
            head.dep_ == "pobj"
            and head.head.lower_ == "of"
            and head.head.head.lower_ in {"round", "rounds", "series", "day", "days"}
        ):
            return head.head.head
        return head

    def _meets(self, sentence: Sentence, verb: Token) -> list[Mention]:
        """Read "A met B", "A and B shook hands", "signed between A and B"."""
        word = token_lemma(verb)
        needed = MEETING_VERBS.get(word)
        if needed is None or self._remote(verb):
            return []
        if needed and not any(child.lower_ == needed for child in verb.children):
            return []
        if word == "sign":
            people = _distinct(_persons(self._objects(sentence, verb, {"between"})))
        else:
            people = self._sides(sentence, verb)
        limit = MAX_COUNTRIES if not _persons(people) else MAX_PARTIES
        if not 2 <= len(people) <= limit:
            return []
        made = Mention(
            start=verb.i,
            end=verb.i + 1,
            head=verb.i,
            kind=EventKind.CEREMONY if word == "sign" else EventKind.MEETING,
            strength="strong",
            word="meeting",
            ahead=_ahead(verb),
            people=tuple(people),
            verbal=True,
        )
        self._destination(made, verb)
        if made.place is None:
            self._nearby(made, verb, sentence.span.end)
        return [made]

    def _nearby(self, mention: Mention, verb: Token, end: int) -> None:
        """Take the place behind "in" before the next verb, which the parse may tie to a name."""
        for token in self.doc[verb.i + 1 : end]:
            if token.pos_ in {"VERB", "AUX"}:
                return
            if token.lower_ in {"in", "at"} and token.i + 1 < end:
                self._at(mention, token.i + 1, min(token.i + 4, end))

    def _sides(self, sentence: Sentence, verb: Token) -> list[Part]:
        """Return who meets: the subject, and whoever is met or met with."""
        first = _parties(sentence.under(read_clause(verb).subjects))
        second = _parties(sentence.under(c for c in verb.children if c.dep_ == "dobj"))
        second = second or self._objects(sentence, verb, {"with"})
        if not second and _persons(first):
            second = self._bodies(sentence, verb)
        others = {part.mention.name for part in second}
        first = [part for part in first if part.mention.name not in others]
        return _distinct([*first, *second]) if first else []

    def _travels(self, sentence: Sentence, verb: Token) -> list[Mention]:
        word = token_lemma(verb)
        if word not in JOURNEYS:
            return []
        made = Mention(
            start=verb.i,
            end=verb.i + 1,
            head=verb.i,
            kind=EventKind.VISIT,
            strength="weak",
            word=word,
            verbal=True,
        )
        if word in {"visit", "tour"}:
            for child in verb.children:
                if child.dep_ == "dobj":
                    self._at(made, child.left_edge.i, child.i + 1)
        else:
            self._destination(made, verb)
        if made.place is None:
            return []
        people = [
            p
            for p in sentence.under(read_clause(verb).subjects)
            if p.mention.kind is ParticipantKind.PERSON
        ]
        if not people or len(people) > MAX_PARTIES:
            return []
        made.people = tuple(people)
        return [made]

    # places -------------------------------------------------------------------

    def _destination(self, mention: Mention, token: Token) -> None:
        for child in token.children:
            if child.dep_ == "prep" and child.lower_ in {"to", "in", "at", "for", "into", "during"}:
                for grand in child.children:
                    if grand.dep_ == "pobj":
                        self._at(mention, grand.left_edge.i, grand.right_edge.i + 1)
                        if mention.year is None and YEAR.fullmatch(grand.text):
                            mention.year = grand.text

    def _at(self, mention: Mention, start: int, end: int) -> None:
        for at in range(start, min(end, start + 20)):
            if at in self.towns and mention.place is None:
                mention.place, mention.country = self.towns[at].name, self.towns[at].country
            elif at in self.regions and mention.place is None:
                region = self.regions[at]
                mention.place, mention.country = _named(self.doc, region), region.code
                mention.place_is_country = True

    def _visitors(self, sentence: Sentence, head: Token) -> list[Part]:
        owners = self._owners(sentence, head) or self._objects(sentence, head, {"by", "of"})
        if owners:
            return [p for p in owners if p.mention.kind is ParticipantKind.PERSON]
        token = head
        if head.dep_ == "pobj" and head.head.lower_ in {"on", "for", "during"}:
            token = head.head.head
            if token.pos_ in {"PROPN", "NOUN"}:
                return [
                    p for p in sentence.under([token]) if p.mention.kind is ParticipantKind.PERSON
                ]
        elif head.dep_ == "dobj":
            token = head.head
        if token.pos_ not in {"VERB", "AUX"} or token_lemma(token) not in {
            "make",
            "pay",
            "begin",
            "start",
            "be",
            "arrive",
            "undertake",
            "cancel",
            "postpone",
            "plan",
            "conclude",
            "wrap",
            "embark",
        }:
            return []
        subjects = read_clause(token).subjects
        return [p for p in sentence.under(subjects) if p.mention.kind is ParticipantKind.PERSON]


def _named(doc: Doc, region: Region) -> str:
    """Return a country's name as the text has it, or its own name for "the Ghanaian capital"."""
    if region.adjective:
        return countries.country_name(region.code)
    return doc[region.start : region.end].text


def _their(head: Token) -> bool:
    return any(child.lower_ == "their" for child in head.children)


def _owner(doc: Doc, part: Part) -> bool:
    return (part.end < len(doc) and doc[part.end].tag_ == "POS") or pronoun(doc, part)


def _parties(parts: Sequence[Part]) -> list[Part]:
    kinds = {ParticipantKind.PERSON, ParticipantKind.COUNTRY}
    return [p for p in parts if p.mention.kind in kinds or p.mention.name.endswith("counterparts")]


def _governor(token: Token) -> Token | None:
    """Return the verb nearest above a noun."""
    for above in token.ancestors:
        if above.pos_ in {"VERB", "AUX"}:
            return above
    return None


def _ahead(verb: Token | None) -> bool | None:
    """Tell whether a verb speaks of what is to come; None where its tense does not say."""
    if verb is None:
        return None
    clause = read_clause(verb)
    if FUTURE.search(clause.words.rsplit("|", 1)[-1]):
        return True
    return False if is_past(clause) else None


def _persons(parts: Sequence[Part]) -> list[Part]:
    return [p for p in parts if p.mention.kind is ParticipantKind.PERSON]


def _distinct(parts: Sequence[Part]) -> list[Part]:
    found: dict[str, Part] = {}
    for part in parts:
        found.setdefault(part.mention.name, part)
    return list(found.values())
