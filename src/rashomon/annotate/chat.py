"""Questions to an OpenAI-compatible server: one address, no redirects, no proxies, everything bounded."""

import ipaddress
import socket
import ssl
import threading
from collections.abc import Sequence
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from types import TracebackType
from typing import Annotated, Any, Self
from urllib.parse import SplitResult, urlsplit

import msgspec

from rashomon.errors import NoAnswer, SettingsError
from rashomon.records import Row
from rashomon.version import VERSION

MOST_BYTES = 2_000_000  # of one answer; the largest sensible one is about 20 kB
PATIENCE = (1.0, 4.0)  # seconds before a second and third try where the server is busy, unless it names its own
MOST_PATIENCE = 30.0
MISSES = 5  # questions in a row without an answer after which no more are asked
BUSY = (429, 500, 502, 503, 504)
HOPELESS = (301, 302, 303, 307, 308, 401, 403, 404)  # a next question would fare no better
EXPLAINED = (400, 404, 413, 422)  # the server's own words help: an unknown model, an unknown parameter
Message = dict[str, str]


class Server(Row, frozen=True, kw_only=True):
    """Whom to ask, and how. ``key`` is a secret: this record is never stored, logged or shown."""

    endpoint: str
    model: str
    key: str = ""
    seconds: float = 120.0
    parameters: dict[str, Any] = {}

    @property
    def url(self) -> str:
        """Where questions go."""
        base, mark, query = self.endpoint.partition("?")
        path = base.rstrip("/")
        return path + ("" if path.endswith("/chat/completions") else "/chat/completions") + mark + query

    @property
    def shown(self) -> str:
        """The address for people: without a query, which may hold a secret."""
        return self.endpoint.partition("?")[0]


class Reply(Row, frozen=True, kw_only=True):
    """An answer: its text, whether it was cut off, and what the server says that it cost (None: it doesn't say)."""

    text: str
    cut: bool = False
    tokens_in: int | None = None
    tokens_out: int | None = None


Count = Annotated[int, msgspec.Meta(ge=0, le=1_000_000_000)]


class _Said(msgspec.Struct):
    content: str | None = None


class _Choice(msgspec.Struct):
    message: _Said
    finish_reason: str | None = None


class _Usage(msgspec.Struct):
    prompt_tokens: Count | None = None
    completion_tokens: Count | None = None


class _Completion(msgspec.Struct):
    """What is used of a chat completion; https://platform.openai.com/docs/api-reference/chat/object."""

    choices: list[_Choice]
    usage: _Usage | None = None


class _Error(msgspec.Struct):
    message: str = ""


class _Refusal(msgspec.Struct):
    error: _Error | str = ""


class Chat:
    """A server that is asked questions, from any number of threads; ``with Chat(server) as ask: ask(messages)``.

    After `MISSES` questions in a row without an answer, or one refusal that will stand (401, 403, 404, a redirect), it
    asks no more: a run doesn't wait for a dead server once a passage. Leaving the `with` hangs up.
    """

    def __init__(self, server: Server) -> None:
        self._server = server
        self._closed = threading.Event()
        self._lock = threading.Lock()
        self._open: set[socket.socket] = set()
        self._missed = 0
        self._given_up = ""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._closed.set()
        with self._lock:
            for sock in self._open:
                _hang_up(sock)

    def __call__(self, messages: Sequence[Message]) -> Reply:
        """The answer to a conversation. Raises NoAnswer, whose reason says why there is none."""
        body = msgspec.json.encode(
            {**self._server.parameters, "model": self._server.model, "messages": list(messages), "stream": False}
        )
        for wait in (*PATIENCE, None):
            self._refuse_if_over()
            try:
                status, patience, data = self._post(body)
            except NoAnswer as error:
                self._miss(error.reason, hopeless=False)
                raise
            if status not in BUSY or wait is None:
                break
            if self._closed.wait(min(wait if patience is None else patience, MOST_PATIENCE)):
                break
        return self._settled(status, data)

    def _settled(self, status: int, data: bytes | None) -> Reply:
        """The reply in what the server sent (None: more than is read)."""
        if status != 200:
            reason = self._refusal(status, data or b"")
            self._miss(reason, hopeless=status in HOPELESS)
            raise NoAnswer(self._server.shown, reason)
        try:
            reply = Reply(text="", cut=True) if data is None else _reply(data)
        except (msgspec.MsgspecError, RecursionError) as error:
            reason = "what it sent is no chat completion"
            self._miss(reason, hopeless=False)
            raise NoAnswer(self._server.shown, reason) from error
        with self._lock:
            self._missed = 0
        return reply

    def _refuse_if_over(self) -> None:
        if self._given_up or self._closed.is_set():
            raise NoAnswer(self._server.shown, self._given_up or "hung up")

    def _miss(self, reason: str, *, hopeless: bool) -> None:
        with self._lock:
            self._missed += 1
            if not self._given_up and (hopeless or self._missed >= MISSES):
                self._given_up = reason

    def _refusal(self, status: int, data: bytes) -> str:
        """A status in words; the server's own words where they help, and never the key in them."""
        if 300 <= status < 400:
            return f"it answers {status}, a redirect, which is not followed"
        said = {401: "401: is the key right?", 403: "403: it forbids this key to ask", 429: "429: too many requests"}
        if status not in EXPLAINED:
            return f"it answers {said.get(status, status)}"
        try:
            error = msgspec.json.decode(data, type=_Refusal).error
        except (msgspec.MsgspecError, RecursionError):
            return f"it answers {status}"
        words = " ".join((error if isinstance(error, str) else error.message).split())[:200]
        if self._server.key:
            words = words.replace(self._server.key, "[key]")
        return f"it answers {status}" + (f": {words}" if words else "")

    def _post(self, body: bytes) -> tuple[int, float | None, bytes | None]:
        """Status, seconds to wait if the server names them, body. The watchdog ends slow drips of every kind."""
        parts, seconds = urlsplit(self._server.url), self._server.seconds
        try:
            port = parts.port or (443 if parts.scheme == "https" else 80)
            sock = socket.create_connection((parts.hostname or "", port), timeout=min(seconds, 15.0))
        except (OSError, UnicodeError) as error:
            raise NoAnswer(self._server.shown, f"it can't be reached ({_said(error)})") from error
        guard = sock.dup()  # wrapping in TLS takes the socket itself out of our hands
        late = threading.Event()
        watchdog = threading.Timer(seconds, _hang_up, (guard, late))
        watchdog.daemon = True
        watchdog.start()
        with self._lock:
            self._open.add(guard)
        try:
            sock.settimeout(seconds)
            found = self._exchange(parts, sock, body)
        except (OSError, HTTPException, ValueError) as error:
            slow = late.is_set() or isinstance(error, TimeoutError)  # the socket's own clock may be the first
            reason = f"no answer within {seconds:g} seconds" if slow else f"it broke off ({_said(error)})"
            raise NoAnswer(self._server.shown, reason) from error
        finally:
            watchdog.cancel()
            with self._lock:
                self._open.discard(guard)
            guard.close()
            sock.close()
        if late.is_set():  # a body without a length just ends when the watchdog hangs up
            raise NoAnswer(self._server.shown, f"no answer within {seconds:g} seconds")
        return found

    def _exchange(self, parts: SplitResult, sock: socket.socket, body: bytes) -> tuple[int, float | None, bytes | None]:
        """Request and answer over an open socket; a key goes out encrypted, or to a private address only."""
        headers = {"Content-Type": "application/json", "User-Agent": f"rashomon/{VERSION}", "Connection": "close"}
        if self._server.key:
            if parts.scheme == "http" and ipaddress.ip_address(sock.getpeername()[0].split("%")[0]).is_global:
                raise SettingsError("llm.endpoint", "a key must not travel unencrypted: use https")
            headers["Authorization"] = f"Bearer {self._server.key}"
        connection: HTTPConnection
        if parts.scheme == "https":
            connection = HTTPSConnection(parts.hostname or "", parts.port)
            sock = ssl.create_default_context().wrap_socket(sock, server_hostname=parts.hostname)
        else:
            connection = HTTPConnection(parts.hostname or "", parts.port)
        connection.sock = sock  # this socket and no other: http.client would look for none anew
        try:
            path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
            connection.request("POST", path, body, headers)
            answer = connection.getresponse()
            return answer.status, _patience(answer.getheader("Retry-After", "")), _body(answer)
        finally:
            connection.close()


def _reply(data: bytes) -> Reply:
    completion = msgspec.json.decode(data, type=_Completion)
    if not completion.choices:
        raise msgspec.ValidationError("no choices")
    choice, usage = completion.choices[0], completion.usage or _Usage()
    return Reply(
        text=choice.message.content or "",
        cut=choice.finish_reason == "length",
        tokens_in=usage.prompt_tokens,
        tokens_out=usage.completion_tokens,
    )


def _body(answer: HTTPResponse) -> bytes | None:
    """The body; None if there is more of it than is read."""
    out, size = [], 0
    while piece := answer.read1(65_536) if answer.length != 0 else b"":
        out.append(piece)
        size += len(piece)
        if size > MOST_BYTES:
            return None
    if answer.length:
        raise HTTPException("the answer is cut short")
    return b"".join(out)


def _patience(said: str) -> float | None:
    """Seconds in a Retry-After header; its other form, a date, would need a clock."""
    return float(said) if said.isascii() and said.isdigit() and len(said) < 6 else None


def _hang_up(sock: socket.socket, late: threading.Event | None = None) -> None:
    """End a connection from another thread, so that whatever waits on it returns, and say that it was late."""
    if late:
        late.set()
    try:
        sock.shutdown(socket.SHUT_RDWR)
    except OSError:
        return  # already gone


def _said(error: Exception) -> str:
    """An error of the network as a short clause."""
    return (getattr(error, "strerror", None) or str(error) or type(error).__name__)[:100]
