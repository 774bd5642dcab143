"""What stands beside a number can make it no count."""

import pytest

from rashomon.values.number_context import beside


def read(marked):
    start, end = marked.index("["), marked.index("]") - 1
    return beside(marked.replace("[", "").replace("]", ""), start, end)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("the [62] Commando held the ridge", "unit"),
        ("the [4th] Brigade", "unit"),
        ("men of the [206] battalion", "unit"),
        ("Squad [17] was sent", "unit"),
        ("Sector [7] was hit", "place"),
        ("on Highway [4] near it", "place"),
        ("Resolution [2254] was read", "law"),
        ("cell No. [4]", "law"),
        ("an AK-[47] rifle", "weapon"),
        ("a [12]-year-old was killed", "age"),
        ("a boy, [12] years old, was killed", "age"),
        ("a [five]-day siege killed many", "age"),
        ("Orla Venn, aged [9], was killed", "age"),
        ("Orla Venn ([35]) was killed", "age"),
        ("killed after [six] days", "age"),
        ("at [5] am they left", "time"),
        ("on May [12], they left", "date"),
        ("[12] March", "date"),
        ("Rs [500] was paid", "money"),
        ("[500] dollars", "money"),
        ("[40] percent of them", "share"),
        ("[40]% of them", "share"),
        ("[30] km away", "measure"),
    ],
)
def test_no_count(text, reason):
    assert reason in read(text)


@pytest.mark.parametrize(
    "text",
    [
        "killed [12] people",
        "[62] commandos were killed",
        "[two] battalions came",
        "in May [12] people were killed",
        "in Sector [12] villagers were killed",
        "cadres ([12]) were killed",
        "killed [12].",
        "[12] day labourers died",
        "[two] second lieutenants died",
        "[12] Syrian soldiers died",
    ],
)
def test_counts_stay(text):
    assert read(text) == ""


def test_hostile_text_is_read_in_one_look():
    assert beside("Squad " * 10_000 + "7" + " years" * 10_000, 60_000, 60_001) != ""
