"""What a headline adds to the claims of a report's text."""

import pytest

from rashomon.interpret.headlines import with_headline
from rashomon.records import HEADLINE, SINGULAR, CauseClaim, EventClaim, FigureClaim
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
        ("Driver dead in attack on bus", "KILL", {SINGULAR: "told by himself"}, 0),  # somebody whom the text names
        ("Driver dead in attack on bus", "ASSAULT", {SINGULAR: "told by himself"}, 2),  # the text tells of no death
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


@pytest.mark.parametrize("body", ["ASSAULT", "PROTEST"])
def test_a_count_of_nobody_hangs_on_no_act_that_is_left_out(body):
    title = "Nobody dead in attack on bus, but three hurt in it"
    document = make_regions(make_document(f"{title}\n\n{BODY}"), {title: "title"})
    denied = make_claim("event", document, title, type="KILL", trigger="dead", reality="neg")
    fields = {"measure": "killed", "event": denied.id, "lower": 0, "upper": 0}
    below = make_claim("event", document, "Gunmen fired on a bus near Orra.", type=body, trigger="fired")
    claims = with_headline(document, [denied, make_claim("figure", document, title, **fields), below])
    (kept,) = (claim for claim in claims if isinstance(claim, FigureClaim))
    assert kept.event is None
    assert kept.reasons["event"]


def test_what_the_text_tells_names_no_claim_of_a_headline_that_is_left_out():
    title = "Driver dead in attack on bus"
    document = make_regions(make_document(f"{title}\n\n{BODY}"), {title: "title"})
    killing = make_claim("event", document, title, type="KILL", trigger="dead")
    whole = make_claim("figure", document, title, measure="killed", event=killing.id, reasons={SINGULAR: "by name"})
    fired = make_claim("event", document, "Gunmen fired on a bus near Orra.", type="KILL", trigger="fired")
    part = make_claim("figure", document, "It was full.", measure="killed", event=killing.id, part_of=whole.id)
    cause = make_claim("cause", document, "It was full.", cause=fired.id, effect=killing.id)
    claims = with_headline(document, [killing, whole, fired, part, cause])
    assert not {killing.id, whole.id} & {claim.id for claim in claims}
    (figure,) = (claim for claim in claims if isinstance(claim, FigureClaim))
    (led,) = (claim for claim in claims if isinstance(claim, CauseClaim))
    assert (figure.event, figure.part_of, led.cause) == (None, None, fired.id)
    assert led.effect.words == "dead"
