"""The command line: one file per command, loaded when it is called."""

import importlib
import sys

import click

from rashomon.cli.output import say
from rashomon.cli.pace import set_pace
from rashomon.errors import RashomonError
from rashomon.version import VERSION

COMMANDS = {
    "read": "Read reports into a case.",
    "show": "Show what a case holds, in the terminal.",
    "actors": "List the actors of a case; merge, split, rename and import them.",
    "review": "Decide what is one and what is not, correct claims, see the log, undo.",
    "dossier": "Write a case as one HTML page to open, send and print.",
    "export": "Write a case in a format that other programs read.",
    "annotate": "Read claim graphs off passages, without a case.",
    "places": "Say which gazetteer is in use; look names up; import the whole of GeoNames.",
    "doctor": "Check a case file and the installation.",
    "model": "Say which model is built in, what it was trained on, how well it does.",
}


class Commands(click.Group):
    """A group whose commands are modules of this package, imported one at a time: `--help` stays quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order in which a newcomer needs them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"rashomon.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List commands from the table, without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(VERSION, prog_name="rashomon")
@click.option("--debug", is_flag=True, help="Show the whole traceback if something goes wrong.")
def group(debug: bool) -> None:
    """Read reports that disagree; build the record of the conflict as its sources tell it.

    \b
    First run:
      rashomon read reports/ --case mali.db
      rashomon show mali.db
      rashomon dossier mali.db -o mali.html
    """


def main() -> None:
    """Run the command line. Exit codes: 0 done, 1 some inputs failed (listed), 2 wrong use."""
    set_pace()
    try:
        sys.exit(group.main(standalone_mode=False) or 0)
    except click.exceptions.Abort:
        say("stopped; what was done is kept", err=True)
        sys.exit(130)
    except click.ClickException as error:
        error.show()
    except Exception as error:
        if "--debug" in sys.argv:
            raise
        if not isinstance(error, RashomonError | OSError):
            click.echo(f"rashomon: internal error, a fault of ours: {type(error).__name__}: {error}", err=True)
            click.echo("Please report it with the output of the same command and --debug.", err=True)
            raise SystemExit(70) from error
        said = f"reading or writing failed: {error.strerror or error}" if isinstance(error, OSError) else error
        say(f"rashomon: {said}", err=True)
    sys.exit(2)
