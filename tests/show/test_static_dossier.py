"""The dossier as HTML: well-formed, inert, every claim linked both ways, hostile text kept as text."""

import hashlib
import re
from base64 import b64encode
from html.parser import HTMLParser

import msgspec
import pytest

from rashomon.records import AnyClaim, Document, Incident, Judgement, Record
from rashomon.show import static_dossier
from rashomon.show.anchors import anchor, outside
from rashomon.show.lookup import sentence_of
from rashomon.testing import make_claim, make_document, sample_record

BUILT = "21 November 2031"
VOID = {"meta", "line", "path", "rect", "br"}
EMPTY = Record(rashomon="0", schema="1", case="Nothing")
SECTIONS = ("glance", "incidents", "background", "disagreements", "actors", "ties", "flows", "causes", "naming",
            "reports", "methods")  # fmt: skip
PAYLOADS = {
    "script end": "</script></style></title><script>alert(1)</script>",
    "handler": '"><img src=x onerror=alert(1)>',
    "attribute": "' onmouseover='alert(1)' x='",
    "template": "{{ 7 * 7 }}{% include 'x' %}",
    "formula": "=1+1",
    "bidi": "abc\u202edef\u2066ghi",
    "controls": "a\x00b\x1b[31mc\x9b",
    "comment": "<!-- --><![CDATA[ ]]>",
    "link": "javascript:alert(1)",
    "surrogate": "lone \ud800 half",
    "long": "x" * 1_000_000,
}


class Page(HTMLParser):
    """A dossier as elements: ids, links, tags, and the text of each section."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.stack: list[str] = []
        self.said = ""
        self.feed(html)
        assert self.stack == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.add(tag)
        self.attributes |= set(given)
        self.ids += [given["id"] or ""] if "id" in given else []
        self.links += [given["href"] or ""] if "href" in given else []
        if tag not in VOID:
            self.stack.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.stack.pop() == tag

    def handle_data(self, data: str) -> None:
        self.said += data


@pytest.fixture(scope="module")
def html() -> str:
    return static_dossier(sample_record(), BUILT)


def test_same_record_gives_the_same_page(html: str) -> None:
    assert html == static_dossier(sample_record(), BUILT)


@pytest.mark.parametrize("texts", ["full", "excerpts", "none"])
def test_page_is_well_formed_and_every_link_leads_somewhere(texts: str) -> None:
    page = Page(static_dossier(sample_record(), BUILT, texts=texts))
    assert len(page.ids) == len(set(page.ids))
    inner = {link[1:] for link in page.links if link.startswith("#")}
    assert inner - set(page.ids) == set()
    assert {link for link in page.links if not link.startswith("#")} == {
        "https://harbourpost.example/2031/05/14/tal-oreb"
    }


def test_every_claim_is_one_click_from_its_sentence_and_back(html: str) -> None:
    page = Page(html)
    for claim in sample_record().claims:
        assert anchor("c", claim.id) in page.ids
        assert anchor("m", claim.id) in page.ids
        assert f"#{anchor('c', claim.id)}" in page.links
    for claim in sample_record().claims:
        if claim.id in {c for i in sample_record().incidents for c in i.claims}:
            assert f"#{anchor('m', claim.id)}" in page.links or anchor("c", claim.id) in page.ids


def test_every_section_is_there_and_in_the_contents(html: str) -> None:
    page = Page(html)
    for section in SECTIONS:
        assert section in page.ids
        assert f"#{section}" in page.links


def test_page_runs_nothing_and_asks_for_nothing(html: str) -> None:
    page = Page(html)
    assert not page.tags & {"script", "link", "img", "iframe", "object", "embed", "form", "base", "audio", "video"}
    assert not {name for name in page.attributes if name.startswith("on") or name in ("style", "src", "srcset")}
    assert "url(" not in html
    assert "@import" not in html


def test_policy_allows_the_one_style_sheet_by_its_hash(html: str) -> None:
    style = re.search(r"<style>(.*?)</style>", html, re.DOTALL)
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', html)
    assert style is not None
    assert policy is not None
    digest = b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    rules = policy[1].replace("&#39;", "'").replace("&#43;", "+")
    assert rules.startswith(f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:")


@pytest.mark.parametrize(
    "words",
    [
        "Machine only:",
        "12–19",
        "4 accounts, 2 set aside",
        "high is 1.6× low",
        "one account:",
        "counted as attackers",
        "denied by",
        "demanded",
        "feared",
        "accounts differ",
        "the report carries no date",
        "one origin's figure for this incident",
        "From the lowest to the highest figure",
        "“at least”",
        "جبهة الكثبان الحمراء",
        "Apache-2.0",
    ],
)
def test_page_says(html: str, words: str) -> None:
    assert words in Page(html).said or words in html


@pytest.mark.parametrize("word", ["fake", "truth", "confirmed", "liar"])
def test_page_never_judges(html: str, word: str) -> None:
    assert not re.search(rf"\b{word}\b", Page(html).said, re.IGNORECASE)


def test_a_decision_of_a_person_is_said() -> None:
    record = sample_record()
    made = Judgement(id="j-1", left="a", right="b", relation="same incident", maker="person", made="2031-05-20T10:00")
    said = Page(static_dossier(msgspec.structs.replace(record, judgements=(*record.judgements, made)), BUILT)).said
    assert "Partly reviewed: 1 decision made by a person" in said
    assert "nobody has reviewed" not in said


def test_an_empty_record_says_why_each_section_is_empty() -> None:
    page = Page(static_dossier(EMPTY, BUILT))
    assert set(SECTIONS) <= set(page.ids)
    for why in ("No incident was found", "No actor was identified", "No report has been read", "No rule was used",
                "No report says that weapons", "No report says that one thing led"):  # fmt: skip
        assert why.lower() in page.said.lower()


@pytest.mark.parametrize(
    ("texts", "has", "lacks"),
    [
        ("full", ["Smoke above the depot"], ["is left out of this dossier"]),
        ("excerpts", ["[…]", "Some 400"], ["Smoke above the depot"]),
        ("none", ["is left out of this dossier"], ["Smoke above the depot", "[…]"]),
    ],
)
def test_texts_can_be_left_out(texts: str, has: list[str], lacks: list[str]) -> None:
    said = Page(static_dossier(sample_record(), BUILT, texts=texts)).said
    assert all(words in said for words in has)
    assert not any(words in said for words in lacks)


@pytest.mark.parametrize("texts", ["full", "excerpts", "none"])
def test_every_sentence_that_makes_a_claim_is_quoted_in_every_mode(texts: str) -> None:
    html = static_dossier(sample_record(), BUILT, texts=texts)
    bare = re.sub(r'<(small|a) class="l"[^>]*>[^<]*</\1>', "", html)
    said = Page(bare).said
    named = [claim for claim in sample_record().claims if type(claim).__name__ != "NamingClaim"]
    assert [claim.id for claim in named if sentence_of(claim).quote not in said] == []


@pytest.mark.parametrize("payload", PAYLOADS.values(), ids=PAYLOADS)
def test_hostile_text_stays_text_in_every_field(payload: str) -> None:
    page = Page(static_dossier(poisoned(sample_record(), payload), payload))
    assert not page.tags & {"script", "img", "iframe"}
    assert not {name for name in page.attributes if name.startswith("on")}
    assert all(link.startswith(("#", "https://harbourpost.example/")) for link in page.links)
    assert "\x00" not in page.said
    assert "\u202e" not in page.said
    assert len(page.ids) == len(set(page.ids))
    assert max(map(len, page.said.split())) < 2_000


def test_hostile_page_can_be_written_as_utf_8() -> None:
    assert static_dossier(poisoned(sample_record(), PAYLOADS["surrogate"]), BUILT).encode()


def poisoned(record: Record, payload: str) -> Record:
    """The record with the payload in every string that is free text; ids, dates and literal kinds stay."""
    fixed = {"id", "document", "documents", "claims", "claim", "incident", "from", "to", "precision", "kind", "sign",
             "scope", "grade", "form", "reality", "verdict", "actors", "actor", "place", "left", "right", "language",
             "text", "quote", "words", "strength", "event", "part_of", "cause", "effect", "measure", "url"}  # fmt: skip

    def spread(value: object, key: str) -> object:
        if isinstance(value, dict):
            return {name: spread(inner, name) for name, inner in value.items()}
        if isinstance(value, list):
            return [spread(inner, key) for inner in value]
        return payload if isinstance(value, str) and key not in fixed else value

    plain = msgspec.to_builtins(record)
    for document in plain["documents"]:
        document["text"] = f"{document['text']}\n{payload}\n"
    return msgspec.convert(spread(plain, ""), Record)


@pytest.mark.parametrize("payload", ["</script><script>alert(1)</script>", "=1+1", "\u202eabc"])
def test_hostile_sentence_words_and_ids_stay_text(payload: str) -> None:
    text = f"They said {payload} burned."
    document = make_document(text, url="javascript:alert(1)", title=payload)
    claim = make_claim("event", document, text, type="ASSAULT", trigger=payload, by=[(payload, "said")])
    bad = msgspec.structs.replace(claim, id=f'c-"{payload}')
    incident = Incident(id=f"i-'{payload}", title=payload, type="ASSAULT", claims=(bad.id,), documents=(document.id,))
    page = Page(static_dossier(record(document, [bad], [incident]), BUILT))
    assert not page.tags & {"script"}
    assert not [link for link in page.links if not link.startswith("#")]
    assert {link[1:] for link in page.links} <= set(page.ids)


def test_a_record_with_holes_still_has_no_dead_link() -> None:
    whole = sample_record()
    holes = msgspec.structs.replace(
        whole, actors=(), places=(), claims=whole.claims[::2], documents=(
            msgspec.structs.replace(whole.documents[0], superseded_by="d-gone"),))  # fmt: skip
    page = Page(static_dossier(holes, BUILT))
    assert {link[1:] for link in page.links if link.startswith("#")} - set(page.ids) == set()
    assert len(page.ids) == len(set(page.ids))


def test_a_sentence_that_has_moved_is_not_highlighted_and_that_is_said() -> None:
    document = make_document("It burned. It burned down.")
    claim = make_claim("event", document, "It burned.", type="ASSAULT", trigger="burned")
    moved = msgspec.structs.replace(document, text="Now it burned. It burned down.")
    page = Page(static_dossier(record(moved, [claim], []), BUILT))
    assert "1 claim's sentence does not stand in this text" in page.said


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "", None, " https://x"]
)
def test_only_web_addresses_are_linked(url: str | None) -> None:
    assert outside(url) is None


def record(document: Document, claims: list[AnyClaim], incidents: list[Incident]) -> Record:
    return Record(
        rashomon="0", schema="1", case="c", documents=(document,), claims=tuple(claims), incidents=tuple(incidents)
    )


@pytest.mark.parametrize(("changes", "origins"), [({}, 2), ({"verdict": "unsure"}, 3), ({"retired": "2031-06-01"}, 3)])
def test_reprints_count_as_one_origin(changes: dict[str, str], origins: int) -> None:
    record = sample_record()
    left, right = (document.id for document in record.documents[:2])
    told = Judgement(id="j-reprint", left=left, right=right, relation="same origin", verdict="same", why="a reprint")
    page = static_dossier(
        msgspec.structs.replace(record, judgements=(msgspec.structs.replace(told, **changes),)), built="2031-06-02"
    )
    assert f"<b>{origins}</b> of them origins" in page
