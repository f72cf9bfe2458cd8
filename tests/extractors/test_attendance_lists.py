import pytest
from readings import read, statuses

EVENT = "the summit in Lima"
SAHEL = ("Chad", "Niger", "Mali")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Leaders from Chad, Niger and Mali attended the summit in Bamako.", "attended"),
        ("Leaders from Chad, Niger and Mali will attend the summit in Bamako.", "expected"),
        ("The presidents of Chad, Niger and Mali attended the summit in Bamako.", "attended"),
        ("The summit in Bamako was attended by leaders from Chad, Niger and Mali.", "attended"),
        ("Chad, Niger, and Mali did not attend the summit in Bamako.", "absent"),
        ("Chad, Niger and Mali have been invited to the summit in Bamako.", "invited"),
    ],
)
def test_everybody_in_a_list_has_the_status(text, status):
    assert statuses(text) == dict.fromkeys(SAHEL, status)


def test_a_set_of_leaders_includes_those_listed_behind_it():
    text = (
        "Leaders expected to attend the summit in Bamako include Chad's Idriss Déby, "
        "Niger's Mahamadou Issoufou and Benin's Boni Yayi."
    )
    found = read(text).attendance
    assert {(row.name, row.country, row.status.value) for row in found} == {
        ("Idriss Déby", "TCD", "expected"),
        ("Mahamadou Issoufou", "NER", "expected"),
        ("Boni Yayi", "BEN", "expected"),
    }


@pytest.mark.parametrize("mark", ["- ", "* ", "• ", "– "])
@pytest.mark.parametrize(
    "lead",
    [
        "The following leaders have confirmed their attendance at the summit in Lima:",
        "These leaders have confirmed that they will attend the summit in Lima:",
    ],
)
def test_bullets_behind_a_colon_are_its_list(lead, mark):
    lines = ["Chilean President Ricardo Lagos", "Bolivian President Carlos Mesa", "Ecuador"]
    text = "\n".join([lead, *(mark + line for line in lines)])
    assert statuses(text) == dict.fromkeys(["Ricardo Lagos", "Carlos Mesa", "Ecuador"], "confirmed")


def test_a_roll_call_goes_over_several_lines():
    text = (
        "The summit in Bamako was held on 5 March. Those present included:\n"
        "Chadian President Idriss Déby\n"
        "Nigerien President Mahamadou Issoufou\n"
        "Beninese President Boni Yayi"
    )
    names = ["Idriss Déby", "Mahamadou Issoufou", "Boni Yayi"]
    assert statuses(text) == dict.fromkeys(names, "attended")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The summit in Riga opens on Friday. Notably absent will be Poul Schlüter.",
            {"Poul Schlüter": "absent"},
        ),
        (
            (
                "The summit in Riga opens on Friday. Also attending are Danish Prime Minister Poul "
                "Schlüter and Latvian President Valdis Zatlers."
            ),
            {"Poul Schlüter": "expected", "Valdis Zatlers": "expected"},
        ),
        (
            (
                "Also at the summit in Bamako were Chadian President Idriss Déby, Nigerien President "
                "Mahamadou Issoufou and Beninese President Boni Yayi."
            ),
            {
                "Idriss Déby": "attended",
                "Mahamadou Issoufou": "attended",
                "Boni Yayi": "attended",
            },
        ),
        (
            (
                "Among the guests at the funeral in Quito were Gabon's Omar Bongo and "
                "Togo's Faure Gnassingbé."
            ),
            {"Omar Bongo": "attended", "Faure Gnassingbé": "attended"},
        ),
    ],
)
def test_inverted_sentences(text, found):
    assert statuses(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"Neither Peru nor Chile attended {EVENT}.", {"Peru": "absent", "Chile": "absent"}),
        (f"No officials from Peru attended {EVENT}.", {"Peru": "absent"}),
        (f"All members attended {EVENT} except Bolivia.", {"Bolivia": "absent"}),
        (
            f"All leaders attended {EVENT} except Peru's Alan García.",
            {"Alan García": "absent"},
        ),
        (f"Missing from {EVENT} was Denmark.", {"Denmark": "absent"}),
    ],
)
def test_negations_and_exceptions(text, found):
    assert statuses(text) == found
