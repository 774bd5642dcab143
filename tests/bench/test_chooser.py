"""The small learned chooser."""

from chooser import fitted

SETS = [{"a", "x"}, {"a"}, {"a", "y"}, {"b"}, {"b", "x"}, {"b", "y"}]
LABELS = ["first", "first", "first", "second", "second", "second"]


def test_it_learns_what_goes_with_what():
    chooser = fitted(SETS, LABELS)
    assert chooser([{"a"}, {"b", "x"}, {"a", "never seen"}]) == ["first", "second", "first"]


def test_it_is_the_same_every_time():
    assert (fitted(SETS, LABELS).weights == fitted(SETS, LABELS).weights).all()


def test_rare_features_are_left_out_and_nothing_gives_nothing():
    chooser = fitted([*SETS, {"once"}], [*LABELS, "first"])
    assert "once" not in chooser.columns
    assert chooser([]) == []
