"""Annotations of public passages travel without text and find it again."""

import gzip
import json
from pathlib import Path

import pytest
import sources
import standoff
from held_out import held_out

from rashomon.annotate.notation import read_blocks, write_block

STANDOFF = Path(__file__).parents[2] / "corpus/standoff.jsonl"

TEXT = "Gunmen attacked Dessan on Monday. The mayor said 12 villagers were killed near the bridge."
OPEN = [str(n) for n in range(200) if not held_out(str(n))]
KEPT = [str(n) for n in range(200) if held_out(str(n))]
HEAD = f"### satp/{OPEN[0]}/p0\n"
BLOCK = (
    f"{HEAD}T: "
    + """\
{Gunmen|g1:GROUP} {attacked|a1:ASSAULT.firearms} {Dessan|p1:GPE} on {Monday|t1:TIME}. \
The {mayor|x1:PER} {said|s1:SAY} {12|q1:QUANT} {villagers|g2:GROUP} were {killed|k1:KILL} near the {bridge|f1:FAC}.
E: a1 agent g1; a1 target p1; a1 time t1; s1 agent x1; s1 content k1; q1 count g2; k1 target g2; k1 place f1
M: k1 poss
"""
)


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "satp").mkdir()
    with gzip.open(tmp_path / "satp/incidents.jsonl.gz", "wt", encoding="utf-8") as out:
        for number in (*OPEN, *KEPT):
            out.write(json.dumps({"incident_number": number, "incident_summary": f"  {TEXT}\n"}) + "\n")
    return tmp_path


def told(number, text=BLOCK):
    (block,) = read_blocks(text.replace(HEAD, f"### satp/{number}/p0\n").splitlines(keepends=True))
    return block


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


OTHER = BLOCK.replace("12|", "14|")  # annotated on another text


def test_of_a_hundred_texts_one_may_be_another_than_annotated_and_is_left_out_and_named(tmp_path, folder, capsys):
    file = packed(tmp_path, *(told(number) for number in OPEN[1:100]), told(OPEN[0], OTHER))
    assert [block.id.split("/")[1] for block in standoff.joined(file, folder)] == OPEN[1:100]
    assert f"1 of 100 passages are not in {folder} as annotated, satp/{OPEN[0]}/p0" in capsys.readouterr().err


def test_a_folder_with_other_texts_than_annotated_is_an_error(tmp_path, folder):
    file = packed(tmp_path, *(told(number) for number in OPEN[1:99]), told(OPEN[0], OTHER))
    with pytest.raises(ValueError, match=r"1 of 99 passages are not in .* as annotated"):
        list(standoff.joined(file, folder))


def test_what_the_benchmark_measures_on_is_left_out_without_a_word(tmp_path, folder, capsys):
    file = packed(tmp_path, told(KEPT[0]), told(OPEN[0]), told(KEPT[1]))
    assert [block.id for block in standoff.joined(file, folder)] == [f"satp/{OPEN[0]}/p0"]
    assert capsys.readouterr().err == ""


def test_passages_of_incidents_that_the_benchmark_keeps_are_not_offered(folder):
    assert [document for _, document, _ in sources.passages("satp", folder)] == OPEN


def test_an_id_and_a_digest_together_name_a_passage():
    lines = [json.loads(line) for line in STANDOFF.read_text(encoding="utf-8").splitlines()]
    assert len({(line["id"], line["digest"]) for line in lines}) == len(lines)


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
