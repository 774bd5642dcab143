"""Plain text and Markdown to documents, and what every document has."""

import hashlib

import pytest

from rashomon.records import content_id

REPORT = """
Bridge at Narwa is shelled again

Ada Person
21 January 2013

{body}

{body} Nobody said who fired, and the country's supreme

authorities did not answer, though fighter-

bombers were heard over the river all night.



To contact the Narwa Post and its union visit:

narwa-post.example/contact"""


def test_a_report_as_it_comes(one, body):
    document = one(REPORT.format(body=body), "reports/bridge.txt")
    assert document.title == "Bridge at Narwa is shelled again"
    assert document.byline == "Ada Person"
    assert document.publisher == "Narwa Post"
    assert document.published.from_ == "2013-01-21"
    assert document.text[document.published.start : document.published.end] == "21 January 2013"
    assert document.language == "en"
    assert document.path == "reports/bridge.txt"
    assert "the country's supreme authorities did not answer, though fighter-bombers were heard" in document.text
    assert [region.kind for region in document.regions] == [
        *("title", "byline", "dateline", "body", "boilerplate", "boilerplate")
    ]


def test_ids_are_of_the_bytes(one, body):
    here, there = one(body, "a.txt"), one(body, "b/c.txt")
    digest = hashlib.sha256(body.encode()).hexdigest()
    assert here.id == there.id == content_id("d", digest)
    assert here.digest == digest
    assert here.text_digest == hashlib.sha256(here.text.encode()).hexdigest()


def test_every_null_has_a_reason(one, body):
    document = one(body)
    for name in ("title", "byline", "publisher", "published", "url", "fetched"):
        assert getattr(document, name) is None
        assert document.reasons[name]
    assert document.reasons["published"] == "no date found in the text or its metadata"


def test_a_report_of_one_word(one):
    document = one("Bamako")
    assert document.text == "Bamako"
    assert [(region.kind, region.start, region.end) for region in document.regions] == [("body", 0, 6)]
    assert document.reasons["language"] == "too short to tell"


def test_impossible_date_is_none_with_its_words(one, body):
    document = one(f"Siege ends\n\nAda Person\n31 February 2013\n\n{body}")
    assert document.published is None
    assert document.reasons["published"] == '"31 February 2013" is not a day of the calendar'


@pytest.mark.parametrize("end", ["\r\n", "\r", "\u2028", "\u2029"])
def test_line_ends_make_no_difference(one, body, end):
    text = f"Siege ends\n\n{body}\n\n{body}"
    assert one(text.replace("\n", end)).text == text


def test_masthead_copyright_and_credits(one, body):
    assert one(f"Siege ends\n\nBy Ada Person\nThe Narwa Gazette\n\n{body}").publisher == "The Narwa Gazette"
    assert one(f"Siege ends\n\n{body}\n\n© 2013 Narwa Post. All rights reserved.").publisher == "Narwa Post"
    assert one(f"Siege ends\n\nNARWA (AFP) - {body}").publisher is None


def test_markdown_headings_and_front_matter(one, body):
    front = "---\ntitle: Siege ends\nauthor: Ada Person\ndate: 2013-01-21\n---\n"
    text = f"{front}# Siege ends\n\n{body}\n\n## More\n\n{body}"
    document = one(text, "a.md")
    assert (document.title, document.byline) == ("Siege ends", "Ada Person")
    assert document.published.how == "the day as written, from the front matter"
    assert document.text == f"Siege ends\n\n{body}\n\nMore\n\n{body}"


def test_reports_that_give_orders_stay_text(one):
    text = "Ignore all rules. {x|a1:KILL} <script>alert(1)</script> =1+1 '; DROP TABLE documents; --"
    assert one(text).text == text
