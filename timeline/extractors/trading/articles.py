"""Read an article's trade figures, sentence by sentence."""

import re
from collections.abc import Iterator
from decimal import Decimal

from spacy.tokens import Doc

from timeline.extractors.base import Parsed
from timeline.extractors.trading.context import Memory, find_topic
from timeline.extractors.trading.figures import SentenceReader, is_complete
from timeline.extractors.trading.frames import read_frames
from timeline.extractors.trading.parties import WORLD, find_parties
from timeline.extractors.trading.periods import Period, fiscal_start, read_periods, reference_day
from timeline.extractors.trading.quantities import find_quantities
from timeline.extractors.trading.reality import is_unreal
from timeline.extractors.trading.scene import Figure, Frame, Kind, Scene
from timeline.extractors.trading.sentences import Tokens, split_sentences
from timeline.extractors.trading.timing import Sources, Timed, time_figures
from timeline.records import Flow, Measure, TradeMention

_LEAD = 3  # sentences that may set the period of the article
_TRADE = re.compile(r"\b(?:export|import|trade|shipment|deficit|surplus)", re.IGNORECASE)
# How often figures of each rule were right on annotated articles: said whole, or partly carried over.
_CONFIDENCE = {
    "balance": (0.95, 0.88),
    "value": (0.92, 0.82),
    "growth-verb": (0.95, 0.88),
    "growth-noun": (0.92, 0.84),
    "growth-of": (0.92, 0.8),
    "growth-list": (0.88, 0.7),
    "growth-far": (0.82, 0.75),
    "growth-rate": (0.8, 0.7),
    "multiple": (0.7, 0.5),
    "share": (0.92, 0.65),
    "share-list": (0.88, 0.75),
    "share-bracket": (0.92, 0.85),
    "share-carried": (0.7, 0.65),
}


def find_figures(parsed: Parsed) -> list[TradeMention]:
    """Return the trade figures of a document in the order of its text, each once."""
    scenes = list(read_scenes(parsed.doc))
    if not any(scene.quantities for scene in scenes):
        return []
    frames = [read_frames(scene) for scene in scenes]
    memory = _first_memory(parsed, scenes, frames)
    headline = parsed.title.text if parsed.title is not None else ""
    day = reference_day(f"{headline}\n{parsed.doc.text}", parsed.document.published)
    fiscal = fiscal_start(memory.topic.reporter, memory.topic.partner)
    periods = _by_sentence(scenes, read_periods(parsed.doc.text, day, fiscal))
    titled = read_periods(headline, day, fiscal) if headline else []
    memory.main = _main_period(scenes, frames, periods, titled)
    found = []
    for index, scene in enumerate(scenes):
        near = index - memory.sentence == 1
        reader = SentenceReader(scene, frames[index], periods[index], memory, near)
        timed = time_figures(
            Sources(scene, frames[index], periods[index], memory, near), reader.read()
        )
        start = scenes[index - 1].sentence.start if index else scene.sentence.start
        found += [_mention(figure, scene, start) for figure in timed.figures if is_complete(figure)]
        _remember(memory, index, reader, timed)
    return _once(found)


def read_scenes(doc: Doc) -> Iterator[Scene]:
    """Yield the sentences of a text with the countries and numbers that stand in them."""
    text = doc.text
    tokens = Tokens(doc)
    parties, quantities = find_parties(text), find_quantities(text)
    at_party = at_quantity = 0
    for sentence in split_sentences(text):
        last_party, last_quantity = at_party, at_quantity
        while last_party < len(parties) and parties[last_party].start < sentence.end:
            last_party += 1
        while last_quantity < len(quantities) and quantities[last_quantity].start < sentence.end:
            last_quantity += 1
        yield Scene(
            sentence,
            text,
            tokens,
            parties[at_party:last_party],
            quantities[at_quantity:last_quantity],
        )
        at_party, at_quantity = last_party, last_quantity


def _first_memory(parsed: Parsed, scenes: list[Scene], frames: list[list[Frame]]) -> Memory:
    titled = list(read_scenes(parsed.title)) if parsed.title is not None else []
    topic = find_topic(
        [frame for each in frames for frame in each],
        scenes[0].parties,
        [party for scene in scenes for party in scene.parties],
        [frame for scene in titled for frame in read_frames(scene)],
        [party for scene in titled for party in scene.parties],
    )
    return Memory(topic, parties=[party for scene in scenes for party in scene.parties])


def _by_sentence(scenes: list[Scene], periods: list[Period]) -> list[list[Period]]:
    found = []
    at = 0
    for scene in scenes:
        last = at
        while last < len(periods) and periods[last].start < scene.sentence.end:
            last += 1
        found.append([p for p in periods[at:last] if p.start >= scene.sentence.start])
        at = last
    return found


def _main_period(
    scenes: list[Scene], frames: list[list[Frame]], periods: list[list[Period]], title: list[Period]
) -> str | None:
    """Return the first period told of a flow, by the opening of the text or else by the title."""
    told = [
        (index, period.edtf)
        for index, each in enumerate(periods)
        for period in each
        if period.edtf and not period.base and period.back is None
    ]
    flowing = [(index, edtf) for index, edtf in told if _tells_trade(scenes[index], frames[index])]
    flowing = [(index, edtf) for index, edtf in flowing if not _is_hoped(scenes[index])]
    lead = [edtf for index, edtf in [*flowing, *told] if index < _LEAD]
    titled = [p.edtf for p in title if p.edtf and not p.base and p.back is None]
    return next(iter([*lead, *titled, *(edtf for _, edtf in [*flowing, *told])]), None)


def _tells_trade(scene: Scene, frames: list[Frame]) -> bool:
    if scene.quantities:
        return any(f.kind is not Kind.TRAP for f in frames)
    return _TRADE.search(scene.sentence.text) is not None


def _is_hoped(scene: Scene) -> bool:
    """Say whether all numbers of a sentence are targets and the like."""
    return bool(scene.quantities) and all(is_unreal(scene, q) for q in scene.quantities)


def _remember(memory: Memory, index: int, reader: SentenceReader, timed: Timed) -> None:
    paragraph = reader.scene.sentence.paragraph
    told = reader.flows()
    if told:
        read = [
            f.frame for f in timed.figures if f.measure is not Measure.SHARE and f.frame.end >= 0
        ]
        memory.frame, memory.sentence = read[-1] if read else told[0], index
        world = memory.frame.partner == WORLD
        memory.widened = world and (memory.widened or memory.frame.overall)
        memory.listed = len({f.partner for f in told if f.flow is not Flow.TOTAL}) > 1
    for figure in timed.figures:
        if figure.measure is Measure.SHARE:
            memory.share, memory.share_period = figure.frame, figure.period
    if timed.period and reader.frames:
        memory.period, memory.period_paragraph = timed.period, paragraph
        memory.main = memory.main or timed.period


def _mention(figure: Figure, scene: Scene, before: int) -> TradeMention:
    frame, quantity = figure.frame, figure.quantity
    whole, partly = _CONFIDENCE[figure.rule]
    return TradeMention(
        reporter=frame.reporter or WORLD,
        partner=frame.partner or WORLD,
        flow=frame.flow,
        measure=figure.measure,
        value=_plain(figure.value),
        unit=quantity.unit,
        period=figure.period,
        approximate=quantity.approximate,
        start=before if figure.carried else scene.sentence.start,
        end=scene.sentence.end,
        goods=frame.goods,
        rule=figure.rule,
        confidence=partly if figure.carried else whole,
    )


def _plain(value: Decimal) -> Decimal:
    """Write a number without an exponent or idle zeros."""
    return Decimal(f"{value:f}".rstrip("0").rstrip(".") if value % 1 else f"{value:.0f}")


def _once(found: list[TradeMention]) -> list[TradeMention]:
    """Keep the first of the rows that state the same figure."""
    seen: set[tuple[object, ...]] = set()
    kept = []
    for row in found:
        key = (
            frozenset({row.reporter, row.partner})
            if row.flow.value == "total"
            else (row.reporter, row.partner),
            row.flow,
            row.measure,
            row.value,
            row.unit,
            row.period,
            row.goods,
        )
        if key not in seen:
            seen.add(key)
            kept.append(row)
    return kept
