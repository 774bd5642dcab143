"""Gzips of anything: read through, capped, and honest about their ends."""

import json
import zlib

import pytest


def test_one_report_in_a_gzip(one, gz, body):
    document = one(gz(body), "a.txt.gz")
    assert document.text == body
    assert document.id == one(body, "a.txt").id


def test_truncated(why, gz, body):
    assert why(gz(body)[:-12], "a.txt.gz") == "a.txt.gz: is truncated: the end of the gzip is missing"


def test_truncated_table_keeps_its_whole_lines(read, gz):
    data = gz("\n".join(json.dumps({"text": f"Report {zlib.crc32(b'%d' % n)} of the day."}) for n in range(2000)))
    entries = read(data[: len(data) // 2], "a.jsonl.gz")
    assert len(entries) > 500
    assert all(entry.document for entry in entries[:-1])
    assert "is truncated" in entries[-1].problem


def test_damaged(why, gz, body):
    data = bytearray(gz(body))
    data[-6] ^= 1
    assert "is a damaged gzip (Error -3" in why(bytes(data), "a.gz")


@pytest.mark.parametrize(
    ("size", "options", "problem"),
    [(30_000_000, {}, "unpacks to more than 200 times its size"), (9000, {"max_unpacked": 5000}, "over 5,000 bytes")],
)
def test_bombs(why, gz, size, options, problem):
    assert problem in why(gz(bytes(size)), "a.gz", **options)


def test_gzips_in_gzips(one, why, gz, body):
    assert one(gz(gz(body)), "a.gz").text == body
    assert "is a gzip within 3 gzips" in why(gz(gz(gz(gz(body)))), "a.gz")


def test_many_members_and_padding(one, gz, body):
    assert one(gz(body) + gz("\n\nMore.") + bytes(512), "a.gz").text == f"{body}\n\nMore."


def test_junk_after_the_end(why, gz, body):
    assert "has bytes after its end that are no gzip" in why(gz(body) + b"junk", "a.gz")
