"""`rashomon review CASE decide`, `split`, `correct`, `confirm`, `reject`: decisions by command."""

from typing import TYPE_CHECKING

import click

from rashomon.cli.decisions import done

if TYPE_CHECKING:
    from rashomon.records import Verdict

WHY = click.option("--why", default="", help="The reason, kept with the decision.")


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
    done(ctx, lambda review: review.decide(left, verdict, right, why))


@click.command()
@click.argument("incident")
@click.argument("claims", metavar="CLAIM...", nargs=-1, required=True)
@WHY
@click.pass_context
def split(ctx: click.Context, incident: str, claims: tuple[str, ...], why: str) -> None:
    """Take the event claims CLAIM, with their figures, out of INCIDENT; together they become another."""
    done(ctx, lambda review: review.split(incident, claims, why))


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
    done(ctx, lambda review: review.correct(claim, field, value, why))


@click.command()
@click.argument("claim")
@WHY
@click.pass_context
def confirm(ctx: click.Context, claim: str, why: str) -> None:
    """CLAIM says what its sentence says."""
    done(ctx, lambda review: review.judge(claim, "same", why))


@click.command()
@click.argument("claim")
@WHY
@click.pass_context
def reject(ctx: click.Context, claim: str, why: str) -> None:
    """The sentence of CLAIM makes no such claim; it stays on record, and nothing rests on it."""
    done(ctx, lambda review: review.judge(claim, "different", why))
