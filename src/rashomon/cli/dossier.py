"""`rashomon dossier`: a case as one HTML page."""

from pathlib import Path

import click

from rashomon.cli.options import by_policy


@click.command("dossier")
@click.argument("case_path", metavar="CASE", type=click.Path(path_type=Path))
@click.option("-o", "--out", type=click.Path(path_type=Path), help="Where to write; default: CASE with .html.")
@click.option(
    "--texts",
    type=click.Choice(["full", "excerpts", "none"]),
    default="full",
    show_default=True,
    help="How much of the reports' texts to carry: press text is somebody's property.",
)
@by_policy
@click.option("--built", metavar="DATE", help="The date to print on it; default: today.")
def command(case_path: Path, out: Path | None, texts: str, policy: str | None, built: str | None) -> int:
    """Write CASE as one self-contained HTML page: no script, no network, made to be read and printed.

    \b
    Example:
      rashomon dossier mali.db -o mali.html
    """
    from rashomon.api import Case
    from rashomon.cli.output import write

    target = out or case_path.with_suffix(".html")
    with Case(case_path, readonly=True) as case:
        page = case.dossier(built, texts, policy)  # type: ignore[arg-type]
    write(target, page.encode())
    click.echo(f"{target} ({len(page.encode()) / 1000:,.0f} kB)")
    return 0
