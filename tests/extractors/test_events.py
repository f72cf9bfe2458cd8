from datetime import date

import pytest

from timeline.extractors import extract
from timeline.records import Document, EventKind


def events(text, published=date(2031, 4, 7), title=None):
    return extract(Document(text=text, published=published, title=title)).events


@pytest.mark.parametrize(
    ("text", "kind", "name", "place", "country"),
    [
        (
            "Peruvian President Elena Rossi attended the climate summit in Nairobi.",
            EventKind.SUMMIT,
            "climate summit in Nairobi",
            "Nairobi",
            "KEN",
        ),
        (
            "Elena Rossi will attend the funeral of Pedro Gomez.",
            EventKind.FUNERAL,
            "funeral of Pedro Gomez",
            None,
            None,
        ),
        (
            "Ghana took part in naval exercises.",
            EventKind.EXERCISE,
            "naval exercises",
            None,
            None,
        ),
        (
            "Tonga skipped the World Economic Forum in Davos.",
            EventKind.CONFERENCE,
            "World Economic Forum in Davos",
            "Davos",
            "CHE",
        ),
    ],
)
def test_event_is_described_in_the_words_of_the_text(text, kind, name, place, country):
    (event,) = events(text)
    assert (event.kind, event.name, event.place, event.country) == (kind, name, place, country)


def test_several_names_are_one_event():
    text = (
        "Elena Rossi will attend a military parade in Lima on May 3. The parade is the biggest yet. "
        "Chile will skip the celebrations, and Bolivia will attend the event."
    )
    (event,) = events(text)
    assert event.date == "2031-05-03"


def test_the_same_body_in_two_years_is_two_events():
    text = (
        "Chile will attend the BRICS summit in Lima on June 2. In 2029, Chile skipped the BRICS "
        "summit in Quito."
    )
    assert [event.place for event in events(text)] == ["Lima", "Quito"]


def test_event_that_nobody_attends_is_none():
    assert events("The summit in Lima was long. Elena Rossi sings.") == ()


def test_press_conference_and_phone_call_are_no_events():
    assert (
        events("Elena Rossi spoke at a press conference. She and Tom Berg held a phone call.") == ()
    )


def test_ids_follow_the_text():
    text = "Elena Rossi met Tom Berg in Oslo in 2027. She will attend the Lima summit in May."
    assert [(event.id, event.kind) for event in events(text)] == [
        ("e1", EventKind.MEETING),
        ("e2", EventKind.SUMMIT),
    ]


def test_headline_may_name_the_place():
    text = "Chilean leader Elena Rossi will attend a military parade on May 3."
    (event,) = events(text, title="Rossi to Attend Lima Military Parade")
    assert event.place == "Lima"


def test_span_is_where_the_text_names_it():
    text = "“Chile will attend the summit in Lima,” he said."
    (event,) = events(text)
    assert "summit" in text[event.start : event.end]
