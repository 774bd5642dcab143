"""One page or feed from the web, when asked: http(s) only, public addresses only, every hop checked, all capped."""

import re
import socket
import ssl
import threading
import time
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http.client import HTTPConnection, HTTPException, HTTPResponse, IncompleteRead
from typing import NamedTuple
from urllib.parse import SplitResult, quote, urljoin, urlsplit

import msgspec

from rashomon.errors import RashomonError, TooLarge, UnreadableInput
from rashomon.read.addresses import Address, checked
from rashomon.read.gzipped import gunzip
from rashomon.read.received import ReadOptions, Received, count
from rashomon.read.robots import AGENT, LIMIT, Rules, allowed, rules_of
from rashomon.version import VERSION

REDIRECTS = 5
_MOVED = (301, 302, 303, 307, 308)
_STEP = 65_536
_USER = re.compile(r"^(\w{1,20}://)[^/?#]*@")
_WHOLE = (b"html", b"rss", b"feed", b"rdf:rdf")
_SAFE = "/:?&=%+,;@~!$'()*[]-._#"
Known = dict[str, Rules]
"""What each site's robots.txt asks, by scheme and host, so that it is fetched once a run."""


class _Answer(NamedTuple):
    """What a server said: a body (of a 200 only), or where the page moved, or how long to wait."""

    status: int
    reason: str
    body: bytes = b""
    charset: str | None = None
    moved: str | None = None
    wait: str = ""


def fetch(url: str, options: ReadOptions, known: Known | None = None) -> Received:
    """The body at a URL, or a Received whose problem says why there is none; never raises for what the network does.

    What the site's robots.txt asks of programs is ``known``, or fetched first and put there.
    """
    deadline = time.monotonic() + options.fetch_seconds
    source = _without_user(url)
    name = urlsplit(url).path.rstrip("/").rsplit("/", 1)[-1] if "[" not in url else ""
    now = datetime.now(UTC).replace(microsecond=0).isoformat()
    try:
        answer = _follow(url, options, deadline, {} if known is None else known)
        if answer.status != 200:
            raise UnreadableInput(url, _refusal(answer))
    except RashomonError as error:
        return Received(source=source, name=name, fetched=now, problem=f"{source}: {error.reason}")
    return Received(source=source, name=name, data=answer.body, fetched=now, charset=answer.charset)


def _follow(url: str, options: ReadOptions, deadline: float, known: Known | None) -> _Answer:
    """The answer behind at most five redirects; each hop's address and, unless None, its robots.txt are asked."""
    asked = url
    for _ in range(REDIRECTS + 1):
        parts, addresses = checked(url, allow_private=options.allow_private)
        if known is not None:
            _ask_robots(asked, parts, options, deadline, known)
        answer = _one(asked, parts, addresses, options, deadline)
        if answer.moved is None:
            return answer
        url = urljoin(url, answer.moved)
    raise UnreadableInput(asked, f"redirects more than {count(REDIRECTS, 'time')}")


def _ask_robots(asked: str, parts: SplitResult, options: ReadOptions, deadline: float, known: Known) -> None:
    """Raises UnreadableInput if the site asks programs not to fetch this, or can't say (RFC 9309, 2.3.1)."""
    site = f"{parts.scheme}://{parts.netloc}"
    if site not in known:
        try:
            small = msgspec.structs.replace(options, max_fetch=LIMIT)
            answer = _follow(f"{site}/robots.txt", small, deadline, None)
        except TooLarge as error:
            raise TooLarge(asked, f"robots.txt of {parts.hostname} {error.reason}") from error
        if answer.status != 200 and (answer.status == 429 or not 400 <= answer.status < 500):
            reason = f"robots.txt of {parts.hostname} can't be read, so nothing is fetched: {_refusal(answer)}"
            raise UnreadableInput(asked, reason)
        known[site] = rules_of(answer.body)
    if not allowed(known[site], (parts.path or "/") + (f"?{parts.query}" if parts.query else "")):
        reason = f"robots.txt of {parts.hostname} asks programs not to fetch it; save it from a browser, read the file"
        raise UnreadableInput(asked, reason)


def _one(asked: str, parts: SplitResult, addresses: list[Address], options: ReadOptions, deadline: float) -> _Answer:
    """One request and its answer. The watchdog ends slow drips of every kind, those of a TLS handshake too."""
    sock = _connect(asked, parts, addresses, options, deadline)
    guard = sock.dup()  # wrapping in TLS takes the socket itself out of our hands
    watchdog = threading.Timer(max(0.0, deadline - time.monotonic()), _hang_up, (guard,))
    watchdog.daemon = True
    watchdog.start()
    try:
        if parts.scheme == "https":
            # a body without a length ends where TLS says so; where it only stops, it was cut
            sock = ssl.create_default_context().wrap_socket(
                sock, server_hostname=parts.hostname, suppress_ragged_eofs=False
            )
        answer = _exchange(asked, parts, sock, options)
    except (OSError, HTTPException, ValueError) as error:
        if time.monotonic() >= deadline - 0.05:
            raise TooLarge(asked, f"took over {options.fetch_seconds:g} seconds") from error
        raise UnreadableInput(asked, _broken(error)) from error
    finally:
        watchdog.cancel()
        guard.close()
        sock.close()
    if time.monotonic() >= deadline:  # a body without a length just ends when the watchdog hangs up
        raise TooLarge(asked, f"took over {options.fetch_seconds:g} seconds")
    return answer


def _connect(
    asked: str, parts: SplitResult, addresses: list[Address], options: ReadOptions, deadline: float
) -> socket.socket:
    """A socket to the first of the checked addresses that takes one."""
    failed: OSError | None = None
    for address in addresses:
        left = deadline - time.monotonic()
        if left <= 0:
            raise TooLarge(asked, f"took over {options.fetch_seconds:g} seconds")
        try:
            return socket.create_connection((address.ip, address.port), timeout=min(left, 15.0))
        except OSError as error:
            failed = error
    why = _said(failed) if failed else "it has no address"
    raise UnreadableInput(asked, f"can't connect to {parts.hostname} ({why})") from failed


def _exchange(asked: str, parts: SplitResult, sock: socket.socket, options: ReadOptions) -> _Answer:
    """Request and answer over an open socket; nothing that a server says is sent to it again, cookies neither."""
    connection = HTTPConnection(parts.hostname or "", parts.port)
    connection.sock = sock
    path = quote(parts.path or "/", safe=_SAFE) + (f"?{quote(parts.query, safe=_SAFE)}" if parts.query else "")
    host = parts.netloc.encode("idna" if not parts.netloc.isascii() else "ascii").decode("ascii")
    headers = {"Host": host, "User-Agent": f"{AGENT}/{VERSION}", "Accept-Encoding": "identity", "Connection": "close"}
    connection.putrequest("GET", path, skip_host=True, skip_accept_encoding=True)
    for name, value in headers.items():
        connection.putheader(name, value)
    connection.endheaders()
    answer = connection.getresponse()
    moved = answer.getheader("Location") if answer.status in _MOVED else None
    if moved or answer.status != 200:
        return _Answer(answer.status, answer.reason, moved=moved, wait=answer.getheader("Retry-After", ""))
    body = _unpacked(asked, answer, _body(asked, answer, options.max_fetch), options.max_fetch)
    return _Answer(200, answer.reason, body, answer.headers.get_content_charset())


def _body(asked: str, answer: HTTPResponse, limit: int) -> bytes:
    """The body, up to the limit; raises TooLarge beyond it, UnreadableInput if less came than was announced."""
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


def _unpacked(asked: str, answer: HTTPResponse, body: bytes, limit: int) -> bytes:
    """The body as it was before the server packed it, though it was not asked to; gzip only."""
    packing = (answer.getheader("Content-Encoding") or "identity").strip().lower()
    if packing == "identity":
        return body
    if packing not in ("gzip", "x-gzip"):
        raise UnreadableInput(asked, f"is packed in a way that was not asked for ({_printable(packing)})")
    body, problem = gunzip(body, limit)
    if problem:
        raise UnreadableInput(asked, problem)
    return body


def _refusal(answer: _Answer) -> str:
    """A status in words; those that ask for patience say how much."""
    said = f"the server answered {answer.status} {_printable(answer.reason)}".strip()
    if answer.status == 429:
        said += ": it is asked too often"
    if answer.status not in (429, 503) or not answer.wait:
        return said
    if answer.wait.strip().isdecimal():
        return f"{said}; try again in {count(int(answer.wait.strip()[:9]), 'second')}"
    try:
        return f"{said}; try again after {parsedate_to_datetime(answer.wait).isoformat()}"
    except ValueError:
        return said


def _without_user(url: str) -> str:
    """A URL without the user and password in it, so that none gets into a case or a message."""
    return _USER.sub(r"\1", url)


def _hang_up(sock: socket.socket) -> None:
    """End a connection from another thread, so that whatever waits on it returns."""
    try:
        sock.shutdown(socket.SHUT_RDWR)
    except OSError:
        return  # already gone


def _broken(error: Exception) -> str:
    """Why no answer came, or no whole one."""
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"its certificate is not to be trusted ({_printable(error.verify_message)})"
    if isinstance(error, ssl.SSLError) and not isinstance(error, ssl.SSLEOFError):
        return f"no encrypted connection could be made ({_said(error)})"
    return f"the answer broke off ({'its end is missing' if isinstance(error, IncompleteRead) else _said(error)})"


def _said(error: Exception) -> str:
    """An error of the network as a short clause."""
    if isinstance(error, ssl.SSLError) and error.reason:
        return error.reason.replace("_", " ").lower()
    return _printable(getattr(error, "strerror", None) or str(error) or type(error).__name__)


def _printable(words: str) -> str:
    """A server's own words, short, with nothing in them that could drive a terminal."""
    return "".join(letter if letter.isprintable() else "?" for letter in words[:100])
