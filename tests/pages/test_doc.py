"""The page of a report in a browser: exact words in every script, hostile and huge texts, old links, all reports."""

import re

import msgspec
import pytest
from playwright.sync_api import Page

from incident_case import part
from pages_support import Open, every_look, is_outlined, made
from rashomon.records import Document, FigureClaim, Incident, Record
from rashomon.show.lookup import sentence_of
from rashomon.show.reports import Texts
from rashomon.testing import make_claim, make_document, make_span, sample_record

pytestmark = pytest.mark.usefixtures("page_built")
RECORD = sample_record()
ALL = "type=event,figure,tie,flow,cause,naming"
CENTRED = """() => { const r = document.querySelector('.outlined')?.getBoundingClientRect();
  return r && r.top > 80 && r.bottom < innerHeight - 60; }"""
JOINED = "marks => marks.map(mark => mark.textContent).join('')"
FRAMES = """async () => { const gaps = []; let last = performance.now();
  for (let n = 0; n < 60; n++) { scrollBy(0, 300); await new Promise(requestAnimationFrame);
    const now = performance.now(); gaps.push(now - last); last = now; }
  return gaps.sort((a, b) => a - b)[Math.floor(gaps.length * .9)]; }"""

TANGLED = """😀 Утром в Кобрине погибли 14 человек, сообщил врач 𝒳. Двое из них — дети.

Au cafe\u0301 de l’e\u0301cole, douze blesse\u0301s 👩‍👩‍👧 ont e\u0301te\u0301 compte\u0301s; le maire dit treize.

قال الطبيب إن 7 أشخاص قتلوا، و 3 جرحوا في القرية.

One sentence begins in this line
and ends in the next, with 5 dead."""
SENTENCES = (
    "Утром в Кобрине погибли 14 человек, сообщил врач 𝒳.",
    "14 человек, сообщил врач 𝒳. Двое из них",
    "Двое из них — дети.",
    "Au cafe\u0301 de l’e\u0301cole, douze blesse\u0301s 👩‍👩‍👧 ont e\u0301te\u0301 compte\u0301s; le maire",
    "douze blesse\u0301s 👩‍👩‍👧",
    "\u0301s 👩‍👩",
    "قال الطبيب إن 7 أشخاص قتلوا، و 3 جرحوا في القرية.",
    "و 3 جرحوا",
    "One sentence begins in this line\nand ends in the next, with 5 dead.",
    "this line\nand ends",
)


def record_of(document: Document, *sentences: str, **fields: object) -> Record:
    """One report with a figure for each sentence, all of one incident."""
    claims = tuple(
        make_claim("figure", document, words, measure="killed", lower=n + 1, upper=n + 1, words=words[:2], **fields)
        for n, words in enumerate(sentences)
    )
    incident = Incident(id="i-one", title="Told in one report", type="KILL", documents=(document.id,),
                        claims=tuple(claim.id for claim in claims))  # fmt: skip
    return Record(rashomon="0", schema="1", case="A case", documents=(document,), claims=claims, incidents=(incident,))


def every_chip(page: Page) -> dict[str, int]:
    """All labels in the margin, by claim, after what is folded away is opened."""
    while page.locator(".claim-chip.more").count():
        page.locator(".claim-chip.more").first.click()
    chips = page.locator(".margin [data-claim]").evaluate_all("rows => rows.map(row => row.dataset.claim)")
    return {claim: n for n, claim in enumerate(chips)}


@every_look
@pytest.mark.parametrize("document", RECORD.documents, ids=lambda one: one.path)
def test_every_claim_of_a_report_outlines_exactly_its_words(view: Open, document: Document) -> None:
    page = view(f"#/doc/{document.id}?{ALL}")
    chips = every_chip(page)
    told = {claim.id: sentence_of(claim).quote for claim in RECORD.claims if claim.document == document.id}
    assert set(chips) == set(told)
    for claim, quote in told.items():
        page.locator(f'.margin [data-claim="{claim}"]').hover()
        assert is_outlined(page, quote)
        page.locator(f'.margin [data-claim="{claim}"]').click()
        assert is_outlined(page, quote)
        page.wait_for_function(CENTRED)


def tangled() -> tuple[Document, Record]:
    """The tangled report, whose claims quote exactly what stands at their offsets."""
    document = make_document(TANGLED, title="Tangled", language="und")
    record = record_of(document, *SENTENCES)
    for claim in record.claims:
        span = sentence_of(claim)
        assert document.text[span.start : span.end] == span.quote
    return document, record


@every_look
def test_words_of_every_script_are_outlined_beside_the_text(view: Open) -> None:
    document, record = tangled()
    page = view(f"#/doc/{document.id}", made(record))
    assert set(every_chip(page)) == {claim.id for claim in record.claims}
    for claim in record.claims:
        chip = page.locator(f'.margin [data-claim="{claim.id}"]')
        chip.hover()
        assert is_outlined(page, sentence_of(claim).quote)
        chip.click()
        assert is_outlined(page, sentence_of(claim).quote)


@every_look
def test_words_of_every_script_are_outlined_for_accounts(view: Open) -> None:
    record = tangled()[1]
    page = view("#/incident/i-one", made(record))
    for claim in record.claims:
        part(page, "accounts")
        account = page.locator(f'.account[data-claim="{claim.id}"]')
        account.hover()
        assert is_outlined(page, sentence_of(claim).quote)
        account.click()
        assert is_outlined(page, sentence_of(claim).quote)
        assert page.locator(".outlined").first.is_visible()


@pytest.mark.parametrize("kind", ["doc", "incident"])
@pytest.mark.parametrize("texts", ["excerpts", "none"])
def test_words_of_every_script_are_outlined_without_the_text(view: Open, kind: str, texts: Texts) -> None:
    document, record = tangled()
    page = view(f"#/{kind}/{document.id if kind == 'doc' else 'i-one'}", made(record, texts))
    for claim in record.claims:
        page.evaluate("address => { location.hash = address; }", f"#/doc/{document.id}?c={claim.id}"
                      if kind == "doc" else f"#/incident/i-one?claim={claim.id}")  # fmt: skip
        words = sentence_of(claim).quote
        if texts == "none":
            page.wait_for_function("words => document.querySelector('.outlined')?.textContent === words", arg=words)
        else:
            assert is_outlined(page, words)


def test_marks_hold_exactly_their_words(view: Open) -> None:
    for document in RECORD.documents:
        page = view(f"#/doc/{document.id}?{ALL}")
        whole = page.locator(".passage .line").evaluate_all("lines => lines.map(line => line.textContent)")
        assert whole == [line for line in document.text.split("\n") if line.strip()]
        for n, claim in enumerate(RECORD.claims):
            if isinstance(claim, FigureClaim) and claim.document == document.id:
                marks = page.locator(f'.passage .k[data-claims~="{n}"]').evaluate_all(JOINED)
                assert claim.words in marks


@every_look
def test_highlights_are_walked_with_their_number(view: Open) -> None:
    page = view(f"#/doc/{RECORD.documents[1].id}")
    steps = page.locator(".steps .count")
    total = int(steps.inner_text().split()[0])
    for n in range(1, total + 1):
        page.keyboard.press("n")
        page.wait_for_function(f"() => document.querySelector('.steps .count').textContent === '{n} of {total}'")
    page.keyboard.press("p")
    page.wait_for_function(f"() => document.querySelector('.steps .count').textContent === '{total - 1} of {total}'")
    page.get_by_role("button", name="Next highlight").click()
    page.wait_for_function(f"() => document.querySelector('.steps .count').textContent === '{total} of {total}'")
    page.keyboard.press("Escape")
    page.wait_for_function("() => !document.querySelector('.outlined')")


@every_look
def test_a_changed_text_is_not_highlighted_and_says_so(view: Open) -> None:
    harbour = RECORD.documents[0]
    changed = msgspec.structs.replace(harbour, text=f"Corrected. {harbour.text}")
    record = msgspec.structs.replace(RECORD, documents=(changed, *RECORD.documents[1:]))
    claim = next(c for c in RECORD.claims if c.document == harbour.id)
    page = view(f"#/doc/{harbour.id}?c={claim.id}", made(record))
    assert "does not stand in this text" in page.locator(".astray").inner_text()
    assert re.search(r"sentences of \d+ claims do not stand", page.locator(".strays").inner_text())
    assert page.locator(".passage .k, .outlined").count() == 0
    assert page.locator(".passage .line").first.inner_text().startswith("Corrected. Fighters")


@every_look
def test_five_hundred_paragraphs_come_in_batches_and_scroll(view: Open) -> None:
    said = [f"On day {n} of the siege {n} people were killed near the bridge, a doctor said." for n in range(500)]
    text = "\n\n".join(f"{words} {'The road was closed again and nobody could pass it. ' * 4}" for words in said)
    document = make_document(text, title="A long siege")
    record = record_of(document, *said)
    page = view("#/reports", made(record))
    count = "document.querySelectorAll('.passage .line').length"
    wait = f"while (!{count}) await new Promise(requestAnimationFrame)"
    go = f"async address => {{ location.hash = address; {wait}; return {count}; }}"
    first = page.evaluate(go, f"#/doc/{document.id}")
    assert 40 <= first < 250
    page.wait_for_function(f"() => {count} === 500")
    assert page.evaluate(FRAMES) < 150
    last = record.claims[-1]
    page.evaluate("address => { location.hash = address; }", f"#/doc/{document.id}?c={last.id}")
    assert is_outlined(page, said[-1])
    page.wait_for_function(CENTRED)


HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(2)>\u202e=1+1"


@pytest.mark.parametrize("kind", ["doc", "incident", "compare", "reports"])
@pytest.mark.parametrize("width", [390, 1440])
def test_hostile_text_does_nothing(view: Open, kind: str, width: int) -> None:
    text = f"They said {HOSTILE} burned and 12 died. {'x' * 1_000_000}"
    document = make_document(text, title=HOSTILE, publisher=HOSTILE, byline=HOSTILE, url="javascript:alert(3)")
    other = make_document("Other words: 3 died.", source="b", title=HOSTILE * 3, publisher="y" * 500)
    claims = (
        make_claim("figure", document, text, measure="killed", lower=12, upper=12, words="12", by=[(HOSTILE, "said")]),
        make_claim("event", document, text, type="ASSAULT", trigger="burned", by=[(HOSTILE, "said")]),
        make_claim("figure", other, "Other words: 3 died.", measure="killed", lower=3, upper=3, words="3"),
    )
    incident = Incident(id="i-1", title=HOSTILE, type="KILL", documents=(document.id, other.id),
                        claims=tuple(claim.id for claim in claims))  # fmt: skip
    record = Record(rashomon="0", schema="1", case=HOSTILE, documents=(document, other), claims=claims,
                    incidents=(incident,))  # fmt: skip
    at = {"doc": f"#/doc/{document.id}?c={claims[0].id}", "incident": f"#/incident/i-1?claim={claims[0].id}",
          "compare": "#/incident/i-1/compare", "reports": "#/reports"}  # fmt: skip
    page = view(at[kind], made(record), width=width)
    assert page.locator("#page :is(script, img, iframe)").count() == 0
    assert page.locator('a[href^="javascript"]').count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert "\u202e" not in page.locator("main").inner_text()
    if kind in ("doc", "incident"):
        assert "1,000,000 characters without a space" in (page.locator(".passage").text_content() or "")


def test_what_is_known_and_missing_is_told_with_its_reasons(view: Open) -> None:
    relief = RECORD.documents[1]
    page = view(f"#/doc/{relief.id}")
    about = page.locator(".about").inner_text()
    for words in ("Relief Monitor", "15 May 2031", "no byline found in the first lines", "read from a file",
                  relief.text_digest, "Raid on the fuel depot at Tal Oreb"):  # fmt: skip
        assert words in about
    page.locator(".about").get_by_role("link", name="Raid on the fuel depot").click()
    page.locator(".incident-page").wait_for()


def test_unknown_reports_and_claims_say_so(view: Open) -> None:
    assert "holds no report “d-none”" in view("#/doc/d-none").locator("main").inner_text()
    page = view(f"#/doc/{RECORD.documents[0].id}?c=c-none")
    assert "no claim “c-none”" in page.locator("main").inner_text()


def test_reports_can_be_sorted_and_opened(view: Open) -> None:
    page = view("#/reports")
    claims = page.locator("td[data-of=claims]")
    page.get_by_role("button", name="Claims").click()
    page.wait_for_function("() => document.querySelector('[aria-sort]').textContent.startsWith('Claims')")
    down = [int(words) for words in claims.all_inner_texts()]
    page.get_by_role("button", name="Claims").click()
    page.locator("[aria-sort=ascending]", has_text="Claims").wait_for()
    up = [int(words) for words in claims.all_inner_texts()]
    assert down == sorted(down, reverse=True) == up[::-1]
    counts = {
        document.id: sum(claim.document == document.id for claim in RECORD.claims) for document in RECORD.documents
    }
    assert sorted(counts.values()) == up
    page.reload()
    assert [int(words) for words in claims.all_inner_texts()] == up
    page.get_by_role("link", name="what residents saw").click()
    page.locator(".document").wait_for()


FIGURE = next(c for c in RECORD.claims if isinstance(c, FigureClaim) and c.words == "Nineteen")
RAID = RECORD.incidents[0]
FLOW = next(c for c in RECORD.claims if c.id not in {key for i in RECORD.incidents for key in i.claims})
OLD = [
    (RAID.id, f"#/incident/{RAID.id}"),
    (FIGURE.id, f"#/incident/{RAID.id}?claim={FIGURE.id}"),
    (f"m-{FIGURE.id[2:]}", f"#/doc/{FIGURE.document}?c={FIGURE.id}"),
    (f"q-{FIGURE.id[2:]}{RAID.id}", f"#/incident/{RAID.id}?claim={FIGURE.id}"),
    (FLOW.id, f"#/doc/{FLOW.document}?c={FLOW.id}"),
    (RECORD.documents[0].id, f"#/doc/{RECORD.documents[0].id}"),
    ("reports", "#/reports"),
    ("disagreements", "#/disagreements"),
]


@pytest.mark.parametrize(("anchor", "address"), OLD)
def test_links_into_the_static_page_lead_to_the_right_page(view: Open, anchor: str, address: str) -> None:
    page = view(f"#{anchor}")
    assert page.evaluate("location.hash") == address
    page.evaluate("location.hash = '#/nowhere'")
    page.get_by_text("Nothing is here").wait_for()
    page.evaluate(f"location.hash = '#{anchor}'")
    page.wait_for_function("address => location.hash === address", arg=address)
    page.get_by_text("Nothing is here").wait_for(state="detached")


def test_spans_of_the_tangled_text_are_what_they_seem() -> None:
    document = make_document(TANGLED)
    assert [make_span(document, words).quote for words in SENTENCES] == list(SENTENCES)
