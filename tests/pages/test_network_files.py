"""The network as files, in a real browser: they hold what is drawn, whatever actors are called."""

from xml.etree import ElementTree

import pytest
from playwright.sync_api import Page

from pages_support import Open, every_look, made, rows_of, saved
from rashomon.records import content_id
from ties_support import HOSTILE, count, lines, rich

pytestmark = pytest.mark.usefixtures("page_built")
RECORD = rich()
NAMES = {actor.id: actor.name for actor in RECORD.actors}
XML = {"g": "http://graphml.graphdrawing.org/xmlns"}


@pytest.fixture(scope="module")
def html() -> str:
    return made(RECORD)


@every_look
@pytest.mark.parametrize("at", ["", "?to=2031-05-12"])
def test_table_matrix_and_files_hold_the_lines_of_the_graph(network: Open, at: str) -> None:
    holds_its_lines(network(at))


@pytest.mark.parametrize("at", ["?sign=against", "?min=2"])
def test_they_hold_what_is_left_of_them(network: Open, at: str) -> None:
    holds_its_lines(network(at))


def holds_its_lines(page: Page) -> None:
    """Asserts that table, matrix and files have the lines of the graph, and no others."""
    drawn = lines(page)
    assert len(drawn) == count(page)
    graph = ElementTree.fromstring(given(page, "GraphML"))
    edges = graph.findall(".//g:edge", XML)
    rows = rows_of(given(page, "CSV"))
    page.get_by_role("button", name="Table").click()
    assert lines(page, ".tie-row") == drawn
    told = sorted((row["left"], row["right"], row["sign"]) for row in rows)
    names = {
        node.get("id"): node.findtext("g:data[@key='name']", None, XML) for node in graph.findall(".//g:node", XML)
    }
    assert told == sorted((names[edge.get("source")], names[edge.get("target")], said(edge, "sign")) for edge in edges)
    assert len(told) == len(drawn)
    page.get_by_role("button", name="Matrix").click()
    assert page.locator(".matrix td a line").count() == 2 * len(drawn)


def given(page: Page, what: str) -> str:
    page.locator(".files").evaluate("one => { one.open = true }")
    return saved(page, page.get_by_role("button", name=what))


def said(of: ElementTree.Element, key: str) -> str:
    return of.findtext(f"g:data[@key='{key}']", "", XML)


def test_graphml_is_xml_and_says_what_the_record_says(network: Open) -> None:
    graph = ElementTree.fromstring(given(network(), "GraphML"))
    names = {said(node, "name") for node in graph.findall(".//g:node", XML)}
    assert names == {NAMES[end] for tie in RECORD.ties for end in (tie.left, tie.right)}
    assert HOSTILE in names
    ends = (content_id("a", "Army of Ilmara"), content_id("a", "Defence Ministry of Ilmara"))
    [edge] = [e for e in graph.findall(".//g:edge", XML) if {e.get("source"), e.get("target")} == set(ends)]
    assert [said(edge, key) for key in ("sign", "relation", "origins", "first", "last")] == [
        "with", "part of", "3", "2019-03-01", "2031-05-13",
    ]  # fmt: skip


def test_the_drawing_is_given_out_as_a_picture(network: Open) -> None:
    page = network()
    picture = ElementTree.fromstring(given(page, "SVG"))
    drawn = [
        line for line in picture.iter("{http://www.w3.org/2000/svg}line") if "line" in line.get("class", "").split()
    ]
    assert len(drawn) == count(page)
