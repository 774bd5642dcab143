"""What robots.txt asks is done: by the longest rule, for this program by name, once a run, and said in a sentence."""

import time

import pytest

from rashomon.read import discover
from rashomon.read.fetch import fetch
from rashomon.read.robots import LIMIT, allowed, rules_of
from web_site import OPEN, serving

BODY = (200, b"Sixty are dead.", {})


@pytest.mark.parametrize(
    ("text", "path", "may"),
    [
        ("", "/a", True),
        ("User-agent: *\nDisallow: /", "/a", False),
        ("User-agent: *\nDisallow:", "/a", True),
        ("User-agent: *\nDisallow: /a", "/b", True),
        ("User-agent: *\nDisallow: /a", "/abc", False),
        ("user-AGENT : Rashomon\ndisallow : /a # not this", "/a", False),
        ("User-agent: Rashomon/2.0\nDisallow: /", "/a", False),
        ("User-agent: *\nDisallow: /\n\nUser-agent: rashomon\nAllow: /", "/a", True),
        ("User-agent: rashomon\nAllow: /\n\nUser-agent: *\nDisallow: /", "/a", True),
        ("User-agent: other\nUser-agent: rashomon\nDisallow: /", "/a", False),
        ("User-agent: other\nDisallow: /", "/a", True),
        ("User-agent: rashomon\nDisallow: /a\nUser-agent: x\nUser-agent: rashomon\nDisallow: /b", "/b", False),
        ("User-agent: rashomonbot\nDisallow: /", "/a", True),
        ("User-agent: *\nCrawl-delay: 9\nSitemap: x\nDisallow: /", "/a", False),
        ("Disallow: /", "/a", True),
        ("User-agent: *\nDisallow: /\nAllow: /news", "/news/1", True),
        ("User-agent: *\nAllow: /news\nDisallow: /news/private", "/news/private/1", False),
        ("User-agent: *\nAllow: /a\nDisallow: /a", "/a", True),
        ("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf", False),
        ("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf?z", True),
        ("User-agent: *\nDisallow: /x*y*z", "/x1y2z3", False),
        ("User-agent: *\nDisallow: /x*y*z", "/x1z2y3", True),
        ("User-agent: *\nDisallow: /a$", "/a", False),
        ("User-agent: *\nDisallow: /a$", "/ab", True),
        ("User-agent: *\nDisallow: /a*a$", "/a", True),
        ("User-agent: *\nDisallow: /*?print=", "/a?print=1", False),
        ("User-agent: *\nDisallow: /caf%C3%A9", "/café", False),
        ("User-agent: *\nDisallow: /café", "/caf%c3%a9", False),
        ("User-agent: *\nDisallow: /%7Eme", "/~me", False),
        ("User-agent: *\nDisallow: /a%2Fb", "/a/b", True),
        ("User-agent: *\r\nDisallow: /a\rDisallow: /b", "/b", False),
        ("\ufeffUser-agent: *\nDisallow: /", "/a", False),
        ("<html><p>User-agent: * <p>Disallow: /", "/a", True),
        ("User-agent: *\nDisallow: /", "/robots.txt", True),
    ],
)
def test_the_rules(text, path, may):
    assert allowed(rules_of(text.encode()), path) is may


def test_the_worst_file_is_read_in_no_time():
    begun = time.process_time()
    rules = rules_of(b"User-agent: *\n" + b"Disallow: /*a*a*a*a*a*a*a*b$\n" * (LIMIT // 30))
    assert allowed(rules, "/" + "a" * 5_000)
    assert not allowed(rules_of(b"user-agent:*\ndisallow:/" + b"*a" * 200_000), "/" + "a" * 200_000)
    assert time.process_time() - begun < 3


def test_a_forbidden_page_is_not_asked_for_and_robots_txt_is_asked_for_once():
    robots = (200, b"User-agent: *\nDisallow: /inside", {})
    with serving({"/robots.txt": robots, "/inside": BODY, "/outside": BODY, "/other": BODY}) as server:
        names = ["/inside", "/outside", "/other", "/inside?again"]
        found = list(discover([server.address + name for name in names], None, OPEN))
        said = "robots.txt of 127.0.0.1 asks programs not to fetch it; save it from a browser, read the file"
        problems = [received.problem and received.problem.split(": ", 1)[1] for received in found]
        assert problems == [said, None, None, said]
        assert [path for path, _ in server.asked] == ["/robots.txt", "/outside", "/other"]


def test_each_site_on_the_way_is_asked():
    with serving({"/robots.txt": (200, b"User-agent: *\nDisallow: /a", {}), "/a": BODY}) as far:
        with serving({"/go": (302, b"", {"Location": f"{far.address}/a"})}) as near:
            assert "asks programs not to fetch it" in fetch(f"{near.address}/go", OPEN).problem
        assert [path for path, _ in far.asked] == ["/robots.txt"]


@pytest.mark.parametrize("status", [301, 401, 403, 404, 410])
def test_a_site_without_rules_forbids_nothing(status):
    with serving({"/robots.txt": (status, b"", {"Location": "/none"} if status == 301 else {}), "/a": BODY}) as server:
        assert fetch(f"{server.address}/a", OPEN).data


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ((503, b"", {"Retry-After": "9"}), "so nothing is fetched: the server answered 503 Service Unavailable; try"),
        ((429, b"", {}), "so nothing is fetched: the server answered 429 Too Many Requests: it is asked too often"),
        ((200, b"#" * (LIMIT + 1), {}), "robots.txt of 127.0.0.1 is over 512,000 bytes"),
        ((200, b"User-agent: *", {"Content-Length": "99"}), "the answer is 86 bytes short"),
        ((302, b"", {"Location": "/robots.txt"}), "redirects more than 5 times"),
        ((302, b"", {"Location": "file:///etc/passwd"}), "only http and https"),
    ],
)
def test_what_a_site_asks_has_to_be_known(answer, said):
    with serving({"/robots.txt": answer, "/a": BODY}) as server:
        assert said in fetch(f"{server.address}/a", OPEN).problem
        assert "/a" not in [path for path, _ in server.asked]
