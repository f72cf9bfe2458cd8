"""``timeline together``: the events that several participants share."""

from typing import Annotated

import typer

from timeline.cli.options import (
    AsOfOption,
    DatabaseOption,
    FormatOption,
    ParticipantsArgument,
    asking,
)
from timeline.cli.printing import print_table, tell, tell_nothing_known, tell_undated
from timeline.identity import short_id
from timeline.render import Format, Table

BEFORE = ("event", "kind", "date", "place", "country")


def together(
    participants: ParticipantsArgument,
    everything: Annotated[
        bool, typer.Option("--all", help="Also events that some of them stay away from.")
    ] = False,
    as_of: AsOfOption = None,
    db: DatabaseOption = None,
    form: FormatOption = Format.TABLE,
) -> None:
    """Tell the events that participants share.

    An event that one of them stays away from is not shared.

    Example: timeline together "kim jong un" putin
    """
    from timeline.queries import attendance  # noqa: PLC0415 - slow to import
    from timeline.queries.participant_names import find_participant  # noqa: PLC0415

    if len(participants) == 1:
        raise typer.BadParameter("name two or more", param_hint="PARTICIPANT")
    with asking(db) as session:
        found = list(
            {(each := find_participant(session, name)).id: each for name in participants}.values()
        )
        if len(found) == 1:
            raise typer.BadParameter(f"all mean {found[0].name}", param_hint="PARTICIPANT")
        ids = [each.id for each in found]
        answer = attendance.together(session, ids, as_of=as_of, everything=everything)
    tell_undated(answer.undated)
    names = [each.name for each in found]
    if not answer.rows and as_of:
        tell_nothing_known(" and ".join(names) + " together", as_of, answer.first_known)
    elif not answer.rows:
        more = "" if everything else "; --all adds those that some of them stay away from"
        tell(f"{' and '.join(names)} share no event{more}")
    # Two of one name are told apart, so that each has a column.
    headings = [
        each.name if names.count(each.name) == 1 else f"{each.name} {short_id(each.id)}"
        for each in found
    ]
    rows = [
        (row.event, row.kind, row.date, row.place, row.country, *row.statuses, row.id)
        for row in answer.rows
    ]
    print_table(Table((*BEFORE, *headings, "id"), rows), form)
