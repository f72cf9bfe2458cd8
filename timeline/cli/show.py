"""``timeline show``: one event, participant or article whole, with every claim and its quote."""

from typing import Annotated

import typer

from timeline.cli.attended import COLUMNS as EVENTS
from timeline.cli.options import (
    ArticleArgument,
    AsOfOption,
    DatabaseOption,
    EventArgument,
    FormatOption,
    ParticipantArgument,
    asking,
)
from timeline.cli.printing import (
    FIGURES,
    evidence_notes,
    evidence_table,
    figure_notes,
    print_page,
    tell_nothing_known,
    tell_undated,
)
from timeline.cli.who_attended import COLUMNS as ATTENDEES
from timeline.records import ParticipantKind
from timeline.render import Cell, Format, Page, table_of

MENTIONS = ("event", "date", "place", "published", "source", "title", "article_id")
MENTIONED = ("event", "kind", "date", "place", "country", "quote", "event_id")

app = typer.Typer(rich_markup_mode=None, no_args_is_help=True)


@app.callback()
def show() -> None:
    """Show one event, participant or article whole.

    csv and tsv hold the claims; json is one object.

    Example: timeline show event "beijing parade"
    """


@app.command()
def event(
    name: EventArgument,
    as_of: AsOfOption = None,
    db: DatabaseOption = None,
    form: FormatOption = Format.TABLE,
) -> None:
    """Show an event whole.

    Its participants, the articles that tell of it, and every claim with its words.

    Example: timeline show event "beijing parade" --format json
    """
    from timeline.queries.attendance import who_attended  # noqa: PLC0415 - slow to import
    from timeline.queries.claims import evidence_of_event  # noqa: PLC0415
    from timeline.queries.event_names import find_event  # noqa: PLC0415
    from timeline.queries.show import mentions_of_event  # noqa: PLC0415

    with asking(db) as session:
        found = find_event(session, name)
        answer = who_attended(session, found.id, as_of=as_of)
        mentions = mentions_of_event(session, found.id, as_of)
        claims = evidence_of_event(session, found.id, as_of)
    tell_undated(answer.undated)
    if as_of and not mentions:
        tell_nothing_known(found.name, as_of, answer.first_known)
    tables = (
        table_of(answer.rows, ATTENDEES, "Participants"),
        table_of(mentions, MENTIONS, "Articles"),
    )
    facts: tuple[tuple[str, Cell], ...] = (
        ("name", found.name),
        ("kind", found.kind),
        ("date", found.date),
        ("place", found.place),
        ("country", found.country),
        ("other_names", found.names[1:]),
        ("id", found.id),
    )
    notes = tuple(evidence_notes(claims))
    print_page(Page(found.name, facts, tables, notes, evidence_table(claims)), form)


@app.command()
def participant(
    name: ParticipantArgument,
    as_of: AsOfOption = None,
    db: DatabaseOption = None,
    form: FormatOption = Format.TABLE,
) -> None:
    """Show a participant whole.

    All spellings, the events, a country's trade figures, and every claim with its words.

    Example: timeline show participant "kim jong un"
    """
    from timeline.queries.attendance import attended  # noqa: PLC0415 - slow to import
    from timeline.queries.claims import evidence_of_participant  # noqa: PLC0415
    from timeline.queries.participant_names import find_participant  # noqa: PLC0415
    from timeline.queries.trade import figures_of_country  # noqa: PLC0415

    with asking(db) as session:
        found = find_participant(session, name)
        answer = attended(session, found.id, as_of=as_of)
        claims = evidence_of_participant(session, found.id, as_of)
        code = found.country if found.kind is ParticipantKind.COUNTRY else None
        figures = figures_of_country(session, code, as_of) if code else []
    tell_undated(answer.undated)
    if as_of and not answer.rows and not figures:
        tell_nothing_known(found.name, as_of, answer.first_known)
    facts: tuple[tuple[str, Cell], ...] = (
        ("name", found.name),
        ("kind", found.kind),
        ("country", found.country),
        ("spellings", found.names),
        ("id", found.id),
    )
    tables = (
        table_of(answer.rows, EVENTS, "Events"),
        table_of(figures, FIGURES, "Trade figures"),
    )
    notes = [*evidence_notes(claims, with_event=True), *figure_notes(figures)]
    print_page(Page(found.name, facts, tables, tuple(notes), evidence_table(claims)), form)


@app.command()
def article(
    name: ArticleArgument,
    text: Annotated[bool, typer.Option("--text", help="Show its text, too.")] = False,
    db: DatabaseOption = None,
    form: FormatOption = Format.TABLE,
) -> None:
    """Show an article whole.

    The events that it tells of, its trade figures, and every claim with its words.

    Example: timeline show article "military parade" --text
    """
    from timeline.queries.articles import article_text, find_article  # noqa: PLC0415 - slow
    from timeline.queries.claims import evidence_of_article  # noqa: PLC0415
    from timeline.queries.show import mentions_in_article  # noqa: PLC0415
    from timeline.queries.trade import figures_of_article  # noqa: PLC0415

    with asking(db) as session:
        found = find_article(session, name)
        mentions = mentions_in_article(session, found.id)
        claims = evidence_of_article(session, found.id)
        figures = figures_of_article(session, found.id)
        whole = article_text(session, found.id) if text else None
    facts: list[tuple[str, Cell]] = [
        ("title", found.title),
        ("source", found.source),
        ("published", found.published),
        ("url", found.url),
        ("id", found.id),
    ]
    if whole:
        facts.append(("text", whole))
    tables = (
        table_of(mentions, MENTIONED, "Events"),
        table_of(figures, FIGURES, "Trade figures"),
    )
    notes = [*evidence_notes(claims, with_event=True), *figure_notes(figures)]
    page = Page(
        found.title or "Article", tuple(facts), tables, tuple(notes), evidence_table(claims)
    )
    print_page(page, form)
