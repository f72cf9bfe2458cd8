import pytest
from readings import by_event, event, read


@pytest.mark.parametrize(
    ("noun", "kind"),
    [
        ("summit", "summit"),
        ("conference", "conference"),
        ("forum", "conference"),
        ("military parade", "parade"),
        ("funeral", "funeral"),
        ("inauguration", "ceremony"),
        ("peace talks", "talks"),
        ("protest", "protest"),
    ],
)
def test_the_noun_tells_the_kind(noun, kind):
    found = event(f"Kenyan President Mwai Kibaki attended the {noun} in Lusaka.")
    assert (found.kind.value, found.place, found.country) == (kind, "Lusaka", "ZMB")


def test_an_event_is_named_in_the_article_s_own_words():
    found = event("Chilean President Ricardo Lagos attended the APEC summit in Los Cabos.")
    assert found.name == "APEC summit in Los Cabos"
    assert (found.place, found.country) == ("Los Cabos", "MEX")


def test_the_words_that_name_the_event_stand_at_its_offsets():
    text = "It’s “over”. Chilean President Ricardo Lagos attended the climate summit in Nairobi."
    found = event(text)
    assert "climate summit" in text[found.start : found.end]


def test_several_mentions_are_one_event():
    text = (
        "The regional summit opens in Bamako on Friday. Chadian President Idriss Déby will attend "
        "the summit. Togo will skip the Bamako summit."
    )
    assert by_event(text) == {("summit", "Bamako"): {"Idriss Déby", "Togo"}}


def test_two_events_are_kept_apart():
    text = (
        "Bolivian President Carlos Mesa attended the funeral in Quito in January. "
        "Chilean President Ricardo Lagos will attend the parade in Santiago in May."
    )
    assert by_event(text) == {
        ("funeral", "Quito"): {"Carlos Mesa"},
        ("parade", "Santiago"): {"Ricardo Lagos"},
    }
    assert [e.date for e in read(text).events] == ["2014-01", "2014-05"]


def test_events_of_one_kind_in_two_towns_are_kept_apart():
    text = (
        "Canadian Prime Minister Paul Martin attended the summit in Lima in January. "
        "Mexican President Vicente Fox will attend the summit in Nairobi in April."
    )
    assert by_event(text) == {
        ("summit", "Lima"): {"Paul Martin"},
        ("summit", "Nairobi"): {"Vicente Fox"},
    }


@pytest.mark.parametrize(
    "text",
    [
        "Canadian Prime Minister Paul Martin met Mexican President Vicente Fox in Ottawa in May 2004.",
        (
            "Canadian Prime Minister Paul Martin met with Mexican President Vicente Fox in Ottawa in "
            "May 2004."
        ),
    ],
)
def test_a_bilateral_meeting_is_an_event_of_its_own(text):
    assert by_event(text) == {("meeting", "Ottawa"): {"Paul Martin", "Vicente Fox"}}
    assert event(text).date == "2004-05"


def test_a_meeting_on_the_sidelines_is_an_event_beside_the_summit():
    text = (
        "Canadian Prime Minister Paul Martin attended the summit in Lima, "
        "where he met Mexican President Vicente Fox."
    )
    found = read(text)
    kinds = {e.id: e.kind.value for e in found.events}
    rows = {(kinds[row.event], row.name) for row in found.attendance}
    assert rows == {
        ("summit", "Paul Martin"),
        ("meeting", "Paul Martin"),
        ("meeting", "Vicente Fox"),
    }


@pytest.mark.parametrize(
    ("text", "status", "when"),
    [
        ("Mexican President Vicente Fox visited Ottawa in May 2004.", "attended", "2004-05"),
        ("Mexican President Vicente Fox will visit Ottawa in May.", "expected", "2014-05"),
    ],
)
def test_a_visit_is_an_event_of_its_own(text, status, when):
    found = read(text)
    (visit,) = found.events
    (row,) = found.attendance
    assert (visit.kind.value, visit.place, visit.country, visit.date) == (
        "visit",
        "Ottawa",
        "CAN",
        when,
    )
    assert (row.name, row.status.value) == ("Vicente Fox", status)


@pytest.mark.parametrize(
    "text",
    [
        "Canadian Prime Minister Paul Martin spoke by phone with Mexican President Vicente Fox.",
        "Canadian Prime Minister Paul Martin called Mexican President Vicente Fox on Monday.",
        "Paul Martin wrote to Vicente Fox about the summit.",
    ],
)
def test_a_call_or_a_letter_is_no_event(text):
    assert read(text).events == ()


def test_an_event_that_nobody_is_said_to_attend_is_left_out():
    text = (
        "The conference in Nairobi costs $4 million. Fiji skipped the summit in Apia. "
        "Taxes will pay for the parade."
    )
    assert by_event(text) == {("summit", "Apia"): {"Fiji"}}


def test_ids_count_the_events_in_the_order_of_the_text():
    text = (
        "Fiji attended the summit in Apia. Chad attended the conference in Nairobi. "
        "Peru attended the funeral in Quito."
    )
    found = read(text)
    assert [(e.id, e.place) for e in found.events] == [
        ("e1", "Apia"),
        ("e2", "Nairobi"),
        ("e3", "Quito"),
    ]
    assert [(row.event, row.name) for row in found.attendance] == [
        ("e1", "Fiji"),
        ("e2", "Chad"),
        ("e3", "Peru"),
    ]
