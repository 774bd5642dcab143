"""The layer that is learnt is the one that the benchmark computes."""

import numpy as np
import pytest

torch = pytest.importorskip("torch")

import attribution  # noqa: E402
import quotations  # noqa: E402


def test_the_benchmark_computes_what_was_learnt():
    torch.manual_seed(1)
    tagger = quotations.Tagger(12).eval()
    vectors = torch.randn(7, 12)
    with torch.inference_mode():
        wanted = [logits[0].argmax(-1).tolist() for logits in tagger(vectors[None], torch.tensor([7]))]
    kept = {name: weight.astype(np.float32) for name, weight in tagger.kept().items()}
    layer = attribution.Layer("", kept)
    both = np.concatenate(
        [layer._run(vectors.numpy(), "ahead"), layer._run(vectors.numpy()[::-1], "back")[::-1]], axis=1
    )
    assert [(both @ kept[f"tags{i}"].T + kept[f"lean{i}"]).argmax(-1).tolist() for i in (0, 1)] == wanted


def test_a_round_of_learning_lowers_the_loss():
    torch.manual_seed(1)
    group = [(torch.randn(n, 8).half(), (torch.zeros(n, dtype=torch.long), torch.full((n,), -100))) for n in (4, 6)]
    tagger = quotations.Tagger(8).eval()
    before = quotations.loss_of(tagger, [(v, (a, a)) for v, (a, _) in group]).item()
    assert torch.isfinite(torch.tensor(before))
    after = quotations.learnt([(v, (a, a)) for v, (a, _) in group])
    assert quotations.loss_of(after, [(v, (a, a)) for v, (a, _) in group]).item() < before
