import pytest
from builders import article, figure, occasion, said

from timeline.errors import AmbiguousNameError, QuestionError, UnknownNameError
from timeline.identity import short_id
from timeline.queries.articles import find_article
from timeline.queries.event_names import event_names, find_event, search_events
from timeline.queries.names import find_country_code, find_trade_party
from timeline.queries.participant_names import (
    find_participant,
    participant_names,
    search_participants,
)

PARADE = {"kind": "parade", "place": "Accra", "country": "GHA"}
STORED = (
    article(
        occasion(
            "Accra naval parade",
            said("Ama Boateng", "attended", country="GHA"),
            said("Efua Boateng", "attended", country="GHA"),
            said("Kim-Anh Tran", "attended", country="VNM"),
            said("Zoë Müller", "attended", country="DEU"),
            said("Turkey", "attended", kind="country", country="TUR"),
            **PARADE,
            day="2015-09-03",
        ),
        published="2015-09-04",
        title="Ships at Accra",
        url="https://a.example/ships",
        id="a-1",
    ),
    article(
        occasion(
            "Accra naval parade",
            said("Ama Boateng", "attended", country="GHA"),
            said("Lars Dahl", "attended", country="NOR"),
            **PARADE,
            day="2018-09-03",
        ),
        occasion(
            "Cumbre de São Tomé",
            said("Lars Dahl", "attended", country="NOR"),
            day="2018-10-01/2018-10-02",
            place="São Tomé",
            country="STP",
        ),
        published="2018-10-04",
        title="Ships again",
        trade=(figure("GHA", "EU27", "7"),),
    ),
)


@pytest.fixture
def stored(asked):
    return asked(*STORED)


@pytest.mark.parametrize(
    ("asked_for", "year"),
    [
        ("accra parade 2015", 2015),
        ("Accra naval parade, 2018", 2018),
        ("naval parade 3 September 2018", 2018),
        ("parade 2015-09-03", 2015),
        ("ghanaian parade 2015", 2015),
        ("parades of Ghana 2018", None),
        ("sao tome", 2018),
        ("São Tomé", 2018),
        ("the cumbre", 2018),
        ("cumb tome", 2018),
    ],
)
def test_events_are_found_by_the_words_people_use(stored, asked_for, year):
    if year is None:
        with pytest.raises(UnknownNameError):
            find_event(stored, asked_for)
    else:
        assert find_event(stored, asked_for).first_day.year == year


def test_an_ambiguous_event_lists_what_tells_apart(stored):
    with pytest.raises(AmbiguousNameError) as caught:
        find_event(stored, "accra parade")
    first, second = caught.value.candidates
    assert "2015-09-03, Accra, Ghana" in first
    assert "2018-09-03" in second
    assert find_event(stored, first.split()[0]).date == "2015-09-03"


def test_near_names_are_suggested(stored):
    with pytest.raises(UnknownNameError) as caught:
        find_event(stored, "acra navel prade")
    assert "Accra naval parade" in caught.value.suggestions
    with pytest.raises(UnknownNameError) as caught:
        find_participant(stored, "Efwa Boatang")
    assert caught.value.suggestions[0] == "Efua Boateng"


@pytest.mark.parametrize("name", ["", "  ", "–", "%", "_"])
@pytest.mark.parametrize("find", [find_event, find_participant, find_article])
def test_a_name_without_a_word_is_refused(stored, find, name):
    with pytest.raises(QuestionError):
        find(stored, name)


@pytest.mark.parametrize(
    ("asked_for", "name"),
    [
        ("ama boateng", "Ama Boateng"),
        ("AMA BOATENG", "Ama Boateng"),
        ("President Ama Boateng", "Ama Boateng"),
        ("kim anh tran", "Kim-Anh Tran"),
        ("Tran", "Kim-Anh Tran"),
        ("zoe muller", "Zoë Müller"),
        ("MÜLLER", "Zoë Müller"),
        ("turkey", "Turkey"),
        ("Turkish", "Turkey"),
        ("TUR", "Turkey"),
        ("dah", "Lars Dahl"),
    ],
)
def test_participants_are_found_as_people_write_them(stored, asked_for, name):
    assert find_participant(stored, asked_for).name in {name, "Türkiye"}


def test_a_shared_surname_is_ambiguous(stored):
    with pytest.raises(AmbiguousNameError) as caught:
        find_participant(stored, "Boateng")
    assert [each.split("  ")[1] for each in caught.value.candidates] == [
        "Ama Boateng, person, Ghana",
        "Efua Boateng, person, Ghana",
    ]


def test_a_bare_surname_in_an_article_does_not_hide_another_of_that_name(asked):
    session = asked(
        article(occasion("Lima meeting", said("Ama Boateng", "attended", country="GHA"))),
        article(occasion("Quito meeting", said("Boateng", "attended", country="GHA"))),
        article(occasion("Bern meeting", said("Jens Boateng", "attended", country="DEU"))),
    )
    with pytest.raises(AmbiguousNameError):
        find_participant(session, "boateng")


def test_ids_are_names_too(stored):
    event = find_event(stored, "cumbre")
    person = find_participant(stored, "dahl")
    assert find_event(stored, short_id(event.id)) == event
    assert find_event(stored, event.id.hex[:5]) == event
    assert find_event(stored, str(event.id)) == event
    assert find_participant(stored, short_id(person.id).upper()) == person


def test_articles_are_found_by_title_url_and_id(stored):
    ships = find_article(stored, "ships accra")
    for name in ("Ships at Accra", "https://a.example/ships", "a-1", short_id(ships.id)):
        assert find_article(stored, name) == ships
    with pytest.raises(AmbiguousNameError):
        find_article(stored, "ships")


@pytest.mark.parametrize(
    ("name", "code"), [("ghana", "GHA"), ("Ghanaian", "GHA"), ("gha", "GHA"), ("turkey", "TUR")]
)
def test_countries_are_found_by_name_demonym_and_code(name, code):
    assert find_country_code(name) == code


def test_a_country_that_is_none_is_told_with_near_ones():
    with pytest.raises(UnknownNameError, match="Ghana"):
        find_country_code("Ghanna")


@pytest.mark.parametrize(
    ("name", "code"), [("ghana", "GHA"), ("the world", "WLD"), ("EU27", "EU27")]
)
def test_trade_is_also_that_of_blocs_and_the_world(stored, name, code):
    assert find_trade_party(stored, name) == code
    with pytest.raises(UnknownNameError):
        find_trade_party(stored, "Atlantis")


def test_searching_finds_all_that_fit(stored):
    assert [event.date for event in search_events(stored, "parad")] == ["2015-09-03", "2018-09-03"]
    found = {each.name for each in search_participants(stored, "boat")}
    assert found == {"Ama Boateng", "Efua Boateng"}


def test_names_are_completed_whatever_the_case(stored):
    assert event_names(stored, "accra n", 10) == ["Accra naval parade"]
    assert participant_names(stored, "a", 10) == ["Ama Boateng"]
    assert participant_names(stored, "%", 10) == []
