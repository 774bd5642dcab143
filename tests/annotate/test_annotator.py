"""The annotator in the package: whole, checked, the same to the bit whatever the company."""

import json
import shutil
from pathlib import Path

import pytest

from rashomon.annotate import Annotator, model
from rashomon.annotate.passage_io import graph_line, read_passage
from rashomon.errors import ModelError
from rashomon.records import Document

TEXTS = (
    "Gunmen killed at least 12 villagers near the town of Dessan on Monday, the mayor said.",
    "The army denied that its aircraft had bombed the market. Witnesses said three jets flew over Tirmok at dawn, "
    "and hospital staff counted 31 bodies. The front threatened to strike the capital in return. " * 6,
    "Peace.",
    "",
)


def documents():
    return [
        Document(id=f"d-{i}", source="x", digest="", text_digest="", text=text, language="en")
        for i, text in enumerate(TEXTS)
    ]


def test_a_plain_sentence_is_read():
    (graphs,) = Annotator()(documents()[:1])
    nodes = {n.id: n for g in graphs for n in g.nodes}
    words = {TEXTS[0][n.start : n.end]: n.type for n in nodes.values()}
    assert words["killed"] == "KILL"
    assert words["at least 12"] == "QUANT"
    assert words["Monday"] == "TIME"
    edges = {
        (
            TEXTS[0][nodes[e.source].start : nodes[e.source].end],
            e.label,
            TEXTS[0][nodes[e.target].start : nodes[e.target].end],
        )
        for g in graphs
        for e in g.edges
    }
    assert {
        ("killed", "agent", "Gunmen"),
        ("killed", "target", "villagers"),
        ("at least 12", "count", "villagers"),
    } <= edges
    assert ("said", "content", "killed") in edges


def test_how_much_is_read_is_told_and_whoever_is_told_may_end_it():
    told = []
    Annotator(batch_tokens=64)(documents(), lambda done, total: told.append((done, total)))
    assert len(told) > 1
    assert told == sorted(told)
    assert told[-1][0] == told[-1][1]

    def enough(done, total):
        raise InterruptedError

    with pytest.raises(InterruptedError):
        Annotator()(documents(), enough)


def test_alone_in_any_batch_and_on_any_threads_it_is_the_same():
    together = Annotator()(documents())
    assert [Annotator()([d])[0] for d in documents()] == together
    assert Annotator()(documents()[::-1])[::-1] == together
    assert Annotator(batch_tokens=64)(documents()) == together
    assert Annotator(threads=1)(documents()) == together
    assert Annotator(threads=2)(documents()) == together


def test_offsets_are_those_of_the_document():
    (graphs,) = Annotator()([documents()[1]])
    assert len(graphs) > 1
    for graph in graphs:
        assert all(graph.start <= n.start < n.end <= graph.end for n in graph.nodes)
        assert len({n.id for n in graph.nodes}) == len(graph.nodes)


def test_a_swapped_or_missing_file_is_refused(tmp_path):
    folder = tmp_path / "weights"
    shutil.copytree(model.FOLDER, folder)
    blob = bytearray((folder / "scorer.onnx").read_bytes())
    blob[len(blob) // 2] ^= 1
    (folder / "scorer.onnx").write_bytes(blob)
    with pytest.raises(ModelError, match=r"scorer\.onnx.*not the file"):
        model.Model(folder, 1)
    (folder / "scorer.onnx").unlink()
    with pytest.raises(ModelError, match="can't be read"):
        model.Model(folder, 1)
    (folder / "manifest.json").write_text("{}")
    with pytest.raises(ModelError, match="not a manifest"):
        model.manifest(folder)


def test_the_exported_model_reads_what_the_trained_one_read():
    kept = json.loads(Path(__file__).with_name("parity.json").read_text())
    documents = [read_passage(i, json.dumps({"id": str(i), "text": g["text"]}).encode())[0] for i, g in enumerate(kept)]
    for graph, document, found in zip(kept, documents, Annotator()(documents), strict=True):
        line = graph_line(document, found)
        at = {n["id"]: (n["start"], n["end"], n["type"]) for n in graph["nodes"]}
        here = {n.id: (n.start, n.end, n.type) for n in line["nodes"]}
        assert set(here.values()) == set(at.values())
        before = {(at[a], label, at[b]) for a, label, b in graph["edges"]}
        now = {(here[a], label, here[b]) for a, label, b, _ in line["edges"]}
        # 8-bit storage may tip an edge that the trained network was itself undecided about, not more
        assert len(before & now) >= 0.9 * len(before | now)


def test_the_package_stays_small():
    assert sum(f.stat().st_size for f in model.FOLDER.iterdir()) <= 25_000_000


@pytest.mark.parametrize("line", [b"{", b"[]", b'{"id": "a"}', b'{"id": 1, "text": "x"}', b"\xff"])
def test_a_line_that_is_no_passage_is_named(line):
    document, problem = read_passage(7, line)
    assert problem.startswith("line 7 is not a passage")
    assert graph_line(document, ())["nodes"] == []


def test_a_passage_comes_back_unchanged():
    text = "🙂 Gunmen killed two people in Sévaré.\nThey fled."
    document, problem = read_passage(1, json.dumps({"id": "p", "text": text}).encode())
    line = graph_line(document, Annotator()([document])[0])
    assert (problem, line["id"], line["text"]) == ("", "p", text)
    killed = next(n for n in line["nodes"] if n.type == "KILL")
    assert text[killed.start : killed.end] == "killed"
