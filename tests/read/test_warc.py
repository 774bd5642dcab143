"""WARC archives: lengths and digests checked, damage reported, every intact record read."""

import pytest

PAGE = "<html><head><title>{0}</title></head><body><h1>{0}</h1><p>{1}</p></body></html>"


@pytest.fixture
def archive(warc, body):
    return [warc(f"https://narwa.example/{n}", PAGE.format(f"Siege day {n}", body)) for n in range(4)]


def outcomes(entries):
    return [entry.document.title if entry.document else entry.problem for entry in entries]


def test_records(read, archive):
    info = b"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 4\r\n\r\nabcd\r\n\r\n"
    entries = read(info + b"".join(archive), "a.warc")
    assert outcomes(entries) == [f"Siege day {n}" for n in range(4)]
    first = entries[0].document
    assert (first.url, first.fetched) == ("https://narwa.example/0", "2013-01-22T08:00:00Z")
    assert (first.source, first.publisher) == ("a.warc#https://narwa.example/0", "narwa.example")


def test_a_page_in_an_archive_is_the_page(read, one, archive, body):
    page = PAGE.format("Siege day 0", body)
    assert read(archive[0], "a.warc")[0].document.id == one(page, "page.html").id


def test_truncated_record(read, archive):
    entries = read(b"".join(archive)[:-100], "a.warc")
    assert outcomes(entries)[:3] == [f"Siege day {n}" for n in range(3)]
    assert "is truncated:" in entries[3].problem
    assert entries[3].problem.startswith("a.warc#https://narwa.example/3: the record at byte")


def test_wrong_length_and_damaged_header_lose_one_record_each(read, archive, warc):
    archive[1] = archive[1].replace(b"Content-Length: 3", b"Content-Length: 1", 1)
    archive[2] = archive[2].replace(b"WARC-Type", b"\x00\x00", 1).replace(b"WARC/1.0", b"WARX/1.0")
    said = outcomes(read(b"".join(archive), "a.warc"))
    assert said[0] == "Siege day 0"
    assert said[-1] == "Siege day 3"
    assert all("the record at byte" in problem for problem in said[1:-1])
    assert len(said) in (3, 4)


def test_digest_that_does_not_match(read, warc, body):
    record = warc("https://narwa.example/0", PAGE.format("x", body), "WARC-Block-Digest: sha1:AAAA\r\n")
    assert "does not match its digest" in read(record, "a.warc")[0].problem


def test_http_that_can_not_be_decoded(read, warc, body):
    sent = b"Content-Type: text/html; charset=utf-8"
    chunked = b"Transfer-Encoding: chunked".ljust(len(sent))
    record = warc("https://narwa.example/0", PAGE.format("x", body)).replace(sent, chunked)
    assert "its HTTP can't be decoded" in read(record, "a.warc")[0].problem


def test_errors_of_the_server_are_no_reports(why, warc):
    record = warc("https://narwa.example/0", PAGE.format("x", "y"), status="404 Not Found")
    assert why(record, "a.warc") == "a.warc: holds no entries"


def test_gzipped_members_and_a_damaged_one(read, archive, gz):
    members = [gz(record) for record in archive]
    assert outcomes(read(b"".join(members), "a.warc.gz")) == [f"Siege day {n}" for n in range(4)]
    broken = bytearray(members[1])
    broken[40:60] = bytes(20)
    said = outcomes(read(members[0] + bytes(broken) + members[2] + members[3][:-50], "a.warc.gz"))
    assert (said[0], said[2]) == ("Siege day 0", "Siege day 2")
    assert "damaged gzip" in said[1]
    assert "is truncated" in said[3]
    assert len(said) == 4
