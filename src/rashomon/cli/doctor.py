"""`rashomon doctor`: is the case sound, is the installation."""

from pathlib import Path

import click


@click.command("doctor")
@click.argument("case_path", metavar="[CASE]", required=False, type=click.Path(path_type=Path))
def command(case_path: Path | None) -> int:
    """Check the installation, and CASE if one is given: every page, every row, every quote against its text.

    Exit code 1 if anything is wrong; each fault is a line.

    \b
    Example:
      rashomon doctor mali.db
    """
    from rashomon.engine.health import installation

    problems = []
    for what, found, problem in installation():
        click.echo(f"{'wrong' if problem else 'ok':6}{what}: {problem or found}")
        problems += [problem] if problem else []
    if case_path:
        problems += _case(case_path)
    return 1 if problems else 0


def _case(path: Path) -> list[str]:
    """Check a case, print what was found, and give the faults back."""
    from rashomon.api import Case
    from rashomon.cli.output import say

    with Case(path, readonly=True) as case:
        problems = case.check()
        receipts = case.receipts()
    for problem in problems:
        say(f"wrong {path}: {problem}")
    if not problems:
        counted = {o: sum(r.outcome == o for r in receipts) for o in ("stored", "duplicate", "quarantined")}
        ledger = " + ".join(f"{n} {outcome}" for outcome, n in counted.items())
        click.echo(f"ok    {path}: sound; {len(receipts)} received = {ledger}")
    return problems
