"""The values that pass between the steps of reading trade figures."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from timeline.extractors.trading.amounts import Quantity
from timeline.extractors.trading.parties import Party
from timeline.extractors.trading.sentences import Sentence, Tokens
from timeline.records import Flow, Measure


class Kind(StrEnum):
    """What a phrase is."""

    FLOW = "flow"
    BALANCE = "balance"
    ROLE = "role"
    TRAP = "trap"


@dataclass(frozen=True, slots=True)
class Head:
    """The word at the heart of a phrase; offsets of the text."""

    start: int
    end: int
    kind: Kind
    flow: Flow
    verb: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """A phrase with what it says of itself; offsets of the text.

    Attributes:
        start: where the phrase begins with its first adjective.
        head: where its head begins.
        end: where the phrase ends with its last "to China".
        flow: the flow that it tells of, from the reporter's side.
        kind: a flow, a balance, a role ("largest export market"), or a trap.
        reporter: the code of whose flow it is, where the phrase says so.
        partner: the code of the other side, where the phrase says so.
        several: the codes of several partners at once ("to China and Japan").
        sign: -1 for a deficit.
        goods: what the flow is limited to.
        overall: True for "total exports": no partner is carried over to it.
        mutual: True for "bilateral trade": both sides are carried over to it.
        barred: True where a side is no country ("California's exports", "the rest of Asia").
        verb: True for "exported".
        adjective: True where the reporter stands as an adjective ("Chinese").
        loose: True for "turnover", which is of the flow told of before.
    """

    start: int
    head: int
    end: int
    flow: Flow
    kind: Kind
    reporter: str | None = None
    partner: str | None = None
    several: tuple[str, ...] = ()
    sign: int = 1
    goods: str | None = None
    overall: bool = False
    mutual: bool = False
    barred: bool = False
    verb: bool = False
    loose: bool = False
    adjective: bool = False


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence with what stands in it.

    Attributes:
        text: the whole text; every offset is one into it.
    """

    sentence: Sentence
    text: str
    tokens: Tokens
    parties: list[Party]
    quantities: list[Quantity]

    def in_party(self, at: int) -> bool:
        """Say whether an offset lies in the name of a country or bloc."""
        return any(party.start <= at < party.end for party in self.parties)

    def next_quantity(self, after: int) -> int:
        """Return where the next number begins, or the end of the sentence."""
        return next((q.start for q in self.quantities if q.start >= after), self.sentence.end)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with all that it says.

    Attributes:
        frame: the flow that it is of, both sides known.
        value: with its sign.
        carried: True where something came from an earlier sentence.
        rule: the name of the rule that read it.
    """

    quantity: Quantity
    frame: Frame
    measure: Measure
    value: Decimal
    period: str | None = None
    carried: bool = False
    rule: str = ""
