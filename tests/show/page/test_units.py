"""Offsets as browsers count them."""

import pytest

from rashomon.show.page.units import Units, carried

TEXTS = ("plain", "كتيبة", "Кобани", "e\u0301 combining", "😀 before 𝒳 and after", "👩‍👩‍👧 family")


@pytest.mark.parametrize("text", TEXTS)
def test_every_offset_is_that_of_the_utf_16_text(text: str) -> None:
    units = Units(text)
    for at in range(len(text) + 1):
        assert units.at(at) == len(text[:at].encode("utf-16-le")) // 2


def test_half_a_character_is_carried_as_one_that_can_be() -> None:
    assert carried("lone \ud800 half") == "lone \ufffd half"
    assert len(carried("\udfff")) == 1
