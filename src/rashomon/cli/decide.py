"""`rashomon actors merge`, `split`, `rename`, `undo`: what a person decides about the actors of a case."""

from pathlib import Path

import click

CASE = click.argument("case_path", metavar="CASE", type=click.Path(path_type=Path))
WHY = click.option("--why", default="", help="The reason, kept with the decision.")


@click.command()
@CASE
@click.argument("kept", metavar="ACTOR")
@click.argument("others", metavar="OTHER...", nargs=-1, required=True)
@WHY
def merge(case_path: Path, kept: str, others: tuple[str, ...], why: str) -> None:
    """OTHER is the same as ACTOR, which stays.

    \b
    Example:
      rashomon actors merge mali.db AQIM 'Salafist Group' --why 'renamed in 2007'
    """
    from rashomon.api import Case

    with Case(case_path) as case:
        for other in others:
            _told(case.actors.merge(kept, other, why).id, f"{other} is {kept}")


@click.command()
@CASE
@click.argument("actor", metavar="ACTOR")
@click.argument("whats", metavar="WHAT...", nargs=-1, required=True)
@WHY
def split(case_path: Path, actor: str, whats: tuple[str, ...], why: str) -> None:
    """Tell WHAT apart from ACTOR: an actor that was merged with it, words that it is called by, or a report's id.

    \b
    Example:
      rashomon actors split mali.db 'Ansar' 'Ansar al-Sharia'
    """
    from rashomon.api import Case

    with Case(case_path) as case:
        for what in whats:
            _told(case.actors.split(actor, what, why).id, f"{what} is not {actor}")


@click.command()
@CASE
@click.argument("actor", metavar="ACTOR")
@click.argument("name")
@WHY
def rename(case_path: Path, actor: str, name: str, why: str) -> None:
    """Call ACTOR by NAME."""
    from rashomon.api import Case

    with Case(case_path) as case:
        _told(case.actors.rename(actor, name, why).id, f"{actor} is called {name}")


@click.command()
@CASE
@click.argument("judgement", required=False)
def undo(case_path: Path, judgement: str | None) -> None:
    """Take back the decision JUDGEMENT (`rashomon actors CASE --decisions` lists them), or the latest one."""
    from rashomon.api import Case
    from rashomon.cli.output import say
    from rashomon.resolve.decided import said

    with Case(case_path) as case:
        say(f"taken back: {said(case.actors.undo(judgement))}")


def _told(judgement: str, words: str) -> None:
    click.echo(f"{words}; to take it back: rashomon actors undo CASE {judgement}")
