"""``timeline who-attended``: the participants of an event."""

from typing import Annotated

import typer

from timeline.cli.options import (
    AsOfOption,
    DatabaseOption,
    EventArgument,
    EvidenceOption,
    FormatOption,
    asking,
)
from timeline.cli.printing import (
    evidence_notes,
    evidence_table,
    print_proved,
    print_table,
    tell,
    tell_nothing_known,
    tell_undated,
)
from timeline.records import Status
from timeline.render import Format, table_of

COLUMNS = (
    "participant",
    "kind",
    "country",
    "status",
    "role",
    "represented_by",
    "articles",
    "last_claim",
    "against",
    "id",
)


def who_attended(
    event: EventArgument,
    status: Annotated[
        list[Status] | None, typer.Option("--status", help="Only these; may be repeated.")
    ] = None,
    as_of: AsOfOption = None,
    evidence: EvidenceOption = False,
    db: DatabaseOption = None,
    form: FormatOption = Format.TABLE,
) -> None:
    """Tell who attended an event, or will.

    The column articles counts those that say something of a participant, against those of them that
    say the opposite of the status shown.

    Example: timeline who-attended "beijing parade" --as-of 2025-09-01
    """
    from timeline.queries import attendance  # noqa: PLC0415 - slow to import
    from timeline.queries.claims import evidence_of_event  # noqa: PLC0415
    from timeline.queries.event_names import find_event  # noqa: PLC0415

    with asking(db) as session:
        found = find_event(session, event)
        answer = attendance.who_attended(session, found.id, as_of=as_of, statuses=status or ())
        claims = evidence_of_event(session, found.id, as_of) if evidence else []
    tell_undated(answer.undated)
    if not answer.rows and status:
        tell(f"no participant of {found.name} is {' or '.join(status)}: leave --status out for all")
    elif not answer.rows and as_of:
        tell_nothing_known(found.name, as_of, answer.first_known)
    elif not answer.rows:
        tell(f"no participant of {found.name} is known: timeline show event tells what is")
    table = table_of(answer.rows, COLUMNS, str(found))
    if not evidence:
        print_table(table, form)
        return
    shown = {row.id for row in answer.rows}
    claims = [claim for claim in claims if claim.participant_id in shown]
    print_proved(table, evidence_notes(claims), evidence_table(claims), form)
