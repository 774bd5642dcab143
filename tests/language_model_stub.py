"""A chat-completions server on this machine that answers as a test wants it to: well, badly, or not at all."""

import json
import re
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from rashomon.annotate.chat import Chat
from rashomon.annotate.llm import LanguageModel
from rashomon.records import Document

TEXT = "Gunmen killed 12 villagers in Dessan, the mayor said."
KEY = "sk-secret-0815"
KINDS = {
    "Gunmen": "GROUP", "villagers": "GROUP", "Dessan": "GPE", "mayor": "PER", "said": "SAY", "killed": "KILL",
    "army": "ORG", "denied": "REJECT", "bodies": "OBJ", "counted": "SAY",
}  # fmt: skip
USAGE = {"prompt_tokens": 1000, "completion_tokens": 100, "total_tokens": 1100}


class Stub:
    """What the server was asked, and how it answers: ``behave(question, number)`` with the number counted from 0."""

    def __init__(self, behave: Callable[["Question", int], object]) -> None:
        self.behave = behave
        self.questions: list[Question] = []
        self.released = threading.Event()
        self.endpoint = ""


class Question:
    """One request: its headers, its body, and the passage in it."""

    def __init__(self, path, headers, body):
        self.path, self.headers, self.body = path, headers, body
        self.messages = body["messages"]
        self.passage = self.messages[-1]["content"].split("\n")[-1]
        self.again = len(self.messages) > 2


def well(question, number=0):
    """A right answer: the first of each known word marked, and the edges that fit."""
    return completion(notation(question.passage))


def notation(passage):
    """A right answer's three lines."""
    names, marked = {}, passage
    for place, (word, kind) in enumerate(KINDS.items()):
        fresh = re.sub(rf"\b{word}\b", f"{{{word}|n{place}:{kind}}}", marked, count=1)
        if fresh != marked:
            names[word], marked = f"n{place}", fresh
    edges = [("killed", "agent", "Gunmen"), ("killed", "target", "villagers"), ("said", "agent", "mayor"),
             ("said", "content", "killed")]  # fmt: skip
    said = "; ".join(f"{names[a]} {label} {names[b]}" for a, label, b in edges if a in names and b in names)
    flags = f"{names['killed']} poss" if "killed" in names else ""
    return f"T: {marked}\nE: {said}\nM: {flags}"


def completion(text, usage=USAGE, finish="stop"):
    """The body of a 200."""
    choices = [{"index": 0, "message": {"role": "assistant", "content": text}, "finish_reason": finish}]
    return json.dumps({"object": "chat.completion", "choices": choices} | ({"usage": usage} if usage else {}))


def status(code, body="", **headers):
    """An answer with another status; ``Retry_After`` is a Retry-After."""
    return code, {name.replace("_", "-"): value for name, value in headers.items()}, body


class Handler(BaseHTTPRequestHandler):
    """Reads a question, answers as told; an answer that is an iterator of bytes is sent drop by drop."""

    protocol_version = "HTTP/1.1"

    def do_POST(self):
        stub = self.server.stub
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        question = Question(self.path, dict(self.headers), body)
        stub.questions.append(question)
        answer = stub.behave(question, len(stub.questions) - 1)
        code, headers, content = answer if isinstance(answer, tuple) else (200, {}, answer)
        self.send_response(code)
        for name, value in headers.items():
            self.send_header(name, value)
        try:
            if isinstance(content, str):
                self.send_header("Content-Length", str(len(content.encode())))
                self.end_headers()
                self.wfile.write(content.encode())
                return
            self.send_header("Connection", "close")
            self.end_headers()
            for piece in content:
                self.wfile.write(piece)
                self.wfile.flush()
        except OSError:
            return  # the client hung up, as it should
        finally:
            self.close_connection = True

    def do_GET(self):
        raise AssertionError("a redirect was followed")

    def log_message(self, *words):
        """Say nothing."""


class Server(ThreadingHTTPServer):
    """Threads end with the test; a client that hangs up is no error."""

    daemon_threads = True
    block_on_close = False

    def handle_error(self, request, client_address):
        """Say nothing."""


@contextmanager
def serving(behave: Callable[[Question, int], object], tls: ssl.SSLContext | None = None) -> Iterator[Stub]:
    """A server on a free port of this machine; its address is the stub's ``endpoint``."""
    stub = Stub(behave)
    server = Server(("127.0.0.1", 0), Handler)
    server.stub = stub
    stub.endpoint = f"http://127.0.0.1:{server.server_address[1]}/v1"
    if tls:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
        stub.endpoint = stub.endpoint.replace("http://127.0.0.1", "https://localhost")
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield stub
    finally:
        stub.released.set()
        server.shutdown()
        server.server_close()
        thread.join()


def one_passage(text=TEXT, name="d-1"):
    """A document whose body is one passage."""
    return Document(id=name, source="x", digest="", text_digest="", text=text, language="en")


def asked(behave, *texts, key="", **settings):
    """The readings of some one-passage documents by a model that behaves so, and the stub."""
    with serving(behave) as stub:
        stage = LanguageModel(endpoint=stub.endpoint, model="stub-1", **settings)
        with Chat(stage.server(key)) as ask:
            found = stage([one_passage(text, f"d-{i}") for i, text in enumerate(texts or (TEXT,))], ask)
    return [reading for one in found for reading in one], stub


def words_of(reading, text):
    """What is marked, with its types."""
    return {text[n.start : n.end]: n.type for n in reading.graph.nodes}
