"""`rashomon export`: a case for other programs."""

import sys
from pathlib import Path

import click

from rashomon.cli.options import by_policy


@click.command("export")
@click.argument("case_path", metavar="CASE", type=click.Path(path_type=Path))
@click.option(
    "--format", "kind", type=click.Choice(["json", "schema"]), default="json", show_default=True,
    help="json: the whole record; schema: the JSON Schema that it follows.",
)  # fmt: skip
@click.option("-o", "--out", type=click.Path(path_type=Path), help="Where to write; default: standard output.")
@by_policy
@click.option("--compact", is_flag=True, help="No line breaks and blanks.")
def command(case_path: Path, kind: str, out: Path | None, policy: str | None, compact: bool) -> int:
    """Write CASE as JSON: documents, claims, actors, places, judgements, and what is made of them.

    That is incidents, findings, disagreements, ties, changes of sides, flows, and what is said to have led to what.

    \b
    Examples:
      rashomon export mali.db --out mali.json
      rashomon export mali.db | jq '.incidents[].title'
      rashomon export mali.db --policy ucdp | jq '.findings'
    """
    from rashomon.api import Case, schema
    from rashomon.cli.output import json_text, write

    if kind == "schema":
        data = json_text(schema()).encode() + b"\n"
    else:
        with Case(case_path, readonly=True) as case:
            data = case.json(compact, policy)
    if out:
        write(out, data)
        click.echo(f"{out} ({len(data) / 1000:,.0f} kB)")
    else:
        sys.stdout.buffer.write(data)
    return 0
