"""The reading never gets worse unseen: F1 over the annotated articles beside this file stays above floors.json.

A row counts where its participant and its status, or its figure, are those that a person marked. Which
event a row belongs to is not compared here: most of these articles tell of one. Raise a floor when the
reading has become better; lowering one is a decision that belongs into the commit's message.
"""

import json
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from timeline.extractors import extract_all
from timeline.knowledge.names import name_key, same_person_name
from timeline.records import Document

HERE = Path(__file__).parent
FLOORS = json.loads((HERE / "floors.json").read_text(encoding="utf-8"))
ARTICLES = [
    json.loads(path.read_text(encoding="utf-8"))
    for path in sorted((HERE / "articles").glob("*.json"))
]


def document(article):
    published = article["published"] and date.fromisoformat(article["published"])
    return Document(
        text=article["text"],
        id=article["id"],
        url=article["url"],
        source=article["source"],
        title=article["title"],
        published=published,
    )


def same_participant(kind, name, country, row):
    if "country" in (kind, row["type"]):
        return kind == row["type"] and country == row["country"]
    return name_key(name) == name_key(row["name"]) or same_person_name(name, row["name"])


def figure(row):
    return (
        row["reporter"],
        row["partner"],
        row["flow"],
        row["measure"],
        round(float(row["value"]), 1),
    )


def matched(found, marked, same):
    left = list(marked)
    for each in found:
        fitting = next((row for row in left if same(each, row)), None)
        if fitting is not None:
            left.remove(fitting)
    return len(marked) - len(left)


def f1(hits, found, marked):
    return 2 * hits / (found + marked)


@pytest.fixture(scope="module")
def scores():
    counts = Counter()
    for article, found in zip(ARTICLES, extract_all(map(document, ARTICLES)), strict=True):
        rows, marked = found.attendance, article["attendance"]
        counts["found"] += len(rows)
        counts["marked"] += len(marked)
        counts["named"] += matched(
            rows, marked, lambda a, b: same_participant(a.kind, a.name, a.country, b)
        )
        counts["status"] += matched(
            rows,
            marked,
            lambda a, b: a.status == b["status"] and same_participant(a.kind, a.name, a.country, b),
        )
        trade = [
            (f.reporter, f.partner, f.flow, f.measure, round(float(f.value), 1))
            for f in found.trade
        ]
        counts["figures found"] += len(trade)
        counts["figures marked"] += len(article["trade"])
        counts["figures"] += matched(
            trade, [figure(row) for row in article["trade"]], lambda a, b: a == b
        )
    return {
        "participants": f1(counts["named"], counts["found"], counts["marked"]),
        "participants with status": f1(counts["status"], counts["found"], counts["marked"]),
        "trade figures": f1(counts["figures"], counts["figures found"], counts["figures marked"]),
    }


@pytest.mark.parametrize("line", sorted(FLOORS))
def test_the_reading_is_not_worse_than_it_was(line, scores):
    assert scores[line] >= FLOORS[line], scores
