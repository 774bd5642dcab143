"""`rashomon doctor`: is the case sound, is the installation."""

from pathlib import Path

import click


@click.command("doctor")
@click.argument("case_path", metavar="[CASE]", required=False, type=click.Path(path_type=Path))
def command(case_path: Path | None) -> int:
    """Check the installation, and CASE if one is given: every page, every row, every quote against its text.

    Exit code 1 if anything is wrong; each fault is a line. What a run that was ended left undone is noted.

    \b
    Example:
      rashomon doctor mali.db
    """
    from rashomon.engine.installation import installation

    problems = []
    for what, found, problem in installation():
        click.echo(f"{'wrong' if problem else 'ok':6}{what}: {problem or found}")
        problems += [problem] if problem else []
    if case_path:
        problems += _case(case_path)
    return 1 if problems else 0


def _case(path: Path) -> tuple[str, ...]:
    """Check a case, print what was found, and give the faults back."""
    from rashomon.cli.output import say
    from rashomon.engine.health import health

    found = health(path)
    for problem in found.problems:
        say(f"wrong {path}: {problem}")
    if found.problems:
        say(
            "Nothing damaged is shown as if it were sound. Keep this file, and put a copy of the case in its place,"
            " or read the reports again into a new case."
        )
        return found.problems
    ledger = " + ".join(f"{n} {outcome}" for outcome, n in found.received.items() if outcome != "received")
    say(f"ok    {path}: sound; {found.received['received']} received = {ledger}")
    for what in found.undone:
        say(f"note  {path}: {what}")
    return ()
