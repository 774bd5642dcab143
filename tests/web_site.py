"""A small web site on this machine that answers as a test wants it to, and keeps what it was asked."""

import shutil
import ssl
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from rashomon.read import ReadOptions

OPEN = ReadOptions(allow_private=True, fetch_seconds=5)
Answer = tuple[int, bytes | Iterator[bytes], dict[str, str]]


class Site(BaseHTTPRequestHandler):
    """Gives ``pages[path]`` of its server: (status, body, headers), or what that makes of the request."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        self.close_connection = True
        self.server.asked.append((self.path, dict(self.headers)))
        found = self.server.pages.get(self.path.split("?")[0], (404, b"no", {}))
        status, body, headers = found(self) if callable(found) else found
        self.send_response(status)
        length = {"Content-Length": str(len(body))} if isinstance(body, bytes) else {}
        for key, value in (length | headers).items():
            self.send_header(key, value)
        self.end_headers()
        try:
            for piece in [body] if isinstance(body, bytes) else body:
                self.wfile.write(piece)
                self.wfile.flush()
        except OSError:
            return  # the client hung up, as it should

    def log_message(self, *_):
        return


class Server(ThreadingHTTPServer):
    """A client that hangs up is no error."""

    daemon_threads = True
    block_on_close = False
    request_queue_size = 100

    def handle_error(self, request, client_address):
        """Say nothing."""


@contextmanager
def serving(pages: dict[str, Answer | Callable[[Site], Answer]], tls: ssl.SSLContext | None = None) -> Iterator[Server]:
    """A site on a free port; ``address`` is where it is, ``asked`` the (path, headers) of each request."""
    server = Server(("127.0.0.1", 0), Site)
    server.pages, server.asked = pages, []
    server.address = f"http://127.0.0.1:{server.server_port}"
    if tls:
        server.socket = tls.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
        server.address = f"https://localhost:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def certificate(folder: Path) -> tuple[Path, ssl.SSLContext]:
    """A certificate for localhost that signs itself, and what a server that shows it needs."""
    if not shutil.which("openssl"):
        pytest.skip("no openssl to make a certificate with")
    key, shown = folder / "key.pem", folder / "certificate.pem"
    words = f"openssl req -x509 -newkey rsa:2048 -nodes -keyout {key} -out {shown} -days 2 -subj /CN=localhost"
    subprocess.run([*words.split(), "-addext", "subjectAltName=DNS:localhost"], check=True, capture_output=True)
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(shown, key)
    return shown, tls
