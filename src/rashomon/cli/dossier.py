"""`rashomon dossier`: a case as one HTML page."""

from pathlib import Path
from typing import Any

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
@click.option("--static", is_flag=True, help="Plain HTML without a program, as it is printed: to archive or compare.")
@click.option(
    "--basemap",
    type=click.Path(path_type=Path),
    help="GeoJSON with the map's land and lines, and a `note` on them, in the place of Natural Earth's.",
)
@by_policy
@click.option("--built", metavar="DATE", help="The date to print on it; default: today.")
def command(case_path: Path, out: Path | None, built: str | None, **given: Any) -> int:
    """Write CASE as one self-contained HTML page to work in, to send and to print: it asks no network for anything.

    \b
    Examples:
      rashomon dossier mali.db -o mali.html
      rashomon dossier mali.db --texts excerpts --policy ucdp
    """
    from rashomon.api import Case
    from rashomon.cli.output import write
    from rashomon.show import is_built

    target = out or case_path.with_suffix(".html")
    with Case(case_path, readonly=True) as case:
        page = case.dossier(built, **given).encode()
    write(target, page)
    if not given["static"] and not is_built():
        click.echo("The page's program was not built (make page; needs Node.js): this is the static page.", err=True)
    click.echo(f"{target} ({len(page) / 1000:,.0f} kB)")
    return 0
