"""`rashomon read`: reports into a case."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rashomon.engine.settings import AnnotatorName


@click.command("read")
@click.argument("paths", nargs=-1, required=True)
@click.option("--case", "case_path", required=True, type=click.Path(path_type=Path), help="The case file; made if new.")
@click.option(
    "--field", "fields", multiple=True, metavar="OURS=THEIRS", help="A column of JSONL or CSV, e.g. text=body."
)
@click.option("--settings", type=click.Path(path_type=Path), help="A rashomon.toml; default: as last time.")
@click.option(
    "--annotator", type=click.Choice(["built-in", "llm"]), help="Who reads claim graphs; default: as last time."
)
@click.option("--hidden", is_flag=True, help="Read files and folders whose name begins with a dot, too.")
@click.option("--allow-private", is_flag=True, help="Fetch from private and loopback addresses, too.")
@click.option("--json", "as_json", is_flag=True, help="Print what became of the inputs as JSON.")
def command(
    paths: tuple[str, ...],
    case_path: Path,
    fields: tuple[str, ...],
    settings: Path | None,
    annotator: "AnnotatorName | None",
    as_json: bool,
    **read: bool,
) -> int:
    """Read reports into a case and bring its record up to date.

    PATHS are files, folders, globs, http(s) URLs, or - for standard input. Text, Markdown, HTML, PDF, DOCX, JSONL, CSV,
    RSS/Atom, WARC, and any of them gzipped, told apart by what they hold. Reading again adds nothing; a changed file
    becomes a new version of its report. A file that can't be read is listed with its reason, and stops nothing.

    With --annotator llm passages go to the language model that the settings name (docs/language-models.md).

    \b
    Examples:
      rashomon read reports/ --case mali.db
      rashomon read 'wire/*.html' extra.pdf --case mali.db
      rashomon read articles.csv --field text=body --field title=headline --case mali.db
      rashomon read reports/ --case mali.db --settings rashomon.toml --annotator llm
      curl -s https://example.org/feed.xml | rashomon read - --case mali.db
    """
    from rashomon.api import Case
    from rashomon.cli.output import json_text
    from rashomon.cli.progress import following
    from rashomon.cli.summary import print_asked, print_faults, print_intake
    from rashomon.engine.annotating import ready
    from rashomon.engine.settings import Settings, read_settings, with_annotator, with_read

    chosen, columns = read_settings(settings) if settings else None, mapping(fields)
    ready(with_annotator(chosen or Settings(), annotator))  # before a case is made
    stdin = sys.stdin.buffer.read() if "-" in paths else None
    with Case(case_path, chosen) as case, following() as (told, progress):
        case.settings = ready(with_annotator(with_read(case.settings, columns, read), annotator))
        intake = case.read(paths, stdin, told)
        held = case.updated(progress)
    click.echo(json_text(intake)) if as_json else print_intake(intake, held, str(case_path))
    waiting, failed = print_asked(case.asked), print_faults(case.faults, held)
    return 1 if intake.problems or waiting or failed else 0


def mapping(fields: tuple[str, ...]) -> dict[str, str]:
    """``("text=body",)`` as ``{"text": "body"}``."""
    pairs = [field.partition("=") for field in fields]
    wrong = [ours for ours, equals, theirs in pairs if not (ours and equals and theirs)]
    if wrong:
        raise click.BadParameter(f"'{wrong[0]}' is not OURS=THEIRS", param_hint="--field")
    return {ours: theirs for ours, _, theirs in pairs}
