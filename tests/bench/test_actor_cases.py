"""The actor cases: what counts as right."""

import gzip

import msgspec
from actor_cases import cases, day, score, table

ROWS = [
    {"fn": "agent_to_code", "actor": "Malian soldiers", "expect": {"country": "MLI", "code_1": "MIL"}},
    {"fn": "agent_to_code", "actor": "two men", "expect": {"country": "", "code_1": "UNK"}},
    {"fn": "agent_to_code", "actor": "IMF", "expect": {"country": "IGO"}},
    {
        "fn": "agent_to_code",
        "actor": "Francois Hollande",
        "date": "3 May 2021",
        "expect": {"country": "FRA", "code_1": "GOV"},
    },
    {"fn": "agent_to_code", "actor": "quiet", "date": "today", "expect": {"country": "MLI", "code_1": "?"}},
    {"fn": "query_wiki", "actor": "Geneva", "expect": {"title": "Geneva"}},
]


def test_score():
    assert score(cases(ROWS)) == {"country": (4, 5), "sector": (2, 3), "dated": (0, 1)}


def test_dates():
    assert [day(words) for words in ("", "Today", "2022-01-10", "10 May 2015")] == [
        None,
        None,
        "2022-01-10",
        "2015-05-10",
    ]


def test_table(tmp_path):
    assert table(tmp_path) is None
    path = tmp_path / "data" / "actors" / "cases.jsonl.gz"
    path.parent.mkdir(parents=True)
    path.write_bytes(gzip.compress(b"\n".join(msgspec.json.encode(row) for row in ROWS)))
    made = table(tmp_path)
    assert [row[0] for row in made.rows] == ["country", "sector", "dated"]
    assert made.rows[0][1] == 80.0
