"""Lists of one's own: what is read of each format, and how a fault in a row is told."""

import pytest

from rashomon.errors import InputError
from rashomon.resolve.listed import Listed, Term
from rashomon.resolve.lists import read_list
from rashomon.resolve.register import Register

UCDP = """ActorId,NameData,NameFull,NameOrig,Location
77,KLF,Korr Liberation Front,Front de Korr,"Mali, Niger"
5,Government of Mali,,,Mali
"""
ENTITIES = (
    '{"id":"e1","schema":"Person","properties":{"name":["Ada Korr"],"weakAlias":["Korr"],"country":["ml"]}}\n'
    '{"id":"e2","schema":"Ownership","properties":{"owner":["e1"]}}\n'
    '{"id":"e3","schema":"PublicBody","properties":{"name":["Korr Port Office"],"alias":["KPO"]}}\n'
)


def test_ucdp():
    found = read_list(UCDP.encode(), "u.csv")
    front, government = found.rows
    assert front == Listed(
        id="a-ucdp-77", name="Korr Liberation Front", kind="armed group", countries=("MLI", "NER"),
        aliases=("Front de Korr",), acronyms=("KLF",), external=(("ucdp", "77"),),
    )  # fmt: skip
    assert government.kind == "government body"


def test_follow_the_money():
    found = read_list(ENTITIES.encode(), "e.jsonl")
    person, office = found.rows
    assert (person.kind, person.short, person.countries, found.skipped) == ("person", ("Korr",), ("MLI",), 1)
    assert (office.kind, office.acronyms, office.aliases) == ("government body", ("KPO",), ())


def test_terms_of_one_person_are_one_actor():
    rows = """id,name,relation,country,actor,from,to
k,Ada Korr,president,Mali,a-mli-gov,2001,2003-05
k,Ada Korr,prime minister,MLI,,2004,
"""
    (person,) = read_list(rows.encode(), "p.csv").rows
    assert person.terms == (
        Term(relation="president", actor="a-mli-gov", country="MLI", from_="2001", to="2003-05"),
        Term(relation="prime minister", country="MLI", from_="2004"),
    )


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("id,name,kind\n,Front,party\n", "line 2: no id"),
        ("id,name,kind\n1,,party\n", "line 2: no name"),
        ("id,name,kind\n1,Front,pirates\n", "line 2: 'pirates' is no kind of actor"),
        ("id,name,kind,countries\n1,Front,party,Atlantis\n", "line 2: 'Atlantis' is no country"),
        ("id,name,kind\n1,Front,party\n1,Back,party\n", "line 3: a-1 is 'Front' above and 'Back' here"),
        ("id,name,relation,from\n1,Ada,president,May 2001\n", "is no date"),
        ("id,name,relation,from,to\n1,Ada,president,2003,2001\n", "ends (2001) before it begins"),
        ("ActorId,NameData\nx7,Front\n", "is no UCDP actor id"),
        ('{"id":"e1","schema":"Person","properties":{}}\n', "line 1: an entity without a name"),
        ('{"id":\n', "line 1: no JSON"),
    ],
)
def test_a_fault_is_told_with_its_line_and_nothing_is_taken(text, says):
    found = read_list(text.encode(), "list")
    assert says in "\n".join(found.faults)
    assert found.rows == ()


@pytest.mark.parametrize(
    ("data", "says"),
    [(b"", "empty"), (b"\xff\xfe\x00", "UTF-8"), (b"a,b\n1,2\n", "none of the headers"), (b"[{}]", "JSON lines")],
)
def test_what_is_no_list(data, says):
    with pytest.raises(InputError, match=says):
        read_list(data, "list")


def test_an_imported_actor_joins_the_one_that_bears_its_full_name_and_none_by_acronym():
    own = read_list(
        b"id,name,kind,countries,aliases,acronyms\nx,Ansar Dine,armed group,MLI,Defenders of Korr,\n"
        b"y,Association of Quiet Investors of Monaco,other,MCO,,AQIM\nz,Government of Mali,government body,MLI,,\n",
        "own.csv",
    ).rows
    register = Register(own)
    assert {hit.entry.actor.id for hit in register.hits("Defenders of Korr")} == {"a-ansar-dine"}
    assert {hit.entry.actor.id for hit in register.hits("AQIM")} == {"a-aqim", "a-y"}
    assert register.entries["a-mli-gov"].actor.external == {"list": "z"}
    assert "a-x" not in register.entries
