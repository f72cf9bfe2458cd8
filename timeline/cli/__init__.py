"""The command line: every command is a module here and a line below; ``main`` ends the program."""

import io
import os
import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from timeline.cli import (
    articles,
    attended,
    db,
    events,
    extract,
    import_,
    participants,
    show,
    together,
    trade,
    who_attended,
)
from timeline.cli.completion import escaping_for_bash
from timeline.cli.printing import tell
from timeline.errors import AmbiguousNameError, TimelineError

INTERRUPTED = 130

app = typer.Typer(name="timeline", rich_markup_mode=None, pretty_exceptions_enable=False)
app.command("import")(import_.import_)
app.command("extract")(extract.extract)
app.command("who-attended")(who_attended.who_attended)
app.command("attended")(attended.attended)
app.command("together")(together.together)
app.command("events")(events.events)
app.command("participants")(participants.participants)
app.command("articles")(articles.articles)
app.add_typer(show.app, name="show")
app.command("trade")(trade.trade)
app.add_typer(db.app, name="db")


def _print_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version  # noqa: PLC0415 - seldom needed

        typer.echo(f"timeline {version('event-timeline')}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def timeline(
    context: typer.Context,
    db: Annotated[  # noqa: ARG001 - timeline.cli.options.chosen_database looks it up
        str | None,
        typer.Option("--db", metavar="DATABASE", help="File or SQLAlchemy URL, for any command."),
    ] = None,
    version: Annotated[  # noqa: ARG001 - its callback does the work
        bool,
        typer.Option(
            "--version", callback=_print_version, is_eager=True, help="Print the version."
        ),
    ] = False,
) -> None:
    """Keep events that articles tell of: who attended what, and trade figures, each with its proof.

    Results go to standard output, everything else to standard error. Exit status: 0 done, 1 a known
    failure, 2 wrong usage.

    Example: timeline import article.txt && timeline who-attended "beijing parade"
    """
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the program and exit with its status: 0 done, 1 a known failure, 2 wrong usage."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A terminal that cannot show a letter gets its number instead of a traceback.
            stream.reconfigure(errors="backslashreplace")
    try:
        with escaping_for_bash():
            status = app(arguments, prog_name="timeline", standalone_mode=False)
        sys.stdout.flush()
    except TimelineError as error:
        _tell_failure(error)
        status = 1
    except typer.TyperException as error:
        status = _tell_misuse(error)
    except typer.Abort:
        status = INTERRUPTED
    except BrokenPipeError:
        # What is left in the buffer must not raise again when the interpreter ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = 1
    except OSError as error:
        tell(f"timeline: {error.strerror or error}: check where the output goes")
        status = 1
    sys.exit(status or 0)


def _tell_failure(error: TimelineError) -> None:
    tell(f"timeline: {error}")
    if isinstance(error, AmbiguousNameError):
        for candidate in error.candidates:
            tell(f"  {candidate}")


def _tell_misuse(error: typer.TyperException) -> int:
    """Print what was wrong in one line, where Typer takes four, and return the exit status."""
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "timeline"
    message = error.format_message()
    if "\n" in message:
        typer.echo(message, err=True)  # the help of a command group that was called without more
    else:
        tell(f"timeline: {message.rstrip('.')}; see {command} --help")
    return error.exit_code
