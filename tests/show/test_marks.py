"""Marking changes no character of the text, nests cleanly, and anchors every claim."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from rashomon.records import AnyClaim, Mention, Span
from rashomon.show.anchors import anchor
from rashomon.show.lookup import sentence_of
from rashomon.show.marks import DEEP, Part, marked, parts_of, shown, stands, wrapped
from rashomon.testing import make_claim, make_document, sample_record

LETTERS = "ab 🕊é\u0301ق<&'"


def plain(html: str) -> str:
    """What is left of marked text when labels and tags are gone."""
    bare = re.sub(r'<(small|a) class="l"[^>]*>[^<]*</\1>', "", html)
    return str(Markup(re.sub(r"<[^>]*>", "", bare)).unescape())


def part(start: int, end: int, kind: str = "actor", label: str = "who") -> Part:
    return Part(start=start, end=end, kind=kind, label=label, claim="c-1")


def test_a_part_is_highlighted_and_labelled() -> None:
    assert marked("12 died", 0, 7, [part(0, 2, "killed", "killed")]) == (
        '<span class="k killed">12</span><small class="l">killed</small> died'
    )


def test_overlaps_are_cut_at_every_boundary() -> None:
    html = marked("abcdef", 0, 6, [part(0, 4, "actor", "who"), part(2, 6, "place", "where")])
    assert html == (
        '<span class="k actor">ab</span><span class="k actor also-place">cd</span><small class="l">who</small>'
        '<span class="k place">ef</span><small class="l">where</small>'
    )


def test_many_labels_at_one_end_are_counted() -> None:
    html = marked("ab", 0, 2, [part(0, 2, label=name) for name in ("w", "x", "y", "z")])
    assert '<small class="l">w · x +2</small>' in html


def test_source_text_stays_text() -> None:
    html = marked('<img src=x onerror="a()">', 0, 25, [part(1, 4)])
    assert "<img" not in html
    assert plain(html) == '<img src=x onerror="a()">'


@settings(max_examples=150, deadline=None)
@given(
    st.text(LETTERS, min_size=1, max_size=40),
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=12),
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=12),
)
def test_marking_changes_no_character_and_nests(
    text: str, spans: list[tuple[int, int]], roles: list[tuple[int, int]]
) -> None:
    document = make_document(text)
    size = len(text)
    claims = [
        claim_at(document.text, min(a, b), min(max(a, b), size)) for a, b in spans if min(a, b) < min(max(a, b), size)
    ]
    parts = [part(a, b) for a, b in roles if a < b <= size]
    html = wrapped(text, 0, size, claims, parts)
    assert plain(html) == text
    assert_nested(html)
    assert all(f'id="{anchor("m", claim.id)}"' in html for claim in claims)


def claim_at(text: str, start: int, end: int) -> AnyClaim:
    document = make_document(text)
    claim = make_claim("event", document, text, type="SAY", trigger=text)
    span = Span(start=start, end=end, quote=text[start:end])
    return type(claim)(**{name: getattr(claim, name) for name in claim.__struct_fields__} | {
        "spans": (span,), "id": f"c-{start}-{end}"})  # fmt: skip


def assert_nested(html: str) -> None:
    stack: list[str] = []
    for closing, name in re.findall(r"<(/?)(\w+)[^>]*>", html):
        if closing:
            assert stack.pop() == name
        else:
            stack.append(name)
    assert stack == []


@pytest.mark.parametrize("claim", sample_record().claims, ids=lambda claim: claim.id)
def test_every_claim_of_the_sample_is_anchored_round_its_own_sentence(claim: AnyClaim) -> None:
    text = next(d.text for d in sample_record().documents if d.id == claim.document)
    html = wrapped(text, 0, len(text), [claim], parts_of(claim, text))
    inside = re.search(rf'<mark class="s" id="{anchor("m", claim.id)}">(.*)</mark>', html, re.DOTALL)
    assert inside is not None
    assert plain(inside[1]).removesuffix("↩") == sentence_of(claim).quote
    assert f'href="#{anchor("c", claim.id)}"' in html


def test_a_thousand_claims_on_one_sentence_stay_shallow() -> None:
    text = "They fled."
    document = make_document(text)
    claims = [make_claim("event", document, text, type="SAY", trigger="fled", score=n / 1000) for n in range(1000)]
    html = wrapped(text, 0, len(text), claims, [])
    assert_nested(html)
    assert plain(html).startswith(text) or text in plain(html)
    depth = max_depth(html)
    assert depth <= DEEP + 2


def max_depth(html: str) -> int:
    depth = deepest = 0
    for closing in re.findall(r"<(/?)mark", html):
        depth += -1 if closing else 1
        deepest = max(deepest, depth)
    return deepest


def test_words_that_do_not_stand_where_they_should_are_not_highlighted() -> None:
    document = make_document("The army left.")
    claim = make_claim(
        "event", document, document.text, type="RETREAT", trigger="left",
        roles={"agent": (Mention(words="navy", start=4, end=8),), "target": (Mention(words="x", start=90, end=91),)},
    )  # fmt: skip
    assert [p.label for p in parts_of(claim, document.text)] == ["retreat"]
    assert not stands(claim, "Another text altogether.")


def test_a_word_without_end_is_shown_by_its_beginning() -> None:
    out = shown(f"so {'x' * 1_000_000} it goes")
    assert out == f"so {'x' * 200}… [1,000,000 characters without a space] it goes"
