"""What a headline adds to the claims of a report's text."""

import pytest

from rashomon.interpret.headlines import with_headline
from rashomon.records import HEADLINE, SINGULAR, EventClaim
from rashomon.testing import make_claim, make_document, make_regions

BODY = "Gunmen fired on a bus near Orra. It was full."


def told(title, body, **figure):
    """A headline that tells of deaths with a figure, a text that tells of ``body``; what stays of the headline."""
    document = make_regions(make_document(f"{title}\n\n{BODY}"), {title: "title"})
    killing = make_claim("event", document, title, type="KILL", trigger="dead")
    counted = make_claim("figure", document, title, measure="killed", event=killing.id, **figure)
    rest = [make_claim("event", document, "Gunmen fired on a bus near Orra.", type=body, trigger="fired")]
    claims = with_headline(document, [killing, counted, *rest])
    assert rest[0] in claims
    return [claim for claim in claims if HEADLINE in claim.reasons]


@pytest.mark.parametrize(
    ("title", "body", "reasons", "kept"),
    [
        ("Two dead in attack on bus", "ASSAULT", {}, 2),  # a total, which sums up what the text tells in pieces
        ("Driver dead in attack on bus", "ASSAULT", {SINGULAR: "told by himself"}, 0),  # somebody whom the text names
        ("Two dead in shootings", "ASSAULT", {}, 0),  # the toll of several happenings
        ("Driver dead in attack on bus", "PROTEST", {SINGULAR: "told by himself"}, 2),  # the text tells of no harm
        ("Two dead in shootings", "PROTEST", {}, 2),
    ],
)
def test_a_headline_counts_where_the_text_is_silent_and_where_it_gives_a_total(title, body, reasons, kept):
    assert len(told(title, body, lower=2, upper=2, words="Two", reasons=reasons)) == kept


def test_a_claim_of_a_headline_says_so_and_is_the_authors():
    found = told("Two dead in attack on bus", "ASSAULT", lower=2, upper=2)
    assert {claim.reasons[HEADLINE] for claim in found} == {"told in the report's headline"}
    assert all([voice.form for voice in claim.voices] == ["author"] for claim in found)


def test_a_death_that_the_headline_denies_is_not_kept():
    document = make_regions(make_document(f"Nobody dead in Orra\n\n{BODY}"), {"Nobody dead in Orra": "title"})
    denied = make_claim("event", document, "Nobody dead in Orra", type="KILL", trigger="dead", reality="neg")
    assert isinstance(denied, EventClaim)
    assert with_headline(document, [denied]) == []
