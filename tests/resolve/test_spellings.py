"""Which spellings are one participant, whatever order they come in."""

import random
import uuid
from dataclasses import replace
from datetime import date

import pytest

from timeline.records import ParticipantKind
from timeline.resolve.spellings import Spelling, settle, spelling

PERSON = ParticipantKind.PERSON


def person(name, country=None, published=None, articles=1):
    return replace(
        spelling(PERSON, name, country),
        articles=articles,
        first_published=published,
        first_article=uuid.UUID(int=len(name)),
    )


def named(pool):
    """Settle a pool in several orders and return each participant's spellings."""
    answers = []
    for seed in range(5):
        shuffled = list(pool)
        random.Random(seed).shuffle(shuffled)
        answers.append(
            sorted(
                (
                    settled.id,
                    settled.name,
                    settled.country,
                    sorted(s.name for s in settled.spellings),
                )
                for settled in settle(shuffled)
            )
        )
    assert all(answer == answers[0] for answer in answers), "the order of import matters"
    return sorted(names for _, _, _, names in answers[0])


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Nguyen Phu Trong", "Nguyễn Phú Trọng"),
        ("Moon Jae-in", "Moon Jae In"),
        ("moon jae-in", "Moon Jae-in"),
        ("Recep Tayyip Erdogan", "Recep Tayyip Erdoğan"),
        ("Muhammadu Buhari", "Muhammadu Buhary"),
    ],
)
def test_other_spellings_of_a_name_are_one_person(a, b):
    assert named([person(a), person(b)]) == [sorted([a, b])]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Park Geun-hye", "Park Chung-hee"),
        ("Bill Clinton", "Hillary Clinton"),
        ("George Papandreou", "Andreas Papandreou"),
    ],
)
def test_another_given_name_is_another_person(a, b):
    assert len(named([person(a, "KOR"), person(b, "KOR")])) == 2


def test_one_name_and_two_countries_are_two_persons_and_the_unknown_goes_to_the_earlier():
    later = person("John Smith", "NZL", date(2011, 5, 1))
    earlier = person("John Smith", "CAN", date(2010, 5, 1))
    unknown = person("John Smith", None, date(2009, 5, 1))
    by_country = {
        settled.country: {s.country for s in settled.spellings}
        for settled in settle([later, earlier, unknown])
    }
    assert by_country == {"CAN": {"CAN", None}, "NZL": {"NZL"}}


def test_a_surname_goes_to_the_one_person_of_its_country_who_has_it():
    pool = [person("Merkel", "DEU"), person("Angela Merkel", "DEU"), person("Lee", "KOR")]
    pool += [person("Lee Myung-bak", "KOR"), person("Lee Nak-yon", "KOR")]
    assert named(pool) == [["Angela Merkel", "Merkel"], ["Lee"], ["Lee Myung-bak"], ["Lee Nak-yon"]]


def test_a_surname_of_another_country_stays_alone():
    assert len(named([person("Merkel", "AUT"), person("Angela Merkel", "DEU")])) == 2


def test_the_id_is_that_of_the_earliest_spelling():
    early, late = (
        person("Moon Jae In", "KOR", date(2018, 1, 1)),
        person("Moon Jae-in", "KOR", date(2018, 2, 1)),
    )
    (settled,) = settle([late, early])
    assert settled.id == early.id


def test_the_name_shown_is_what_most_articles_write():
    rare, usual = person("Moon Jae In", "KOR", articles=1), person("Moon Jae-in", "KOR", articles=9)
    (settled,) = settle([rare, usual])
    assert settled.name == "Moon Jae-in"


def test_a_country_is_one_under_all_its_names():
    pool = [
        spelling(ParticipantKind.COUNTRY, name, "PRK")
        for name in ("North Korea", "DPRK", "North korea")
    ]
    (settled,) = settle(pool)
    assert (settled.name, settled.country) == ("North Korea", "PRK")


def test_bodies_whose_names_begin_as_titles_do_are_kept_apart():
    bodies = [
        spelling(ParticipantKind.ORGANIZATION, name, None)
        for name in ("General Motors", "Motors", "General Assembly", "the General Assembly")
    ]
    assert sorted(len(each.spellings) for each in settle(bodies)) == [1, 1, 2]


def test_a_person_is_not_the_organization_of_that_name():
    pool = [person("Ford"), spelling(ParticipantKind.ORGANIZATION, "Ford", None)]
    assert all(isinstance(each, Spelling) for each in pool)
    assert len(settle(pool)) == 2
