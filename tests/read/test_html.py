"""Web pages: the article and its marks kept, navigation left, no text lost however deep."""

import time

import pytest

from rashomon.read.html import shape, trim_tags

PAGE = """<!DOCTYPE html><html><head><title>Bridge shelled | Narwa Post</title>
<meta property="og:site_name" content="Narwa Post"><meta name="author" content="Ada Person">
<meta property="article:published_time" content="2013-01-21T10:00:00Z">
<link rel="canonical" href="https://narwa-post.example/bridge"></head>
<body><nav><a href="/">Home</a> <a href="/war">War</a></nav>
<div class="cookie">We use cookies on this site.</div>
<article><h1>Bridge shelled</h1><figure><img src="a.jpg"><figcaption>The bridge on Monday</figcaption></figure>
<p>{body}</p><h2>What came before</h2><p>{body} It was the third time.</p><script>alert("no")</script></article>
<footer>Copyright Narwa Post</footer></body></html>"""


def test_a_page(one, body):
    document = one(PAGE.format(body=body), "bridge.html")
    assert (document.title, document.byline, document.publisher) == ("Bridge shelled", "Ada Person", "Narwa Post")
    assert document.url == "https://narwa-post.example/bridge"
    assert document.published.from_ == "2013-01-21T10:00:00+00:00"
    kinds = {document.text[r.start : r.end].strip(): r.kind for r in document.regions}
    assert kinds["Bridge shelled"] == "title"
    assert kinds["The bridge on Monday"] == "caption"
    assert document.text.count(body) == 2
    assert "alert" not in document.text
    assert "Home" not in document.text


def test_json_ld_comes_first(one, body):
    data = (
        '{"@graph": [{"@type": "WebPage"}, {"@type": "NewsArticle", "headline": "Bridge hit", '
        '"datePublished": "2013-01-22", "author": [{"name": "Bo Other"}, {"name": "Cy Third"}], '
        '"publisher": {"name": "The Post"}}]}'
    )
    page = PAGE.format(body=body).replace("<nav>", f'<script type="application/ld+json">{data}</script><nav>')
    document = one(page, "bridge.html")
    assert (document.title, document.byline, document.publisher) == ("Bridge hit", "Bo Other, Cy Third", "The Post")
    assert document.published.from_ == "2013-01-22"


@pytest.mark.parametrize("depth", [100, 300, 2_000, 100_000])
def test_deep_text_is_kept(one, depth):
    page = f"<html><body><p>head words</p>{'<div>' * depth}deep words{'</div>' * depth}<p>tail words</p></body></html>"
    begun = time.monotonic()
    document = one(page, "deep.html")
    assert time.monotonic() - begun < 10
    assert document.text.split("\n\n") == ["head words", "deep words", "tail words"]
    assert ("deep" in document.reasons.get("extraction", "")) is (depth > 200)


@pytest.mark.parametrize(
    "page",
    [
        "<html><body>" + "<p>words <a href=x>link</a>" * 20_000,
        "<html><body><p " + " ".join(f"a{i}=1" for i in range(100_000)) + ">words</p>",
        "<html><body>words" + "<a " * 300_000,
        "<html><body>words" + '<a b="' * 100_000,
        "<html><body>words<!--" + "<p>" * 300_000,
    ],
)
def test_hostile_markup_is_quick(one, page):
    begun = time.monotonic()
    assert "words" in one(page, "x.html").text
    assert time.monotonic() - begun < 10


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ('<html><head><meta charset="windows-1251"></head><body><p>{}</p></body></html>', "windows-1251"),
        ("<html><head><meta charset='latin-1'></head><body><p>{}</p></body></html>", "utf-8"),
    ],
)
def test_declared_charset(one, data, encoding):
    words = "Губернатор области заявил о двенадцати раненых"
    assert one(data.format(words).encode(encoding), "x.html").text == words


def test_a_page_without_text(why):
    assert why("<html><body><img src=x></body></html>", "x.html") == "x.html: is a page without text"


def test_shape_counts_tags_that_need_closing():
    assert shape("<div><p>a<p>b<div></div></div><br>") == (2, 7)


def test_trimming_only_touches_absurd_tags():
    fine = '<a href="x" title="y z">'
    assert trim_tags(f"{fine}<b {'a=1 ' * 500}>bold") == f"{fine}<b>bold"
