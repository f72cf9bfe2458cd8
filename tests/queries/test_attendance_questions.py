import datetime as dt

from builders import article, occasion, said

from timeline.queries.attendance import attended, together, who_attended
from timeline.queries.claims import evidence_of_event
from timeline.queries.event_names import find_event
from timeline.queries.participant_names import find_participant
from timeline.records import Role, Status

OSLO = {"day": "2019-06-20", "place": "Oslo", "country": "NOR"}


def oslo(*rows):
    return occasion("Oslo climate summit", *rows, **OSLO)


def rows(answer):
    return [(row.participant, row.status.value) for row in answer.rows]


STORY = (
    article(
        oslo(
            said("Ama Boateng", "invited", country="GHA"),
            said("Lars Dahl", "confirmed", country="NOR", role="host"),
        ),
        published="2019-06-01",
    ),
    article(
        oslo(
            said("Ama Boateng", "declined", country="GHA"),
            said("Lars Dahl", "expected", country="NOR"),
        ),
        published="2019-06-10",
    ),
    article(
        oslo(
            said("Ama Boateng", "attended", country="GHA", role="speaker"),
            said("Kenya", "absent", kind="country", country="KEN", observed=True),
        ),
        published="2019-06-21",
    ),
    article(oslo(said("Rosa Lindt", "tentative", country="AUT"))),
)


def test_the_answer_follows_the_latest_and_the_observed(asked):
    session = asked(*STORY)
    answer = who_attended(session, find_event(session, "oslo").id)
    assert rows(answer) == [
        ("Ama Boateng", "attended"),
        ("Lars Dahl", "expected"),
        ("Rosa Lindt", "tentative"),
        ("Kenya", "absent"),
    ]
    boateng, dahl = answer.rows[:2]
    assert (boateng.role, boateng.articles, boateng.against) == (Role.SPEAKER, 3, 1)
    assert boateng.last_claim == dt.date(2019, 6, 21)
    assert dahl.role is Role.HOST  # told once, and taken back by nobody


def test_as_of_a_day_only_what_was_published_by_then_counts(asked):
    session = asked(*STORY)
    event = find_event(session, "oslo").id
    first = who_attended(session, event, as_of=dt.date(2019, 6, 9))
    assert rows(first) == [("Lars Dahl", "confirmed"), ("Ama Boateng", "invited")]
    assert first.undated == 1
    second = who_attended(session, event, as_of=dt.date(2019, 6, 10))
    assert rows(second) == [("Lars Dahl", "expected"), ("Ama Boateng", "declined")]
    before = who_attended(session, event, as_of=dt.date(2018, 1, 1))
    assert (before.rows, before.first_known) == ((), dt.date(2019, 6, 1))


def test_statuses_narrow_the_answer(asked):
    session = asked(*STORY)
    event = find_event(session, "oslo").id
    kept = who_attended(session, event, statuses=[Status.ABSENT, Status.TENTATIVE])
    assert rows(kept) == [("Rosa Lindt", "tentative"), ("Kenya", "absent")]


def test_the_evidence_is_the_words_of_the_article(asked):
    session = asked(*STORY)
    claims = evidence_of_event(session, find_event(session, "oslo").id, dt.date(2019, 6, 1))
    assert [(claim.participant, claim.quote) for claim in claims] == [
        ("Ama Boateng", "Ama Boateng: invited"),
        ("Lars Dahl", "Lars Dahl: confirmed"),
    ]


def test_the_quote_is_right_behind_letters_of_several_bytes(asked):
    session = asked(
        article(
            oslo(said("Zoë Ñandú 🎈 東京", "attended")),
            title="Grüße “𝒳” 🎈",
            published="2019-06-21",
        )
    )
    (claim,) = evidence_of_event(session, find_event(session, "oslo").id)
    assert claim.quote == "Zoë Ñandú 🎈 東京: attended"


def test_a_deputy_is_told(asked):
    session = asked(
        article(
            oslo(said("Ama Boateng", "absent", country="GHA", represented_by="Kofi Adjei")),
            published="2019-06-01",
        )
    )
    (row,) = who_attended(session, find_event(session, "oslo").id).rows
    assert row.represented_by == "Kofi Adjei"


MEETINGS = (
    article(
        oslo(
            said("Ama Boateng", "attended", country="GHA"),
            said("Lars Dahl", "attended", country="NOR"),
        ),
        occasion(
            "Accra trade talks",
            said("Ama Boateng", "attended", country="GHA"),
            said("Lars Dahl", "declined", country="NOR"),
            kind="talks",
            day="2018-03",
            place="Accra",
            country="GHA",
        ),
        occasion(
            "Nairobi forum",
            said("Ama Boateng", "expected", country="GHA"),
            kind="conference",
            day=None,
        ),
        published="2019-06-21",
    ),
)


def test_the_events_of_a_participant_stand_in_time(asked):
    session = asked(*MEETINGS)
    answer = attended(session, find_participant(session, "boateng").id)
    assert [(row.event, row.status.value) for row in answer.rows] == [
        ("Accra trade talks", "attended"),
        ("Oslo climate summit", "attended"),
        ("Nairobi forum", "expected"),
    ]


def test_an_event_that_one_stays_away_from_is_not_shared(asked):
    session = asked(*MEETINGS)
    ids = [find_participant(session, name).id for name in ("dahl", "boateng")]
    assert [row.event for row in together(session, ids).rows] == ["Oslo climate summit"]
    everything = together(session, ids, everything=True).rows
    assert [(row.event, row.statuses) for row in everything] == [
        ("Accra trade talks", (Status.DECLINED, Status.ATTENDED)),
        ("Oslo climate summit", (Status.ATTENDED, Status.ATTENDED)),
    ]
    assert together(session, ids, as_of=dt.date(2019, 6, 20)).rows == ()
