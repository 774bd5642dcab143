"""Names as keys."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.values.names import abbreviates, alike, is_acronym, name_key, name_keys


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Al-Qa'ida", "al Qaida"),
        ("Al Qaeda in the Islamic Maghreb", "Al-Qaeda in Islamic Maghreb"),
        ("Sévaré", "Sevare"),
        ("Deir ez-Zor", "Deir al-Zor"),
        ("Mohammed", "Mohamed"),
        ("U.N.", "UN"),
        ("Ta'izz", "Taiz"),
        ("N'Djamena", "Ndjamena"),
        ("Signed-in-Blood Battalion", "Signed in Blood battalion"),
        ("ar-Raqqa", "Raqa"),
        ("Harbour & Sons", "Harbour and Sons"),
        ("the Velmar Front", "Velmar Front"),
        ("Velmar's", "Velmar"),
    ],
)
def test_spellings_share_a_key(left, right):
    assert name_key(left) == name_key(right) != ""


@pytest.mark.parametrize(
    ("left", "right"),
    [("Niger", "Nigeria"), ("Mali", "Malian"), ("14th Brigade", "15th Brigade"), ("Ansar Dine", "Ansar al-Islam")],
)
def test_names_keep_their_own_key(left, right):
    assert name_key(left) != name_key(right)


@given(st.text(max_size=30))
def test_a_key_is_its_own_key(words):
    key = name_key(words)
    assert name_key(key) == key or key.split()[:1] in (["the"], ["al"], ["el"])


@given(st.lists(st.text(alphabet="abcé '-.&AZ", max_size=12), max_size=6))
def test_bulk_keys_are_the_single_ones(names):
    names = [" ".join(name.split()) for name in names]
    assert name_keys(names) == [name_key(name) for name in names]


@pytest.mark.parametrize(
    ("left", "right", "near"),
    [
        ("mokhtar belmokhtar", "moktar belmokhtar", True),
        ("eastern ghouta", "western ghouta", False),
        ("brigade 14", "brigade 15", False),
        ("nigerian", "nigerien", False),
        ("niger", "nigee", False),
        ("tovar kelesh", "tovar kelesh front", False),
    ],
)
def test_near_spellings(left, right, near):
    assert (alike(left, right) is not None) is near
    assert alike(left, right) == alike(right, left)


@pytest.mark.parametrize(
    ("acronym", "words", "fits"),
    [
        ("AQIM", "Al Qaeda in Islamic Maghreb", True),
        ("MNLA", "Mouvement national de libération de l'Azawad", True),
        ("LIFG", "Libyan Islamic Fighting Group", True),
        ("LIFG", "Al-Qaeda", False),
        ("UN", "Velmar Front", False),
    ],
)
def test_acronyms_stand_for_names(acronym, words, fits):
    assert abbreviates(acronym, words) is fits


@pytest.mark.parametrize(
    ("words", "is_one"), [("AQIM", True), ("U.N.", True), ("M23", True), ("Mali", False), ("A B", False)]
)
def test_acronyms_are_seen(words, is_one):
    assert is_acronym(words) is is_one
