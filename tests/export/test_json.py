"""The JSON export: every key of the contract, a schema that holds, and quotes that stand where they are said to."""

import json

import jsonschema
import msgspec
import pytest

from rashomon.export import schema, to_json
from rashomon.records import Record
from rashomon.testing import make_claim, make_document, sample_record

CLAIM = "id kind document spans voices reality hedge background score maker reasons"
KEYS = {
    "documents": "id path url digest title byline publisher published language text regions",
    "actors": "id name kind aliases roles country external",
    "places": "id name aliases kind lat lon radius_km country admin1 external why",
    "incidents": "id aliases title type mode sub_event period place actors claims documents origins grade background",
    "findings": "incident field policy low best high backing set_aside",
    "disagreements": "id kind about scope sides why",
    "ties": "left right relation sign periods",
    "judgements": "id left right relation verdict score why maker made retired",
    "makers": "name version settings model",
}
CLAIM_KEYS = {
    "event": "type mode sub_event trigger roles time",
    "figure": "measure counted class side lower upper approx words basis as_of event part_of",
    "tie": "left right relation sign period",
    "flow": "what amount origin dest via agent period",
    "cause": "cause effect strength",
    "naming": "mention actor words",
}
PARTS = {
    "span": ("spans", "start end quote"),
    "voice": ("voices", "words start end actor cue form when"),
}
TEXTS = {
    "emoji": "🕊🏽 At 5 a.m. 👩‍👩‍👧 12 people died, she said. 🔥",
    "arabic": "قال السكان إن ١٢ شخصا قتلوا في الهجوم.",
    "combining": "Zoe\u0308 said a cafe\u0301 burned; 3 died.",
    "astral": "𐐷𐐷 said 𝟙𝟚 died.",
    "controls": "a\u202eb \x07 \u0000 c </script> =1+1",
}


@pytest.fixture(scope="module")
def exported() -> dict:
    return json.loads(to_json(sample_record()))


def test_export_validates_against_the_published_schema(exported: dict) -> None:
    published = schema()
    jsonschema.Draft202012Validator.check_schema(published)
    jsonschema.validate(exported, published, cls=jsonschema.Draft202012Validator)


def test_schema_refuses_a_record_that_lacks_a_key(exported: dict) -> None:
    lame = {key: value for key, value in exported.items() if key != "ties"}
    with pytest.raises(jsonschema.ValidationError, match="ties"):
        jsonschema.validate(lame, schema(), cls=jsonschema.Draft202012Validator)


def test_schema_says_what_it_is() -> None:
    published = schema()
    assert published["$id"] == "urn:rashomon:record:1"
    assert all(part.get("description") for part in published["$defs"].values())
    assert all("description" in field for field in published["$defs"]["Record"]["properties"].values())


@pytest.mark.parametrize(("items", "keys"), KEYS.items())
def test_every_key_of_the_contract_is_present(exported: dict, items: str, keys: str) -> None:
    assert exported[items], f"the sample has no {items}"
    for item in exported[items]:
        assert set(keys.split()) <= set(item)


@pytest.mark.parametrize(("kind", "keys"), CLAIM_KEYS.items())
def test_every_kind_of_claim_has_its_keys(exported: dict, kind: str, keys: str) -> None:
    claims = [claim for claim in exported["claims"] if claim["kind"] == kind]
    assert claims, f"the sample has no {kind}"
    for claim in claims:
        assert set(f"{CLAIM} {keys}".split()) == set(claim)


@pytest.mark.parametrize(("field", "keys"), PARTS.values(), ids=PARTS)
def test_spans_and_voices_have_their_keys(exported: dict, field: str, keys: str) -> None:
    for claim in exported["claims"]:
        for part in claim[field]:
            assert set(part) == set(keys.split())


def test_mentions_and_periods_have_their_keys(exported: dict) -> None:
    storm = next(claim for claim in exported["claims"] if claim["kind"] == "event")
    assert {"words", "start", "end", "actor", "place", "why"} <= set(storm["roles"]["agent"][0])
    assert set(storm["time"]) == {"from", "to", "precision", "words", "start", "end", "how"}


@pytest.mark.parametrize("compact", [True, False])
def test_same_record_gives_same_bytes_and_comes_back(compact: bool) -> None:
    record = sample_record()
    blob = to_json(record, compact=compact)
    assert blob == to_json(sample_record(), compact=compact)
    assert msgspec.json.decode(blob, type=Record) == record
    assert (b"\n" in blob) is not compact


def test_free_keys_are_sorted_whatever_the_order_they_came_in() -> None:
    one = make_document("x", reasons={"url": "a", "byline": "b"})
    two = make_document("x", reasons={"byline": "b", "url": "a"})
    blobs = [to_json(Record(rashomon="0", schema="1", case="c", documents=(document,))) for document in (one, two)]
    assert blobs[0] == blobs[1]


def test_quotes_stand_where_they_are_said_to_after_a_round_trip(exported: dict) -> None:
    texts = {document["id"]: document["text"] for document in exported["documents"]}
    for claim in exported["claims"]:
        for span in claim["spans"]:
            assert texts[claim["document"]][span["start"] : span["end"]] == span["quote"]


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_any_text_survives_the_round_trip(text: str) -> None:
    sentence = text[2:]
    document = make_document(text)
    claim = make_claim("figure", document, sentence, measure="killed")
    out = json.loads(to_json(Record(rashomon="0", schema="1", case="c", documents=(document,), claims=(claim,))))
    span = out["claims"][0]["spans"][0]
    assert out["documents"][0]["text"] == text
    assert out["documents"][0]["text"][span["start"] : span["end"]] == sentence == span["quote"]
