"""Search finds words, and no text that anybody types is a wrong query."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.store import Store
from rashomon.store.search import expression
from rashomon.testing import make_claim, make_document

TEXTS = {
    "a": "Gunmen stormed the gas plant near Sévaré. The Defence Ministry said 12 died.",
    "b": "The ministry denied that its defence had failed at the plant.",
    "c": "قتل 15 شخصا على الأقل. Nothing is known of the Al-Qaida-linked fighters.",
}


@pytest.fixture
def searched(store):
    documents = {name: make_document(text, source=name, title=f"Report {name}") for name, text in TEXTS.items()}
    with store.writing() as w:
        w.add_documents(list(documents.values()))
        w.add_claims([make_claim("figure", item, item.text.split(". ")[0], measure="x") for item in documents.values()])
    names = {document.id: name for name, document in documents.items()}

    def find(text: str, among: str = "documents") -> str:
        return "".join(sorted(names[hit.document] for hit in store.view().search(text, among=among)))

    return find


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("plant", "ab"),
        ("PLANT ministry", "ab"),
        ("sevare", "a"),
        ("Sévaré", "a"),
        ("sev", "a"),
        ("sev gunmen", ""),
        ("gunmen sev", "a"),
        ("defence ministry", "ab"),
        ('"defence ministry"', "a"),
        ('"defence ministry', "a"),
        ("al-qaida", "c"),
        ("Al-Qaida-linked", "c"),
        ("15 شخصا", "c"),
        ("report", "abc"),
        ("plant OR fighters", ""),
        ("NOT plant", ""),
        ("title:report", ""),
        ("pla*", "ab"),
        ("12 , !", "a"),
        ("", ""),
        ("   ", ""),
        ("!!! *", ""),
        ('"', ""),
        ('""', ""),
    ],
)
def test_words_are_found(searched, text, found):
    assert searched(text) == found


def test_claims_are_found_by_their_quote(searched, store):
    assert searched("plant", "claims") == "ab"
    assert searched("12 died", "claims") == ""
    (hit,) = store.view().search("gunmen")
    assert hit.excerpt == "Gunmen stormed the gas plant near Sévaré"
    assert hit.id.startswith("c-")


def test_the_best_comes_first_and_the_limit_holds(store):
    texts = ["plant " * 5, "the plant was one of many things that were named in passing that day", "no"]
    with store.writing() as w:
        w.add_documents([make_document(text, source=str(number)) for number, text in enumerate(texts)])
    hits = store.view().search("plant", among="documents")
    assert hits[0].excerpt.startswith("plant plant")
    assert hits[0].score > hits[1].score
    assert len(hits) == 2
    assert store.view().search("plant", limit=1, among="documents") == hits[:1]
    assert store.view().search("plant", limit=0, among="documents") == []
    assert len(store.view().search("plant", limit=10**30, among="documents")) == 2


NASTY = [
    "'; DROP TABLE claims; --",
    '" OR 1=1 "',
    "text : NEAR(a b, 2)",
    "NEAR(",
    "((((((((",
    "a AND",
    "^a",
    "-a",
    "{title text}: x",
    "a\0b",
    "\0",
    "lone \ud83d half",
    "*",
    "a* b* *",
    "\u202e\u2066",
    "👩‍👩‍👧‍👦",
    "हिन्दी में",
    "特別 軍事",
    '"' * 999,
    "a " * 10_000,
    "x" * 100_000,
    '"a b" c "d',
    "½ ² Ⅷ ٣",
]


@pytest.mark.parametrize("among", ["claims", "documents"])
@pytest.mark.parametrize("text", NASTY)
def test_hostile_text_is_only_text(searched, text, among):
    assert searched(text, among) in {"", "a", "b", "ab", "c", "abc"}


@pytest.fixture(scope="module")
def shared(tmp_path_factory):
    with Store(tmp_path_factory.mktemp("search") / "case.db") as store:
        with store.writing() as w:
            w.add_documents([make_document(text, source=name) for name, text in TEXTS.items()])
        yield store.view()


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(st.text(st.characters(codec=None), max_size=40), st.text('"*^-:(){}+ ANDORNOTEa\0', max_size=40)))
def test_no_text_is_a_wrong_query(shared, text):
    for among in ("claims", "documents"):
        assert isinstance(shared.search(text, among=among), list)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("plant gas", '"plant" "gas"*'),
        ("plant ", '"plant"'),
        ('"gas plant" near', '"gas plant" "near"*'),
        ('near "gas plant"', '"near" "gas plant"'),
        ("a + b", '"a" "b"*'),
        ("a +", '"a"'),
        ("+", None),
    ],
)
def test_the_expression(text, written):
    assert expression(text) == written
