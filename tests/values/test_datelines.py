"""Where a report says that it was written."""

import pytest

from rashomon.records import Region
from rashomon.testing import make_document
from rashomon.values.datelines import dateline


@pytest.mark.parametrize(
    ("kind", "text", "names"),
    [
        ("dateline", "GAO, Mali (AP) - ", ["GAO", "Mali"]),
        ("dateline", "HALVEK, March 9 (Meridian Wire) - ", ["HALVEK"]),
        ("dateline", "SULAFE, liberated Dessan. ", ["SULAFE"]),
        ("dateline", "NEW DELHI, India, Jan 3 - ", ["NEW DELHI", "India"]),
        ("dateline", "PORT SAEL, 14 May 2031", ["PORT SAEL"]),
        ("dateline", "Gao (AFP) - ", ["Gao"]),
        ("dateline", "ST. LOUIS. ", ["ST. LOUIS"]),
        ("dateline", "KABUL: ", ["KABUL"]),
        ("dateline", "PARIS/GAO - ", []),
        ("dateline", "ANALYSIS: ", []),
        ("dateline", "Monday 10 March 2031", []),
        ("dateline", "March 9, 2031", []),
        ("byline", "From our correspondent in Gao", ["Gao"]),
        ("byline", "By Ada Person in Port Sael, Orrenia", ["Port Sael", "Orrenia"]),
        ("byline", "By Ada Person", []),
        ("body", "GAO, Mali (AP) - ", []),
    ],
)
def test_the_names_of_a_dateline(kind, text, names):
    document = make_document(f"{text}Rain fell.", regions=(Region(kind=kind, start=0, end=len(text)),))
    found = dateline(document)
    assert [span.quote for span in found] == names
    assert all(document.text[span.start : span.end] == span.quote for span in found)


def test_a_report_without_regions_has_none():
    assert dateline(make_document("GAO, Mali (AP) - Rain fell.")) == ()
