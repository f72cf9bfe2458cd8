from itertools import count, islice

from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.extractors.language import UNIT, parse_all, pipeline, units
from timeline.records import Document


def test_the_pipeline_is_loaded_once():
    assert pipeline() is pipeline()


def test_an_endless_stream_of_documents_is_read_as_it_comes():
    stream = (Document(f"Text number {number}.") for number in count())
    assert [one.doc.text for one in islice(parse_all(stream), 2)] == [
        "Text number 0.",
        "Text number 1.",
    ]


@settings(deadline=None, max_examples=50)
@given(st.text(alphabet="ab \n", max_size=300), st.integers(0, 3))
def test_units_make_up_the_text(text, times):
    whole = text + "word " * (UNIT // 4) * times
    pieces = units(whole)
    assert "".join(pieces) == whole
    assert max(map(len, pieces)) <= UNIT


def test_units_are_cut_between_words():
    pieces = units("word " * UNIT)
    assert all(piece.endswith("word ") for piece in pieces)
    assert [len(piece) for piece in units("x" * (UNIT + 5))] == [UNIT, 5]
