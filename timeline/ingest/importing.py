"""Import documents: everything that they say into the tables, each article once.

Reading a text takes milliseconds and needs no database, so it happens outside of any transaction; one
transaction a batch then resolves and writes. What a batch cannot write is tried article by article.
"""

import uuid
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import islice

from sqlalchemy import select, text, update
from sqlalchemy.exc import DataError, IntegrityError
from sqlalchemy.orm import Session

from timeline.extractors import READER_VERSION, extract, extract_all
from timeline.identity import natural_id
from timeline.ingest.readings import Reading, article_id, reading
from timeline.ingest.store import store
from timeline.ingest.tables import insert_rows
from timeline.model import Article, ImportFailure, ImportRun
from timeline.records import Document, Unread

BATCH = 32  # articles a transaction: what a crash can cost, and what a second writer waits for
WRITER_LOCK = 0x71E11E  # PostgreSQL's advisory lock under which one importer resolves at a time

Sessions = Callable[[], AbstractContextManager[Session]]


@dataclass(frozen=True, slots=True)
class Imported:
    """What was found in one new article."""

    id: uuid.UUID
    title: str | None
    source: str | None
    published: str | None
    events: int
    claims: int
    figures: int


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What an import did.

    Attributes:
        articles: the new ones, in the order of the input.
        known: how many were stored already.
        failures: what could not be read or stored.
    """

    articles: tuple[Imported, ...] = ()
    known: int = 0
    failures: tuple[Unread, ...] = ()

    def __add__(self, other: "ImportResult") -> "ImportResult":
        """Return both together."""
        return ImportResult(
            self.articles + other.articles,
            self.known + other.known,
            self.failures + other.failures,
        )


def import_documents(
    sessions: Sessions, inputs: Iterable[Document | Unread], on_batch: Callable[[int], None]
) -> ImportResult:
    """Store every document that is not stored yet, with all that it says.

    Args:
        sessions: opens a session that commits at the end, or rolls back on an error.
        inputs: documents, and what could not be read instead of them.
        on_batch: is told after each batch how many inputs are done.
    """
    with sessions() as session:
        run_id = _start_run(session)
    total = ImportResult()
    done = 0
    for batch in _batches(inputs):
        result = _import_batch(sessions, batch, run_id)
        total += result
        done += len(batch)
        on_batch(done)
    with sessions() as session:
        session.execute(
            update(ImportRun).where(ImportRun.id == run_id).values(finished_at=datetime.now(UTC))
        )
    return total


def try_documents(
    session: Session | None, inputs: Iterable[Document | Unread], on_batch: Callable[[int], None]
) -> ImportResult:
    """Tell what ``import_documents`` would do, and write nothing; no session means no database yet."""
    total = ImportResult()
    seen: set[uuid.UUID] = set()
    done = 0
    for batch in _batches(inputs):
        documents, result = _new_documents(batch, seen)
        stored = _stored(session, documents) if session else set()
        readings, failures = _read([documents[each] for each in documents if each not in stored])
        seen.update(documents)
        total += result + ImportResult(_told(readings), len(stored), failures)
        done += len(batch)
        on_batch(done)
    return total


def _start_run(session: Session) -> uuid.UUID:
    run = ImportRun(id=uuid.uuid4(), started_at=datetime.now(UTC), reader_version=READER_VERSION)
    session.add(run)
    session.flush()
    return run.id


def _batches(inputs: Iterable[Document | Unread]) -> Iterator[list[Document | Unread]]:
    remaining = iter(inputs)
    while batch := list(islice(remaining, BATCH)):
        yield batch


def _new_documents(
    batch: Sequence[Document | Unread], seen: Iterable[uuid.UUID] = ()
) -> tuple[dict[uuid.UUID, Document], ImportResult]:
    """Return a batch's different documents by their ids, and what else was in it."""
    documents: dict[uuid.UUID, Document] = {}
    known = 0
    failures = tuple(each for each in batch if isinstance(each, Unread))
    for document in (each for each in batch if isinstance(each, Document)):
        identity = article_id(document.text)
        if identity in documents or identity in seen:
            known += 1
        else:
            documents[identity] = document
    return documents, ImportResult(known=known, failures=failures)


def _stored(session: Session, documents: Iterable[uuid.UUID]) -> set[uuid.UUID]:
    return set(session.scalars(select(Article.id).where(Article.id.in_(list(documents)))))


def _read(documents: Sequence[Document]) -> tuple[list[Reading], tuple[Unread, ...]]:
    """Read documents; one that the reader fails on is told, and the others are read."""
    try:
        return [reading(found, READER_VERSION) for found in extract_all(documents)], ()
    except Exception:
        readings, failures = [], []
        for document in documents:
            try:
                readings.append(reading(extract(document), READER_VERSION))
            except Exception as error:
                failures.append(_failure(document, "reader", error))
        return readings, tuple(failures)


def _failure(document: Document, cause: str, error: Exception) -> Unread:
    what = document.id or document.title or document.text[:40]
    told = str(error).splitlines()[0] if str(error) else type(error).__name__
    return Unread(what, cause, f"{what}: not imported ({told}); please report it with the text")


def _import_batch(
    sessions: Sessions, batch: Sequence[Document | Unread], run_id: uuid.UUID
) -> ImportResult:
    documents, result = _new_documents(batch)
    with sessions() as session:
        stored = _stored(session, documents)
    readings, failures = _read([documents[each] for each in documents if each not in stored])
    result += ImportResult(known=len(stored), failures=failures)
    try:
        with sessions() as session:
            return result + _write(session, readings, run_id, result)
    except (DataError, IntegrityError):
        return _write_one_by_one(sessions, readings, run_id, result)


def _write_one_by_one(
    sessions: Sessions, readings: Sequence[Reading], run_id: uuid.UUID, result: ImportResult
) -> ImportResult:
    done = ImportResult()
    for each in readings:
        try:
            with sessions() as session:
                done += _write(session, [each], run_id, ImportResult())
        except (DataError, IntegrityError) as error:
            done += ImportResult(failures=(_failure(each.document, "storage", error),))
    result += replace(done, articles=())
    with sessions() as session:
        _write(session, [], run_id, result)
    return replace(result, articles=done.articles)


def _write(
    session: Session, readings: Sequence[Reading], run_id: uuid.UUID, other: ImportResult
) -> ImportResult:
    """Write readings and what else the batch had; return the new articles and those known by now."""
    if session.get_bind().dialect.name == "postgresql":
        session.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": WRITER_LOCK})
    # Another importer may have stored some of them since.
    stored = _stored(session, [each.article_id for each in readings])
    new = [each for each in readings if each.article_id not in stored]
    now = datetime.now(UTC)
    if new:
        store(session, new, run_id, now)
    result = ImportResult(_told(new), len(stored))
    total = result + other
    session.execute(
        update(ImportRun)
        .where(ImportRun.id == run_id)
        .values(
            new_articles=ImportRun.new_articles + len(total.articles),
            known_articles=ImportRun.known_articles + total.known,
            failures=ImportRun.failures + len(total.failures),
        )
    )
    insert_rows(session, ImportFailure, _failure_rows(other.failures, run_id, now))
    return result


def _failure_rows(
    failures: Sequence[Unread], run_id: uuid.UUID, now: datetime
) -> list[dict[str, object]]:
    return [
        {
            "id": natural_id("import_failure", run_id, failure.input, failure.cause),
            "import_run_id": run_id,
            "input": failure.input,
            "cause": failure.cause,
            "message": failure.message,
            "failed_at": now,
        }
        for failure in failures
    ]


def _told(readings: Sequence[Reading]) -> tuple[Imported, ...]:
    return tuple(
        Imported(
            id=each.article_id,
            title=each.document.title,
            source=each.document.source,
            published=each.document.published.isoformat() if each.document.published else None,
            events=len(each.occasions),
            claims=len(each.claims),
            figures=len(each.figures),
        )
        for each in readings
    )
