"""``timeline attended``: the events of a participant."""

from typing import Annotated

import typer

from timeline.cli.options import (
    AsOfOption,
    DatabaseOption,
    EvidenceOption,
    FormatOption,
    ParticipantArgument,
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
    "event",
    "kind",
    "date",
    "place",
    "country",
    "status",
    "role",
    "represented_by",
    "articles",
    "last_claim",
    "against",
    "id",
)


def attended(
    participant: ParticipantArgument,
    status: Annotated[
        list[Status] | None, typer.Option("--status", help="Only these; may be repeated.")
    ] = None,
    as_of: AsOfOption = None,
    evidence: EvidenceOption = False,
    db: DatabaseOption = None,
    form: FormatOption = Format.TABLE,
) -> None:
    """Tell the events of one participant, in time.

    Example: timeline attended "kim jong un" --status attended --format csv
    """
    from timeline.queries import attendance  # noqa: PLC0415 - slow to import
    from timeline.queries.claims import evidence_of_participant  # noqa: PLC0415
    from timeline.queries.participant_names import find_participant  # noqa: PLC0415

    with asking(db) as session:
        found = find_participant(session, participant)
        answer = attendance.attended(session, found.id, as_of=as_of, statuses=status or ())
        claims = evidence_of_participant(session, found.id, as_of) if evidence else []
    tell_undated(answer.undated)
    if not answer.rows and status:
        tell(f"{found.name} is {' or '.join(status)} nowhere: leave --status out for all events")
    elif not answer.rows and as_of:
        tell_nothing_known(found.name, as_of, answer.first_known)
    elif not answer.rows:
        tell(f"no event of {found.name} is known: timeline show participant tells what is")
    table = table_of(answer.rows, COLUMNS, str(found))
    if not evidence:
        print_table(table, form)
        return
    shown = {row.id for row in answer.rows}
    claims = [claim for claim in claims if claim.event_id in shown]
    notes = evidence_notes(claims, with_event=True)
    print_proved(table, notes, evidence_table(claims), form)
