"""What `rashomon read` prints at the end."""

from collections.abc import Sequence

import click

from rashomon.engine.annotating import Asked
from rashomon.engine.ingest import Intake
from rashomon.engine.steps import Fault
from rashomon.records import Record

MOST = 50  # problems listed; a folder of 10,000 pictures should not scroll everything else away


def print_intake(intake: Intake, record: Record, case: str) -> None:
    """Counts, warnings and problems; then what the case now holds, and what to do next."""
    from rich.console import Console

    from rashomon.show.plain import safe
    from rashomon.show.summary import overview

    new = f"{intake.stored} new report{'' if intake.stored == 1 else 's'}"
    rest = [(intake.unchanged, "read before"), (intake.duplicate, "duplicate"), (intake.quarantined, "not readable")]
    click.echo("; ".join([new, *(f"{n} {what}" for n, what in rest if n)]))
    for source, reason in intake.warnings[:MOST]:
        click.echo(f"  note: {safe(source)}: {safe(reason)}")
    Console(highlight=False).print(overview(record))
    click.echo(f"\nNext: rashomon show {case} incidents    rashomon dossier {case}")
    for source, reason in intake.problems[:MOST]:
        # a reader's reason begins with the name of what it read, which may be a member of ``source``
        said = reason if ":" in reason and reason.split(":")[0] in source else f"{source}: {reason}"
        click.echo(f"not read: {safe(said)}", err=True)
    if len(intake.problems) > MOST:
        click.echo(f"... and {len(intake.problems) - MOST} more; --json lists them all", err=True)


def print_faults(faults: Sequence[Fault], record: Record) -> int:
    """The reports that the program failed on, on standard error; gives back how many they are."""
    from rashomon.show.plain import safe

    sources = {document.id: document.source for document in record.documents}
    for fault in faults[:MOST]:
        said = f"{sources.get(fault.document, fault.document)}: the program failed to {fault.stage} it ({fault.error})"
        click.echo(f"not in the record: {safe(said)}", err=True)
    if faults:
        click.echo("That is a fault of ours, please report it. All else went on; the next run tries again.", err=True)
    return len(faults)


def print_asked(asked: Asked | None) -> int:
    """What a language model was asked, on standard error; gives back how many passages it owes an answer for."""
    from rashomon.show.plain import safe

    if asked is None:
        return 0
    if asked.read or asked.instead:
        click.echo(f"language model: {safe(asked.in_words())}", err=True)
    if asked.waiting:
        click.echo(
            "Reports without all their answers are read by the built-in model; the next run asks again.", err=True
        )
    return asked.waiting
