"""The server answers slowly, endlessly, with errors, or not at all: bounded, said why, and asked again later."""

import json
import logging
import shutil
import socket
import ssl
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from language_model_stub import KEY, TEXT, asked, completion, notation, one_passage, serving, status, well
from rashomon.annotate import chat as chats
from rashomon.annotate.answer import line_of
from rashomon.annotate.chat import Chat
from rashomon.annotate.llm import LanguageModel, opening
from rashomon.errors import NoAnswer, SettingsError


def endless(question, number):
    return 200, {"Content-Type": "application/json"}, (b"x" * 65_536 for _ in range(100_000))


def test_a_huge_answer_is_not_read_to_its_end():
    began = time.monotonic()
    (reading,), _ = asked(endless)
    assert (reading.graph, reading.fault, reading.waits) == (None, "too long", False)
    assert time.monotonic() - began < 5


def dripping(question, number):
    def drops():
        while True:
            time.sleep(0.02)
            yield b" "

    return 200, {}, drops()


def sleeping(question, number):
    time.sleep(1.5)
    return well(question)


@pytest.mark.parametrize("slowly", [dripping, sleeping])
def test_a_slow_answer_is_given_up_and_asked_for_again_later(slowly):
    began = time.monotonic()
    (reading,), stub = asked(slowly, seconds=0.3)
    assert time.monotonic() - began < 1.4
    assert (reading.graph, reading.waits) == (None, True)
    assert reading.fault == "no answer: no answer within 0.3 seconds"
    assert len(stub.questions) == 1


def refusal(words):
    return json.dumps({"error": {"message": words, "type": "invalid_request_error"}})


BUSY = status(429, "{}", Retry_After="0")


@pytest.mark.parametrize(
    ("answer", "said", "questions"),
    [
        (status(401, refusal(f"wrong key {KEY}")), "it answers 401: is the key right?", 1),
        (status(403), "it answers 403: it forbids this key to ask", 1),
        (status(404, refusal(f"no model stub-1 for {KEY}")), "404: no model stub-1 for [key]", 1),
        (status(400, '{"error": "use max_completion_tokens"}'), "it answers 400: use max_completion_tokens", 1),
        (status(302, "", Location="/elsewhere"), "302, a redirect, which is not followed", 1),
        (status(418, "x" * 9000), "it answers 418", 1),
        (BUSY, "it answers 429: too many requests", 3),
        (status(500, "<html>", Retry_After="0"), "it answers 500", 3),
        ("<html>Welcome</html>", "what it sent is no chat completion", 1),
        ('{"choices": []}', "what it sent is no chat completion", 1),
        ("[" * 200_000, "what it sent is no chat completion", 1),
        ((200, {"Content-Length": "99"}, iter([b"{}"])), "it broke off", 1),
    ],
)
def test_no_answer_is_said_why_and_waits(answer, said, questions):
    (reading,), stub = asked(lambda question, number: answer, key=KEY)
    assert (reading.graph, reading.waits) == (None, True)
    assert said in reading.fault
    assert KEY not in reading.fault + reading.why
    assert len(stub.questions) == questions


def test_a_busy_server_is_asked_again_when_it_says():
    (reading,), stub = asked(lambda question, number: BUSY if number == 0 else well(question))
    assert reading.graph is not None
    assert len(stub.questions) == 2


def test_a_server_that_is_not_there_is_said_to_be_missing():
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        stage = LanguageModel(endpoint=f"http://127.0.0.1:{held.getsockname()[1]}/v1", model="m")
        with Chat(stage.server()) as ask:
            ((reading,),) = stage([one_passage()], ask)
    assert (reading.graph, reading.waits) == (None, True)
    assert "can't be reached" in reading.fault


@pytest.mark.parametrize(("answer", "most"), [(status(401), 1), (status(302), 1), (status(418), chats.MISSES)])
def test_a_dead_server_is_not_asked_for_every_passage(answer, most):
    readings, stub = asked(lambda question, number: answer, *[TEXT] * 20, concurrency=1)
    assert [r.waits for r in readings] == [True] * 20
    assert len({r.fault for r in readings}) == 1
    assert len(stub.questions) == most


def test_now_and_then_no_answer_stops_nothing():
    readings, stub = asked(lambda q, n: status(418) if n % 2 else well(q), *[TEXT] * 16, concurrency=1)
    assert [r.waits for r in readings] == [False, True] * 8
    assert len(stub.questions) == 16


def test_hanging_up_ends_what_waits():
    with serving(sleeping) as stub, ThreadPoolExecutor(1) as pool:
        server = LanguageModel(endpoint=stub.endpoint, model="m").server()
        began = time.monotonic()
        with Chat(server) as ask:
            waiting = pool.submit(ask, opening(line_of(TEXT, 0)))
            while not stub.questions:
                time.sleep(0.01)
        with pytest.raises(NoAnswer, match="broke off"):
            waiting.result()
        with pytest.raises(NoAnswer, match="hung up"):
            ask(opening(line_of(TEXT, 0)))
        assert time.monotonic() - began < 1


@pytest.mark.parametrize("usage", [None, {}, {"prompt_tokens": None}])
def test_a_server_may_keep_its_counts_to_itself(usage):
    (reading,), _ = asked(lambda question, number: completion(notation(question.passage), usage=usage))
    assert [(r.tokens_in, r.tokens_out) for r in reading.replies] == [(None, None)]


def test_a_key_does_not_travel_in_the_clear(monkeypatch):
    monkeypatch.setattr(chats.ipaddress, "ip_address", lambda words: type("Far", (), {"is_global": True}))
    with pytest.raises(SettingsError, match="https"):
        asked(well, key=KEY)
    (reading,), _ = asked(well)
    assert reading.graph is not None


def test_nothing_is_said_to_a_server_that_fails_the_tls_handshake():
    with serving(well) as stub:
        stage = LanguageModel(endpoint=stub.endpoint.replace("http:", "https:"), model="m", seconds=2.0)
        with Chat(stage.server(KEY)) as ask:
            ((reading,),) = stage([one_passage()], ask)
        assert (reading.waits, stub.questions) == (True, [])


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    """A certificate for localhost that nobody signed, and its key, in one file."""
    if not shutil.which("openssl"):
        pytest.skip("no openssl to make a certificate with")
    path = tmp_path_factory.mktemp("tls") / "both.pem"
    words = f"openssl req -x509 -newkey rsa:2048 -nodes -keyout {path} -out {path}.crt -days 2 -subj /CN=localhost"
    subprocess.run([*words.split(), "-addext", "subjectAltName=DNS:localhost"], check=True, capture_output=True)
    path.write_text(path.read_text() + path.with_name("both.pem.crt").read_text())
    return path


@pytest.mark.parametrize(
    ("trusted", "behave", "waits"), [(True, well, False), (False, well, True), (True, dripping, True)]
)
def test_a_certificate_is_checked_and_a_slow_answer_ended_behind_it(monkeypatch, certificate, trusted, behave, waits):
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(certificate)
    if trusted:
        context = ssl.create_default_context(cafile=certificate)
        monkeypatch.setattr(chats.ssl, "create_default_context", lambda: context)
    with serving(behave, tls) as stub:
        stage = LanguageModel(endpoint=stub.endpoint, model="m", seconds=0.5 if behave is dripping else 5.0)
        with Chat(stage.server(KEY)) as ask:
            ((reading,),) = stage([one_passage()], ask)
        assert (reading.waits, len(stub.questions)) == (waits, 1 if trusted else 0)
        assert trusted or "certificate verify failed" in reading.fault


def test_no_proxy_of_the_environment_is_used(monkeypatch):
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    (reading,), _ = asked(well)
    assert reading.graph is not None


def test_the_key_is_in_no_log(caplog):
    caplog.set_level(logging.DEBUG)
    asked(lambda question, number: status(401), key=KEY)
    assert KEY not in caplog.text


@pytest.mark.parametrize(
    ("endpoint", "url"),
    [
        ("http://h:1/v1", "http://h:1/v1/chat/completions"),
        ("http://h/v1/", "http://h/v1/chat/completions"),
        ("http://h/v1/chat/completions", "http://h/v1/chat/completions"),
        ("https://h/d/m?api-version=1", "https://h/d/m/chat/completions?api-version=1"),
    ],
)
def test_where_questions_go(endpoint, url):
    server = LanguageModel(endpoint=endpoint, model="m").server()
    assert server.url == url
    assert "?" not in server.shown
