"""``timeline import`` and ``timeline extract``, with the real reading."""

import csv
import io
import json
import subprocess
import sys

import pytest

TEXT = """Leaders Gather in Oslo

Ghanaian President Ama Boateng will attend the climate summit in Oslo on June 20, her office said.

In 2018, about 12% of Kenya's exports went to Ghana.
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder with an article, an empty file and JSON Lines, in which the program runs."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "oslo.txt").write_text(TEXT)
    (tmp_path / "nothing.txt").write_text("")
    (tmp_path / "lines.jsonl").write_text('{"text": "A first."}\n{"text": "A second."}\n')
    return tmp_path


@pytest.mark.usefixtures("folder")
def test_an_import_creates_the_database_and_tells_what_it_found(run):
    done = run(
        "import", "oslo.txt", "--published", "2019-06-01", "--source", "north.example", "-f", "json"
    )
    (row,) = json.loads(done.out)
    assert done.status == 0
    assert (row["title"], row["source"], row["published"]) == (
        "Leaders Gather in Oslo",
        "north.example",
        "2019-06-01",
    )
    assert row["claims"] >= 1
    assert row["figures"] >= 1
    assert done.err.splitlines() == ["created timeline.db", "1 new, 0 known, 0 failed"]
    asked = run("who-attended", "oslo summit", "-f", "csv")
    (attendee,) = csv.DictReader(io.StringIO(asked.out))
    assert (attendee["participant"], attendee["country"]) == ("Ama Boateng", "GHA")


@pytest.mark.usefixtures("folder")
def test_a_second_import_finds_it_known(run):
    run("import", "oslo.txt")
    done = run("import", "oslo.txt")
    assert (done.status, done.out) == (0, "")
    assert done.err == "0 new, 1 known, 0 failed\n"


@pytest.mark.usefixtures("folder")
def test_what_cannot_be_read_is_a_line_each_and_the_rest_is_imported(run):
    done = run("import", "nothing.txt", "oslo.txt", "absent.txt")
    assert done.status == 1
    assert "Leaders Gather in Oslo" in done.out
    _, first, second, summary = done.err.splitlines()
    assert "nothing.txt" in first
    assert "absent.txt" in second
    assert summary == "1 new, 0 known, 2 failed"


def test_a_dry_run_writes_nothing(run, folder):
    done = run("import", "oslo.txt", "--dry-run")
    assert done.status == 0
    assert "Leaders Gather in Oslo" in done.out
    assert done.err == "would be imported: 1 new, 0 known, 0 failed\n"
    assert not (folder / "timeline.db").exists()
    run("import", "oslo.txt")
    assert "0 new, 1 known" in run("import", "oslo.txt", "--dry-run").err


@pytest.mark.usefixtures("folder")
def test_standard_input_is_read():
    command = [sys.executable, "-m", "timeline", "import", "-", "--source", "south.example"]
    done = subprocess.run(command, input=TEXT, capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert "south.example" in done.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ["import", "oslo.txt", "nothing.txt", "--source", "x.example"],
        ["import", ".", "--url", "https://x.example"],
        ["import", "lines.jsonl", "--published", "2019-06-01"],
        ["import", "oslo.txt", "--published", "June"],
        ["import", "oslo.txt", "--max-size", "0"],
        ["import"],
        ["extract", "oslo.txt", "nothing.txt", "--published", "2019-06-01"],
    ],
)
def test_wrong_usage_imports_nothing(run, folder, arguments):
    done = run(*arguments)
    assert (done.status, done.out) == (2, "")
    assert len(done.err.splitlines()) == 1
    assert not (folder / "timeline.db").exists()


@pytest.mark.usefixtures("folder")
@pytest.mark.usefixtures("folder")
def test_a_text_above_the_limit_is_refused_with_the_option_that_raises_it(run, folder):
    (folder / "long.txt").write_text("Ama Boateng attended the summit in Oslo. " * 30_000)
    assert run("import", "long.txt", "--max-size", "1").status == 1
    assert run("extract", "long.txt", "--max-size", "1", "-f", "jsonl").out == ""


def test_a_folder_that_cannot_hold_a_database_is_told(run):
    done = run("import", "oslo.txt", "--db", "nowhere/timeline.db")
    assert done.status == 1
    assert len(done.err.splitlines()) == 1


def test_extract_gives_every_field_and_the_id_back(run, folder):
    line = {"id": "my-7", "text": TEXT, "published": "2019-06-01"}
    (folder / "articles.jsonl").write_text(json.dumps(line) + "\n")
    done = run("extract", "articles.jsonl", "--format", "jsonl")
    (found,) = [json.loads(each) for each in done.out.splitlines()]
    assert (done.status, done.err) == (0, "")
    assert list(found) == ["id", "events", "attendance", "trade"]
    assert found["id"] == "my-7"
    event, row, figure = found["events"][0], found["attendance"][0], found["trade"][0]
    assert list(event) == ["id", "name", "kind", "date", "place", "country"]
    assert (row["event"], row["name"], row["type"]) == (event["id"], "Ama Boateng", "person")
    assert line["text"][row["start"] : row["end"]] == row["evidence"]
    assert line["text"][figure["start"] : figure["end"]] == figure["evidence"]
    assert (figure["value"], figure["unit"], figure["approximate"]) == (12, "percent", True)
    assert not (folder / "timeline.db").exists()


@pytest.mark.parametrize("form", ["table", "markdown", "csv", "tsv"])
@pytest.mark.usefixtures("folder")
def test_extract_prints_for_people_too(run, form):
    done = run("extract", "oslo.txt", "--published", "2019-06-01", "--format", form)
    assert done.status == 0
    assert "Ama Boateng" in done.out
    assert "will attend the climate summit" in done.out


@pytest.mark.usefixtures("folder")
def test_extract_goes_on_after_what_it_cannot_read(run):
    done = run("extract", "nothing.txt", "oslo.txt", "--format", "json")
    assert done.status == 1
    assert len(json.loads(done.out)) == 1
    assert "nothing.txt" in done.err
    assert len(done.err.splitlines()) == 1
