"""Whose servers may be asked: those of the public internet, however an address is written."""

import socket

import pytest

from rashomon.errors import UnreadableInput
from rashomon.read import ReadOptions
from rashomon.read.addresses import checked, is_public
from rashomon.read.fetch import fetch


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "127.1",
        "0x7f.1",
        "0x7f000001",
        "0177.0.0.1",
        "2130706433",
        "017700000001",
        "0",
        "0.0.0.0",
        "169.254.169.254",
        "0xa9fea9fe",
        "100.64.0.1",
        "10.0.0.1",
        "192.168.1.1",
        "[::1]",
        "[::]",
        "[::ffff:127.0.0.1]",
        "[::ffff:7f00:1]",
        "[::127.0.0.1]",
        "[fe80::1]",
        "[fc00::1]",
        "[fec0::1]",
        "[64:ff9b::7f00:1]",
        "localhost",
        "LOCALHOST.",
        "１２７.0.0.1",
        "127。0。0。1",
        "①27.0.0.1",
    ],
)
def test_every_spelling_of_a_private_address_is_refused(host, monkeypatch):
    def connect(*_, **__):
        raise AssertionError("connected")

    monkeypatch.setattr(socket, "create_connection", connect)
    problem = fetch(f"http://{host}/", ReadOptions()).problem
    assert "which is not a public address" in problem or "can't be found" in problem or "is not a URL" in problem


def test_numbers_are_addresses_here():
    """The spellings above are refused for where they lead, not because this machine can't read them."""
    with pytest.raises(UnreadableInput, match=r"2130706433 is at 127\.0\.0\.1, which"):
        checked("http://2130706433/", allow_private=False)


@pytest.mark.parametrize("ip", ["127.0.0.1", "10.1.2.3", "169.254.169.254", "::ffff:127.0.0.1", "100.64.0.1"])
@pytest.mark.parametrize("others", [[], ["93.184.216.34"]])
def test_names_that_lead_to_private_addresses_too(monkeypatch, ip, others):
    ways = [
        (socket.AF_INET6 if ":" in to else socket.AF_INET, socket.SOCK_STREAM, 6, "", (to, 80)) for to in [*others, ip]
    ]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: ways)
    assert fetch("http://innocent.example/", ReadOptions()).problem == (
        f"http://innocent.example/: innocent.example is at {ip}, which is not a public address"
    )


@pytest.mark.parametrize(
    ("ip", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1::1", True),
        ("64:ff9b::5db8:d822", True),
        ("127.0.0.1", False),
        ("0.0.0.0", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("198.18.0.1", False),
        ("224.0.0.1", False),
        ("240.0.0.1", False),
        ("255.255.255.255", False),
        ("::1", False),
        ("::", False),
        ("::127.0.0.1", False),
        ("fe80::1%eth0", False),
        ("fec0::1", False),
        ("fd00::1", False),
        ("ff02::1", False),
        ("2001:db8::1", False),
        ("::ffff:10.0.0.1", False),
        ("64:ff9b::7f00:1", False),
        ("64:ff9b:1::7f00:1", False),
        ("2002:7f00:1::", False),
    ],
)
def test_public_addresses(ip, public):
    assert is_public(ip) is public


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("file:///etc/passwd", "only http and https"),
        ("ftp://example.org/", "only http and https"),
        ("data:text/plain,x", "only http and https"),
        ("gopher://example.org/", "only http and https"),
        ("http:///x", "only http and https"),
        ("http://[::1/", "is not a URL"),
        ("http://example.org:99999/", "is not a URL"),
        ("http://example.org:x/", "is not a URL"),
        ("http://user@example.org/", "holds a user or a password"),
    ],
)
def test_what_is_not_fetched(url, reason):
    with pytest.raises(UnreadableInput, match=reason):
        checked(url, allow_private=True)
