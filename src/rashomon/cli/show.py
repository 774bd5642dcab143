"""`rashomon show`: what a case holds, in the terminal."""

import sys
from pathlib import Path

import click

from rashomon.cli.options import by_policy
from rashomon.cli.subjects import SUBJECTS, rows


@click.command("show")
@click.argument("case_path", metavar="CASE", type=click.Path(path_type=Path))
@click.argument("subject", type=click.Choice(SUBJECTS), default="summary")
@click.argument("name", metavar="[ID]", required=False)
@by_policy
@click.option("--json", "as_json", is_flag=True, help="Rows as JSON instead of a table.")
def command(case_path: Path, subject: str, name: str | None, policy: str | None, as_json: bool) -> int:
    """Show what CASE holds: a summary, or one SUBJECT as a table.

    `document ID` shows a report with its claims marked; `outlets NAME` one outlet against each other one, at length.

    \b
    Examples:
      rashomon show mali.db
      rashomon show mali.db disagreements
      rashomon show mali.db document reports/front-page.txt
      rashomon show mali.db outlets "Harbour Post"
      rashomon show mali.db figures --policy ucdp
      rashomon show mali.db figures --json | jq '.[] | select(.measure == "killed")'
    """
    from rashomon.api import Case

    if subject == "document" and not name:
        raise click.UsageError("Which document? `rashomon show CASE documents` lists them.")
    with Case(case_path, readonly=True) as case:
        record = case.record(policy)
    if as_json:
        from rashomon.cli.output import json_text

        click.echo(json_text(rows(record, subject, name)))
        return 0
    from rich.console import Console

    from rashomon.show import summary, terminal

    console = Console(highlight=False, width=None if sys.stdout.isatty() else 160)
    if subject == "summary":
        console.print(summary.overview(record))
    elif subject == "document":
        console.print(terminal.document(record, name or ""))
    elif subject == "outlets" and name:
        console.print(terminal.comparison(rows(record, subject, name)))
    elif subject in ("balance", "outlets"):
        console.print(terminal.drawn(rows(record, subject, name), subject))
    else:
        console.print(terminal.table(record, subject))  # type: ignore[arg-type]
    return 0
