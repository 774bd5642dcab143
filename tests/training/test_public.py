"""Public sets are read as texts with marked spans."""

import gzip
import json

import public
import pytest


def stored(path, *rows):
    path.parent.mkdir(parents=True)
    with gzip.open(path, "wt", encoding="utf-8") as out:
        out.writelines(json.dumps(row) + "\n" for row in rows)


def test_joined_offsets_give_the_tokens_back():
    tokens = ["Crowds", "left", "Émile", "'s", "square", "."]
    text, starts, ends = public.joined(tokens)
    assert [text[a:b] for a, b in zip(starts, ends, strict=True)] == tokens


@pytest.mark.parametrize(
    ("marked", "spans"),
    [
        ("nothing here", {}),
        ("<ARG1>roads shut</ARG1> after <ARG0>snow fell</ARG0>", {"ARG1": "roads shut", "ARG0": "snow fell"}),
        ("shut <ARG0><SIG0>to</SIG0> save fuel</ARG0>", {"SIG0": "to", "ARG0": "to save fuel"}),
        ("a </ARG0> b <ARG1>c", {}),
    ],
)
def test_untagged_keeps_what_the_tags_stood_around(marked, spans):
    plain, found = public.untagged(marked)
    assert "<" not in plain
    assert {tag: plain[a:b] for a, b, tag in found} == spans


MUC4 = "a car bomb hurt juan carlos near carlosville . juan carlos said a carabineer saw the car bomb ."


def filled(role, wording):
    return {"incident_type": "bombing", role: [[[wording, 0]]]}


@pytest.mark.parametrize(
    ("wording", "places"),
    [
        ("juan carlos", [(16, "Victim"), (47, public.UNSURE)]),
        ("carlos", [(21, "Victim"), (52, public.UNSURE)]),
        ("car", [(2, "Victim"), (85, public.UNSURE)]),
        ("carabin", []),
        ("bomb .", [(89, "Victim")]),
        ("mayor", []),
    ],
)
def test_fillers_are_marked_as_whole_words_and_only_the_first_place_is_sure(tmp_path, wording, places):
    stored(
        tmp_path / "muc4/gtt_train.jsonl.gz",
        {"docid": "X-1", "doctext": MUC4, "templates": [filled("Victim", wording)]},
    )
    (text,) = public.muc4(tmp_path)
    assert text.layers == (tuple((start, start + len(wording), label) for start, label in places),)
    assert all(text.text[start:end] == wording for start, end, _ in text.layers[0])


def test_the_bbc_is_left_out_of_re3d(tmp_path):
    for name in ("BBCOnline", "Australian Department"):
        stored(tmp_path / "re3d" / name / "documents.jsonl.gz")
    assert [folder.name for folder in public.re3d_folders(tmp_path)] == ["Australian Department"]
