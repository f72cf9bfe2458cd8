"""A whole import, through the command line: repeats, orders, crowds and crashes do not show in the rows."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sqlalchemy import URL, func, select

from timeline.database import reading
from timeline.identity import text_digest
from timeline.model import Article, Base, Claim, ImportFailure, ImportRun, TradeFigure

ROOT = Path(__file__).parent.parent.parent
SEED = ROOT / "seeds" / "kim-jong-un-beijing-parade.txt"
# What tells of the import itself and not of the articles.
OF_THE_RUN = {"import_run", "import_failure"}
COLUMNS_OF_THE_RUN = {"imported_at", "import_run_id"}
COUNTRIES = ("Ghana", "Peru", "Norway", "Jordan", "Vietnam", "Kenya", "Chile", "Oman")


def url_text(url: URL) -> str:
    return url.render_as_string(hide_password=False)


def timeline(url, *arguments, wait=True, **options):
    command = [sys.executable, "-m", "timeline", *map(str, arguments), "--db", url_text(url)]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **options
    )
    if not wait:
        return process
    out, err = process.communicate(timeout=120)
    assert "Traceback" not in err, err
    return process.returncode, out, err


def rows(url):
    """Return every row that follows from the articles, in a stable order."""
    with reading(url) as session:
        return {
            table.name: sorted(
                repr(row)
                for row in session.execute(
                    select(*(c for c in table.columns if c.name not in COLUMNS_OF_THE_RUN))
                )
            )
            for table in Base.metadata.sorted_tables
            if table.name not in OF_THE_RUN
        }


def article(number: int) -> dict[str, str]:
    """Write a news text about one of a few summits, each with its own guests."""
    first, second = COUNTRIES[number % 8], COUNTRIES[(number // 8 + 3) % 8]
    year = 2001 + number % 5
    return {
        "id": str(number),
        "published": f"{year}-05-{1 + number % 28:02}",
        "text": f"The leaders of {first} and {second} will attend the trade summit in Lima on "
        f"30 June {year}, officials said in statement number {number}. "
        f"Exports from {first} to {second} rose {number % 9 + 2} percent in {year - 1}.",
    }


@pytest.fixture
def articles(tmp_path):
    path = tmp_path / "articles.jsonl"
    path.write_text("".join(json.dumps(article(n)) + "\n" for n in range(48)))
    return path


def test_the_seed_article_is_stored_once_with_the_words_that_prove_it(database_url):
    assert timeline(database_url, "import", SEED)[0] == 0
    before = rows(database_url)
    assert timeline(database_url, "import", SEED)[0] == 0
    assert rows(database_url) == before
    with reading(database_url) as session:
        assert session.scalar(select(func.count(Article.id))) == 1
        assert session.scalar(select(func.count(Claim.id))) == 12
        assert session.scalar(select(func.count(TradeFigure.id))) == 2
        assert session.execute(
            select(ImportRun.new_articles, ImportRun.known_articles).order_by(ImportRun.started_at)
        ).all() == [(1, 0), (0, 1)]


def test_the_order_of_import_does_not_show(make_database, tmp_path, articles):
    first, second = make_database(), make_database()
    lines = articles.read_text().splitlines()
    random.Random(7).shuffle(lines)
    shuffled = tmp_path / "shuffled.jsonl"
    shuffled.write_text("\n".join(lines))
    assert timeline(first, "import", SEED, articles)[0] == 0
    assert timeline(second, "import", shuffled, SEED)[0] == 0
    assert rows(first) == rows(second)


def test_an_import_that_is_killed_and_run_again_leaves_no_trace(make_database, articles):
    undisturbed, disturbed = make_database(), make_database()
    start = time.monotonic()
    assert timeline(undisturbed, "import", articles)[0] == 0
    whole = time.monotonic() - start
    moments = random.Random(11)
    for _ in range(3):
        process = timeline(disturbed, "import", articles, wait=False, start_new_session=True)
        time.sleep(moments.uniform(0.3, 1.0) * whole)
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
    assert timeline(disturbed, "import", articles)[0] == 0
    assert rows(disturbed) == rows(undisturbed)


def test_two_importers_at_once_store_what_one_would(make_database, articles):
    alone, shared = make_database(), make_database()
    assert timeline(alone, "import", articles)[0] == 0
    both = [timeline(shared, "import", articles, wait=False) for _ in range(2)]
    for process in both:
        _, err = process.communicate(timeout=120)
        assert process.returncode == 0, err
    assert rows(shared) == rows(alone)


def test_what_cannot_be_read_is_told_and_kept_and_the_rest_is_imported(database_url, tmp_path):
    (tmp_path / "good.txt").write_text("Chile's president will attend the summit in Lima.")
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "paper.txt").write_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    status, _, err = timeline(database_url, "import", tmp_path)
    assert status == 1
    assert sum("empty.txt" in line for line in err.splitlines()) == 1
    with reading(database_url) as session:
        assert session.scalar(select(func.count(Article.id))) == 1
        failures = dict(session.execute(select(ImportFailure.cause, ImportFailure.input)).all())
    assert {cause: Path(name).name for cause, name in failures.items()} == {
        "empty": "empty.txt",
        "binary": "paper.txt",
    }


def test_a_dry_run_tells_the_truth_and_writes_nothing(database_url, articles):
    _, told, err = timeline(database_url, "import", articles, "--dry-run", "--format", "jsonl")
    with reading(database_url) as session:
        assert session.scalar(select(func.count(Article.id))) == 0
    status, done, _ = timeline(database_url, "import", articles, "--format", "jsonl")
    assert status == 0
    assert told == done
    assert "48 new" in err


def test_the_quote_of_every_claim_is_in_its_article(database_url, articles):
    assert timeline(database_url, "import", articles, SEED)[0] == 0
    with reading(database_url) as session:
        quotes = session.execute(
            select(Article.text, Claim.start_offset, Claim.end_offset).join(
                Claim, Claim.article_id == Article.id
            )
        ).all()
        digests = session.execute(select(Article.digest, Article.text)).all()
    assert all(text[start:end].strip() for text, start, end in quotes)
    assert all(digest == text_digest(text) for digest, text in digests)
