"""Options that several commands share."""

from typing import Final

import click

# the names of `rashomon.reconcile.policies.POLICIES`, which is not loaded for a help text; a test compares them
POLICIES: Final = ("range", "ucdp", "acled", "gtd")

by_policy = click.option(
    "--policy",
    type=click.Choice(POLICIES),
    help="Make the findings by this policy, for this call only; default: as the case is set (docs/rules.md).",
)
