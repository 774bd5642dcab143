"""RSS and Atom: one entry a report, titles without markup, nothing fetched and nothing expanded."""

import pytest

RSS = '<?xml version="1.0"?><rss version="2.0"><channel><title>Narwa Radio</title>{}</channel></rss>'
ITEM = "<item><title>{title}</title><guid>{guid}</guid><description>{text}</description>{more}</item>"


def items(*rows):
    return RSS.format("".join(ITEM.format(**{"title": "Siege ends", "more": "", "guid": "g", **row}) for row in rows))


def test_items(read, body):
    more = "<pubDate>Mon, 21 Jan 2013 10:00:00 GMT</pubDate><link>https://narwa.example/1</link>"
    (entry,) = read(items({"text": f"&lt;p&gt;{body}&lt;/p&gt;&lt;p&gt;More.&lt;/p&gt;", "more": more}), "feed.xml")
    document = entry.document
    assert entry.source == "feed.xml#g"
    assert document.text == f"Siege ends\n\n{body}\n\nMore."
    assert (document.title, document.publisher, document.url) == (
        "Siege ends",
        "Narwa Radio",
        "https://narwa.example/1",
    )
    assert document.published.from_ == "2013-01-21T10:00:00+00:00"


def test_no_dates_wrong_dates_and_duplicate_guids(read, body):
    wrong = "<pubDate>31 February 2013</pubDate>"
    entries = read(items({"text": body}, {"text": body + " Two.", "more": wrong}), "feed.xml")
    assert [entry.source for entry in entries] == ["feed.xml#g", "feed.xml#g~2"]
    reasons = [entry.document.reasons["published"] for entry in entries]
    assert reasons == ["no date found in the text or its metadata", '"31 February 2013" is not a day of the calendar']


def test_markup_in_titles_is_taken_out(read, body):
    (entry,) = read(
        items({"title": "&lt;img src=x onerror=alert(1)&gt;Siege &amp;amp; fire", "text": body}), "feed.xml"
    )
    assert entry.document.title == "Siege & fire"


def test_atom(read, body):
    data = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>Narwa</title><entry><id>urn:1</id><title>Siege ends</title>'
        f'<content type="html">{body}</content><published>2013-01-21T10:00:00Z</published></entry></feed>'
    )
    (entry,) = read(data, "a.xml")
    assert (entry.source, entry.document.publisher) == ("a.xml#urn:1", "Narwa")


@pytest.mark.parametrize("entity", ['l "lol"', 'x SYSTEM "file:///etc/passwd"', '% p SYSTEM "http://127.0.0.1/"'])
def test_entities_are_refused(why, body, entity):
    data = items({"text": f"{body} &l;&x;"}).replace("?><rss", f"?><!DOCTYPE r [<!ENTITY {entity}>]><rss")
    assert why(data, "a.xml") == "a.xml: declares XML entities, which are not expanded"


@pytest.mark.parametrize("mark", ["&#x110000;", "&#xD800;", "&#99999999999999999999;"])
def test_impossible_characters_in_a_broken_feed(why, body, mark):
    data = items({"text": f"{body} {mark}"}).replace("</rss>", "<")
    assert why(data, "a.xml").startswith("a.xml: is a broken feed (")


def test_a_cut_feed_keeps_what_it_has(read, body):
    data = items({"text": body, "guid": "1"}, {"text": body + " Two.", "guid": "2"})
    entries = read(data[: data.index("</guid><description>", 300) + 100], "a.xml")
    assert entries[0].document.text.endswith(body)
    assert "the feed breaks off" in entries[-1].problem


def test_an_empty_feed(why):
    assert why(RSS.format(""), "a.xml") == "a.xml: holds no entries"
