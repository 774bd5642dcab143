"""Quotations as newspapers set them."""

import pytest

from rashomon.values.quotations import quotation_at, quotations


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He said “we go” and left.", ["“we go”"]),
        ('He said "we go" and "stay".', ['"we go"', '"stay"']),
        ("The fighters' camp and the boys' school.", []),
        ("He called it 'Act of war' twice.", ["'Act of war'"]),
        ("“We go\nand stay", ["“We go"]),
        ("``we go`` he said", ["``we go``"]),
    ],
)
def test_quotations(text, found):
    assert [text[start:end] for start, end in quotations(text)] == found


def test_a_character_is_in_its_quotation():
    assert quotation_at("He said “go”.", 10) == (8, 12)
    assert quotation_at("He said “go”.", 3) is None
