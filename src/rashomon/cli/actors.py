"""`rashomon actors`: who is in a case; merge, split and rename them; bring along a list of one's own."""

from pathlib import Path

import click

from rashomon.cli.decide import merge, rename, split, undo
from rashomon.cli.output import json_text, say, table_text

CASE = click.argument("case_path", metavar="CASE", type=click.Path(path_type=Path))


class Actors(click.Group):
    """A group that lists where no command is named: `rashomon actors CASE`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """The arguments, with `list` put before a case."""
        if args and args[0] not in self.commands and not args[0].startswith("-"):
            args = ["list", *args]
        return super().parse_args(ctx, args)


@click.group("actors", cls=Actors)
def command() -> None:
    """List the actors of a case, and decide who is who: merge, split, rename, undo, import.

    Decisions are judgements with a reason. They hold at once, for reports that come later and through every run, until
    they are taken back. ACTOR is an id, or a name that one actor bears.

    \b
    Examples:
      rashomon actors mali.db
      rashomon actors merge mali.db AQIM 'Salafist Group' --why 'renamed in 2007'
      rashomon actors import mali.db ucdp-actors.csv
    """


@command.command("list")
@CASE
@click.option("--decisions", is_flag=True, help="What people decided, instead of the actors.")
@click.option("--json", "as_json", is_flag=True, help="Rows as JSON instead of a table.")
def listed(case_path: Path, decisions: bool, as_json: bool) -> int:
    """List the actors with how often, in how many reports and by which words they are mentioned; or the decisions."""
    from rashomon.api import Case
    from rashomon.engine.cast import actor_rows, decision_rows

    with Case(case_path, readonly=True) as case:
        rows = decision_rows(case.actors.decisions()) if decisions else actor_rows(case.actors.all())
    click.echo(json_text(rows) if as_json else table_text(rows) or "none")
    return 0


@command.command("import")
@CASE
@click.argument("path", metavar="FILE", type=click.Path(path_type=Path))
def brought(case_path: Path, path: Path) -> int:
    """Know the actors of FILE beside the register; the reports of CASE are resolved again.

    FILE is a CSV of UCDP actors, JSON lines of FollowTheMoney entities, or a CSV with the columns id, name, kind,
    countries, aliases, acronyms, or those of office-holders: id, name, aliases, short, country, relation, actor, from,
    to. Every row is checked first; if one is wrong nothing is taken, and each fault is a line.
    """
    from rashomon.api import Case
    from rashomon.cli.progress import following
    from rashomon.engine.own import read_file

    found = read_file(path)
    for fault in found.faults:
        say(f"{path}: {fault}", err=True)
    if found.faults:
        return 1
    with Case(case_path) as case, following() as (_, progress):
        new = case.actors.add(found.rows)
        case.update(progress)
    click.echo(f"{len(found.rows):,} actors in {found.format}, {new:,} of them new or changed")
    return 0


for decision in (merge, split, rename, undo):
    command.add_command(decision)
