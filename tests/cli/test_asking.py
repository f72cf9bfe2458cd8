"""The commands that ask, on a database of their own."""

import csv
import io
import json
from dataclasses import replace

import pytest
from builders import article, occasion, said, store_articles

GUESTS = (("Peru", "PER"), ("Kenya", "KEN"), ("Ghana", "GHA"))


def lines(text):
    return [" ".join(line.split()) for line in text.splitlines()]


def test_who_attended_tells_which_event_and_who(run, database):
    done = run("--db", database, "who-attended", "oslo summit")
    told = lines(done.out)
    assert (done.status, done.err) == (0, "")
    assert told[0].endswith("Oslo climate summit, 2019-06-20, Oslo, Norway")
    assert [line.rsplit(" ", 1)[0] for line in told[3:]] == [
        "Ama Boateng person GHA attended speaker 2 2019-06-21 0",
        "Kenya country KEN attended 1 2019-06-21 0",
        "Łukasz Wróbel person POL absent 2 2019-06-21 1",
    ]


def test_every_row_can_be_proved(run, database):
    done = run("who-attended", "oslo", "--db", database, "--evidence", "--status", "absent")
    assert "“Łukasz Wróbel: confirmed”\n  quoting his office, 2019-06-01, north.example" in done.out
    assert "“Łukasz Wróbel: absent”" in done.out
    assert "Ama" not in done.out
    machine = run("who-attended", "oslo", "--db", database, "--evidence", "--format", "json")
    claims = json.loads(machine.out)
    assert [claim["quote"] for claim in claims[:2]] == [
        "Ama Boateng: invited",
        "Łukasz Wróbel: confirmed",
    ]
    assert claims[0]["url"] == "https://north.example/1"


def test_as_of_tells_what_was_known(run, database):
    done = run("who-attended", "oslo", "--as-of", "2019-06-01", "--db", database, "-f", "csv")
    rows = list(csv.DictReader(io.StringIO(done.out)))
    assert [(row["participant"], row["status"]) for row in rows] == [
        ("Łukasz Wróbel", "confirmed"),
        ("Ama Boateng", "invited"),
    ]
    before = run("who-attended", "oslo", "--as-of", "2018-12-31", "--db", database)
    assert (before.status, before.out) == (0, "")
    assert "nothing is known of Oslo climate summit up to 2018-12-31" in before.err
    assert "2019-06-01" in before.err


def test_articles_without_a_date_are_left_out_of_the_past_and_counted(run, database):
    store_articles(
        str(database),
        article(
            occasion(
                "Oslo climate summit",
                said("Rosa Lindt", "expected", country="AUT"),
                day="2019-06-20",
                place="Oslo",
                country="NOR",
            )
        ),
    )
    done = run("who-attended", "oslo", "--as-of", "2019-07-01", "--db", database)
    assert "1 article has no date of publication" in done.err
    assert "Rosa Lindt" not in done.out
    assert "Rosa Lindt" in run("who-attended", "oslo", "--db", database).out


def test_attended_and_together(run, database):
    done = run("attended", "ama boateng", "--db", database, "-f", "jsonl")
    events = [json.loads(line) for line in done.out.splitlines()]
    assert [(row["event"], row["status"], row["role"]) for row in events] == [
        ("Oslo climate summit", "attended", "speaker"),
        ("Accra trade talks", "expected", "host"),
    ]
    shared = run("together", "boateng", "kenya", "--db", database, "-f", "json")
    (row,) = json.loads(shared.out)
    assert (row["event"], row["Ama Boateng"], row["Kenya"]) == (
        "Oslo climate summit",
        "attended",
        "attended",
    )
    everything = run("together", "boateng", "kenya", "--all", "--db", database)
    assert "declined" in everything.out


def test_together_needs_two(run, database):
    for names in (["boateng"], ["boateng", "ama boateng"]):
        done = run("together", *names, "--db", database)
        assert done.status == 2
        assert len(done.err.splitlines()) == 1


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["events", "--kind", "talks"], ["Accra trade talks"]),
        (["events", "--country", "norwegian"], ["Oslo climate summit"]),
        (["events", "--since", "1 July 2019"], ["Accra trade talks"]),
        (["participants", "--kind", "country"], ["Kenya"]),
        (["participants", "--search", "wrobel"], ["Łukasz Wróbel"]),
        (["articles", "--source", "north"], ["2019-06-01"]),
        (["trade", "--reporter", "kenya", "--partner", "world"], ["KEN"]),
        (["trade", "--period", "2019", "--flow", "export"], ["KEN"]),
    ],
)
def test_lists_are_narrowed(run, database, arguments, expected):
    done = run("--db", database, *arguments, "--format", "tsv")
    assert [line.split("\t")[0] for line in done.out.splitlines()[1:]] == expected


def test_trade_figures_have_exact_values_and_quotes(run, database):
    done = run("trade", "--db", database, "--format", "json")
    assert '"value": 1.25,' in done.out
    assert '"value": 5700000000,' in done.out
    assert "“1.25 between KEN and GHA”" in run("trade", "--db", database, "--evidence").out


@pytest.mark.parametrize(
    ("what", "name", "told"),
    [
        ("event", "oslo", ["Oslo climate summit", "What Oslo came to", "“Kenya: attended”"]),
        (
            "participant",
            "Lukasz Wrobel",
            ["Łukasz Wróbel", "Oslo climate summit", "quoting his office"],
        ),
        ("participant", "kenya", ["Accra trade talks", "5700000000", "“1.25 between KEN and GHA”"]),
        ("article", "guests", ["north.example", "Oslo climate summit", "“Ama Boateng: invited”"]),
    ],
)
def test_show_tells_one_thing_whole(run, database, what, name, told):
    done = run("show", what, name, "--db", database)
    assert done.status == 0
    for each in told:
        assert each in done.out


def test_show_is_one_object_for_programs(run, database):
    whole = json.loads(run("show", "event", "accra", "--db", database, "-f", "json").out)
    assert (whole["name"], len(whole["participants"]), len(whole["claims"])) == (
        "Accra trade talks",
        2,
        2,
    )
    text = json.loads(
        run("show", "article", "guests", "--text", "--db", database, "-f", "jsonl").out
    )["text"]
    claim = whole["claims"][0]
    article = json.loads(
        run("show", "article", "what oslo", "--text", "--db", database, "-f", "json").out
    )
    assert article["text"][claim["start"] : claim["end"]] == claim["quote"]
    assert text != article["text"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["who-attended", "Bergen ferry"], "no event is called 'Bergen ferry'"),
        (["who-attended", "Osla climat sumit"], "did you mean 'Oslo climate summit'"),
        (["attended", "Nobody Known"], "no participant is called 'Nobody Known'"),
        (["together", "kenya", "Nobody"], "no participant is called 'Nobody'"),
        (["show", "article", "zebras"], "no article is called 'zebras'"),
        (["events", "--country", "Atlantis"], "no country is called 'Atlantis'"),
        (["trade", "--reporter", "Atlantis"], "no country or bloc is called 'Atlantis'"),
    ],
)
def test_unknown_names_are_told_in_one_line(run, database, arguments, words):
    done = run("--db", database, *arguments)
    assert (done.status, done.out) == (1, "")
    assert words in done.err
    assert len(done.err.splitlines()) == 1


def test_an_ambiguous_name_lists_what_it_may_mean(run, database):
    store_articles(
        str(database),
        article(
            occasion(
                "Rome talks", said("Kofi Boateng", "attended", country="GHA"), day="2017-01-05"
            )
        ),
    )
    done = run("attended", "Boateng", "--db", database)
    assert (done.status, done.out) == (1, "")
    first, *candidates = done.err.splitlines()
    assert "'Boateng' may be any of 2 participants" in first
    assert [line.split("  ")[-1] for line in candidates] == [
        "Ama Boateng, person, Ghana",
        "Kofi Boateng, person, Ghana",
    ]
    chosen = run("attended", candidates[1].split()[0], "--db", database)
    assert "Rome talks" in chosen.out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["events", "--kind", "sport"], "no event is found that fits"),
        (["events", "--search", "Osla"], "did you mean"),
        (["participants", "--search", "Botaeng"], "did you mean"),
        (["articles", "--search", "zebra"], "no article is found that fits"),
        (["trade", "--reporter", "ghana"], "no trade figure is known that fits"),
        (["who-attended", "oslo", "--status", "tentative"], "leave --status out"),
        (["attended", "kenya", "--status", "invited"], "leave --status out"),
    ],
)
def test_an_empty_answer_says_so_and_what_to_do(run, database, arguments, words):
    done = run("--db", database, *arguments)
    assert (done.status, done.out) == (0, "")
    assert words in done.err
    assert json.loads(run("--db", database, *arguments, "-f", "json").out) == []


def test_the_events_of_a_participant_can_be_proved(run, database):
    done = run("attended", "kenya", "--evidence", "--status", "declined", "--db", database)
    assert "Kenya at Accra trade talks: declined\n  “Kenya: declined”" in done.out
    assert "Oslo" not in done.out.split("“")[0]


@pytest.mark.parametrize(
    "arguments",
    [
        ["attended", "boateng"],
        ["together", "boateng", "kenya"],
        ["show", "event", "oslo"],
        ["show", "participant", "boateng"],
    ],
)
def test_of_a_day_before_everything_nothing_is_known(run, database, arguments):
    done = run(*arguments, "--as-of", "2018-12-31", "--db", database)
    assert done.status == 0
    assert "up to 2018-12-31; the first article that says something is of 2019-06" in done.err


def test_words_that_speak_of_several_are_quoted_once(run, tmp_path):
    rows = [said(name, "expected", kind="country", country=code) for name, code in GUESTS]
    told = article(occasion("Lima forum", *rows, kind="conference", day="2018-05-04"))
    quote = told.attendance[0]
    same = [replace(row, start=quote.start, end=quote.end) for row in told.attendance]
    store_articles(str(tmp_path / "lima.db"), replace(told, attendance=tuple(same)))
    done = run("who-attended", "lima", "--evidence", "--db", tmp_path / "lima.db")
    assert done.out.count("“") == 1
    assert "Ghana, Kenya, Peru: expected" in done.out
