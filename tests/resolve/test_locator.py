"""Given stretches of a report, put on the map together."""

import pytest

from rashomon.records import Document
from rashomon.resolve.locator import Locator
from rashomon.resolve.outlets import home_of, named_after


def located(text, *names, locator=Locator(), **document):  # noqa: B008
    report = Document(id="d", source="s", digest="", text_digest="", text=text, **document)
    stretches = [(text.index(name), text.index(name) + len(name)) for name in names]
    return locator.locate(report, stretches)


@pytest.mark.parametrize(
    ("text", "name", "others", "state"),
    [
        (
            "A barn in Paris burned; Henry County, McKenzie, Weakley County and Camden sent engines.",
            "Paris",
            ["Henry County", "McKenzie", "Weakley County", "Camden"],
            "Tennessee",
        ),
        (
            "Clay County closed its schools, and so did Fargo and Moorhead.",
            "Clay County",
            ["Fargo", "Moorhead"],
            "Minnesota",
        ),
        ("From Salina to Manhattan and Topeka the road is shut.", "Manhattan", ["Salina", "Topeka"], "Kansas"),
    ],
)
def test_places_of_one_report_speak_for_each_other(text, name, others, state):
    decision = located(text, name, *others)[0]
    assert (decision.found.country, decision.found.admin1) == ("USA", state)
    assert "which the report names" in decision.why


@pytest.mark.parametrize(
    ("words", "place", "how"),
    [
        ("St. Cloud", "Saint Cloud", "another way to write 'Saint Cloud'"),
        ("Dagestanis", "Dagestan", "stands for Dagestan"),
        ("Malians", "Mali", "stands for Mali"),
        ("Markaz Daraa district", "Daraa", ""),
        ("Northern Kordofan", "North Kordofan", "another way to write 'North Kordofan'"),
    ],
)
def test_words_are_read_in_other_ways(words, place, how):
    (decision,) = located(f"People in {words} said so.", words)
    assert decision.found.name.replace("St.", "Saint").startswith((place, "Deraa"))
    assert how in decision.why


def test_what_acts_is_put_on_the_map_too():
    (decision,) = located("Mali demands an answer.", "Mali")
    assert (decision.found.kind, decision.found.country) == ("country", "MLI")


def test_a_list_of_states_is_no_address():
    found = located(
        "It was seen in Arkansas, Colorado, Delaware and Idaho.", "Arkansas", "Colorado", "Delaware", "Idaho"
    )
    assert [decision.found.kind for decision in found] == ["province"] * 4


def test_an_unknown_name_is_put_among_the_others_and_is_unsure():
    text = "From Kolvarra to Gao and Ansongo in Mali."
    guess = located(text, "Kolvarra", "Gao", "Ansongo", "Mali")[0]
    assert (guess.found.country, guess.found.kind, guess.verdict) == ("MLI", "region", "unsure")
    assert guess.found.radius_km >= 50
    assert "among the report's other places" in guess.found.why
    plain = located(text, "Kolvarra", "Gao", "Ansongo", "Mali", locator=Locator(guess=False))[0]
    assert plain.found.lat is None


def test_the_outlet_says_where_its_country_is():
    text = "A fire in Lancaster was put out."
    assert located(text, "Lancaster", url="https://www.kolvarra.co.uk/1")[0].found.country == "GBR"
    assert "outlet is of United Kingdom" in located(text, "Lancaster", url="https://x.co.uk/1")[0].why


@pytest.mark.parametrize(
    ("url", "country", "town"),
    [
        ("http://www.columbusnews.com/a", None, "columbus"),
        ("https://kolvarra.ca/x", "CAN", None),
        ("https://kolvarra.tv/x", None, None),
        ("not an address", None, None),
        ("http://[broken", None, None),
        (None, None, None),
    ],
)
def test_homes_of_outlets(url, country, town):
    home = home_of(Document(id="d", source="s", digest="", text_digest="", text="", url=url))
    assert (home.country, home.town) == (country, town)


def test_an_outlet_bears_a_towns_name():
    home = home_of(Document(id="d", source="s", digest="", text_digest="", text="", publisher="The Paris News"))
    assert named_after(home, "paris")
    assert not named_after(home, "news of")


def test_a_long_list_of_names_is_read_in_time():
    names = [f"Kolvarra{i:04d}" for i in range(2000)]
    found = located(", ".join(names), *names)
    assert len(found) == 2000


def test_a_region_of_the_world_is_not_a_town_of_its_name():
    text = "American officials spoke of war in the Middle East; Americans in Baltimore feared it."
    (decision,) = located(text, "Middle East", url="https://x.us/1")
    assert (decision.found.kind, decision.found.country) == ("region", None)
    assert "several countries" in decision.why
