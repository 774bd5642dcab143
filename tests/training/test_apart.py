"""What no stage may learn from: dev passages, repeats of them, and what the benchmark measures on."""

import apart
import pytest
from held_out import held_out

RUN = "the ferry left the old harbour at noon with forty passengers aboard"
KEPT, OPEN = (next(str(n) for n in range(100) if held_out(str(n)) == side) for side in (True, False))


@pytest.fixture
def data(tmp_path):
    folder = tmp_path / "claimgraph/passages"
    folder.mkdir(parents=True)
    (folder / "dev.txt").write_text(f"### set/paper-1/p0\nT: {RUN} .\nE:\nM:\n", encoding="utf-8")
    return tmp_path / "data"


def test_texts_of_a_dev_document_or_with_its_words_are_kept_apart(data):
    is_apart = apart.kept_apart(data)
    assert is_apart("paper-1", "Something else.")
    assert is_apart("paper-2", f"Reports say {RUN.upper()}!")
    assert not is_apart("paper-2", "The ferry left the old harbour at noon.")


@pytest.mark.parametrize(
    ("key", "text", "may"),
    [
        ("set/paper-2/p0", "Something else.", True),
        ("set/paper-1/p3", "Something else.", False),
        ("corpus/newsroom/p1", f"Reports say {RUN}.", False),
        (f"satp/{KEPT}/p0", "Something else.", False),
        (f"plover/{KEPT}/p0", "Something else.", False),
        (f"satp/{OPEN}/p0", "Something else.", True),
        (f"plover/{OPEN}/p0", "Something else.", True),
        (f"fakes/{KEPT}/p0", "Something else.", True),
    ],
)
def test_annotated_passages_that_may_be_trained_on(data, key, text, may):
    assert apart.trainable(data)(key, text) is may
