import time

import pytest
import spacy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from timeline.extractors.base import Parsed
from timeline.extractors.trade import TradeExtractor
from timeline.extractors.trading.sentences import split_sentences
from timeline.records import Document, Extraction

NLP = spacy.blank("en")
PIECES = [
    "exports",
    "imports",
    "trade",
    "deficit",
    "surplus",
    "to",
    "from",
    "with",
    "between",
    "China",
    "Japan's",
    "US",
    "EU",
    "of",
    "and",
    ",",
    ".",
    ";",
    "(",
    ")",
    "-",
    "$5",
    "billion",
    "5%",
    "12,5",
    "percent",
    "a",
    "third",
    "doubled",
    "times",
    "rose",
    "fell",
    "by",
    "2023",
    "last",
    "year",
    "first",
    "half",
    "of",
    "the",
    "same",
    "period",
    "respectively",
    "accounting",
    "for",
    "share",
    "1,2.3,4",
    "two",
    "point",
    "point",
    "hundred",
    "-",
    "–",
    "—",
    "\n",
    "\t",
    "'",
    "“",
    "”",
    "İ",
    "ﬁ",
    "٣",
    "😀",
    "following",
    "whole",
    "largest",
    "market",
    "turnover",
]


def read(text):
    document = Document(text=text or " ")
    return TradeExtractor()(Parsed(document, NLP(document.text)), Extraction(document)).trade


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(PIECES), max_size=60))
def test_any_order_of_the_words_is_read(words):
    text = " ".join(words)
    for row in read(text):
        assert 0 <= row.start < row.end <= len(text)
        assert row.reporter != row.partner


@settings(deadline=None, max_examples=150)
@given(st.text(max_size=300))
def test_any_text_is_read(text):
    assert all(row.start < row.end for row in read(text))


@settings(deadline=None)
@given(st.text(alphabet="Ab1 .\n\"'(%", max_size=200))
def test_sentences_stand_in_the_text_in_order(text):
    at = 0
    for sentence in split_sentences(text):
        assert text[sentence.start : sentence.end] == sentence.text
        assert sentence.start >= at
        at = sentence.end


@pytest.mark.parametrize(
    "piece",
    [
        "China's exports to Japan rose 5% to $3bn. ",
        "exports and imports ",
        "( ",
        "1,2,3,4,",
        "China-Japan ",
        "5% ",
        "$ ",
        "  \n ",
        "a year earlier ",
    ],
)
def test_time_grows_with_the_length(piece):
    def seconds(count):
        text = piece * count
        parsed = Parsed(Document(text=text), NLP(text))
        start = time.perf_counter()
        TradeExtractor()(parsed, Extraction(parsed.document))
        return time.perf_counter() - start

    seconds(10)
    short, long = (max(seconds(2_000 * factor // len(piece)), 0.01) for factor in (1, 8))
    assert long < 8 * 4 * short
