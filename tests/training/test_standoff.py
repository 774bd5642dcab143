"""Annotations of public passages travel without text and find it again."""

import gzip
import json
import sys
from pathlib import Path

import pytest

TRAINING = Path(__file__).parents[2] / "training"
sys.path.insert(0, str(TRAINING))

import sources  # noqa: E402
import standoff  # noqa: E402

from rashomon.annotate.notation import read_blocks, write_block  # noqa: E402

TEXT = "Gunmen attacked Dessan on Monday. The mayor said 12 villagers were killed near the bridge."
BLOCK = """### satp/17/p0
T: {Gunmen|g1:GROUP} {attacked|a1:ASSAULT.firearms} {Dessan|p1:GPE} on {Monday|t1:TIME}. \
The {mayor|x1:PER} {said|s1:SAY} {12|q1:QUANT} {villagers|g2:GROUP} were {killed|k1:KILL} near the {bridge|f1:FAC}.
E: a1 agent g1; a1 target p1; a1 time t1; s1 agent x1; s1 content k1; q1 count g2; k1 target g2; k1 place f1
M: k1 poss
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "satp").mkdir()
    with gzip.open(tmp_path / "satp/incidents.jsonl.gz", "wt", encoding="utf-8") as out:
        out.write(json.dumps({"incident_number": "17", "incident_summary": f"  {TEXT}\n"}) + "\n")
        out.write(json.dumps({"incident_number": "18", "incident_summary": "The army left."}) + "\n")
    return tmp_path


def packed(tmp_path, *blocks):
    file = tmp_path / "packed.jsonl"
    lines = [json.dumps(standoff.packed(b)) for b in blocks]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return file


def test_what_is_packed_comes_back_whole(tmp_path, folder):
    (block,) = read_blocks(BLOCK.splitlines(keepends=True))
    (back,) = standoff.joined(packed(tmp_path, block), folder)
    assert back.text == TEXT
    written = write_block(back.id, back.text, back.graph)
    renamed = dict(zip((n.id for n in back.graph.nodes), (n.id for n in block.graph.nodes), strict=True))
    assert {(renamed[e.source], e.label, renamed[e.target]) for e in back.graph.edges} == {
        (e.source, e.label, e.target) for e in block.graph.edges
    }
    assert "|n8:KILL}" in written
    assert "M: n8 poss" in written


def test_the_packed_form_holds_no_word_of_the_text(tmp_path):
    (block,) = read_blocks(BLOCK.splitlines(keepends=True))
    line = packed(tmp_path, block).read_text(encoding="utf-8")
    assert not [word for word in TEXT.replace(".", "").split() if len(word) > 3 and f'"{word}' in line]
    assert "villagers" not in line


def test_a_text_that_is_not_as_annotated_is_left_out_and_named(tmp_path, folder, capsys):
    (block,) = read_blocks(BLOCK.replace("12|", "14|").splitlines(keepends=True))
    assert list(standoff.joined(packed(tmp_path, block), folder)) == []
    assert "1 passages are not in" in capsys.readouterr().err


def test_passages_are_whole_sentences_of_a_bounded_length():
    sentence = "The army said that its troops had left the town before the rebels came back to the bridge. "
    parts = list(sources.cut(sentence * 20))
    assert len(parts) > 2
    assert all(part.startswith("The army") and part.endswith("bridge.") for part in parts)
    assert all(len(part.split()) <= sources.MOST_WORDS for part in parts)


@pytest.mark.parametrize(
    ("tokens", "text"),
    [
        (["He", "did", "n't", "say", "."], "He didn't say."),
        (["the", "group", "'s", "leader"], "the group's leader"),
        (["(", "SDF", ")", "forces"], "(SDF) forces"),
        (["anti", "-", "government"], "anti-government"),
    ],
)
def test_tokens_are_put_together_as_people_write(tokens, text):
    assert sources.untokenised(tokens) == text
