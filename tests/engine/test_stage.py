"""Keys: a stage signs for its settings, its model and what it builds on."""

from typing import ClassVar

import msgspec

from rashomon.engine.stage import key_of, maker_of


class Dull(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A stage that doubles."""

    name: ClassVar[str] = "dull"
    version: ClassVar[str] = "2"
    factor: int = 2

    def __call__(self, batch):
        return [self.factor * item for item in batch]


def test_a_key_names_the_stage_and_is_stable():
    assert key_of(maker_of(Dull())) == key_of(maker_of(Dull(factor=2)))
    assert key_of(maker_of(Dull())).startswith("dull/2+")


def test_settings_model_and_upstream_each_change_it():
    keys = {
        key_of(maker_of(Dull())),
        key_of(maker_of(Dull(factor=3))),
        key_of(maker_of(Dull(), model="abc")),
        key_of(maker_of(Dull()), "annotator/2+0"),
        key_of(maker_of(Dull()), "annotator/2+1"),
    }
    assert len(keys) == 5
