"""What a web page's head and marks say: headline, byline, site, date, address, captions."""

import json
import re
from typing import Any, NamedTuple

from rashomon.read.draft import DateWords
from rashomon.read.metadata import dates

_DATES = (
    "article:published_time",
    "datepublished",
    "date.issued",
    "dc.date.issued",
    "dc.date",
    "dcterms.created",
    "dcterms.date",
    "parsely-pub-date",
    "sailthru.date",
    "publishdate",
    "pubdate",
    "publication_date",
    "og:article:published_time",
    "date",
)
_TITLES = ("og:title", "twitter:title", "dc.title", "parsely-title")
_AUTHORS = ("author", "article:author", "dc.creator", "parsely-author", "sailthru.author", "byl")
_SITES = ("og:site_name", "application-name", "dc.publisher", "publisher")
_SPACE = re.compile(r"\s{1,1000}")
_ARTICLE = re.compile(r"(?:news|blog|opinion|analysis)?\s?(?:article|posting|report)", re.IGNORECASE)


class PageFacts(NamedTuple):
    """What was found; None or empty for the rest."""

    title: str | None = None
    byline: str | None = None
    publisher: str | None = None
    url: str | None = None
    dates: tuple[DateWords, ...] = ()
    captions: tuple[str, ...] = ()


def facts_of(markup: str) -> PageFacts:
    """The facts of one page; JSON-LD first, then meta tags, then marks in the text."""
    from resiliparse.parse.html import HTMLTree

    tree: Any = HTMLTree.parse(markup)
    document = tree.document
    meta = _meta(document)
    linked = _json_ld(document)
    publisher = linked.get("publisher") or _pick(meta, _SITES)
    heading = [_squeeze(node.text) for node in document.query_selector_all("h1")[:10]]
    title = linked.get("headline") or _pick(meta, _TITLES) or _only(heading) or _squeeze(tree.title or "")
    when = next((w for n in document.query_selector_all("time[datetime]") if (w := n.getattr("datetime"))), None)
    canonical = next((n.getattr("href") for n in document.query_selector_all("link[rel=canonical]")), None)
    url = canonical or _pick(meta, ("og:url",))
    author = linked.get("author") or _pick(meta, _AUTHORS)
    captions = [_squeeze(node.text) for node in document.query_selector_all("figcaption")[:50]]
    return PageFacts(
        title=_bare_title(title, publisher, heading) or None,
        byline=author if author and not author.startswith("http") else None,
        publisher=publisher,
        url=url if url and url.startswith(("http://", "https://")) else None,
        dates=dates(
            (linked.get("datePublished"), "the page's JSON-LD"),
            *((meta.get(name), f"meta {name}") for name in _DATES),
            (when, "a time element"),
        ),
        captions=tuple(dict.fromkeys(caption for caption in captions if caption)),
    )


def _meta(document: Any) -> dict[str, str]:
    """Meta tags by lower-case name, property or itemprop; the first of each counts."""
    found: dict[str, str] = {}
    for node in document.query_selector_all("meta")[:500]:
        name = node.getattr("property") or node.getattr("name") or node.getattr("itemprop")
        content = node.getattr("content")
        if name and content:
            found.setdefault(name.lower(), _squeeze(content))
    return found


def _json_ld(document: Any) -> dict[str, str]:
    """Headline, author, publisher and date of the first article described in JSON-LD."""
    for node in document.query_selector_all('script[type="application/ld+json"]')[:20]:
        try:
            data = json.loads(node.text)
        except (ValueError, RecursionError):
            continue
        for item in _items(data):
            if _ARTICLE.search(str(item.get("@type", ""))):
                pairs = {name: _named(item.get(name)) for name in ("headline", "author", "publisher", "datePublished")}
                return {name: value for name, value in pairs.items() if value}
    return {}


def _items(data: Any) -> list[dict[str, Any]]:
    """The objects of a JSON-LD block: itself, a list, or its ``@graph``."""
    if isinstance(data, dict):
        graph = data.get("@graph")
        return [data, *(item for item in graph if isinstance(item, dict))] if isinstance(graph, list) else [data]
    return [item for item in data if isinstance(item, dict)] if isinstance(data, list) else []


def _named(value: Any) -> str:
    """A JSON-LD value as words: a string, an object's name, or several of them."""
    if isinstance(value, str):
        return _squeeze(value)
    if isinstance(value, dict):
        return _named(value.get("name", "")) if isinstance(value.get("name"), (str, list)) else ""
    if isinstance(value, list):
        return ", ".join(filter(None, (_named(item) for item in value[:20] if isinstance(item, (str, dict)))))
    return ""


def _pick(meta: dict[str, str], names: tuple[str, ...]) -> str | None:
    """The first meta tag of several names."""
    return next((meta[name] for name in names if meta.get(name)), None)


def _only(heading: list[str]) -> str | None:
    """The h1, if the page has just one."""
    return heading[0] if len(heading) == 1 else None


def _bare_title(title: str, publisher: str | None, heading: list[str]) -> str:
    """A title without the site's name after it; the h1 if the title begins with it."""
    for words in heading:
        if words and title.startswith(words):
            return words
    if publisher:
        for mark in (" | ", " - ", " – ", " — ", " :: "):
            title = title.removesuffix(mark + publisher)
    return title.strip()


def _squeeze(words: str) -> str:
    """Words with single spaces, at most 500 characters."""
    return _SPACE.sub(" ", words[:2000]).strip()[:500]
