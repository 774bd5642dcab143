"""The invented sample's incidents, for tests of their pages: their sentences, figures and addresses."""

from playwright.sync_api import Page

from rashomon.records import FigureClaim, Incident
from rashomon.show.lookup import sentence_of
from rashomon.testing import sample_record

RECORD = sample_record()
RAID, MARKET, AMBUSH = RECORD.incidents
QUOTES = {claim.id: sentence_of(claim).quote for claim in RECORD.claims}
# each figure by its words, the first of those with the same
FIGURES = {claim.words: claim for claim in reversed(RECORD.claims) if isinstance(claim, FigureClaim)}


def incident_at(incident: Incident, **query: str) -> str:
    """The address of an incident."""
    told = "&".join(f"{key}={value}" for key, value in query.items())
    return f"#/incident/{incident.id}{'?' if told else ''}{told}"


def part(page: Page, name: str) -> None:
    """Where an incident's page has not room for all its parts, goes to its accounts, its text or its differences."""
    button = page.locator(f'.views [data-of="{name}"]')
    if button.is_visible():
        button.click()
