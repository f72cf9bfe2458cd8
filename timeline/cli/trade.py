"""``timeline trade``: trade figures that articles state."""

from typing import Annotated

import typer

from timeline.cli.options import (
    AsOfOption,
    DatabaseOption,
    EvidenceOption,
    FormatOption,
    PeriodOption,
    asking,
)
from timeline.cli.printing import (
    FIGURE_EVIDENCE,
    FIGURES,
    figure_notes,
    print_proved,
    print_table,
    tell,
    tell_undated,
)
from timeline.records import Flow, Measure
from timeline.render import Format, table_of


def trade(  # noqa: PLR0913 - an option each
    *,
    reporter: Annotated[
        str | None, typer.Option("--reporter", metavar="COUNTRY", help="Whose trade it is.")
    ] = None,
    partner: Annotated[
        str | None,
        typer.Option("--partner", metavar="COUNTRY", help="With whom; WLD is the world."),
    ] = None,
    flow: Annotated[Flow | None, typer.Option("--flow", help="The direction.")] = None,
    measure: Annotated[Measure | None, typer.Option("--measure", help="What is measured.")] = None,
    period: PeriodOption = None,
    as_of: AsOfOption = None,
    evidence: EvidenceOption = False,
    db: DatabaseOption = None,
    form: FormatOption = Format.TABLE,
) -> None:
    """List the trade figures that articles state.

    Two articles that state the same figure are two rows.

    Example: timeline trade --reporter "north korea" --measure share --evidence
    """
    from timeline.queries.articles import count_undated  # noqa: PLC0415 - slow to import
    from timeline.queries.names import find_trade_party  # noqa: PLC0415
    from timeline.queries.trade import TradeFilter, trade_figures  # noqa: PLC0415

    with asking(db) as session:
        wanted = TradeFilter(
            reporter=find_trade_party(session, reporter) if reporter else None,
            partner=find_trade_party(session, partner) if partner else None,
            flow=flow,
            measure=measure,
            period=period,
            as_of=as_of,
        )
        rows = trade_figures(session, wanted)
        undated = count_undated(session) if as_of else 0
    tell_undated(undated)
    if not rows:
        tell("no trade figure is known that fits: ask for less, or import more articles")
    table = table_of(rows, FIGURES)
    if evidence:
        print_proved(table, figure_notes(rows), table_of(rows, FIGURE_EVIDENCE), form)
    else:
        print_table(table, form)
