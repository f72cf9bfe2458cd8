"""Which mentions are one event, whatever order they come in."""

import random
import uuid
from datetime import date
from itertools import count

from timeline.edtf_dates import bounds
from timeline.records import EventKind, ParticipantKind
from timeline.resolve.occasions import Occasion, Person, settle, window

numbers = count(1)


def mention(name, kind, **fields):
    edtf = fields.get("date")
    first, last = bounds(edtf) if edtf else (None, None)
    number = next(numbers)
    return Occasion(
        id=uuid.UUID(int=number),
        article_id=fields.get("article_id", uuid.UUID(int=number)),
        published=fields.get("published"),
        name=name,
        kind=EventKind(kind),
        date=edtf,
        first_day=first,
        last_day=last,
        place=fields.get("place"),
        country=fields.get("country"),
        people=frozenset(
            Person(ParticipantKind.PERSON, key, None) for key in fields.get("people", ())
        ),
    )


def events(*pool):
    """Settle a pool in several orders and return the names that each event has."""
    answers = []
    for seed in range(5):
        shuffled = list(pool)
        random.Random(seed).shuffle(shuffled)
        answers.append(sorted(sorted(m.name for m in event.mentions) for event in settle(shuffled)))
    assert all(answer == answers[0] for answer in answers), "the order of import matters"
    return answers[0]


def parade(name="Bastille Day parade", **fields):
    return mention(
        name, fields.pop("kind", "parade"), **{"place": "Paris", "country": "FRA"} | fields
    )


def test_other_words_for_one_occasion_are_one_event():
    assert events(
        parade(date="2017-07-14", people=["donald trump", "emmanuel macron"]),
        parade("Bastille Day celebrations", kind="ceremony", date="2017-07-14"),
        parade("military parade in Paris", date="2017-07", people=["donald trump"]),
    ) == [["Bastille Day celebrations", "Bastille Day parade", "military parade in Paris"]]


def test_the_parades_of_two_years_are_two():
    assert len(events(parade(date="2017-07-14"), parade(date="2018-07-14"))) == 2


def test_an_undated_mention_does_not_glue_two_years_together():
    found = events(
        parade("Parade of 2017", date="2017-07-14", people=["donald trump"]),
        parade("Parade of 2018", date="2018-07-14", people=["lee hsien loong"]),
        parade("the parade", published=None, people=["donald trump"]),
    )
    assert found == [["Parade of 2017", "the parade"], ["Parade of 2018"]]


def test_an_undated_mention_is_near_its_publication():
    assert events(
        parade("Parade in July", date="2017-07-14"),
        parade("the parade", published=date(2017, 7, 10)),
        parade("another parade", published=date(2012, 7, 10)),
    ) == [["Parade in July", "the parade"], ["another parade"]]


def test_another_body_or_ordinal_is_another_event():
    where = {"date": "2018-11-30", "place": "Buenos Aires", "country": "ARG"}
    assert (
        len(events(*(mention(f"{body} summit", "summit", **where) for body in ("G20", "ACS")))) == 2
    )
    assert (
        len(events(*(mention(f"{n} Americas summit", "summit", **where) for n in ("7th", "8th"))))
        == 2
    )


def test_a_venue_may_be_in_the_town_that_another_article_names_and_a_town_in_no_other():
    where = {"date": "2017-07-14", "country": "FRA"}
    assert events(
        mention("Bastille Day parade", "parade", place="Paris", **where),
        mention("Bastille Day parade", "parade", place="Champs-Élysées", **where),
        mention("Bastille Day parade", "parade", place="Marseille", **where),
    ) == [["Bastille Day parade"], ["Bastille Day parade", "Bastille Day parade"]]


def test_two_mentions_of_one_article_are_two_events():
    article = uuid.UUID(int=999)
    assert len(events(*(parade(date="2017-07-14", article_id=article) for _ in range(2)))) == 2


def test_bilateral_meetings_have_the_same_parties():
    where = {"date": "2018-11-30", "place": "Buenos Aires", "country": "ARG"}
    found = events(
        mention(
            "Merkel-Trump meeting", "meeting", people=["angela merkel", "donald trump"], **where
        ),
        mention("Trump meets Merkel", "meeting", people=["donald trump", "angela merkel"], **where),
        mention(
            "Merkel-Putin meeting", "meeting", people=["angela merkel", "vladimir putin"], **where
        ),
        mention("G20 summit", "summit", people=["angela merkel", "donald trump"], **where),
    )
    assert found == [
        ["G20 summit"],
        ["Merkel-Putin meeting"],
        ["Merkel-Trump meeting", "Trump meets Merkel"],
    ]


def test_the_fields_are_what_most_mentions_say_and_the_id_is_the_earliest():
    early = parade("parade", date="2017-07", published=date(2017, 7, 1), people=["donald trump"])
    late = parade(date="2017-07-14", published=date(2017, 7, 14), people=["donald trump"])
    later = parade(date="2017-07-14", published=date(2017, 7, 15), people=["donald trump"])
    (event,) = settle([later, early, late])
    assert (event.id, event.name, event.date) == (early.id, "Bastille Day parade", "2017-07-14")


def test_a_window_never_leaves_the_calendar():
    assert window(date.max, date.max, None)[1] == date.max
    assert window(None, None, date.min)[0] == date.min
    assert window(None, None, None) == (date.min, date.max)
