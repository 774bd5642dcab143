"""`rashomon model`: the built-in model's card, in short."""

import click


@click.command("model")
@click.option("--json", "as_json", is_flag=True, help="The manifest as JSON.")
def command(as_json: bool) -> int:
    """Say which model is built in, what it was trained on, and how well it does on passages it never saw.

    \b
    Example:
      rashomon model
    """
    from rashomon.annotate.model import manifest
    from rashomon.cli.output import json_text

    card, digest = manifest()
    if as_json:
        click.echo(json_text(card))
        return 0
    click.echo(f"{card.name} ({digest[:12]})\ntrained on: {card.trained_on}\n")
    click.echo("F1 on held-back passages (two careful readers agree at about 85):")
    for row, score in card.scores.items():
        click.echo(f"  {row:16}{score:5.1f}")
    return 0
