"""A row or two for every table, that tell of one fair in one town."""

import datetime as dt
import uuid
from decimal import Decimal
from typing import Any

Rows = dict[str, list[dict[str, Any]]]

IDS = [uuid.uuid5(uuid.NAMESPACE_URL, str(number)) for number in range(20)]
DAY = dt.date(2031, 5, 4)
MOMENT = dt.datetime(2031, 5, 4, 9, 30, tzinfo=dt.UTC)
TEXT = "Ana Novak — of the harbour board — will open the fair. Exports rose 4.5 percent."
PROOF = {"extractor": "verb", "extractor_version": "7", "confidence": 0.9, "quoted": None}


def article(number: int, **other: Any) -> dict[str, Any]:
    return {
        "id": IDS[number],
        "digest": f"{number:064}",
        "source_id": IDS[0],
        "import_run_id": IDS[1],
        "external_id": "a1",
        "url": "https://harbour.example/fair",
        "title": "A fair is opened",
        "published": DAY,
        "language": "en",
        "text": TEXT,
        "imported_at": MOMENT,
    } | other


def claim(number: int, **other: Any) -> dict[str, Any]:
    return (
        {
            "id": IDS[number],
            "article_id": IDS[3],
            "attendance_id": IDS[9],
            "event_mention_id": IDS[8],
            "participant_alias_id": IDS[6],
            "status": "confirmed",
            "observed": False,
            "role": "host",
            "represented_by_id": IDS[6],
            "start_offset": 3,
            "end_offset": 9,
        }
        | PROOF
        | other
    )


# Parents before children. Tests of older revisions take the columns that there were.
ROWS: Rows = {
    "source": [{"id": IDS[0], "name": "harbour.example"}],
    "import_run": [
        {
            "id": IDS[1],
            "started_at": MOMENT,
            "finished_at": None,
            "reader_version": "7",
            "new_articles": 2,
            "known_articles": 1,
            "failures": 1,
        }
    ],
    "import_failure": [
        {
            "id": IDS[2],
            "import_run_id": IDS[1],
            "input": "notes.txt",
            "cause": "empty",
            "message": "notes.txt is empty",
            "failed_at": MOMENT,
        }
    ],
    "article": [article(3), article(4, source_id=None, published=None, text="Short.")],
    "participant": [
        {"id": IDS[5], "kind": "person", "name": "Ana Novak", "country": "SVN"},
    ],
    "participant_alias": [
        {
            "id": IDS[6],
            "participant_id": IDS[5],
            "kind": "person",
            "name": "Ana Novak",
            "country": "SVN",
            "key": "ana novak",
            "first_block": "ana",
            "last_block": "nov",
            "articles": 1,
            "first_published": DAY,
            "first_article_id": IDS[3],
        }
    ],
    "event": [
        {
            "id": IDS[7],
            "name": "the fair",
            "kind": "other",
            "date": "2031-05",
            "first_day": dt.date(2031, 5, 1),
            "last_day": dt.date(2031, 5, 31),
            "place": None,
            "country": "SVN",
        }
    ],
    "event_alias": [{"id": IDS[14], "event_id": IDS[7], "name": "the fair"}],
    "event_mention": [
        {
            "id": IDS[8],
            "article_id": IDS[3],
            "event_id": IDS[7],
            "name": "the fair",
            "kind": "other",
            "date": "2031-05",
            "first_day": dt.date(2031, 5, 1),
            "last_day": dt.date(2031, 5, 31),
            "place": None,
            "country": "SVN",
            "window_first": dt.date(2031, 5, 1),
            "window_last": dt.date(2031, 5, 31),
            "start_offset": 44,
            "end_offset": 52,
        }
    ],
    "attendance": [
        {
            "id": IDS[9],
            "event_id": IDS[7],
            "participant_id": IDS[5],
            "status": "confirmed",
            "observed": False,
            "role": None,
        }
    ],
    "claim": [claim(10), claim(11, article_id=IDS[4], status="absent", observed=True)],
    "trade_figure": [
        {
            "id": IDS[12],
            "article_id": IDS[3],
            "reporter": "SVN",
            "partner": "WLD",
            "flow": "export",
            "measure": "growth",
            "value": Decimal("4.5"),
            "unit": "percent",
            "period": None,
            "period_first_day": None,
            "period_last_day": None,
            "approximate": False,
            "goods": None,
            "start_offset": 55,
            "end_offset": 79,
        }
        | PROOF
    ],
}
