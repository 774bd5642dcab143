"""One page or feed from the web, when asked: http(s) only, public addresses only, every hop checked, all capped."""

import ipaddress
import socket
import ssl
import threading
import time
from datetime import UTC, datetime
from http.client import HTTPConnection, HTTPException, HTTPResponse
from typing import NamedTuple
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from rashomon.errors import RashomonError, TooLarge, UnreadableInput
from rashomon.read.gzipped import gunzip
from rashomon.read.received import ReadOptions, Received, count
from rashomon.version import VERSION

REDIRECTS = 5
_MOVED = (301, 302, 303, 307, 308)
_STEP = 65_536
_WHOLE = (b"html", b"rss", b"feed", b"rdf:rdf")
_SAFE = "/:?&=%+,;@~!$'()*[]-._#"


class _Address(NamedTuple):
    """Where to connect: the address that was checked is the one that is used, so DNS can't change in between."""

    ip: str
    port: int


def fetch(url: str, options: ReadOptions) -> Received:
    """The body at a URL, or a Received whose problem says why there is none; never raises for what the network does."""
    deadline = time.monotonic() + options.fetch_seconds
    name = urlsplit(url).path.rstrip("/").rsplit("/", 1)[-1] if "[" not in url else ""
    now = datetime.now(UTC).replace(microsecond=0).isoformat()
    try:
        data, charset = _follow(url, options, deadline)
    except RashomonError as error:
        return Received(source=url, name=name, fetched=now, problem=str(error))
    return Received(source=url, name=name, data=data, fetched=now, charset=charset)


def checked(url: str, *, allow_private: bool) -> tuple[SplitResult, list[_Address]]:
    """A URL's parts and its host's addresses, all of them public. Raises UnreadableInput if it may not be fetched."""
    try:
        parts = urlsplit(url)
        port = parts.port or (443 if parts.scheme == "https" else 80)
    except ValueError as error:
        raise UnreadableInput(url, "is not a URL") from error
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise UnreadableInput(url, "only http and https URLs are fetched")
    try:
        found = socket.getaddrinfo(parts.hostname, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise UnreadableInput(url, f"the host {parts.hostname} can't be found") from error
    addresses = list(dict.fromkeys(_Address(str(entry[4][0]), port) for entry in found))
    if not allow_private:
        for address in addresses:
            if not is_public(address.ip):
                raise UnreadableInput(url, f"{parts.hostname} is at {address.ip}, which is not a public address")
    return parts, addresses


def is_public(ip: str) -> bool:
    """Whether an address is of the public internet; addresses that wrap another one are judged by that one."""
    address = ipaddress.ip_address(ip.split("%", 1)[0])
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)
        if inner is not None:
            return inner.is_global and not inner.is_multicast
        if address in ipaddress.ip_network("64:ff9b::/96"):  # NAT64: the last four bytes are an IPv4 address
            return is_public(str(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)))
    return address.is_global and not address.is_multicast


def _follow(url: str, options: ReadOptions, deadline: float) -> tuple[bytes, str | None]:
    """Body and declared charset behind at most five redirects."""
    asked = url
    for _ in range(REDIRECTS + 1):
        parts, addresses = checked(url, allow_private=options.allow_private)
        body, moved, charset = _one(asked, parts, addresses[0], options, deadline)
        if moved is None:
            return body, charset
        url = urljoin(url, moved)
    raise UnreadableInput(asked, f"redirects more than {count(REDIRECTS, 'time')}")


def _one(
    asked: str, parts: SplitResult, address: _Address, options: ReadOptions, deadline: float
) -> tuple[bytes, str | None, str | None]:
    """One request: body, redirect target if any, declared charset. The watchdog ends slow drips of every kind."""
    left = deadline - time.monotonic()
    if left <= 0:
        raise TooLarge(asked, f"took over {options.fetch_seconds:g} seconds")
    try:
        sock = _connect(parts, address, min(left, 15.0))
    except OSError as error:
        raise UnreadableInput(asked, f"can't connect to {parts.hostname} ({_said(error)})") from error
    watchdog = threading.Timer(left, _hang_up, (sock,))
    watchdog.daemon = True
    watchdog.start()
    try:
        answer = _exchange(asked, parts, sock, options)
    except (OSError, HTTPException, ValueError) as error:
        if time.monotonic() >= deadline - 0.05:
            raise TooLarge(asked, f"took over {options.fetch_seconds:g} seconds") from error
        raise UnreadableInput(asked, f"the answer broke off ({_said(error)})") from error
    finally:
        watchdog.cancel()
        sock.close()
    if time.monotonic() >= deadline:  # a body without a length just ends when the watchdog hangs up
        raise TooLarge(asked, f"took over {options.fetch_seconds:g} seconds")
    return answer


def _connect(parts: SplitResult, address: _Address, timeout: float) -> socket.socket:
    """A socket to the checked address; TLS is verified against the host's name."""
    sock = socket.create_connection((address.ip, address.port), timeout=timeout)
    if parts.scheme == "http":
        return sock
    try:
        # a connection that is cut must not pass for the end of a body whose length the server did not tell
        context = ssl.create_default_context()
        return context.wrap_socket(sock, server_hostname=parts.hostname, suppress_ragged_eofs=False)
    except OSError:
        sock.close()
        raise


def _exchange(
    asked: str, parts: SplitResult, sock: socket.socket, options: ReadOptions
) -> tuple[bytes, str | None, str | None]:
    """Request and answer over an open socket."""
    connection = HTTPConnection(parts.hostname or "", parts.port)
    connection.sock = sock
    path = quote(parts.path or "/", safe=_SAFE) + (f"?{quote(parts.query, safe=_SAFE)}" if parts.query else "")
    host = parts.netloc.rpartition("@")[2].encode("idna" if not parts.netloc.isascii() else "ascii").decode("ascii")
    headers = {"Host": host, "User-Agent": f"rashomon/{VERSION}", "Accept-Encoding": "identity", "Connection": "close"}
    connection.putrequest("GET", path, skip_host=True, skip_accept_encoding=True)
    for name, value in headers.items():
        connection.putheader(name, value)
    connection.endheaders()
    answer = connection.getresponse()
    if answer.status in _MOVED and answer.getheader("Location"):
        return b"", answer.getheader("Location"), None
    if answer.status != 200:
        raise UnreadableInput(asked, f"the server answered {answer.status} {answer.reason[:60]}".strip())
    body = _body(asked, answer, options.max_fetch)
    if (answer.getheader("Content-Encoding") or "").lower() in ("gzip", "x-gzip"):
        body, problem = gunzip(body, options.max_fetch)
        if problem:
            raise UnreadableInput(asked, problem)
    return body, None, answer.headers.get_content_charset()


def _body(asked: str, answer: HTTPResponse, limit: int) -> bytes:
    """The body, up to the limit; raises TooLarge beyond it."""
    out: list[bytes] = []
    size = 0
    while piece := answer.read1(_STEP) if answer.length != 0 else b"":
        out.append(piece)
        size += len(piece)
        if size > limit:
            raise TooLarge(asked, f"is over {limit:,} bytes")
    if answer.length:
        raise UnreadableInput(asked, f"the answer is {answer.length:,} bytes short")
    body = b"".join(out)
    if answer.length is None and not answer.chunked and unended(body):
        raise UnreadableInput(asked, "the answer broke off: its length was not told, and its last tag is missing")
    return body


def unended(body: bytes) -> bool:
    """Whether a page or feed opens and never ends: all there is to go by where a server tells no length."""
    small = body.lower()
    opened = next((name for name in _WHOLE if b"<" + name in small[:4096]), None)
    return opened is not None and b"</" + opened not in small


def _hang_up(sock: socket.socket) -> None:
    """End a connection from another thread, so that whatever waits on it returns."""
    try:
        sock.shutdown(socket.SHUT_RDWR)
    except OSError:
        return  # already gone


def _said(error: Exception) -> str:
    """An error of the network as a short clause."""
    return (getattr(error, "strerror", None) or str(error) or type(error).__name__)[:100]
