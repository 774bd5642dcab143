"""The network: every hop checked, sizes and times capped, and whatever goes wrong said in plain words."""

import gzip
import socket
import ssl
import threading
import time

import pytest

from rashomon.read import ReadOptions, discover, parse
from rashomon.read import fetch as fetching
from rashomon.read.fetch import fetch
from rashomon.version import VERSION
from web_site import OPEN, certificate, serving


def moved(target, **headers):
    return 302, b"", {"Location": target, **headers}


def drip(body=b".", seconds=5.0):
    """One byte after the other, as slowly as a server can."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        yield body
        time.sleep(0.05)


def endless():
    while True:
        yield b"x" * 65_536


WHOLE = b"<html><body><p>Shells fell on Dessan.</p></body></HTML>\n"
PAGES = {
    "/untold": lambda _: (200, iter([WHOLE]), {}),
    "/untold-text": lambda _: (200, iter([b"words"]), {}),
    "/untold-half": lambda _: (200, iter([WHOLE[:40]]), {}),
    "/page": (200, "Sévaré".encode("latin-1"), {"Content-Type": "text/plain; charset=latin-1"}),
    "/packed": (200, gzip.compress(b"Sixty are dead."), {"Content-Encoding": "gzip"}),
    "/away": moved("file:///etc/passwd"),
    "/credentials": moved("http://user:secret@example.org/"),
    "/metadata": moved("http://169.254.169.254/latest/meta-data/"),
    "/loop": moved("/loop"),
    "/short": (200, b"half", {"Content-Length": "100"}),
    "/short-chunk": (200, iter([b"10\r\nhalf"]), {"Transfer-Encoding": "chunked"}),
    "/no-last-chunk": (200, iter([b"4\r\nhalf\r\n"]), {"Transfer-Encoding": "chunked"}),
    "/short-gzip": (200, gzip.compress(b"Sixty are dead.")[:-6], {"Content-Encoding": "gzip"}),
    "/bomb": (200, gzip.compress(bytes(30_000_000)), {"Content-Encoding": "gzip"}),
    "/brotli": (200, b"\x0b\x02\x80hello\x03", {"Content-Encoding": "br"}),
    "/big": (200, b"x" * 50_000, {}),
    "/slow": lambda _: (200, drip(), {}),
    "/slow-chunks": lambda _: (200, drip(b"1\r\n.\r\n"), {"Transfer-Encoding": "chunked"}),
    "/endless": lambda _: (200, endless(), {}),
    "/huge-header": (200, b"x", {"X": "y" * 100_000}),
    "/many-headers": (200, b"x", {f"X-{n}": "y" for n in range(200)}),
    "/busy": (429, b"", {"Retry-After": "120"}),
    "/down": (503, b"", {"Retry-After": "Mon, 05 May 2031 10:00:00 GMT"}),
    "/nonsense": (429, b"", {"Retry-After": "\x1b[2Jsoon"}),
    "/partial": (206, b"half", {}),
    **{f"/hop{n}": moved(f"/hop{n - 1}" if n else "/page") for n in range(10)},
}


@pytest.fixture(scope="module")
def server():
    with serving(PAGES) as found:
        yield found


@pytest.fixture
def site(server):
    server.asked.clear()
    return server.address


def test_a_page(site):
    (received,) = discover([f"{site}/page"], None, OPEN)
    assert (received.data, received.charset, received.problem) == ("Sévaré".encode("latin-1"), "latin-1", None)
    assert (received.source, received.name) == (f"{site}/page", "page")
    assert received.fetched


def test_a_packed_page_is_unpacked(site):
    assert fetch(f"{site}/packed", OPEN).data == b"Sixty are dead."


@pytest.mark.parametrize(
    ("path", "problem"),
    [
        ("/nothing", "the server answered 404 Not Found"),
        ("/hop9", "redirects more than 5 times"),
        ("/hop5", "redirects more than 5 times"),
        ("/loop", "redirects more than 5 times"),
        ("/away", "only http and https URLs are fetched"),
        ("/credentials", "holds a user or a password, which the case would keep; leave it out"),
        ("/short", "the answer is 96 bytes short"),
        ("/short-chunk", "the answer broke off (its end is missing)"),
        ("/no-last-chunk", "the answer broke off (its end is missing)"),
        ("/untold-half", "its length was not told, and its last tag is missing"),
        ("/short-gzip", "is truncated: the end of the gzip is missing"),
        ("/bomb", "unpacks to more than 200 times its size; refused as a bomb"),
        ("/brotli", "is packed in a way that was not asked for (br)"),
        ("/endless", "is over 20,000,000 bytes"),
        ("/huge-header", "the answer broke off (got more than 65536 bytes when reading header line)"),
        ("/many-headers", "the answer broke off (got more than 100 headers)"),
        ("/busy", "answered 429 Too Many Requests: it is asked too often; try again in 120 seconds"),
        ("/down", "answered 503 Service Unavailable; try again after 2031-05-05T10:00:00+00:00"),
        ("/nonsense", "answered 429 Too Many Requests: it is asked too often"),
        ("/partial", "the server answered 206 Partial Content"),
    ],
)
def test_what_goes_wrong_is_said_and_nothing_is_kept(site, path, problem):
    received = fetch(site + path, OPEN)
    assert received.data == b""
    assert problem in received.problem
    assert "\x1b" not in received.problem


def test_a_body_of_untold_length_that_ends_is_taken(site):
    assert fetch(f"{site}/untold", OPEN).data == WHOLE
    assert fetch(f"{site}/untold-text", OPEN).data == b"words"


def test_redirects_are_followed(site):
    assert fetch(f"{site}/hop4", OPEN).data


def test_size_cap(site):
    assert "is over 10,000 bytes" in fetch(f"{site}/big", ReadOptions(allow_private=True, max_fetch=10_000)).problem


@pytest.mark.parametrize("path", ["/slow", "/slow-chunks"])
def test_slow_answers_are_cut(site, path):
    begun = time.monotonic()
    assert "took over 0.3 seconds" in fetch(site + path, ReadOptions(allow_private=True, fetch_seconds=0.3)).problem
    assert time.monotonic() - begun < 2


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_a_server_that_takes_the_call_and_drips_nothing_of_use_is_cut(scheme):
    """Headers, and a TLS handshake, a byte at a time: no single wait is long, the whole is."""
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def answer():
            sock, _ = listening.accept()
            with sock:
                try:
                    for byte in b"HTTP/1.1 200 OK\r\nX: " if scheme == "http" else b"\x16\x03\x03\x3f\xff\x02":
                        sock.sendall(bytes([byte]))
                        time.sleep(0.1)
                    time.sleep(3)
                except OSError:
                    return

        thread = threading.Thread(target=answer, daemon=True)
        thread.start()
        begun = time.monotonic()
        options = ReadOptions(allow_private=True, fetch_seconds=0.8)
        port = listening.getsockname()[1]
        problem = fetch(f"{scheme}://127.0.0.1:{port}/robots.txt", options).problem
        assert "took over 0.8 seconds" in problem
        assert time.monotonic() - begun < 2.5


def test_nothing_is_told_of_the_reader_and_nothing_told_is_given_back(server, site):
    """No cookies, no referrer, no password: each hop is asked as the first was."""
    server.pages["/cookie"] = moved("/page", **{"Set-Cookie": "id=1", "WWW-Authenticate": "Basic"})
    assert fetch(f"{site}/cookie", OPEN).data
    wanted = {"Host": site.removeprefix("http://"), "User-Agent": f"rashomon/{VERSION}"}
    wanted |= {"Accept-Encoding": "identity", "Connection": "close"}
    assert server.asked == [("/robots.txt", wanted), ("/cookie", wanted), ("/page", wanted)]


def test_a_password_in_an_address_is_refused_and_not_repeated(server, site):
    received = fetch(site.replace("//", "//user:secret@") + "/page", OPEN)
    assert "holds a user or a password" in received.problem
    assert "secret" not in received.source + received.problem
    assert server.asked == []


@pytest.mark.parametrize(
    ("declared", "body", "problem"),
    [
        ("text/html", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "is a PNG picture"),
        ("text/plain", b"\x7fELF\x02\x01\x01" + bytes(99), ""),
    ],
)
def test_what_is_no_text_is_not_read_whatever_it_is_called(server, site, declared, body, problem):
    server.pages["/wrong"] = (200, body, {"Content-Type": declared})
    (entry,) = parse(fetch(f"{site}/wrong", OPEN), OPEN)
    assert entry.document is None
    assert problem in entry.problem
    server.pages["/right"] = (200, b"<html><p>Sixty are dead, the mayor said.</p>", {"Content-Type": "image/png"})
    (entry,) = parse(fetch(f"{site}/right", OPEN), OPEN)
    assert "Sixty are dead" in entry.document.text


def test_a_feed_is_one_request_and_a_page_that_sends_readers_on_another(server, site):
    """What links, images, stylesheets, frames, and a refresh name is not fetched."""
    item = f"<item><title>Siege</title><link>{site}/page</link><description>&lt;img src='{site}/big'&gt;Sixty are dead."
    feed = f"<rss version='2.0'><channel>{item}</description><enclosure url='{site}/big'/></item></channel></rss>"
    head = f"<meta http-equiv=refresh content='0;url={site}/page'><link rel=stylesheet href='{site}/big'>"
    page = f"<html><head>{head}<base href='{site}/'></head><body><iframe src='/big'></iframe><p>Sixty are dead.</p>"
    server.pages |= {"/feed": (200, feed.encode(), {}), "/refresh": (200, page.encode(), {})}
    for received in discover([f"{site}/feed", f"{site}/refresh"], None, OPEN):
        assert parse(received, OPEN)[0].document
    assert [path for path, _ in server.asked] == ["/robots.txt", "/feed", "/refresh"]


@pytest.mark.parametrize("where", ["page", "metadata"])
def test_private_addresses_are_refused(site, where, monkeypatch):
    if where == "page":
        assert "which is not a public address" in fetch(f"{site}/page", ReadOptions()).problem
        return
    monkeypatch.setattr(
        "rashomon.read.addresses.is_public", lambda ip: ip == "127.0.0.1"
    )  # only this site may be asked
    received = fetch(f"{site}/metadata", ReadOptions())
    assert "169.254.169.254 is at 169.254.169.254, which is not a public address" in received.problem


def test_the_checked_address_is_the_one_used(site, monkeypatch):
    """A name that leads elsewhere on the second look-up (DNS rebinding) is looked up once a request."""
    port = int(site.rpartition(":")[2])
    looked_up, used = [], []

    def resolve(host, port, **_):
        looked_up.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port))]

    def connect(address, timeout):
        used.append(address)
        sock = socket.socket(socket.AF_INET)
        sock.settimeout(timeout)
        sock.connect(address)
        return sock

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    monkeypatch.setattr(socket, "create_connection", connect)
    assert fetch(f"http://rebinding.example:{port}/page", OPEN, {f"http://rebinding.example:{port}": ()}).data
    assert looked_up == ["rebinding.example"]
    assert used == [("127.0.0.1", port)]


def test_a_name_that_turns_private_after_robots_txt_is_refused(site, monkeypatch):
    answers = iter(["127.0.0.1", "10.0.0.1"])
    monkeypatch.setattr("rashomon.read.addresses.is_public", lambda ip: ip == "127.0.0.1")
    port = int(site.rpartition(":")[2])
    found = lambda *_, **__: [(2, 1, 6, "", (next(answers), port))]  # noqa: E731
    monkeypatch.setattr(socket, "getaddrinfo", found)
    known = {}
    assert "is at 10.0.0.1, which is not" in fetch(f"http://turning.example:{port}/hop1", ReadOptions(), known).problem


def test_the_next_address_is_tried_if_the_first_takes_no_call(site, monkeypatch):
    port = int(site.rpartition(":")[2])
    ways = [(2, 1, 6, "", ("127.0.0.2", 1)), (2, 1, 6, "", ("127.0.0.1", port))]
    real = socket.create_connection
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: ways)
    monkeypatch.setattr(
        socket, "create_connection", lambda a, timeout: real((a[0], 1 if a[0] == "127.0.0.2" else port), timeout)
    )
    assert fetch(f"http://two.example:{port}/page", OPEN).data


@pytest.mark.parametrize("url", ["http://127.0.0.1:1/", "http://no-such-host.invalid/", f"http://{'a' * 70}.org/"])
def test_a_host_that_is_not_there_is_said(url):
    assert "can't" in fetch(url, OPEN).problem


def test_bad_certificates_and_plain_servers_are_said(site, tmp_path, monkeypatch):
    shown, tls = certificate(tmp_path)
    with serving({"/page": (200, b"safe", {})}, tls) as server:
        problem = fetch(f"{server.address}/page", OPEN).problem
        assert problem.endswith("/page: its certificate is not to be trusted (self-signed certificate)")
        trusting = ssl.create_default_context(cafile=shown)
        monkeypatch.setattr(fetching.ssl, "create_default_context", lambda: trusting)
        assert fetch(f"{server.address}/page", OPEN).data == b"safe"
        problem = fetch(f"{server.address}/page".replace("localhost", "127.0.0.1"), OPEN).problem
        assert "its certificate is not to be trusted (IP address mismatch" in problem
    problem = fetch(site.replace("http:", "https:") + "/page", OPEN).problem
    assert "no encrypted connection could be made" in problem


def test_an_encrypted_body_that_only_stops_is_cut(tmp_path, monkeypatch):
    """Without a length, the end of a body is TLS's own word for it; anybody on the way can make a connection stop."""
    shown, tls = certificate(tmp_path)
    trusting = ssl.create_default_context(cafile=shown)
    monkeypatch.setattr(fetching.ssl, "create_default_context", lambda: trusting)
    with serving({"/page": (200, iter([b"half"]), {})}, tls) as server:
        problem = fetch(f"{server.address}/page", OPEN, {server.address: ()}).problem
        assert "the answer broke off" in problem
