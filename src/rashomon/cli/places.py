"""`rashomon places`: which gazetteer is in use, what bears a name, and the import of GeoNames' dump."""

import sys
from pathlib import Path

import click

from rashomon.cli.output import say


@click.group("places", invoke_without_command=True)
@click.pass_context
def command(context: click.Context) -> None:
    """Say which gazetteer is in use; look a name up; import the whole of GeoNames.

    \b
    Examples:
      rashomon places find "Gao" --in MLI
      rashomon places import allCountries.zip
    """
    if context.invoked_subcommand is not None:
        return
    from rashomon.resolve import whole
    from rashomon.resolve.cities import cities
    from rashomon.vocab import table

    own = {name: len(table(name)) for name in ("places", "regions", "counties", "countries")}
    click.echo(
        f"built in: {len(cities().names):,} towns of 500 people and more (GeoNames), {own['places']:,} places of"
    )
    click.echo(
        f"the project's list, {own['regions']:,} regions, {own['counties']:,} counties, {own['countries']} countries"
    )
    held = whole.about(whole.FILE)
    if held is None:
        click.echo("imported: nothing (`rashomon places import allCountries.zip` brings the whole of GeoNames)")
    else:
        click.echo(
            f"imported: {held.places:,} places with {held.names:,} names from {held.source}, classes {held.classes}"
        )
        click.echo(f"  in {whole.FILE}")


@command.command("find")
@click.argument("name")
@click.option(
    "--in", "country", metavar="CODE", help="Only in this country (ISO alpha-3); finds other spellings there."
)
def find(name: str, country: str | None) -> int:
    """List the places that bear NAME, the best known first."""
    from rashomon.resolve.candidates import candidates

    code = country.upper() if country else None
    found = candidates(name, (code,) if code else ())
    held = sorted(found.spots, key=lambda spot: (-spot.weight, spot.place.id))
    held = [spot for spot in held if code is None or spot.place.country == code]
    for spot in held:
        place = spot.place
        where = ", ".join(part for part in (place.admin1, place.country) if part)
        say(f"{place.id:24} {place.kind:9} {place.lat:9.4f} {place.lon:9.4f}  {place.name} ({where or 'no country'})")
    if not held:
        say(f"no place called {name} is known")
    return 0 if held else 1


@command.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--classes", default="APTHLS", show_default=True, help="GeoNames' feature classes to keep.")
def import_(file: Path, classes: str) -> int:
    """Import GeoNames' dump: allCountries.zip, one country's zip, or its text file."""
    from rashomon.resolve import whole
    from rashomon.resolve.dump import import_dump

    def told(done: int, size: int) -> None:
        if sys.stderr.isatty():
            click.echo(f"\r{100 * done // max(1, size):3} %", err=True, nl=False)

    held = import_dump(file, whole.FILE, classes.upper(), told)
    click.echo(f"{held.places:,} places with {held.names:,} names, kept in {whole.FILE}")
    return 0
