"""The dossier's content security policy in a real browser: nothing but its own program runs, nothing is loaded."""

import re

import pytest

from pages_support import Open, every_look

pytestmark = pytest.mark.usefixtures("page_built")
PROBES = {
    "eval": """new Promise(r => setTimeout(() => {
               try { new Function('return 1')(); r('ran'); } catch (e) { r('no'); } }))""",
    "fetch": "fetch('https://example.invalid/').then(() => 'ran', () => 'no')",
    "image": """new Promise(r => { const i = new Image(); i.onload = () => r('ran'); i.onerror = () => r('no');
                i.src = 'https://example.invalid/i.png'; })""",
    "inline": """new Promise(r => { const b = document.createElement('div');
                 b.innerHTML = '<i onclick="window.ran=1"></i>'; document.body.append(b); b.firstChild.click();
                 r(window.ran ? 'ran' : 'no'); })""",
    "script": """new Promise(r => { const s = document.createElement('script'); s.textContent = 'window.ran=2';
                 document.body.append(s); r(window.ran ? 'ran' : 'no'); })""",
    "form": """new Promise(r => { const f = document.createElement('form'); f.action = 'https://example.invalid/';
               document.addEventListener('securitypolicyviolation', () => r('no')); document.body.append(f); f.submit();
               setTimeout(() => r(location.protocol === 'file:' ? 'no' : 'ran'), 300); })""",
    "base": """new Promise(r => { const b = document.createElement('base'); b.href = 'https://example.invalid/';
               document.head.append(b); r(document.baseURI.startsWith('file:') ? 'no' : 'ran'); })""",
}


@every_look
def test_the_policy_of_the_page_lets_nothing_else_run_or_load(strange: Open, html: str) -> None:
    page = strange(html)
    page.locator("main h1").wait_for()
    refused: list[str | None] = []
    page.on("requestfailed", lambda made: refused.append(made.failure))
    page.on("requestfinished", lambda made: refused.append(made.url))
    assert {name: page.evaluate(probe) for name, probe in PROBES.items()} == dict.fromkeys(PROBES, "no")
    assert set(refused) == {"csp"}  # by the policy, not because there is no network here


@every_look
def test_a_tampered_program_does_not_run(strange: Open, html: str) -> None:
    start = html.rindex("<script>") + len("<script>")
    assert strange(html).locator("main h1").count() == 1
    tampered = strange(f"{html[:start]}window.hacked=1;{html[start:]}")
    assert tampered.evaluate("window.hacked ?? null") is None
    assert tampered.locator("main h1").count() == 0
    added = strange(
        html.replace("</body>", "<script>window.hacked=1</script><img src=x onerror=window.hacked=2></body>")
    )
    added.locator("main h1").wait_for()
    assert added.evaluate("window.hacked ?? null") is None


def test_the_program_evaluates_no_text(html: str) -> None:
    program = html[html.rindex("<script>") :]
    assert not re.search(r"\beval\(|new Function\(|document\.write|importScripts|XMLHttpRequest|WebSocket\(", program)
