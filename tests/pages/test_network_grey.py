"""The network without any colour in a real browser: what the signs of ties look like to eyes that see none."""

import base64
import io
import math
from itertools import groupby

import pytest
from PIL import Image
from playwright.sync_api import Page

from pages_support import Open, every_look, made
from ties_support import rich

pytestmark = pytest.mark.usefixtures("page_built")
NEARER = 3
# The longest line of a sign, on the screen: the middle half of it, which no actor covers.
ENDS = """sign => { const all = [...document.querySelectorAll(`.line[data-tie$=" ${sign}"]`)].map(one => {
    const to = one.getScreenCTM(), [x1, y1, x2, y2] = ["x1", "y1", "x2", "y2"].map(end => one[end].baseVal.value);
    const on = at => new DOMPoint(x1 + at * (x2 - x1), y1 + at * (y2 - y1)).matrixTransform(to);
    return [on(.25), on(.75)].flatMap(({x, y}) => [x, y]); });
  const long = ([a, b, c, d]) => Math.hypot(c - a, d - b);
  return all.sort((one, other) => long(other) - long(one))[0]; }"""


@pytest.fixture(scope="module")
def html() -> str:
    return made(rich())


def grey_picture(page: Page) -> Image.Image:
    """The window, `NEARER` times as large, as someone sees it who sees no colours (simulated by the browser)."""
    browser = page.context.new_cdp_session(page)
    browser.send("Emulation.setEmulatedVisionDeficiency", {"type": "achromatopsia"})
    clip = {"x": 0, "y": page.evaluate("scrollY"), **(page.viewport_size or {}), "scale": NEARER}
    taken = browser.send("Page.captureScreenshot", {"clip": clip})["data"]
    red, green, blue = Image.open(io.BytesIO(base64.b64decode(taken))).convert("RGB").split()
    assert red.tobytes() == green.tobytes() == blue.tobytes()
    return red


def strokes(picture: Image.Image, ends: list[float]) -> list[tuple[bool, float]]:
    """Along a line, for how many pixels of the window it has ink and for how many not, by turns."""
    x, y, to_x, to_y = (NEARER * end for end in ends)
    steps = round(math.hypot(to_x - x, to_y - y))
    along = ((x + (to_x - x) * n / steps, y + (to_y - y) * n / steps) for n in range(steps))
    seen = [int(picture.getpixel((round(right), round(down)))) for right, down in along]
    aside = NEARER * 9
    paper = int(picture.getpixel((round(x + (to_y - y) / steps * aside), round(y - (to_x - x) / steps * aside))))
    most = max(abs(one - paper) for one in seen)
    assert most > 40  # of 255
    return [(ink, len(list(run)) / NEARER) for ink, run in groupby(abs(one - paper) > most / 2 for one in seen)]


@every_look
def test_signs_differ_without_any_colour(network: Open) -> None:
    page = network()
    page.locator(".graph").scroll_into_view_if_needed()
    picture = grey_picture(page)
    found = {sign: strokes(picture, page.evaluate(ENDS, sign)) for sign in "+-0"}
    longest = {sign: max(n for ink, n in runs if ink) for sign, runs in found.items()}
    gaps = {sign: sum(not ink for ink, _ in runs) for sign, runs in found.items()}
    assert gaps["+"] == 0
    assert min(gaps["-"], gaps["0"]) > 3
    assert longest["-"] > 2 * longest["0"]
