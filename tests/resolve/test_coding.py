"""Phrases to country and sector, offices by date."""

import pytest

from rashomon.resolve.coding import code
from rashomon.resolve.listed import Listed, Term
from rashomon.resolve.offices import held_on, standing
from rashomon.resolve.register import Register
from rashomon.resolve.sectors import names, told_by
from rashomon.values.names import name_key
from rashomon.vocab import load


@pytest.mark.parametrize(
    ("words", "context", "date", "country", "sector"),
    [
        ("several Malian soldiers", "", None, "MLI", "MIL"),
        ("Niger's interior ministry", "", None, "NER", "GOV"),
        ("a retired governor", "", None, None, "ELI"),
        ("striking dock workers in Ghana", "", None, "GHA", "LAB"),
        ("the police chief's driver", "", None, None, "LAB"),
        ("Nairobi police", "", None, "KEN", "COP"),
        ("Ada Nairobi", "", None, None, None),
        ("Jai Ram Ostrel", "", None, None, None),
        ("Israeli Likud members", "", None, "ISR", "PTY"),
        ("the senate", "Nigerian", None, "NGA", "LEG"),
        ("Bamako", "", None, "MLI", "GOV"),
        ("Malians", "", None, "MLI", None),
        ("AQIM", "Mali", None, "DZA", "REB"),
        ("Francois Hollande", "", "2013-01-12", "FRA", "GOV"),
        ("Francois Hollande", "", "2021-01-12", "FRA", "ELI"),
        ("the head of the agency", "", None, None, "GOV"),
        ("Prime Minister Netanyahu", "", None, "ISR", "GOV"),
        ("Secretary of State Blinken", "", "2022-03-01", "USA", "GOV"),
        ("Secretary of State Ostrel", "", None, None, "GOV"),
        ("Mossad", "", None, "ISR", "SPY"),
        ("the Rajya Sabha", "", None, "IND", "LEG"),
        ("Gazprom", "", None, "RUS", "BUS"),
        ("MS-13", "", None, "SLV", "CRM"),
        ("UN special envoy", "", None, None, "IGO"),
        ("UN refugees", "", None, None, "REF"),
        ("Somaliland", "", None, "SOM", "PRE"),
        ("Somaliland police", "", None, "SOM", "COP"),
        ("prosecutor general of Ukraine", "", None, "UKR", "JUD"),
        ("the toppled president", "", None, None, "ELI"),
        ("Ali Khamenei", "", "2015-03-01", "IRN", "GOV"),
        ("Jüri Ratas", "", "2021-07-01", "EST", "LEG"),
        ("Kathleen Hicks", "", "2025-06-01", "USA", "ELI"),
        ("", "", None, None, None),
        ("?!", "Mali", None, None, None),
    ],
)
def test_country_and_sector(words, context, date, country, sector):
    found = code(words, context, date)
    assert (found.country, found.sector) == (country, sector), found.why
    assert found.why


def test_the_holder_of_an_office_is_found_by_its_date():
    found = code("the French president", "", "2013-01-12")
    assert (found.actor, found.sector) == ("a-hollande", "GOV")
    assert code("the French president", "", None).actor is None


TERMS = (
    Term(relation="minister", country="MLI", from_="2001-02", to="2003"),
    Term(relation="president", country="MLI", from_="2005-06-01", to="2007-06-01"),
)


@pytest.mark.parametrize(
    ("date", "how", "offices"),
    [
        ("2001-01-31", "will hold", ["minister", "president"]),
        ("2001-02-01", "holds", ["minister"]),
        ("2003-12-31", "holds", ["minister"]),
        ("2003", "holds", ["minister"]),
        ("2004-05", "held", ["minister"]),
        ("2007-06-02", "held", ["president"]),
        (None, "held", ["president"]),
    ],
)
def test_offices_on_a_date(date, how, offices):
    found = standing(TERMS, date)
    assert found is not None
    assert (found[0], [term.relation for term in found[1]]) == (how, offices)


def test_an_open_term_is_still_held():
    assert held_on([Term(relation="king", from_="1999")], "2031-01-01")
    assert standing((), "2031") is None


def test_an_imported_office_holder_counts():
    terms = (Term(relation="president", country="MCO", from_="2005-06-01", to="2007-06-01"),)
    own = Listed(id="a-k", name="Ada Korr", kind="person", countries=("MCO",), terms=terms)
    known = Register((own,))
    assert code("Monegasque president", "", "2006-01-01", known).actor == "a-k"
    assert code("Ada Korr", "", "2006-01-01", known).sector == "GOV"
    assert code("Ada Korr", "", "2031-01-01", known).sector == "ELI"


def test_every_code_has_a_name_and_words_are_told_once():
    tables = load("sectors")
    used = {*tables["words"], *tables["weak"], *tables["kinds"].values(), *tables["offices"].values()}
    assert used | set(tables["actors"].values()) <= names().keys()
    words = [word for of_one in tables["words"].values() for word in of_one]
    assert sorted(word for word in set(words) if words.count(word) > 1) == []


@pytest.mark.parametrize(
    ("phrase", "sector"),
    [
        ("chief of military intelligence", "SPY"),
        ("leader of the rebels", "REB"),
        ("party leader", "PTY"),
        ("quiet", None),
    ],
)
def test_words_tell(phrase, sector):
    told = told_by(name_key(phrase).split())
    assert (told.code if told else None) == sector
