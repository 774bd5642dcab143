"""The headline in a report's text."""

import pytest

from rashomon.testing import make_document, make_regions
from rashomon.values.headlines import headline

BODY = "Gunmen came to Orra at dawn."


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("Two dead in raid on Orra", "Two dead in raid on Orra"),
        ("Two dead in raid on Orra - Harbour Radio | News, Weather", "Two dead in raid on Orra"),
        ("Two dead in raid on Orra « Channel 6", "Two dead in raid on Orra"),
        ("Orra - two dead in raid", "Orra - two dead in raid"),  # too short before the dash to be all of it
        ("Drive-by attack in Orra", "Drive-by attack in Orra"),
        ("TWO DEAD IN RAID ON ORRA", None),  # read badly: every word looks like a name
    ],
)
def test_the_headline_ends_before_the_outlets_name(title, found):
    document = make_regions(make_document(f"{title}\n\n{BODY}"), {title: "title"})
    place = headline(document)
    assert (document.text[slice(*place)] if place else None) == found


def test_a_cross_head_is_no_headline():
    document = make_regions(make_document(f"{BODY}\n\nTHE RAID\n\nThey left at noon."), {"THE RAID": "title"})
    assert headline(document) is None


def test_a_report_without_regions_has_none():
    assert headline(make_document(BODY)) is None
