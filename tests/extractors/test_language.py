import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from timeline.extractors.language import UNIT, is_wrapped, parse, parse_all, units
from timeline.records import Document


def sentences(text):
    return [span.text.strip() for span in parse(Document(text=text)).doc.sents if span.text.strip()]


def test_offsets_of_the_parse_are_offsets_of_the_text():
    text = "“We won’t go,” the minister’s office said — twice.\r\nMali’s team left."
    parsed = parse(Document(text=text))
    assert len(parsed.doc.text) == len(text)
    for token in parsed.doc:
        if token.is_alpha:
            assert text[token.idx : token.idx + len(token)] == token.text


def test_curly_negation_is_read_as_one():
    doc = parse(Document(text="She won’t attend.")).doc
    assert [token.text for token in doc] == ["She", "wo", "n't", "attend", "."]


def test_headline_is_parsed_apart():
    parsed = parse(Document(text="It rained.", title="Rain in Lima"))
    assert parsed.title is not None
    assert parsed.title.text == "Rain in Lima"
    assert parse(Document(text="It rained.")).title is None


def test_lines_without_a_full_stop_are_sentences():
    assert sentences("A Showcase of Might\nThe parade began at noon.") == [
        "A Showcase of Might",
        "The parade began at noon.",
    ]


def test_bullets_are_sentences_even_in_lower_case():
    assert sentences("Who comes:\n- kings and queens\n- two presidents")[1:] == [
        "- kings and queens",
        "- two presidents",
    ]


def test_lines_broken_at_a_fixed_width_are_joined():
    line = "The delegation left the capital in the morning and went by train to the"
    text = "\n".join([line] * 6) + "\nborder."
    assert is_wrapped(text)
    assert len(sentences(text)) == 1


@pytest.mark.parametrize("text", ["", "x" * (3 * UNIT + 7), "a b\n" * UNIT, "( " * UNIT])
def test_units_are_bounded_and_lose_nothing(text):
    pieces = units(text)
    assert "".join(pieces) == text
    assert max(map(len, pieces)) <= UNIT


def test_long_text_keeps_offsets_over_units():
    paragraph = "The king of Tonga met the premier of Fiji in Suva on Monday.\n"
    text = paragraph * (UNIT // len(paragraph) + 20)
    parsed = parse(Document(text=text))
    assert parsed.doc.text == text


def test_documents_come_back_in_order():
    documents = [Document(text=f"Text number {number}.", id=str(number)) for number in range(40)]
    parsed = list(parse_all(iter(documents)))
    assert [one.document.id for one in parsed] == [str(number) for number in range(40)]
    assert all(one.doc.text == one.document.text for one in parsed)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=120))
def test_any_text_is_parsed_to_its_own_length(text):
    assert len(parse(Document(text=text)).doc.text) == len(text)
