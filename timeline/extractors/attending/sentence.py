"""One sentence with its participants and occasions, and the two questions asked of it: who, which."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from spacy.tokens import Doc, Span, Token

from timeline.extractors.attending.claims import (
    AWAY,
    COMING,
    Claim,
    Verdict,
    confidence_of,
)
from timeline.extractors.clauses import Clause
from timeline.extractors.lists import Part, pronoun
from timeline.extractors.occasions import Mention, Occasion
from timeline.extractors.patterns import terms, words
from timeline.extractors.people import office_heads
from timeline.records import ParticipantKind, Role, Status

DOWN = words("down")
# Prepositions that lead from a noun to its members or companions.
MEMBER_PREPS = words("member preps")
LED = words("led")
OPENERS = words("openers")
LIGHT = words("light")


@dataclass(slots=True)
class State:
    """What the sentences before have left open.

    Attributes:
        occasion: the one spoken of last.
        opened: the occasion and verdict of a set whose members may follow.
        visit: the journey spoken of last.
        topic: the countries or bodies that were the subject of the last sentence.
        members: the countries last listed as members of a body.
        told: the claims so far.
        former: occasions that are only told of as earlier ones.
        bullets: True while the lines of a list opened with a colon may follow.
    """

    occasion: Occasion | None = None
    opened: tuple[Occasion, Verdict] | None = None
    bullets: bool = False
    visit: Occasion | None = None
    topic: list[Part] = field(default_factory=list)
    members: list[Part] = field(default_factory=list)
    told: list[Claim] = field(default_factory=list)
    former: list[Occasion] = field(default_factory=list)


class Sentence:
    """A sentence as the frames see it."""

    def __init__(
        self,
        span: Span,
        parts: Sequence[Part],
        lists: Sequence[Sequence[Part]],
        mentions: Sequence[tuple[Mention, Occasion]],
        state: State,
        main: Occasion | None,
    ) -> None:
        self.span = span
        self.doc: Doc = span.doc
        self.parts = parts
        self.lists = lists
        self.mentions = mentions
        self.state = state
        self.main = main

    # who ----------------------------------------------------------------------

    def under(self, tokens: Iterable[Token]) -> list[Part]:
        """Return the participants in the noun phrases of some tokens, with the lists they are in."""
        tops = {token.i for token in tokens}
        found = [part for part in self.parts if tops and self._belongs(part, tops)]
        return self.whole_lists(found)

    def people(self, clause: Clause) -> list[Part]:
        """Return the participants that are the subject of a clause, "they" and "it" led back."""
        found = self.under(clause.subjects)
        if found or not clause.subjects:
            return found
        if any(_takes_up(token) for token in clause.subjects):
            return self.under(clause.speakers) or self.state.topic
        return found

    def earlier(self, occasion: Occasion) -> Occasion:
        """Return the former occasions of the same kind, made where the text has not named them."""
        for other in self.state.former:
            if other.kind is occasion.kind:
                return other
        made = Occasion(kind=occasion.kind, apart=True, names=set(occasion.names))
        made.mentions = [replace(m, apart=True) for m, o in self.mentions if o is occasion][:1]
        self.state.former.append(made)
        return made

    def company(self, occasion: Occasion) -> list[Part]:
        """Return those who were told to come to another occasion just before."""
        told = self.state.told
        counts = Counter(id(c.occasion) for c in told if not c.occasion.people)
        if not counts or counts.most_common(1)[0][0] == id(occasion):
            return []
        last = next(c.occasion for c in told if id(c.occasion) == counts.most_common(1)[0][0])
        found: dict[str, Part] = {}
        for claim in told:
            if claim.occasion is last and claim.status in COMING | {Status.ATTENDED}:
                found.setdefault(claim.part.mention.name, claim.part)
        gone = {c.part.mention.name for c in told if c.occasion is last and c.status in AWAY}
        return [part for name, part in found.items() if name not in gone]

    def whole_lists(self, found: Sequence[Part]) -> list[Part]:
        """Add the rest of each list from its first found member on."""
        kept: list[Part] = []
        for chain in self.lists:
            inside = [at for at, part in enumerate(chain) if part in found]
            if not inside:
                continue
            first = inside[0]
            while (
                first > 0
                and not self._other_case(chain[first - 1])
                and not self._other_case(chain[0])
            ):
                first -= 1
            kept += [part for part in chain[first:] if part not in kept]
        return kept

    def _other_case(self, part: Part) -> bool:
        """Tell whether a preposition that leads to no member stands before a participant."""
        root = self.doc[part.start : part.end].root
        return (root.dep_ == "pobj" and root.head.lower_ not in MEMBER_PREPS) or root.dep_ == "poss"

    def _belongs(self, part: Part, tops: set[int]) -> bool:
        token = self.doc[part.start : part.end].root
        person = part.mention.kind is ParticipantKind.PERSON
        for _ in range(12):
            if token.i in tops:
                return True
            of_office = (
                person and token.head.lower_ == "of" and token.head.head.lower_ in office_heads()
            )
            if token.head == token or not (of_office or self._leads(token, token.head)):
                return False
            token = token.head
        return False

    def _leads(self, token: Token, head: Token) -> bool:
        """Tell whether a step up the tree stays inside a noun phrase and its members."""
        if token.dep_ == "pobj":
            if head.lower_ == "of":
                return head.head.lower_ in terms("delegations") | terms("sets") | {
                    "presence",
                    "attendance",
                }
            if head.lower_ == "by":
                return head.head.lower_ in LED
            return head.lower_ in MEMBER_PREPS
        if token.dep_ == "poss":
            return head.lower_ in terms("delegations") | {
                "attendance",
                "participation",
                "presence",
                "wife",
                "office",
            } - {"office"}
        if token.dep_ in {"acl", "relcl"}:
            return token.lower_ in LED
        return token.dep_ in DOWN

    def agents(self, verb: Token) -> list[Part]:
        """Return those behind the "by" of a passive, wherever the parse has put it."""
        tops = [
            grand
            for child in verb.children
            if child.dep_ == "agent" or child.lower_ == "by"
            for grand in child.children
            if grand.dep_ == "pobj"
        ]
        found = self.under(tops)
        if found:
            return found
        by = next((t for t in self.doc[verb.i + 1 : self.span.end] if t.lower_ == "by"), None)
        return self.list_at(by.i + 1, 8) if by is not None and verb.tag_ == "VBN" else []

    def is_set(self, tokens: Iterable[Token]) -> bool:
        """Tell whether a subject is a set whose members may be listed elsewhere."""
        return any(
            token.lower_ in terms("sets") | terms("delegations") | {"they", "who", "that", "which"}
            for token in tokens
        )

    def list_at(self, at: int, reach: int = 10) -> list[Part]:
        """Return the list that begins right after a token, past articles, titles and "from"."""
        for chain in self.lists:
            if chain[0].start >= at and not pronoun(self.doc, chain[0]):
                gap = self.doc[at : chain[0].start]
                if len(gap) <= reach and all(_light(token) for token in gap):
                    return list(chain)
                return []
        return []

    def listed_after(self, at: int) -> list[Part]:
        """Return the list that a word such as "including" opens to the right of a token."""
        for token in self.doc[at : self.span.end]:
            if token.lower_ in OPENERS and token.i >= at:
                found = self.list_at(token.i + 1)
                if found:
                    return found
        return []

    # which --------------------------------------------------------------------

    def event_under(self, verb: Token) -> Occasion | None:
        """Return the occasion under a verb, as object or after a preposition."""
        for mention, occasion in self.mentions:
            if not occasion.is_visit and self._governs(verb, mention):
                return occasion
        return None

    def events_under(self, verb: Token) -> list[Occasion]:
        """Return every occasion that one mention under a verb names ("in 2014 and 2016")."""
        first = self.event_under(verb)
        if first is None:
            return []
        heads = [m.head for m, o in self.mentions if o is first and self._governs(verb, m)]
        return [o for m, o in self.mentions if m.head == heads[0]]

    def _where(self, verb: Token) -> list[Occasion]:
        """Return the occasion that "where" or "at which" ties a relative clause to."""
        if verb.dep_ != "relcl" or not any(
            t.lower_ in {"where", "which"} for t in verb.subtree if t.i < verb.i
        ):
            return []
        if not any(
            t.lower_ == "where" or t.head.lower_ in {"at", "in", "during"}
            for t in verb.subtree
            if t.i < verb.i
        ):
            return []
        return [o for m, o in self.mentions if m.head == verb.head.i and not o.is_visit]

    def _governs(self, verb: Token, mention: Mention) -> bool:
        token = self.doc[mention.head]
        steps: list[str] = []
        before = mention.head < verb.i
        for _ in range(8):
            if token.i == verb.i:
                break
            if before and token.head.i == verb.i and token.lower_ not in {"at", "during", "in"}:
                return False
            steps.append(token.dep_)
            if token.head == token:
                return False
            token = token.head
        else:
            return False
        if not steps or "relcl" in steps or "ccomp" in steps or (before and "pcomp" in steps):
            return False
        return mention.strength != "weak" or (
            steps[-1] in {"dobj", "prep", "pobj"} and len(steps) <= 3
        )

    def event_for(self, clause: Clause) -> tuple[list[Occasion], bool]:
        """Return the occasions a clause is about, and whether the clause itself names them."""
        if _of_each(clause.verb):
            return [], False
        for verb in [clause.verb, *clause.governors[:2]]:
            found = self.events_under(verb) or self._where(verb)
            if found:
                return found, True
        near = self._near(clause.verb.i)
        if near is not None:
            return [near], False
        last = self.state.occasion or self.main
        return ([last] if last is not None else []), False

    def _near(self, at: int) -> Occasion | None:
        """Return the occasion nearest to a verb in its sentence, those after it first."""
        usable = [
            (m, o)
            for m, o in self.mentions
            if m.strength != "weak"
            and not o.people
            and o.family not in {"visit", "meeting", "election", "protest"}
        ]
        after = [pair for pair in usable if pair[0].head > at]
        if after and after[0][0].head - at < 20:
            return after[0][1]
        before = [pair for pair in usable if pair[0].head < at]
        return before[-1][1] if before else None

    # claims -------------------------------------------------------------------

    def claim(
        self,
        occasions: Iterable[Occasion],
        parts: Iterable[Part],
        verdict: Verdict,
        rule: str,
        *,
        role: Role | None = None,
    ) -> list[Claim]:
        """Make a claim for each participant at each occasion."""
        start, end = self.span.start, self.span.end
        return [
            Claim(occasion, part, verdict, start, end, rule, confidence_of(rule), role=role)
            for occasion in occasions
            for part in parts
            if not _itself(occasion, part)
        ]


def _of_each(verb: Token) -> bool:
    """Tell whether a verb speaks of all such occasions ("attended every summit since")."""
    return any(
        child.dep_ == "dobj"
        and any(t.lower_ in {"every", "each", "any", "most"} for t in child.children)
        for child in verb.children
    )


def _takes_up(token: Token) -> bool:
    """Tell whether a subject is "they", "it" or "their leaders"."""
    return token.lower_ in {"they", "it", "both"} or any(
        child.lower_ in {"their", "its"} for child in token.children
    )


def _itself(occasion: Occasion, part: Part) -> bool:
    """Tell whether a body is named only because the occasion carries its name."""
    if part.mention.kind not in {ParticipantKind.ORGANIZATION, ParticipantKind.GROUP}:
        return False
    words = set(part.mention.name.lower().split())
    initials = "".join(word[0] for word in part.mention.name.lower().split() if word != "the")
    return initials in occasion.names or bool(
        words & (occasion.names | {"ministry", "office", "department", "presidency", "agency"})
    )


def _light(token: Token) -> bool:
    if token.lower_ in LIGHT or token.is_punct:
        return True
    return token.pos_ in {
        "DET",
        "ADJ",
        "NOUN",
        "PROPN",
        "NUM",
        "ADV",
        "AUX",
        "CCONJ",
        "PRON",
        "X",
        "SPACE",
    } and (token.tag_ not in {"WDT", "WP", "WRB"})
