import pytest
from readings import by_event, read, statuses

from timeline.records import Role

LAGOS = "Chilean President Ricardo Lagos"
EVENT = "the summit in Lima"


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("has been invited to {}", "invited"),
        ("was invited to {}, organisers said", "invited"),
        ("may attend {}", "tentative"),
        ("is considering attending {}", "tentative"),
        ("has not decided whether to attend {}", "tentative"),
        ("will attend {}", "expected"),
        ("is expected to attend {}", "expected"),
        ("plans to attend {}", "expected"),
        ("will attend {}, his spokesman said", "confirmed"),
        ("will attend {}, the foreign ministry said on Monday", "confirmed"),
        ("has confirmed that he will attend {}", "confirmed"),
        ("accepted an invitation to attend {}", "confirmed"),
        ("attended {}", "attended"),
        ("took part in {}", "attended"),
        ("was present at {}", "attended"),
        ("spoke at {}", "attended"),
        ("attended {} via video link", "attended"),
        ("declined an invitation to {}", "declined"),
        ("turned down an invitation to attend {}", "declined"),
        ("rejected an invitation to {}", "declined"),
        ("did not attend {}", "absent"),
        ("will not attend {}", "absent"),
        ("won’t attend {}", "absent"),
        ("skipped {}", "absent"),
        ("will skip {}", "absent"),
        ("boycotted {}", "absent"),
        ("pulled out of {}", "absent"),
        ("opted not to attend {}", "absent"),
        ("refused to attend {}", "absent"),
        ("cancelled his trip to {}", "absent"),
        ("was not invited to {}", "absent"),
        ("will be absent from {}", "absent"),
    ],
)
def test_the_words_tell_the_status(words, status):
    assert statuses(f"{LAGOS} {words.format(EVENT)}.") == {"Ricardo Lagos": status}


@pytest.mark.parametrize(
    ("words", "observed"),
    [
        ("attended", True),
        ("did not attend", True),
        ("skipped", True),
        ("will attend", False),
        ("may attend", False),
        ("will not attend", False),
        ("will skip", False),
    ],
)
def test_what_came_of_it_is_kept_apart_from_what_was_planned(words, observed):
    (row,) = read(f"{LAGOS} {words} {EVENT}.").attendance
    assert row.observed is observed


def test_it_may_be_unclear_whether_somebody_comes():
    text = f"It is unclear whether Finnish President Tarja Halonen will attend {EVENT}."
    assert statuses(text) == {"Tarja Halonen": "tentative"}


def test_hosts_invite():
    text = f"Organisers have invited Zambian President Rupiah Banda to {EVENT}."
    assert statuses(text) == {"Rupiah Banda": "invited"}


def test_what_a_side_says_officially_is_confirmed_with_its_source():
    text = f"Norway's foreign ministry confirmed that Jens Stoltenberg will attend {EVENT}."
    (row,) = read(text).attendance
    assert (row.name, row.status.value, row.quoted) == (
        "Jens Stoltenberg",
        "confirmed",
        "Norway's foreign ministry",
    )


def test_what_a_newspaper_says_is_not_confirmed():
    text = f"{LAGOS} will attend {EVENT}, a newspaper reported."
    assert statuses(text) == {"Ricardo Lagos": "expected"}


def test_a_speaker_tells_of_themselves():
    text = "Bolivian President Carlos Mesa said on Monday that he will not attend " + EVENT + "."
    (row,) = read(text).attendance
    assert (row.name, row.status.value, row.quoted) == (
        "Carlos Mesa",
        "absent",
        "Bolivian President Carlos Mesa",
    )


def test_who_speaks_of_it_does_not_come_for_that():
    text = f"Ugandan President Yoweri Museveni said that Chad will attend {EVENT}."
    assert set(statuses(text)) == {"Chad"}


@pytest.mark.parametrize(
    "text",
    [
        (
            "President Thabo Mbeki will send Deputy President Phumzile Mlambo-Ngcuka to the summit in "
            "Accra in his place."
        ),
        (
            "President Thabo Mbeki will be represented at the summit in Accra by Deputy President "
            "Phumzile Mlambo-Ngcuka."
        ),
    ],
)
def test_who_comes_in_another_s_place(text):
    rows = {row.name: row for row in read(text).attendance}
    assert rows["Thabo Mbeki"].status.value == "absent"
    assert rows["Thabo Mbeki"].represented_by == "Phumzile Mlambo-Ngcuka"
    assert rows["Phumzile Mlambo-Ngcuka"].status.value in {"expected", "confirmed"}


def test_who_came_in_another_s_place():
    text = (
        "Thai Prime Minister Chuan Leekpai was represented by Foreign Minister Surin Pitsuwan "
        "at the funeral in Amman."
    )
    rows = {row.name: row for row in read(text).attendance}
    assert rows["Chuan Leekpai"].represented_by == "Surin Pitsuwan"
    assert rows["Chuan Leekpai"].status.value == "absent"
    assert rows["Surin Pitsuwan"].status.value == "attended"
    assert rows["Surin Pitsuwan"].represented_by is None


def test_who_is_sent_attends():
    text = "Argentina sent Foreign Minister Rafael Bielsa to the funeral in Quito."
    assert statuses(text) == {"Rafael Bielsa": "attended"}


@pytest.mark.parametrize(
    ("text", "role", "status"),
    [
        (f"{LAGOS} hosted {EVENT} on Friday.", Role.HOST, "attended"),
        (f"{LAGOS} will host {EVENT} on Friday.", Role.HOST, "expected"),
        (f"{LAGOS} addressed {EVENT}.", Role.SPEAKER, "attended"),
        (f"{LAGOS} spoke at {EVENT}.", Role.SPEAKER, "attended"),
        (f"{LAGOS} attended {EVENT}.", None, "attended"),
    ],
)
def test_the_verb_tells_the_role(text, role, status):
    (row,) = read(text).attendance
    assert (row.name, row.role, row.status.value) == ("Ricardo Lagos", role, status)


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (f"Helen Clark of New Zealand attended {EVENT}.", ("Helen Clark", "person", "NZL")),
        (f"New Zealand's Helen Clark attended {EVENT}.", ("Helen Clark", "person", "NZL")),
        (f"A delegation from Tonga attended {EVENT}.", ("Tonga", "country", "TON")),
        (f"The Malaysian prime minister attended {EVENT}.", ("Malaysia", "country", "MYS")),
        (f"Officials from uruguay attended {EVENT}.", ("Uruguay", "country", "URY")),
        (
            f"Most Caribbean nations attended {EVENT}.",
            ("Most Caribbean nations", "group", None),
        ),
        (
            f"The International Monetary Fund attended {EVENT}.",
            ("International Monetary Fund", "organization", None),
        ),
    ],
)
def test_a_row_says_who_is_meant(text, row):
    (found,) = read(text).attendance
    name = found.name.removeprefix("The ")  # the article may be kept or not
    assert (name, found.kind.value, found.country) == row


def test_a_short_name_is_told_under_the_full_one():
    text = f"Danish Prime Minister Poul Schlüter is back. Schlüter attended {EVENT}."
    assert statuses(text) == {"Poul Schlüter": "attended"}


def test_a_pronoun_is_told_under_the_name():
    text = f"Poul Schlüter is the Danish prime minister. He attended {EVENT}."
    assert statuses(text) == {"Poul Schlüter": "attended"}


def test_the_next_sentence_may_leave_the_event_unnamed():
    text = "The summit in Bamako opens on Friday. Chadian President Idriss Déby will attend."
    assert by_event(text) == {("summit", "Bamako"): {"Idriss Déby"}}


def test_a_participant_has_one_row_for_an_event_however_often_it_is_told():
    text = (
        f"{LAGOS} was invited to {EVENT}. Lagos attended {EVENT}. Lagos spoke at {EVENT} on Friday."
    )
    assert statuses(text) == {"Ricardo Lagos": "attended"}


def test_one_text_may_tell_different_things_of_different_people():
    text = (
        f"Peru and Bolivia attended {EVENT}. Argentina declined an invitation to {EVENT}. "
        f"Fiji skipped {EVENT}."
    )
    assert statuses(text) == {
        "Peru": "attended",
        "Bolivia": "attended",
        "Argentina": "declined",
        "Fiji": "absent",
    }


@pytest.mark.parametrize(
    "text",
    [
        "Amnesty called on Peru to attend the summit in Lima.",
        "Activists urged Canadian Prime Minister Paul Martin to attend the summit in Lima.",
        "Peru should attend the summit in Lima.",
        "If Peru attends the summit in Lima, prices will rise.",
        "Peru denied that it would skip the summit in Lima.",
        "Canadian Prime Minister Paul Martin spoke by phone with Mexican President Vicente Fox.",
        "Canadian Prime Minister Paul Martin called Mexican President Vicente Fox on Monday.",
        "Ugandan President Yoweri Museveni thanked Kenya for its help.",
        "Ugandan President Yoweri Museveni criticised the summit in Lima.",
    ],
)
def test_what_is_no_attendance(text):
    assert read(text).attendance == ()
