"""The dossier's policy holds the hashes of what is in the file and nothing weaker; no payload in a field adds to it."""

import hashlib
import re
from base64 import b64encode
from html.parser import HTMLParser

import pytest

import hostile_case
from rashomon.engine.analyses import beside
from rashomon.records import Record
from rashomon.show import dossier, is_built, static_dossier
from rashomon.testing import sample_record

DAY = "21 November 2031"
PAYLOADS = (
    "<script>window.hacked=1</script>", "</title><script>1</script>", "</style><script>1</script>",
    "</script><svg onload=1>", "<img src=x onerror=1>", "<svg/onload=1>", "<svg><animate onbegin=1 attributeName=x>",
    "<iframe srcdoc='<script>1</script>'>", "<math><mtext><table><mglyph><style><img src=x onerror=1>",
    "<details open ontoggle=1>", "<body onload=1>", "<base href=//x>",
    "<meta http-equiv=refresh content='0;url=//x'>", "<link rel=stylesheet href=//x>", "<form action=//x><button>",
    "<object data=//x>", "<a href='javascript:1'>x</a>", "<a href='&#106;avascript:1'>x</a>",
    "<a href=' javascript:1'>x</a>", "<embed src=//x>", "\" onmouseover=\"1", "' onmouseover='1", "` onmouseover=`1",
    "x onmouseover=1", "\"><script>1</script>", "'-alert(1)-'", "--><script>1</script>", "<!--",
    "]]><script>1</script>", "<![CDATA[", "<?xml-stylesheet href='//x'?>",
    "<noscript><p title='</noscript><img src=x onerror=1>'>", "{{7*7}}", "{% include '/etc/passwd' %}", "${7*7}",
    "#{7*7}", "&lt;script&gt;1&lt;/script&gt;", "\u003cscript\u003e", "<scr\x00ipt>", "<ſcript>1</ſcript>",
    "＜script＞", "<img/src='x'/onerror=1>", "<x style='background:url(//x)'>",
    "javascript:/*--></title></style></textarea></script><svg/onload='1'>", "+ADw-script+AD4-", "<plaintext>",
    "<xmp>", "<textarea>", "<template><script>1</script></template>", "url(javascript:1)", "\\\"-alert(1)}//",
    "@import '//x';", "*{background:url(//x)}", "\u2028alert(1)//", "</SCRIPT\n>", "<\u202e>",
    "<a target=_blank href=data:text/html,x>",
)  # fmt: skip


class Parts(HTMLParser):
    """The tags of a page with the names of their attributes, what its links lead to, and what is in its elements."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.made: set[tuple[str, ...]] = set()
        self.links: set[str] = set()
        self.inside: list[tuple[str, str]] = []
        self._open = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.made |= {(tag, name) for name, _ in attrs} | {(tag,)}
        self.links |= {(value or "").split(":")[0] for name, value in attrs if name in ("href", "src", "action")
                       and not (value or "").startswith("#")}  # fmt: skip
        self._open = tag if tag in ("script", "style") else ""
        if self._open and ("type", "application/json") in attrs:
            self._open = "data"

    def handle_data(self, data: str) -> None:
        if self._open:
            self.inside.append((self._open, data))

    def handle_endtag(self, tag: str) -> None:
        self._open = ""


def record_of(payload: str, monkeypatch: pytest.MonkeyPatch) -> Record:
    """A record with the payload in every field that holds words."""
    monkeypatch.setattr(hostile_case, "BREAKS", payload)
    monkeypatch.setattr(hostile_case, "LONG", "x")
    monkeypatch.setattr(hostile_case, "ATTRIBUTE", payload)
    monkeypatch.setattr(hostile_case, "NAMES", tuple(f"{payload} {letter}" for letter in "abcde"))
    return hostile_case.hostile_record()


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_payload_adds_an_element_or_an_attribute(payload: str, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = static_dossier(record_of("payload", monkeypatch), DAY)
    attacked = static_dossier(record_of(payload, monkeypatch), DAY)
    before, after = Parts(plain), Parts(attacked)
    assert after.made <= before.made
    assert after.links <= {"http", "https"}
    assert after.inside == before.inside
    assert policy(attacked) == policy(plain)


@pytest.mark.skipif(not is_built(), reason="the page was not built (make page)")
@pytest.mark.parametrize("payload", ["payload", "".join(PAYLOADS)])
def test_the_page_carries_payloads_as_data(payload: str, monkeypatch: pytest.MonkeyPatch) -> None:
    record = record_of(payload, monkeypatch)
    html = dossier(record, DAY, beside=beside(record))
    parts = Parts(html)
    assert [kind for kind, _ in parts.inside] == ["style", "style", "data", "script", "data", "data", "data", "data"]
    assert not any("<" in text for kind, text in parts.inside if kind == "data")


def policy(html: str) -> dict[str, list[str]]:
    """The directives of the content security policy."""
    (found,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', html)
    said = found.replace("&#39;", "'").replace("&#43;", "+")
    return {name: rest for name, *rest in (part.split() for part in said.split(";"))}


@pytest.mark.parametrize("how", ["static", "page"])
def test_the_policy_names_what_is_in_the_file_by_hash_and_nothing_else(how: str) -> None:
    if how == "page" and not is_built():
        pytest.skip("the page was not built (make page)")
    record = sample_record()
    html = static_dossier(record, DAY) if how == "static" else dossier(record, DAY, beside=beside(record))
    found: dict[str, list[str]] = {"style": [], "script": []}
    for kind, text in Parts(html).inside:
        if kind != "data":
            found[kind].append(f"'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'")
    wanted = {"default-src": ["'none'"], "style-src": found["style"], "base-uri": ["'none'"], "form-action": ["'none'"],
              "img-src": ["data:"] if how == "static" else ["data:", "blob:"]}  # fmt: skip
    if how == "page":
        wanted["script-src"] = found["script"]
    assert {name: sorted(rest) for name, rest in policy(html).items()} == {n: sorted(r) for n, r in wanted.items()}
    assert "unsafe" not in str(policy(html))
    assert html.index("Content-Security-Policy") < html.index("<style")
