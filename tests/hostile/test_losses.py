"""No text is lost in silence: what stands first, in the middle and last in a page is kept, or the report says so."""

import pytest

MARKS = ("alphamark", "middlemark", "omegamark")
SHAPES = {
    "divs": ("<div>", "</div>"),
    "tables": ("<table><tr><td>", "</td></tr></table>"),
    "bold": ("<b>", "</b>"),
    "lists": ("<ul><li>", "</li></ul>"),
    "quotations": ("<blockquote>", "</blockquote>"),
    "spans": ("<section><span>", "</span></section>"),
}
LOST = "characters|deep|of the page's text"


@pytest.mark.parametrize("depth", [100, 200, 255, 256, 300, 1_000, 3_000, 10_000])
@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("closed", [True, False])
def test_markers_at_any_depth(read, shape, depth, closed):
    opening, closing = SHAPES[shape]
    words = "The road was shut on Monday, said the mayor of the town, and the bridge was open. "
    page = (
        f"<html><body><article><p>{MARKS[0]} {words * 3}</p>{opening * depth}<p>{MARKS[1]} {words * 3}"
        f"{closing * depth if closed else ''}<p>{MARKS[2]} {words * 3}</p></article></body></html>"
    )
    (entry,) = read(page.encode(), "deep.html")
    lost = [mark for mark in MARKS if mark not in entry.document.text] if entry.document else []
    assert not lost or "extraction" in entry.document.reasons, lost
