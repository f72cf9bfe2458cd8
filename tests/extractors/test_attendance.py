from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from timeline.extractors import EXTRACTORS, extract, extract_all
from timeline.records import Document, ParticipantKind, Role, Status

PUBLISHED = date(2031, 4, 7)


def rows(text, published=PUBLISHED):
    return extract(Document(text=text, published=published)).attendance


def said(text):
    return {row.name: row.status.value for row in rows(text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # lists
        (
            "Leaders from Kenya, ghana and Peru are expected to attend the summit.",
            {"Kenya": "expected", "Ghana": "expected", "Peru": "expected"},
        ),
        (
            "Leaders expected to attend the summit include Ghana's Kofi Mensah and Elena Rossi of Peru.",
            {"Kofi Mensah": "expected", "Elena Rossi": "expected"},
        ),
        (
            "Hundreds of people attended the funeral, among them Elena Rossi and Tom Berg.",
            {"Elena Rossi": "attended", "Tom Berg": "attended"},
        ),
        (
            "The ceremony was attended by Elena Rossi, Tom Berg and Kofi Mensah.",
            {"Elena Rossi": "attended", "Tom Berg": "attended", "Kofi Mensah": "attended"},
        ),
        (
            (
                "These leaders have confirmed that they will attend the coronation:\n"
                "- Kenya’s President Wanjiru Otieno\n- Peruvian Prime Minister Elena Rossi"
            ),
            {"Wanjiru Otieno": "confirmed", "Elena Rossi": "confirmed"},
        ),
        # inversion
        (
            "The parade is on Friday. Notably absent will be representatives from Kenya and Peru.",
            {"Kenya": "absent", "Peru": "absent"},
        ),
        # control, negation, modality
        ("Elena Rossi opted not to attend the summit.", {"Elena Rossi": "absent"}),
        ("Elena Rossi won’t attend the summit.", {"Elena Rossi": "absent"}),
        ("Elena Rossi may attend the summit.", {"Elena Rossi": "tentative"}),
        (
            "Elena Rossi has yet to decide whether to attend the summit.",
            {"Elena Rossi": "tentative"},
        ),
        ("Elena Rossi plans to attend the summit.", {"Elena Rossi": "expected"}),
        ("Elena Rossi pulled out of the conference.", {"Elena Rossi": "absent"}),
        ("Elena Rossi was invited to the summit.", {"Elena Rossi": "invited"}),
        ("Elena Rossi declined an invitation to the summit.", {"Elena Rossi": "declined"}),
        ("Elena Rossi has confirmed her attendance at the summit.", {"Elena Rossi": "confirmed"}),
        # wishes and calls claim nothing
        ("Tom Berg urged Elena Rossi to attend the summit.", {}),
        ("Elena Rossi should attend the summit.", {}),
        # attribution
        (
            "Elena Rossi will attend the summit, the foreign ministry said.",
            {"Elena Rossi": "confirmed"},
        ),
        ("Elena Rossi will attend the summit, a newspaper reported.", {"Elena Rossi": "expected"}),
        # exceptions and stand-ins
        (
            "No head of state attended the ceremony except Tom Berg.",
            {"Tom Berg": "attended"},
        ),
        (
            "Elena Rossi will be represented at the coronation by Tom Berg.",
            {"Elena Rossi": "absent", "Tom Berg": "expected"},
        ),
        (
            "Elena Rossi will attend the gala, as will Tom Berg.",
            {"Elena Rossi": "expected", "Tom Berg": "expected"},
        ),
        # roles that are no attendance
        ("Elena Rossi attended the summit in Kenya.", {"Elena Rossi": "attended"}),
        ("Elena Rossi attended China's parade.", {"Elena Rossi": "attended"}),
        # companies
        (
            "A number of firms have pulled out of the conference, including Siemens and CNN.",
            {"Siemens": "absent", "CNN": "absent"},
        ),
    ],
)
def test_status(text, expected):
    assert said(text) == expected


def test_meeting_is_an_event_of_both():
    text = "Kenyan President Wanjiru Otieno met Elena Rossi in Lima in 2029."
    extraction = extract(Document(text=text, published=PUBLISHED))
    (event,) = extraction.events
    assert (event.kind.value, event.place, event.date) == ("meeting", "Lima", "2029")
    assert {row.name for row in extraction.attendance} == {"Wanjiru Otieno", "Elena Rossi"}


def test_plural_meetings_are_one_for_each_counterpart():
    text = "Elena Rossi will hold bilateral meetings with Tom Berg and Kofi Mensah."
    assert len(extract(Document(text=text, published=PUBLISHED)).events) == 2


def test_host_is_a_row_with_a_role():
    (row,) = [
        row
        for row in rows("The summit, attended by nobody yet, will be hosted by Elena Rossi.")
        if row.name == "Elena Rossi"
    ]
    assert (row.role, row.status) == (Role.HOST, Status.EXPECTED)


def test_stand_in_is_kept():
    (row,) = [
        row
        for row in rows("Elena Rossi will be represented at the coronation by Tom Berg.")
        if row.name == "Elena Rossi"
    ]
    assert row.represented_by == "Tom Berg"


def test_pronoun_leads_back():
    assert said("Elena Rossi flew to Oslo. She attended the summit.") == {"Elena Rossi": "attended"}


def test_strongest_claim_counts():
    text = "Elena Rossi is expected at the summit. Elena Rossi attended the summit."
    assert said(text)["Elena Rossi"] == "attended"


def test_refusal_of_somebody_invited_is_declined():
    text = "Elena Rossi was invited to the Lima summit. Elena Rossi will not attend the summit."
    assert said(text) == {"Elena Rossi": "declined"}


def test_present_tense_of_what_lies_ahead_is_expected():
    assert said("Elena Rossi attends the Lima summit on April 20.") == {"Elena Rossi": "expected"}


def test_observed_tells_what_came_of_it():
    by_name = {
        row.name: row.observed
        for row in rows("Elena Rossi attended the summit. Tom Berg will attend the summit.")
    }
    assert by_name == {"Elena Rossi": True, "Tom Berg": False}


def test_row_is_explained_by_rule_quote_and_speaker():
    text = "It rained. Elena Rossi will attend the summit, the foreign ministry said. It stopped."
    (row,) = rows(text)
    assert text[row.start : row.end] == (
        "Elena Rossi will attend the summit, the foreign ministry said."
    )
    assert row.rule
    assert 0 < row.confidence <= 1
    assert row.quoted == "the foreign ministry"
    assert row.kind is ParticipantKind.PERSON


def test_no_row_for_a_country_beside_its_leader():
    text = (
        "Kenyan President Wanjiru Otieno attended the summit. The Kenyan delegation attended the "
        "summit."
    )
    assert set(said(text)) == {"Wanjiru Otieno"}


def test_documents_stream_in_order():
    texts = ["Elena Rossi attended the gala."] * 3 + ["Nothing."] * 20
    documents = (Document(text=text, id=str(at)) for at, text in enumerate(texts))
    found = list(extract_all(documents))
    assert [one.document.id for one in found] == [str(at) for at in range(23)]
    assert [len(one.attendance) for one in found[:4]] == [1, 1, 1, 0]


def test_each_extractor_finds_what_it_needs_filled_before():
    filled = set()
    for extractor in EXTRACTORS:
        assert set(extractor.requires) <= filled, extractor.name
        filled |= set(extractor.assigns)


WORDS = st.sampled_from(
    [
        "the",
        "Elena",
        "Rossi",
        "Kenya",
        "will",
        "not",
        "attend",
        "summit",
        "parade",
        "in",
        "of",
        ",",
        "and",
        "by",
        "(",
        ")",
        ":",
        "-",
        "who",
        "met",
        "with",
        "Lima",
        "May",
        "3",
        "2029",
        "he",
        "they",
        "was",
        "invited",
        "absent",
        "except",
        "including",
        "–",
        "“",
        "”",
        "’s",
        "\n",
        ".",
        "president",
        "two",
        "leaders",
    ]
)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(st.text(max_size=80), st.lists(WORDS, max_size=30).map(" ".join)))
def test_odd_text_is_read_without_a_crash(text):
    extraction = extract(Document(text=text, title=text[:40], published=PUBLISHED))
    ids = {event.id for event in extraction.events}
    for row in extraction.attendance:
        assert row.event in ids
        assert text[row.start : row.end]
