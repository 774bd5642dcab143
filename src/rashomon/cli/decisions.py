"""`rashomon review CASE decide`, `split`, `correct`, `confirm`, `reject`, `list`, `log`, `undo`: review by command."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rashomon.engine.review import Review
    from rashomon.records import Judgement, Verdict

WHY = click.option("--why", default="", help="The reason, kept with the decision.")
JSON = click.option("--json", "as_json", is_flag=True, help="Rows as JSON instead of a table.")


@contextmanager
def _reviewing(ctx: click.Context, readonly: bool = False) -> "Iterator[Review]":
    from rashomon.api import Case

    path, by = ctx.obj
    with Case(path, readonly=readonly) as case:
        yield case.review(by)


def _rows(rows: Sequence[Mapping[str, object]], as_json: bool) -> None:
    from rashomon.cli.output import json_text, table_text

    click.echo(json_text(rows) if as_json else table_text(rows) or "none")


def _done(ctx: click.Context, make: "Callable[[Review], Judgement]") -> None:
    from rashomon.engine.log import said

    with _reviewing(ctx) as review:
        made = make(review)
        entry = next(e for e in review.log() if made in e.judgements)
    click.echo(f"{said(entry)}\nchanged: {entry.changed}\nto take it back: rashomon review {ctx.obj[0]} undo {made.id}")


@click.command("list")
@JSON
@click.pass_context
def listed(ctx: click.Context, as_json: bool) -> None:
    """List the open questions: incidents, origins and actors that may be one; figures behind disagreements."""
    from rashomon.engine.queues import task_rows

    with _reviewing(ctx, readonly=True) as review:
        _rows(task_rows(review.tasks()), as_json)


@click.command()
@click.argument("left")
@click.argument("verdict", type=click.Choice(["same", "different", "unsure"]))
@click.argument("right")
@WHY
@click.pass_context
def decide(ctx: click.Context, left: str, verdict: "Verdict", right: str, why: str) -> None:
    """LEFT and RIGHT are one, are not, or it is unsure: two incidents, two reports (as to their origin), two actors.

    Incidents go by their ids, old ones too, or by ids of event claims; reports by ids or the ends of their paths;
    actors by ids or names.

    \b
    Example:
      rashomon review mali.db decide wire.txt different gazette.txt --why 'own interviews'
    """
    _done(ctx, lambda review: review.decide(left, verdict, right, why))


@click.command()
@click.argument("incident")
@click.argument("claims", metavar="CLAIM...", nargs=-1, required=True)
@WHY
@click.pass_context
def split(ctx: click.Context, incident: str, claims: tuple[str, ...], why: str) -> None:
    """Take the event claims CLAIM, with their figures, out of INCIDENT; together they become another."""
    _done(ctx, lambda review: review.split(incident, claims, why))


@click.command()
@click.argument("claim")
@click.argument("field")
@click.argument("value")
@WHY
@click.pass_context
def correct(ctx: click.Context, claim: str, field: str, value: str, why: str) -> None:
    """Put FIELD of CLAIM right: it is VALUE. A wrong FIELD lists those that the claim has; `none` empties one.

    \b
    Examples:
      rashomon review mali.db correct c-77f0 value '10 to 12'
      rashomon review mali.db correct c-77f0 measure injured
      rashomon review mali.db correct c-1b02 agent 'Salt Front' --why 'the group of the sentence before'
      rashomon review mali.db correct c-1b02 place 'Gao, MLI'
      rashomon review mali.db correct c-1b02 speaker none
    """
    _done(ctx, lambda review: review.correct(claim, field, value, why))


@click.command()
@click.argument("claim")
@WHY
@click.pass_context
def confirm(ctx: click.Context, claim: str, why: str) -> None:
    """CLAIM says what its sentence says."""
    _done(ctx, lambda review: review.judge(claim, "same", why))


@click.command()
@click.argument("claim")
@WHY
@click.pass_context
def reject(ctx: click.Context, claim: str, why: str) -> None:
    """The sentence of CLAIM makes no such claim; it stays on record, and nothing rests on it."""
    _done(ctx, lambda review: review.judge(claim, "different", why))


@click.command()
@JSON
@click.pass_context
def log(ctx: click.Context, as_json: bool) -> None:
    """Every decision, the latest first: when, who, what, why, what it changed, and when it was taken back."""
    from rashomon.engine.log import entry_rows

    with _reviewing(ctx, readonly=True) as review:
        _rows(entry_rows(review.log()), as_json)


@click.command()
@click.argument("decision", required=False, metavar="[ID]")
@click.pass_context
def undo(ctx: click.Context, decision: str | None) -> None:
    """Take the decision ID back, or the latest one; it stays in the log."""
    from rashomon.engine.log import said

    with _reviewing(ctx) as review:
        click.echo(f"taken back: {said(review.undo(decision))}")
