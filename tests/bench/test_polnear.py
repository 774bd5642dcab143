"""Attributions tagged on the annotator's word vectors, and the corpus' marks for them."""

import attribution
import numpy as np
import polnear
import pytest
from attribution import Layer, path, spans
from graph_score import Tally


def words_of(text):
    (found,) = attribution.read([text])
    return {part: [" ~ ".join(text[a:b] for a, b in extent) for extent in found[part]] for part in polnear.PARTS}


CASES = [
    (
        "The Qarn mayor, Ilvesh, has said that nine men died on Monday.",
        {"cue": ["has said"], "source": ["The Qarn mayor, Ilvesh,"], "content": ["that nine men died on Monday"]},
    ),
    (
        "Nine men died in the raid on Dessan, according to police.",
        {"cue": ["according to"], "source": ["police"], "content": ["Nine men died in the raid on Dessan"]},
    ),
    ("Rain fell on Qarn and the river rose.", {"cue": [], "source": [], "content": []}),
]


@pytest.mark.parametrize(("text", "parts"), CASES)
def test_an_attribution_has_cue_source_and_content(text, parts):
    assert words_of(text) == parts


def test_a_text_is_read_alike_alone_and_among_others():
    texts = [text for text, _ in CASES]
    assert attribution.read(texts) == [attribution.read([text])[0] for text in texts]


def layer_of(width=3, hidden=2):
    random = np.random.default_rng(3)

    def weights(*shape):
        return random.normal(size=shape).astype(np.float32)

    given = {"tags0": weights(5, 2 * hidden), "lean0": weights(5), "tags1": weights(3, 2 * hidden), "lean1": weights(3)}
    for way in ("ahead", "back"):
        given |= {f"{way} in": weights(3 * hidden, width), f"{way} in lean": weights(3 * hidden)}
        given |= {f"{way} own": weights(3 * hidden, hidden), f"{way} own lean": weights(3 * hidden)}
    return Layer("", given)


def test_tags_look_both_ways():
    layer, vectors = layer_of(), np.random.default_rng(5).normal(size=(6, 3)).astype(np.float32)
    ahead = layer._run(vectors, "ahead")
    changed = vectors.copy()
    changed[-1] += 1
    assert np.array_equal(layer._run(changed, "ahead")[:-1], ahead[:-1])
    assert not np.allclose(layer._run(changed[::-1], "back")[-1], layer._run(vectors[::-1], "back")[-1])
    assert [len(tags) for tags in layer.tags(vectors)] == [6, 6]


def test_an_inside_follows_its_own_begin_or_inside():
    begins, inside_of_the_other = [0.0, 9, 0, 0, 0], [0.0, 0, 8, 0, 9]
    assert path(np.array([begins, inside_of_the_other])) == [1, 2]
    assert path(np.array([inside_of_the_other])) == [0]


def test_spans_run_from_a_begin_over_its_insides():
    assert list(spans([0, 1, 2, 1, 3, 4, 4, 0])) == [(0, 1, 2), (0, 3, 3), (1, 4, 6)]


def test_a_layer_learnt_on_another_model_is_refused(tmp_path):
    np.savez(tmp_path / "old.npz", model=np.array("another"), lean0=np.zeros(5))
    with pytest.raises(ValueError, match="another model"):
        attribution.layer(tmp_path / "old.npz")


def test_brat_files_are_read():
    article = {
        "ann": {"b.ann": "T9\tCue 0 1\tx", "a.ann": "T1\tCue 5 9\tsaid\nT2\tContent 20 25;0 4\twords\nE1\tCue:T1"}
    }
    assert polnear.annotated(article) == {"cue": [((5, 9),)], "source": [], "content": [((0, 4), (20, 25))]}


def test_parts_are_scored_each_by_itself():
    left = {"cue": [((5, 9),)], "source": [((0, 4),)], "content": []}
    right = {"cue": [((5, 9),)], "source": [((0, 9),)], "content": [((10, 12),)]}
    found = polnear.tallies([left], [right])
    assert found["cue"] == (Tally(1, 1, 1), Tally(1, 1, 1))
    assert found["source"] == (Tally(0, 1, 1), Tally(1, 1, 1))
    assert found["content"] == (Tally(0, 1, 0), Tally(0, 1, 0))
