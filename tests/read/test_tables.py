"""JSON Lines, JSON and CSV: a row a report, fields by name or mapping, broken rows reported and stepped over."""

import json

import pytest


def lines(*rows):
    return "\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows)


def test_rows_become_documents(read, body):
    row = {
        "id": 7,
        "headline": "Siege ends",
        "body": body,
        "source": "The Post",
        "published": "2013-01-21",
        "author": "A B",
    }
    (entry,) = read(lines(row | {"link": "https://post.example/7"}), "a.jsonl")
    document = entry.document
    assert entry.source == document.source == "a.jsonl#7"
    assert (document.title, document.publisher, document.byline) == ("Siege ends", "The Post", "A B")
    assert document.published.how == "the day as written, from the column published"
    assert (document.path, document.url) == ("a.jsonl", "https://post.example/7")
    assert document.text == f"Siege ends\n\n{body}"


def test_bad_lines_are_problems_and_the_rest_goes_on(read, body):
    good = {"text": body}
    data = lines(good, "{broken", "", [1], {"title": "no text"}, {"text": ""}, '{"text": "a", "text": "b"}', good)
    entries = read(data, "a.jsonl")
    assert [bool(entry.document) for entry in entries] == [True, False, False, False, False, False, True]
    assert [entry.source for entry in entries] == [f"a.jsonl#{n}" for n in (1, 2, 4, 5, 6, 7, 8)]
    assert entries[1].problem.startswith("a.jsonl#2: line 2 is not JSON (Expecting property name")
    assert entries[2].problem == "a.jsonl#4: line 4 is not a JSON object"
    assert entries[3].problem.startswith("a.jsonl#5: has no column of text among: title;")
    assert entries[4].problem == "a.jsonl#6: has an empty text"
    assert entries[5].problem == "a.jsonl#7: line 7 is not JSON (a key stands twice in one object)"


@pytest.mark.parametrize(
    "line",
    ["[" * 100_000, '{"a":' * 100_000, '{"text": "\\ud800"}', '{"text": NaN}', "{}"],
)
def test_hostile_json_lines(read, body, line):
    entries = read(lines({"text": body}, line), "a.jsonl")
    assert entries[0].document
    assert entries[1].problem.startswith("a.jsonl#2: ")


def test_numbers_keep_their_digits(read):
    (entry,) = read('{"text": "x", "id": ' + "9" * 5000 + "}", "a.jsonl")
    assert entry.source == "a.jsonl#" + "9" * 200


def test_mapped_fields(read, body):
    data = lines({"summary": "short", "payload": body, "when": "2013-01-21"})
    (entry,) = read(data, "a.jsonl", fields={"text": "payload", "date": "when"})
    assert entry.document.text == body
    assert entry.document.published.from_ == "2013-01-21"
    (entry,) = read(data, "a.jsonl", fields={"text": "absent"})
    assert entry.problem.startswith("a.jsonl#1: has no column of text among: summary, payload, when")


def test_duplicate_ids_get_distinct_sources(read, body):
    entries = read(lines({"id": "x", "text": body}, {"id": "x", "text": body + " Again."}), "a.jsonl")
    assert [entry.source for entry in entries] == ["a.jsonl#x", "a.jsonl#x~2"]


def test_json_arrays_and_wrapped_lists(read, body):
    rows = [{"text": body}, {"text": body + " Again."}, 5]
    assert len([e for e in read(json.dumps(rows), "a.json") if e.document]) == 2
    assert len([e for e in read(json.dumps({"articles": rows, "total": 2}), "a.json") if e.document]) == 2
    assert len([e for e in read(lines(*rows), "a.json") if e.document]) == 2
    (entry,) = read("[1, 2", "a.json")
    assert entry.problem.startswith("a.json: is not JSON")


def test_markup_in_a_text_column(read, body):
    (entry,) = read(lines({"text": f"<p>{body}</p><p>Second.</p>"}), "a.jsonl")
    assert entry.document.text == f"{body}\n\nSecond."


def test_csv(read, body):
    data = f'\ufeffTitle;Text;Date\r\nSiege ends;"{body}\r\n\r\nIt ""held"".";21/01/2013\r\n'
    (entry,) = read(data, "a.csv")
    assert entry.document.title == "Siege ends"
    assert entry.document.text == f'Siege ends\n\n{body}\n\nIt "held".'
    assert entry.document.published.from_ == "2013-01-21"


def test_dates_of_a_column_settle_each_other(read, body):
    entries = read(f"text,date\n{body.replace(',', '')},3/4/2013\nMore.,4/21/2013\n", "a.csv")
    assert [entry.document.published.from_ for entry in entries] == ["2013-03-04", "2013-04-21"]
    assert "from the column date, which puts the month first" in entries[0].document.published.how


def test_csv_rows_that_do_not_fit(read, body):
    data = f'title,text\nA,"{body}"\nB\n"C,never closed\nD,"{body}"\n'
    entries = read(data, "a.csv")
    assert [entry.document is not None for entry in entries] == [True, False, False, True]
    assert entries[1].problem == "a.csv#2: row 2 has 1 cell, the header 2"
    assert "row 3 is broken CSV" in entries[2].problem


def test_csv_without_text(why):
    assert "has no column of text among: a, b" in why("a,b\n1,2\n", "a.csv")
    assert why("text,title\n", "a.csv") == "a.csv: holds no entries"
