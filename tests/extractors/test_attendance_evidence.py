from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from readings import PUBLISHED, read

from timeline.extractors import EXTRACTORS, extract, extract_all
from timeline.records import Document

LAGOS = "Chilean President Ricardo Lagos"
EVENT = "the summit in Lima"


@pytest.mark.parametrize(
    "text",
    [
        "The wheat harvest was good this year. Prices fell at the market by the river.",
        "The museum has opened its doors again after the repairs.",
        "?!",
        " \n\t ",
        "1\n2\n3",
    ],
)
def test_an_article_without_findings_gives_nothing(text):
    found = read(text)
    assert (found.events, found.attendance, found.trade) == ((), (), ())


REPORT = (
    "“It’s time,” said the host’s spokesman — and they came.\n\n"
    "Chilean President Ricardo Lagos attended the ‘climate’ summit in Lima on 4 May 2003. "
    "Bolivia’s Carlos Mesa didn’t attend the summit. He’d been invited. "
    "The foreign ministry said that Fiji won’t attend the summit in Lima.\n"
    "“We’ll see,” Lagos said. Lagos met Ecuador’s Lucio Gutiérrez in Quito.\n"
)


def proven(document, found):
    """Tell, for each row, whether its quote holds the name, a part of it, or a word that means it."""
    for row in found.attendance:
        quote = document.text[row.start : row.end]
        meant = [m for m in found.participants if m.name == row.name]
        yield quote == quote.strip() != "" and any(
            row.start <= m.start and m.end <= row.end for m in meant
        )


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_the_offsets_give_the_words_that_say_so(newline):
    document = Document(REPORT.replace("\n", newline), published=PUBLISHED)
    found = extract(document)
    assert {"Ricardo Lagos", "Carlos Mesa", "Fiji", "Lucio Gutiérrez"} == {
        row.name for row in found.attendance
    }
    assert all(proven(document, found))
    (fiji,) = [row for row in found.attendance if row.name == "Fiji"]
    assert "won’t attend" in document.text[fiji.start : fiji.end]


def test_quotes_of_either_form_read_the_same():
    straight = REPORT.translate(str.maketrans("“”‘’", "\"\"''"))
    assert read(straight).attendance == read(REPORT).attendance


def test_a_long_text_keeps_its_offsets():
    # Long words make many characters of few tokens, so that the parse is quick.
    filler = "“Incomprehensibilities’ counterrevolutionaries” electroencephalographically. " * 8
    filler += "\n\n"
    said = "Icelandic President Vigdís Finnbogadóttir attended the conference in Nairobi."
    text = filler * (200_000 // len(filler)) + said
    assert len(text) > 199_000
    (row,) = read(text).attendance
    assert row.name == "Vigdís Finnbogadóttir"
    assert text[row.start : row.end] in said
    assert "Vigdís Finnbogadóttir attended" in text[row.start : row.end]


def test_confidence_is_a_share_and_every_row_names_its_rule():
    for row in read(REPORT).attendance:
        assert 0 < row.confidence <= 1
        assert row.rule


def test_rows_refer_to_events_that_are_there():
    found = read(REPORT)
    assert {row.event for row in found.attendance} == {event.id for event in found.events}


def test_documents_read_together_are_read_as_alone():
    documents = [
        Document(text, id=str(number), published=date(2003, 5, 6))
        for number, text in enumerate([REPORT, "It rained.", f"{LAGOS} attended {EVENT}.", REPORT])
    ]
    assert list(extract_all(documents)) == [extract(document) for document in documents]


def test_each_extractor_runs_behind_those_that_it_requires():
    filled = set()
    for extractor in EXTRACTORS:
        assert set(extractor.requires) <= filled, extractor.name
        filled |= set(extractor.assigns)
    assert filled == {"dates", "places", "participants", "events", "attendance", "trade"}
    names = [extractor.name for extractor in EXTRACTORS]
    assert len(set(names)) == len(names)


WORDS = st.sampled_from(
    [
        "Peru",
        "Chile",
        "Lagos",
        "President",
        "Mesa",
        "the",
        "a",
        "summit",
        "parade",
        "talks",
        "in",
        "Lima",
        "on",
        "Friday",
        ",",
        ".",
        ":",
        "\n",
        "-",
        "“",
        "”",
        "’s",
        "and",
        "nor",
        "not",
        "will",
        "attend",
        "attended",
        "skipped",
        "met",
        "invited",
        "by",
        "with",
        "who",
        "he",
        "they",
        "leaders",
        "of",
        "from",
        "🎺",
        "include",
        "including",
        "absent",
        "except",
        "2003",
        "May",
    ]
)


@settings(deadline=None, max_examples=60)
@given(st.one_of(st.lists(WORDS, max_size=30).map(" ".join), st.text(max_size=80)))
def test_no_text_breaks_the_reading(text):
    document = Document(text or ".", title=text[:40], published=PUBLISHED)
    found = extract(document)
    for mention in (*found.attendance, *found.participants, *found.places, *found.dates):
        assert 0 <= mention.start < mention.end <= len(document.text)
    for event in found.events:
        assert 0 <= event.start <= event.end <= len(document.text)
