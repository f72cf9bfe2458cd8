"""Read who is claimed to come, to stay away or to meet, sentence by sentence."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from spacy.tokens import Doc, Span, Token

from timeline.extractors.clauses import Clause, read_clause
from timeline.extractors.cues import Cue, find_cues
from timeline.extractors.lists import Part, chains
from timeline.extractors.occasions import RANK, Mention, Occasion
from timeline.extractors.patterns import terms
from timeline.extractors.statuses import away_of, is_past, is_present, official, status_of
from timeline.extractors.verbs import token_lemma
from timeline.records import ParticipantKind, Role, Status

DOWN = frozenset(
    {"conj", "appos", "compound", "nmod", "dep", "npadvmod", "amod", "flat", "attr", "dobj"}
)
MEMBER_PREPS = frozenset(
    "from of including like as with alongside along between among representing and together by".split()
)
OPENERS = frozenset(
    "include includes included including featuring feature features like namely notably such among are were is was be : – —".split()
)
AWAY = frozenset({Status.ABSENT, Status.DECLINED})
MAX_SENTENCE = 250


@dataclass(slots=True)
class Claim:
    """What one clause says of one participant at one occasion."""

    occasion: Occasion
    part: Part
    status: Status
    observed: bool
    start: int
    end: int
    rule: str
    confidence: float = 0.6
    role: Role | None = None
    quoted: str | None = None
    represented_by: str | None = None


@dataclass(slots=True)
class State:
    """What the sentences before have left open."""

    occasion: Occasion | None = None
    last: tuple[Occasion, Status, bool] | None = None
    open_set: tuple[Occasion, Status, bool] | None = None
    bullets: bool = False
    claims: list[Claim] = field(default_factory=list)


class Reader:
    """Reads the sentences of one article in order."""

    def __init__(self, doc: Doc, parts: Sequence[Part], occasions: Sequence[Occasion]) -> None:
        self.doc = doc
        self.parts = list(parts)
        self.occasions = list(occasions)
        self.state = State()
        self.homes: dict[int, Occasion] = {}
        self.mentions: list[tuple[Mention, Occasion]] = []
        for occasion in occasions:
            for mention in occasion.mentions:
                if not mention.in_title:
                    self.mentions.append((mention, occasion))
                    self.homes[mention.head] = occasion
        self.mentions.sort(key=lambda pair: pair[0].start)
        self.main = main_occasion(occasions)

    def read(self) -> list[Claim]:
        """Return every claim of the text."""
        for sentence in self.doc.sents:
            for at in range(sentence.start, sentence.end, MAX_SENTENCE):
                self._sentence(self.doc[at : min(at + MAX_SENTENCE, sentence.end)])
        return self.state.claims

    def _sentence(self, sentence: Span) -> None:
        inside = [part for part in self.parts if sentence.start <= part.start < sentence.end]
        here = [(m, o) for m, o in self.mentions if sentence.start <= m.head < sentence.end]
        lists = chains(self.doc, inside)
        if self._bullet(sentence, inside):
            return
        self.state.bullets = False
        reader = _Sentence(self, sentence, inside, here, lists)
        claims = reader.claims()
        self.state.claims += claims
        salient = [o for m, o in here if m.strength != "weak" or m.definite]
        if salient:
            self.state.occasion = salient[-1] if self.main not in salient else self.main
        if claims:
            self.state.last = (claims[-1].occasion, claims[-1].status, claims[-1].observed)

    def _bullet(self, sentence: Span, inside: Sequence[Part]) -> bool:
        """Read a line of a list that a sentence before has opened with a colon."""
        if not (self.state.bullets and self.state.open_set):
            return False
        text = sentence.text.strip()
        if not text:
            return True
        is_item = text[0] in "-–—•*·▪●" or not any(
            t.tag_ in {"VBD", "VBZ", "MD", "VBP"} for t in sentence
        )
        if not is_item:
            return False
        occasion, status, observed = self.state.open_set
        for part in inside:
            if part.mention.kind is not ParticipantKind.ORGANIZATION:
                self.state.claims.append(
                    Claim(
                        occasion,
                        part,
                        status,
                        observed,
                        sentence.start,
                        sentence.end,
                        "bullets",
                        0.8,
                    )
                )
        return True


def main_occasion(occasions: Sequence[Occasion]) -> Occasion | None:
    """Return the occasion that the article is about."""
    if not occasions:
        return None

    def weight(occasion: Occasion) -> float:
        title = any(m.in_title for m in occasion.mentions)
        strong = sum(RANK[m.strength] for m in occasion.mentions)
        return (
            strong + 4 * title - 3 * (occasion.family in {"visit", "meeting"}) - 4 * occasion.apart
        )

    return max(occasions, key=weight)


class _Sentence:
    """Reads one sentence."""

    def __init__(
        self,
        reader: Reader,
        span: Span,
        parts: Sequence[Part],
        mentions: Sequence[tuple[Mention, Occasion]],
        lists: Sequence[Sequence[Part]],
    ) -> None:
        self.reader = reader
        self.doc = reader.doc
        self.span = span
        self.parts = parts
        self.mentions = mentions
        self.lists = lists
        self.found: list[Claim] = []

    def claims(self) -> list[Claim]:
        """Return the claims of the sentence, one rule after the other."""
        cues = list(find_cues(self.span))
        for cue in cues:
            self._cue(cue, read_clause(cue.token))
        return self.found

    # -- who -----------------------------------------------------------------

    def under(self, tokens: Sequence[Token]) -> list[Part]:
        """Return the participants that stand in the noun phrases of some tokens."""
        found = [part for part in self.parts if any(self._belongs(part, token) for token in tokens)]
        return self.whole_lists(found)

    def whole_lists(self, found: Sequence[Part]) -> list[Part]:
        """Add the rest of each list of which one member is found."""
        kept = []
        for chain in self.lists:
            if any(part in found for part in chain):
                kept += [part for part in chain if part not in kept]
        return kept

    def _belongs(self, part: Part, top: Token) -> bool:
        token = self.doc[part.start : part.end].root
        for _ in range(10):
            if token.i == top.i:
                return True
            head = token.head
            if head is token:
                return False
            if token.dep_ == "pobj":
                if (
                    head.lower_ not in MEMBER_PREPS
                    or head.lower_ == "of"
                    and head.head.lower_ not in (terms("delegations") | terms("sets"))
                ):
                    return False
                if head.lower_ == "by" and head.head.lower_ not in {"led", "headed"}:
                    return False
            elif token.dep_ == "poss":
                if head.lower_ not in terms("delegations"):
                    return False
            elif token.dep_ not in DOWN | {"prep", "acl", "agent"}:
                return False
            elif token.dep_ == "acl" and token.lower_ not in {
                "led",
                "headed",
                "including",
                "representing",
            }:
                return False
            token = head
        return False

    def is_set(self, tokens: Sequence[Token]) -> bool:
        """Tell whether a subject is a set whose members may be listed elsewhere."""
        return any(
            token.lower_ in terms("sets") or token.lower_ in terms("delegations")
            for token in tokens
        )

    def listed_after(self, at: int) -> list[Part]:
        """Return the list that a word such as "including" opens to the right of a token."""
        for token in self.doc[at : self.span.end]:
            if token.lower_ in OPENERS:
                for chain in self.lists:
                    if chain[0].start > token.i and self._directly(token.i, chain[0].start):
                        return list(chain)
        return []

    def _directly(self, opener: int, start: int) -> bool:
        gap = self.doc[opener + 1 : start]
        return len(gap) <= 8 and all(
            t.pos_ not in {"VERB"}
            and t.tag_ not in {"WDT", "WP", "IN"}
            or t.lower_ in {"from", "as", "of", "be", "among", "like"}
            for t in gap
        )

    # -- which event -----------------------------------------------------------

    def event_of(self, cue: Cue, clause: Clause) -> Occasion | None:
        """Return the occasion that a cue is about: its object, else one near, else the salient one."""
        explicit = self.explicit(cue.token)
        if explicit is not None:
            return explicit
        for verb in clause.governors[:2]:
            explicit = self.explicit(verb)
            if explicit is not None:
                return explicit
        after = [(m, o) for m, o in self.mentions if m.head > cue.token.i]
        if after and after[0][0].head - cue.token.i < 25 and after[0][0].strength != "weak":
            return after[0][1]
        if self.mentions:
            return self.mentions[-1][1]
        return self.reader.state.occasion or self.reader.main

    def explicit(self, verb: Token) -> Occasion | None:
        """Return the occasion that stands under a verb as object or after a preposition."""
        under = {token.i for token in verb.subtree if token.i > verb.i}
        for mention, occasion in self.mentions:
            if mention.head in under:
                return occasion
        return None

    # -- cues ------------------------------------------------------------------

    def _cue(self, cue: Cue, clause: Clause) -> None:
        if cue.kind in {"attend", "present", "act", "travel"}:
            self._coming(cue, clause)
        elif cue.kind in {"skip", "pull", "absent"}:
            self._away(cue, clause)
        elif cue.kind == "invite":
            self._invite(cue, clause)

    def _coming(self, cue: Cue, clause: Clause) -> None:
        occasion = (
            self.explicit(cue.token)
            if cue.kind in {"act", "travel"}
            else self.event_of(cue, clause)
        )
        if occasion is None:
            return
        status, observed = status_of(clause)
        if status is None:
            return
        if status is Status.ATTENDED and is_present(clause) and self._is_ahead(occasion):
            status, observed = Status.EXPECTED, False
        if status is Status.EXPECTED and self._official(clause):
            status = Status.CONFIRMED
        if status is Status.ABSENT and "invit" in self.span.text and "declin" in self.span.text:
            status = Status.DECLINED
        self._say(cue, clause, occasion, status, observed)

    def _away(self, cue: Cue, clause: Clause) -> None:
        occasion = self.event_of(cue, clause)
        if occasion is None:
            return
        status, observed = away_of(clause)
        if status is not None:
            self._say(cue, clause, occasion, status, observed)

    def _invite(self, cue: Cue, clause: Clause) -> None:
        occasion = self.event_of(cue, clause)
        if occasion is None:
            return
        passive = any(child.dep_ in {"auxpass", "nsubjpass"} for child in cue.token.children)
        tokens = (
            clause.subjects
            if passive
            else [child for child in cue.token.children if child.dep_ in {"dobj", "dative"}]
        )
        negative = " not " in f" {clause.words} "
        status = Status.ABSENT if negative else Status.INVITED
        for part in self.under(tokens):
            self._add(occasion, part, status, False, cue, "invited")

    def _is_ahead(self, occasion: Occasion) -> bool:
        del occasion
        return True

    def _official(self, clause: Clause) -> bool:
        if official(clause.speakers):
            return True
        words = self.span.text.lower()
        if "according to" in words:
            after = self.doc[self.span.start : self.span.end]
            for token in after:
                if token.lower_ == "according" and token.i + 2 < self.span.end:
                    return official([self.doc[min(token.i + 3, self.span.end - 1)]])
        return False

    def _say(
        self, cue: Cue, clause: Clause, occasion: Occasion, status: Status, observed: bool
    ) -> None:
        people = self.under(clause.subjects)
        rule = f"{cue.kind}-subject"
        if not people and (self.is_set(clause.subjects) or not clause.subjects):
            people = self.listed_after(cue.token.i)
            rule = f"{cue.kind}-list"
            self.reader.state.open_set = (occasion, status, observed)
            self.reader.state.bullets = self.span.text.rstrip().endswith(":")
        for part in people:
            self._add(occasion, part, status, observed, cue, rule)

    def _add(
        self, occasion: Occasion, part: Part, status: Status, observed: bool, cue: Cue, rule: str
    ) -> None:
        self.found.append(
            Claim(occasion, part, status, observed, self.span.start, self.span.end, rule)
        )
