"""Whom and what a claim names."""

import msgspec

from rashomon.records import AnyClaim, CauseClaim, Mention
from rashomon.testing import make_claim, make_document
from rashomon.values.mentions import MENTIONS, mentions_of


def test_every_kind_of_claim_has_its_mentions_listed():
    assert set(MENTIONS) == set(AnyClaim.__args__)
    for kind, names in MENTIONS.items():
        assert set(names) <= set(kind.__struct_fields__)
        others = [f for f in msgspec.structs.fields(kind) if f.name not in names and f.name != "roles"]
        assert not [f.name for f in others if "Mention" in str(f.type)]


def test_a_claim_names_what_its_roles_or_fields_hold():
    document = make_document("The army attacked Orra.")
    army, town = (Mention(words=words, start=at, end=at + 4) for words, at in (("army", 4), ("Orra", 18)))
    fields = {"type": "ASSAULT", "trigger": "attacked", "roles": {"agent": (army,), "place": (town,)}}
    assert list(mentions_of(make_claim("event", document, document.text, **fields))) == [army, town]
    cause = make_claim("cause", document, document.text, cause="c-1", effect=town)
    assert isinstance(cause, CauseClaim)
    assert list(mentions_of(cause)) == [town]
