"""The network: public http(s) only, every hop checked, sizes and times capped."""

import socket
import ssl
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from rashomon.read import ReadOptions, discover
from rashomon.read.fetch import fetch, is_public

OPEN = ReadOptions(allow_private=True, fetch_seconds=5)


PAGE = b"<html><body><p>Shells fell on Dessan.</p></body></HTML>\n"


class Site(BaseHTTPRequestHandler):
    """A small site with a good page and several bad ones."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        name = self.path.split("?")[0]
        if name.startswith("/hop"):
            left = int(name[4:])
            return self.answer(302, b"", {"Location": f"/hop{left - 1}" if left else "/page"})
        if name == "/away":
            return self.answer(302, b"", {"Location": "file:///etc/passwd"})
        if name == "/short":
            return self.answer(200, b"half", {"Content-Length": "100"})
        if name.startswith("/untold"):
            return self.untold(name)
        if name == "/slow":
            return self.drip()
        if name == "/big":
            return self.answer(200, b"x" * 50_000, {})
        if name == "/page":
            return self.answer(200, "Sévaré".encode("latin-1"), {"Content-Type": "text/plain; charset=latin-1"})
        return self.answer(404, b"no", {})

    def answer(self, status, body, headers):
        self.close_connection = True
        self.send_response(status)
        for key, value in ({"Content-Length": str(len(body))} | headers).items():
            self.send_header(key, value)
        self.end_headers()
        self.wfile.write(body)

    def untold(self, name):
        """A page of which only the end of the connection says that it is over."""
        self.close_connection = True
        self.send_response(200)
        self.end_headers()
        self.wfile.write({"/untold": PAGE, "/untold-half": PAGE[:40], "/untold-text": b"words"}[name])

    def drip(self):
        self.close_connection = True
        self.send_response(200)
        self.end_headers()
        try:
            for _ in range(100):
                self.wfile.write(b".")
                self.wfile.flush()
                time.sleep(0.05)
        except OSError:
            return

    def log_message(self, *_):
        return


@pytest.fixture(scope="module")
def site():
    """The address of a running `Site`."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_page(site):
    (received,) = discover([f"{site}/page"], None, OPEN)
    assert (received.data, received.charset, received.problem) == ("Sévaré".encode("latin-1"), "latin-1", None)
    assert (received.source, received.name) == (f"{site}/page", "page")
    assert received.fetched


@pytest.mark.parametrize(
    ("path", "problem"),
    [
        ("/nothing", "the server answered 404"),
        ("/hop9", "redirects more than 5 times"),
        ("/away", "only http and https URLs are fetched"),
        ("/short", "the answer"),
        ("/untold-half", "its length was not told, and its last tag is missing"),
    ],
)
def test_what_goes_wrong_is_said(site, path, problem):
    received = fetch(site + path, OPEN)
    assert received.data == b""
    assert problem in received.problem


def test_redirects_are_followed(site):
    assert fetch(f"{site}/hop4", OPEN).data


def test_size_cap(site):
    assert "is over 10,000 bytes" in fetch(f"{site}/big", ReadOptions(allow_private=True, max_fetch=10_000)).problem


def test_slow_answers_are_cut(site):
    begun = time.monotonic()
    assert "took over 0.3 seconds" in fetch(f"{site}/slow", ReadOptions(allow_private=True, fetch_seconds=0.3)).problem
    assert time.monotonic() - begun < 2


def test_private_addresses_are_refused(site):
    assert "which is not a public address" in fetch(f"{site}/page", ReadOptions()).problem


@pytest.mark.parametrize("ip", ["127.0.0.1", "10.1.2.3", "169.254.169.254", "::ffff:127.0.0.1", "100.64.0.1"])
def test_names_that_lead_to_private_addresses(monkeypatch, ip):
    family = socket.AF_INET6 if ":" in ip else socket.AF_INET
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: [(family, socket.SOCK_STREAM, 6, "", (ip, 80))])
    assert fetch("http://innocent.example/", ReadOptions()).problem == (
        f"http://innocent.example/: innocent.example is at {ip}, which is not a public address"
    )


def test_the_checked_address_is_the_one_used(site, monkeypatch):
    """A name that leads elsewhere on the second look-up (DNS rebinding) is never looked up twice."""
    port = int(site.rpartition(":")[2])
    looked_up = []

    def resolve(host, port, **_):
        looked_up.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port))]

    used = []

    def connect(address, timeout):
        used.append(address)
        sock = socket.socket(socket.AF_INET)
        sock.settimeout(timeout)
        sock.connect(address)
        return sock

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    monkeypatch.setattr(socket, "create_connection", connect)
    assert fetch(f"http://rebinding.example:{port}/page", OPEN).data
    assert looked_up == ["rebinding.example"]
    assert used == [("127.0.0.1", port)]


@pytest.mark.parametrize(
    ("ip", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1::1", True),
        ("127.0.0.1", False),
        ("0.0.0.0", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("224.0.0.1", False),
        ("::1", False),
        ("fe80::1%eth0", False),
        ("::ffff:10.0.0.1", False),
        ("64:ff9b::7f00:1", False),
        ("2002:7f00:1::", False),
    ],
)
def test_public_addresses(ip, public):
    assert is_public(ip) is public


def test_a_body_of_untold_length_that_ends_is_taken(site):
    assert fetch(f"{site}/untold", OPEN).data == PAGE
    assert fetch(f"{site}/untold-text", OPEN).data == b"words"


def test_a_secure_connection_that_is_cut_is_no_end(monkeypatch, site):
    class Context:
        """What would happen at the first byte of a server that hung up without a word."""

        def wrap_socket(self, sock, server_hostname, suppress_ragged_eofs=True):
            if not suppress_ragged_eofs:
                raise ssl.SSLEOFError("EOF occurred in violation of protocol")
            return sock

    monkeypatch.setattr(ssl, "create_default_context", Context)
    assert "EOF occurred" in fetch(site.replace("http:", "https:") + "/untold", OPEN).problem
