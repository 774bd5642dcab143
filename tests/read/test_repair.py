"""Torn paragraphs, wrapped lines, hyphens at line ends, running headers."""

import pytest

from rashomon.read.repair import furniture, paragraphs

LONG = "The minister told the council that the road to the north would stay closed"


def texts(text):
    return [paragraph.text for paragraph in paragraphs(text)[0]]


@pytest.mark.parametrize(
    ("torn", "whole"),
    [
        (
            f"{LONG} until the country's supreme\n\nauthorities met.",
            f"{LONG} until the country's supreme authorities met.",
        ),
        (f"{LONG} to fighter-\n\nbombers.", f"{LONG} to fighter-bombers."),
        (f"{LONG} with the hyphen-\n\nated word.", f"{LONG} with the hyphenated word."),
        (f"{LONG} to rebel-\nheld towns.", f"{LONG} to rebel-held towns."),
        (f"{LONG} for the govern-\nment of Jean-\nYves.", f"{LONG} for the government of Jean-Yves."),
        (f"{LONG} to F-\n16 jets.", f"{LONG} to F-16 jets."),
        (f"{LONG} in the south—the\n\narea of the raid.", f"{LONG} in the south—the area of the raid."),
        (f"{LONG} in the south—\n\nthe area of the raid.", f"{LONG} in the south—the area of the raid."),
        (f"{LONG}, in the\n\nSahara.", f"{LONG}, in the Sahara."),
        (f"{LONG} and\n\n400 troops.", f"{LONG} and 400 troops."),
        (f"{LONG} twice\n\nand more,\n\nand again.", f"{LONG} twice and more, and again."),
        (f"{LONG} \u00ad\n\nand again.", f"{LONG} \u00ad and again."),
    ],
)
def test_tears_are_mended(torn, whole):
    assert texts(torn) == [whole]


@pytest.mark.parametrize(
    "text",
    [
        f"{LONG}.\n\nThe rest followed.",
        f"{LONG}\n\nThe rest followed.",
        f"{LONG}.\n\niPads were seized.",
        f'{LONG}."\n\nand so on.',
        "To contact the paper visit\n\npaper.example/contact",
        "bread\n\nwater\n\nmilk",
    ],
)
def test_whole_paragraphs_stay_apart(text):
    assert texts(text) == text.split("\n\n")


def test_mended_tears_are_counted():
    assert paragraphs(f"{LONG} of\n\nthe pass.")[1] == {"repair": "1 torn paragraph joined"}


def test_hard_wrapped_lines_become_paragraphs():
    wrapped = (
        "The army said on Monday that it had retaken the town after a week of\n"
        "fighting. Residents said that shops were looted and that\n"
        "many houses had burned to the ground on the first night.\n"
        "\n"
        "Aid workers asked for access to the northern districts of the\n"
        "town, where people were said to be without water.\n"
    )
    assert [len(text) for text in texts(wrapped)] == [182, 111]
    assert "\n" not in "".join(texts(wrapped))


def test_short_lines_above_a_wrapped_text_stay_lines():
    head = "Siege ends\nAda Person\n21 January 2013\n\n"
    body = "The army said on Monday that it had retaken the town after a week of\nfighting, and more.\n"
    assert texts(head + body)[:3] == ["Siege ends", "Ada Person", "21 January 2013"]


def test_long_lines_are_paragraphs_of_their_own():
    assert texts(f"{LONG * 3}.\n{LONG * 3}.") == [f"{LONG * 3}.", f"{LONG * 3}."]


def test_bullets_are_not_run_together():
    line = "- twelve people were killed in the raid on the northern market of the town"
    assert texts("\n".join([line] * 4)) == [line] * 4


PAGE = ["The Invented Daily", "one line of text", "more text", "and more", "and again", "Page 3"]


def test_running_lines_and_page_numbers_are_taken_off():
    pages = [
        [f"The Invented Daily  {i}", *(f"{word} {name}" for word in ("one", "two", "three", "four")), f"- {i} -"]
        for i, name in enumerate(("Anna", "Bert", "Cora"), 1)
    ]
    gone, running, notes = furniture(pages)
    assert gone == [{0, 5}] * 3
    assert running == "The Invented Daily  1"
    assert notes["furniture"].startswith("6 running headers")


def test_single_page_keeps_everything():
    assert furniture([PAGE]) == ([set()], "", {})


def test_form_feeds_part_pages_in_plain_text():
    page = "THE DAILY\n\n{}\n\nsecond.\n\nthird.\n\n{}\n\n{}"
    text = "\f".join(
        page.format(f"{name} first.", f"{name} last.", n) for n, name in enumerate(("Anna", "Bert", "Cora"), 1)
    )
    assert "THE DAILY" not in "".join(texts(text))
    assert len(texts(text)) == 12
