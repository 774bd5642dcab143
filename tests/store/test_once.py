"""Equal texts, spans, times and voices of the records read together are one object, and nothing else changes."""

import msgspec

from rashomon.records import AnyClaim, EventClaim, Mention, Period, Span, Voice
from rashomon.store.once import Once


def claim(number):
    return EventClaim(
        id=f"c-{number}",
        document="d-1",
        spans=(Span(start=0, end=14, quote="They attacked."),),
        voices=(Voice(words="the mayor", start=20, end=29, cue=Span(start=30, end=34, quote="said")),),
        reasons={"time": "not said"},
        type="ASSAULT",
        trigger=Span(start=5, end=13, quote="attacked"),
        roles={"agent": (Mention(words="They", start=0, end=4, why="nothing says"),)},
        time=Period(from_="2031-05-12", to="2031-05-12", precision="day"),
    )


def texts(value):
    """Every text within, by what it says."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, msgspec.Struct):
        return [text for name in value.__struct_fields__ for text in texts(getattr(value, name))]
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, tuple) else ()
    return [text for part in parts for text in texts(part)]


def test_equal_texts_are_held_once():
    decoded = [msgspec.json.decode(msgspec.json.encode(claim(number)), type=AnyClaim) for number in (1, 2)]
    once = Once()
    one, other = (once(record) for record in decoded)
    assert (one, other) == (claim(1), claim(2))
    held = {}
    assert len(texts(one)) > 10
    assert all(held.setdefault(text, text) is text for text in [*texts(one), *texts(other)])
    for name in ("spans", "voices", "trigger", "time"):
        assert getattr(one, name) is getattr(other, name)
    assert one.roles["agent"] is not other.roles["agent"]
