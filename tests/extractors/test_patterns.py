import re
from importlib.resources import files

import pytest

from timeline.extractors.patterns import read_patterns, terms, words
from timeline.records import EventKind, Status

NAMES = sorted(
    entry.name.removesuffix(".jsonl")
    for entry in files("timeline.extractors.patterns").iterdir()
    if entry.name.endswith(".jsonl")
)
# Kept as mappings, where the later of two lines of one term would hide the earlier.
MAPPINGS = ["event_names", "event_nouns", "irregular", "rules", "words"]
# Compared with words in lower case, so that a term in another case would never fit.
LOWER = [
    "cues",
    "delegations",
    "event_nouns",
    "governing_nouns",
    "governors",
    "group_adjectives",
    "groups",
    "irregular",
    "offices",
    "quantifiers",
    "royal",
    "sets",
    "sources",
    "unofficial",
    "venues",
    "words",
]


@pytest.mark.parametrize("name", NAMES)
def test_a_file_of_patterns_is_not_empty_and_has_values_on_every_line(name):
    lines = read_patterns(name)
    assert lines
    for line in lines:
        assert line
        assert all(isinstance(key, str) and value not in {"", None} for key, value in line.items())


@pytest.mark.parametrize("name", LOWER)
def test_terms_are_in_lower_case_without_outer_space(name):
    assert [
        t for t in (line["term"] for line in read_patterns(name)) if t != t.lower().strip()
    ] == []


@pytest.mark.parametrize("name", MAPPINGS)
def test_terms_are_unique(name):
    found = [line["term"] for line in read_patterns(name)]
    assert {term for term in found if found.count(term) > 1} == set()


def test_patterns_of_status_compile_and_name_a_status():
    for line in read_patterns("status"):
        assert re.compile(line["pattern"])
        assert line["status"] == "none" or Status(line["status"])


def test_kinds_of_events_are_known():
    lines = [*read_patterns("event_nouns"), *read_patterns("event_names")]
    assert {line["kind"] for line in lines} <= {*EventKind, "none"}


def test_irregular_forms_lead_to_one_verb():
    verbs = {}
    for line in read_patterns("irregular"):
        for form in {line["past"], line["participle"]}:
            assert verbs.setdefault(form, line["term"]) == line["term"]


def test_confidence_is_a_share():
    assert all(0 < float(line["confidence"]) <= 1 for line in read_patterns("rules"))


def test_terms_are_chosen_by_their_values():
    heads, relations = terms("offices", part="head"), terms("offices", part="relation")
    assert "president" in heads
    assert "president" not in relations
    assert heads | relations < terms("offices")
    assert terms("offices", part="nothing") == frozenset()


def test_a_set_of_words_that_is_not_there_is_an_error():
    with pytest.raises(KeyError):
        words("no such set")


def test_patterns_that_are_not_there_are_an_error():
    with pytest.raises(FileNotFoundError):
        read_patterns("no_such_file")
