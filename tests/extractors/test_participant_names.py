import pytest
from readings import participants, read

CLARK = ("Helen Clark", "person", "NZL")


@pytest.mark.parametrize(
    "text",
    [
        "New Zealand's Helen Clark spoke.",
        "New Zealand’s prime minister, Helen Clark, spoke.",
        "Helen Clark of New Zealand spoke.",
        "Helen Clark, the prime minister of New Zealand, spoke.",
        "New Zealand Prime Minister Helen Clark spoke.",
        "New Zealand's Prime Minister Helen Clark spoke.",
    ],
)
def test_a_person_has_the_country_that_the_words_around_the_name_tell(text):
    assert CLARK in participants(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Danish Prime Minister Poul Schlüter spoke.", ("Poul Schlüter", "person", "DNK")),
        ("Former French President Jacques Chirac spoke.", ("Jacques Chirac", "person", "FRA")),
        ("Chad's Idriss Déby spoke.", ("Idriss Déby", "person", "TCD")),
        ("The Malaysian prime minister spoke.", ("Malaysia", "country", "MYS")),
        ("Fiji's foreign minister spoke.", ("Fiji", "country", "FJI")),
        ("A delegation from Tonga left.", ("Tonga", "country", "TON")),
        ("They flew to uruguay.", ("Uruguay", "country", "URY")),
        ("Most Caribbean nations signed.", ("Most Caribbean nations", "group", None)),
    ],
)
def test_who_is_meant(text, found):
    assert found in participants(text)


def test_a_country_is_found_in_any_case():
    names = {name for name, *_ in participants("Leaders from peru, bolivia and Ecuador met.")}
    assert {"Peru", "Bolivia", "Ecuador"} <= names


def test_a_short_name_is_led_back_to_the_full_one():
    text = "Danish Prime Minister Poul Schlüter spoke. Later Schlüter left."
    mentions = [m for m in read(text).participants if text[m.start : m.end] == "Schlüter"]
    assert [(m.name, m.country) for m in mentions] == [("Poul Schlüter", "DNK")]


def test_a_short_name_is_led_back_to_the_full_one_in_the_headline():
    text = "Prime Minister Schlüter spoke on Tuesday about fish and taxes."
    names = {m.name for m in read(text, title="Poul Schlüter speaks about taxes").participants}
    assert "Poul Schlüter" in names


def test_two_people_of_one_surname_are_kept_apart():
    text = "Anna Lindqvist met Karin Lindqvist."
    assert {m.name for m in read(text).participants} == {"Anna Lindqvist", "Karin Lindqvist"}


def test_a_pronoun_means_the_person_before_it():
    text = "Chilean President Ricardo Lagos came. He spoke."
    (pronoun,) = [m for m in read(text).participants if text[m.start : m.end] == "He"]
    assert (pronoun.name, pronoun.country) == ("Ricardo Lagos", "CHL")


def test_a_text_about_nobody_has_no_participants():
    assert participants("The bridge is closed because the river has risen.") == set()


def test_mentions_stand_in_order_and_within_the_text():
    text = "Peru’s Alan García and Chile’s Ricardo Lagos met. García left, and Lagos slept."
    mentions = read(text).participants
    assert [m.start for m in mentions] == sorted(m.start for m in mentions)
    assert all(0 <= m.start < m.end <= len(text) for m in mentions)
    assert {text[m.start : m.end] for m in mentions} >= {"García", "Lagos"}
