"""The shipped tokenizer keeps what English reports and names in Latin letters need."""

import json

import vocabulary
from tokenizers import Tokenizer

SPECIAL = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]")
WORDS = [*SPECIAL, "[unused0]", "ta", "##ʿ", "##iz", "ﬁ", "##rst", "война", "東", "said"]


def tokenizer():
    ids = {word: i for i, word in enumerate(WORDS)}
    flags = {"single_word": False, "lstrip": False, "rstrip": False, "normalized": False, "special": True}
    return {
        "version": "1.0",
        "truncation": None,
        "padding": None,
        "added_tokens": [{"id": ids[w], "content": w, **flags} for w in SPECIAL],
        "normalizer": None,
        "pre_tokenizer": {"type": "Whitespace"},
        "post_processor": {
            "type": "TemplateProcessing",
            "single": [
                {"SpecialToken": {"id": "[CLS]", "type_id": 0}},
                {"Sequence": {"id": "A", "type_id": 0}},
                {"SpecialToken": {"id": "[SEP]", "type_id": 0}},
            ],
            "pair": [{"Sequence": {"id": "A", "type_id": 0}}, {"Sequence": {"id": "B", "type_id": 1}}],
            "special_tokens": {w: {"id": w, "ids": [ids[w]], "tokens": [w]} for w in ("[CLS]", "[SEP]")},
        },
        "decoder": None,
        "model": {
            "type": "WordPiece",
            "unk_token": "[UNK]",
            "continuing_subword_prefix": "##",
            "max_input_chars_per_word": 100,
            "vocab": ids,
        },
    }


def test_unused_words_and_other_scripts_go_and_the_rest_keeps_its_pieces():
    given = tokenizer()
    kept = vocabulary.vocabulary(given)
    assert set(WORDS) - set(kept) == {"[unused0]", "война", "東"}
    before = Tokenizer.from_str(json.dumps(given))
    after = Tokenizer.from_str(json.dumps(vocabulary.cut(given, kept)))
    for text in ("taʿiz said", "ﬁrst"):
        assert after.encode(text).tokens == before.encode(text).tokens
    assert after.encode("taʿiz").tokens == ["[CLS]", "ta", "##ʿ", "##iz", "[SEP]"]
    assert after.encode("война").tokens == ["[CLS]", "[UNK]", "[SEP]"]
    assert after.encode("said").ids == [kept.index("[CLS]"), kept.index("said"), kept.index("[SEP]")]
