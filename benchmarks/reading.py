"""Time of reading articles as a ratio to spaCy's pipeline alone over the same texts, in one run.

    python benchmarks/reading.py --articles articles.jsonl

Without --articles it reads the annotated articles of tests/evaluation. Ratios, not seconds: machines
differ, and are shared.
"""

import argparse
import json
import time
from collections.abc import Callable
from pathlib import Path

from timeline.extractors import extract_all
from timeline.extractors.language import parse_all, pipeline
from timeline.records import Document

ARTICLES = Path(__file__).parent.parent / "tests" / "evaluation" / "articles"
ROUNDS = 3


def documents(path: Path | None) -> list[Document]:
    """Return the texts of a JSON Lines file, or those that come with the tests."""
    if path:
        lines = path.read_text(encoding="utf-8").splitlines()
        return [Document(text=json.loads(line)["text"]) for line in lines if line.strip()]
    files = sorted(ARTICLES.glob("*.json"))
    return [Document(text=json.loads(file.read_text(encoding="utf-8"))["text"]) for file in files]


def seconds(act: Callable[[], object]) -> float:
    """Return the shortest of a few runs: what disturbs only ever adds."""
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        act()
        times.append(time.perf_counter() - start)
    return min(times)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=Path, help="JSON Lines, a text an article")
    texts = documents(parser.parse_args().articles)
    pipeline()
    words = sum(len(document.text.split()) for document in texts)
    bare = seconds(lambda: list(parse_all(texts)))
    whole = seconds(lambda: list(extract_all(texts)))
    print(f"{len(texts)} articles, {words} words")
    print(f"spaCy alone    1.00   {words / bare:8,.0f} words/s")
    print(f"whole reading  {whole / bare:.2f}   {words / whole:8,.0f} words/s")


if __name__ == "__main__":
    main()
