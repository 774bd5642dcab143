"""`rashomon review`: what a person decides about a case, one question at a time or by command."""

from pathlib import Path

import click

from rashomon.cli.decisions import listed, log, undo
from rashomon.cli.verdicts import confirm, correct, decide, reject, split


class Reviews(click.Group):
    """A group whose first word is the case; with `--list` or nothing after it, no command is needed."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """The arguments, with `--list` read as the command `list`."""
        return super().parse_args(ctx, ["list" if word == "--list" else word for word in args])


@click.group("review", cls=Reviews, invoke_without_command=True)
@click.argument("case_path", metavar="CASE", type=click.Path(path_type=Path))
@click.option("--by", default="", help="Your name, kept with each decision; before CASE.")
@click.pass_context
def command(ctx: click.Context, case_path: Path, by: str) -> None:
    """Decide what the machine is unsure of, put right what it misread, take decisions back.

    Without a command: one question at a time, with the sentences of both sides. Keys: s same (of a figure: the sentence
    says so), d different (it does not: then say what it says), u unsure, n next, z undo, q quit. Decisions hold at
    once, for reports that come later and through every run, until they are undone; facts are never edited.

    \b
    Examples:
      rashomon review mali.db
      rashomon review mali.db list --json
      rashomon review mali.db decide i-31c9 same i-08aa --why 'both the Tuesday raid'
      rashomon review mali.db correct c-77f0 value 'at least 12' --why 'misread'
      rashomon review mali.db correct c-77f0 date 2031-03-04
      rashomon review mali.db log
    """
    ctx.obj = (case_path, by)
    if ctx.invoked_subcommand is None:
        from rashomon.api import Case
        from rashomon.cli.asking import ask

        with Case(case_path) as case:
            ask(case.review(by))


for verb in (listed, decide, split, correct, confirm, reject, log, undo):
    command.add_command(verb)
