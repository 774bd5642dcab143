"""Where is meant: by country, by neighbours, by what a place is said to lie in; areas; places that nobody has."""

import pytest


@pytest.mark.parametrize(
    ("passage", "words", "country"),
    [
        ("{Tripoli|p1:GPE} in {Libya|p2:GPE} || p1 in p2", "Tripoli", "LBY"),
        ("{Tripoli|p1:GPE} and {Beirut|p2:GPE} and {Lebanon|p3:GPE}", "Tripoli", "LBN"),
        ("{Alexandria|p1:GPE}, {Louisiana|p2:GPE}", "Alexandria", "USA"),
        ("{Alexandria|p1:GPE} and {Cairo|p2:GPE}", "Alexandria", "EGY"),
        ("{Paris|p1:GPE}", "Paris", "FRA"),
        ("{Paris|p1:GPE}, {Texas|p2:GPE}", "Paris", "USA"),
        ("{Georgia|p1:GPE} and {Tbilisi|p2:GPE}", "Georgia", "GEO"),
        ("{Hama|p1:GPE} in the {Syrian|p2:GPE} {desert|l1:LOC} || l1 of p2", "Hama", "SYR"),
    ],
)
def test_which_of_several_is_meant(resolved, passage, words, country):
    assert resolved(passage).place(words).country == country


def test_a_name_does_not_speak_for_itself(resolved):
    alone = resolved("{Aleppo|p1:GPE} and {Aleppo|p2:GPE}").judgement("Aleppo", "is place").why
    assert alone == "Aleppo: the best known of 2 places of the name"
    beside = resolved("{Aleppo|p1:GPE} and {Damascus|p2:GPE}").judgement("Aleppo", "is place").why
    assert "the report speaks of Syria" in beside


@pytest.mark.parametrize(
    ("passage", "words", "name", "kind"),
    [
        ("in {northern Mali|l1:LOC}", "northern Mali", "northern Mali", "region"),
        ("in {eastern Chad|l1:LOC}", "eastern Chad", "eastern Chad", "region"),
        ("at the {Turkish/Syrian border|l1:LOC}", "Turkish/Syrian border", "Turkey-Syria border", "border"),
        ("the {Turkish|l2:LOC}/{Syrian border|l1:LOC}", "Syrian border", "Turkey-Syria border", "border"),
        ("the {border|l1:LOC} with {Libya|p1:GPE} || l1 of p1", "border", "border of Libya", "border"),
        ("the {Peru-Chile border|l1:LOC}", "Peru-Chile border", "border of Chile and Peru", "border"),
        ("in {Aleppo province|p1:GPE}", "Aleppo province", "Aleppo province", "province"),
        ("near {Gao airport|f1:FAC} in {Mali|p1:GPE}", "Gao airport", "Gao airport", "site"),
        ("the {North American|l1:LOC} coast", "North American", "North America", "region"),
    ],
)
def test_areas(resolved, passage, words, name, kind):
    place = resolved(passage).place(words)
    assert (place.name, place.kind) == (name, kind)


@pytest.mark.parametrize(
    ("passage", "name", "north", "east"),
    [
        ("at a well 40 km south of {Gao|p1:GPE} in {Mali|p2:GPE}", "40 km south of Gao", -40, 0),
        ("a camp 25 miles to the north-east of {Gao|p1:GPE}, {Mali|p2:GPE}", "40 km north-east of Gao", 28, 28),
        ("a camp 25 miles (40 km) west of the town of {Gao|p1:GPE}, {Mali|p2:GPE}", "40 km west of Gao", 0, -40),
    ],
)
def test_a_distance_and_direction_make_an_area(resolved, passage, name, north, east):
    place = resolved(passage).place("Gao")
    assert (place.name, place.kind, place.country) == (name, "district", "MLI")
    assert (place.lat - 16.27) * 111 == pytest.approx(north, abs=4)
    assert (place.lon + 0.04) * 107 == pytest.approx(east, abs=4)
    assert 5 <= place.radius_km <= 20


@pytest.mark.parametrize(
    "passage", ["40 km of {Gao|p1:GPE}, {Mali|p2:GPE}", "9000 km south of {Gao|p1:GPE} in {Mali|p2:GPE}"]
)
def test_what_is_no_distance(resolved, passage):
    assert resolved(passage).place("Gao").name == "Gao"


@pytest.mark.parametrize(
    ("passage", "words", "name", "kind", "radius"),
    [
        ("between {Gao|p1:GPE} and {Ansongo|p2:GPE}", "Gao", "between Ansongo and Gao", "region", 45),
        ("between {Gao|p1:GPE} and {Ansongo|p2:GPE}", "Ansongo", "between Ansongo and Gao", "region", 45),
        ("on the {Gao-Ansongo road|f1:FAC}", "Gao-Ansongo road", "road between Ansongo and Gao", "region", 45),
        ("the {road|f1:FAC} from {Gao|p1:GPE} to {Ansongo|p2:GPE}", "road",
         "road between Ansongo and Gao", "region", 45),
        ("a {post|f1:FAC} on the highway linking {Gao|p1:GPE} and {Ansongo|p2:GPE}", "post",
         "road between Ansongo and Gao", "region", 45),
        ("on the {road|f1:FAC} to {Gao|p1:GPE}", "road", "road to Gao", "district", 34),
        ("on the {outskirts|l1:LOC} of {Gao|p1:GPE}", "outskirts", "outskirts of Gao", "district", 9),
        ("just outside the town of {Gao|p1:GPE}", "Gao", "outskirts of Gao", "district", 9),
        ("{villages|p2:GPE} in the countryside of {Gao|p1:GPE}", "villages", "country around Gao",
         "district", 29),
        ("in {rural Gao|l1:LOC}", "rural Gao", "country around Gao", "district", 29),
        ("{Gao|p1:GPE}'s {southern suburbs|l1:LOC}", "southern suburbs", "southern suburbs of Gao",
         "neighbourhood", 4),
        ("the {eastern suburbs|l1:LOC} of {Gao|p1:GPE}", "eastern suburbs", "eastern suburbs of Gao",
         "neighbourhood", 4),
        ("{hills|l1:LOC} north of {Gao|p1:GPE}", "hills", "northern country around Gao", "district", 14),
        ("in the north of {Mali|p3:GPE} || ", "Mali", "northern Mali", "region", 490),
        ("{villages|p2:GPE} along the {Mali-Burkina Faso border|l1:LOC}", "villages", "Mali-Burkina Faso border",
         "border", 350),
        ("the {border|l1:LOC} between {Niger|p1:GPE} and {Nigeria|p2:GPE}", "border", "Niger-Nigeria border",
         "border", 350),
        ("the {border|l1:LOC} with {Libya|p1:GPE} in southern {Algeria|p2:GPE}", "border", "Algeria-Libya border",
         "border", 300),
    ],
)  # fmt: skip
def test_areas_beside_a_name(resolved, passage, words, name, kind, radius):
    place = resolved(passage, "in {Mali|p9:GPE}").place(words)
    assert (place.name, place.kind) == (name, kind)
    assert place.radius_km == pytest.approx(radius, rel=0.5)


@pytest.mark.parametrize(
    ("passage", "words", "name"),
    [
        ("on the {outskirts|l1:LOC} of {Gao|p1:GPE} in {Mali|p3:GPE}", "Gao", "Gao"),
        ("{talks|s1:CONSULT} between {Mali|p1:GPE} and {Niger|p2:GPE} in {Gao|p3:GPE}", "Gao", "Gao"),
        ("a border between {Mali|p1:GPE} and {Niger|p2:GPE}", "Mali", "Mali"),
        ("between {Gao|p1:GPE} and {Marseille|p2:GPE}", "Marseille", "Marseille"),
        ("outside {Mali|p1:GPE}", "Mali", "Mali"),
    ],
)
def test_what_words_beside_a_name_leave_alone(resolved, passage, words, name):
    assert resolved(passage).place(words).name == name


def test_a_side_of_the_suburbs_lies_on_that_side(resolved):
    report = resolved(
        "{Gao|p1:GPE}'s {southern suburbs|l1:LOC}, {Mali|p3:GPE}; {Gao|p4:GPE}'s {eastern suburbs|l2:LOC}"
    )
    town, south, east = (report.place(words) for words in ("Gao", "southern suburbs", "eastern suburbs"))
    assert (south.lat < town.lat, south.lon) == (True, pytest.approx(town.lon, abs=0.01))
    assert (east.lon > town.lon, east.lat) == (True, pytest.approx(town.lat, abs=0.01))


def test_a_part_lies_to_its_side(resolved):
    report = resolved("{northern Chad|l1:LOC} and {southern Chad|l2:LOC}")
    north, south = report.place("northern Chad"), report.place("southern Chad")
    assert north.lat > south.lat + 2
    assert north.country == south.country == "TCD"


def test_unknown_places_have_no_coordinates_and_one_id(resolved):
    one, two = resolved("in {Kolvarra|p1:GPE}").place("Kolvarra"), resolved("to {Kolvara|p1:GPE}").place("Kolvara")
    assert one.id == two.id
    assert (one.lat, one.lon, one.radius_km, one.why) == (None, None, None, "not in the gazetteer")


def test_an_unknown_village_is_somewhere_in_its_province(resolved):
    place = resolved("in {Vessendry|p1:GPE} in {Idlib province|p2:GPE} || p1 in p2").place("Vessendry")
    assert (place.country, place.kind) == ("SYR", "town")
    assert place.radius_km >= 30
    assert "somewhere in Idlib" in place.why


def test_a_small_place_that_nothing_speaks_for_is_unsure(resolved):
    report = resolved("in {Aarsele|p1:GPE} and in {Mali|p2:GPE} and {Gao|p3:GPE}")
    assert report.judgement("Aarsele", "is place").verdict == "unsure"
    assert "nothing in the report speaks for BEL" in report.judgement("Aarsele", "is place").why


@pytest.mark.parametrize(
    ("passage", "words"),
    [
        ("the {village|p1:GPE} in {Iraq|p2:GPE}", "village"),
        ("{Algeria|p1:GPE} {said|s1:SAY} so || s1 agent p1", "Algeria"),
        ("{Algerian|p1:GPE} {army|o1:ORG} || o1 of p1", "Algerian"),
        ("the {mosque|f1:FAC}", "mosque"),
        ("the {Turkish|l1:LOC}/{Syrian border|l2:LOC}", "Turkish"),
        ("a war for the {West|p1:GPE} in {Mali|p2:GPE} || p1 in p2", "West"),
        ("in {Western|l1:LOC} capitals", "Western"),
    ],
)
def test_what_is_no_place(resolved, passage, words):
    assert resolved(passage).judgement(words, "is place") is None


def test_a_mention_may_be_an_actor_and_a_place(resolved):
    report = resolved("{bombing|a1:ASSAULT} {Mali|p1:GPE} || a1 target p1")
    assert (report.actor("Mali").id, report.place("Mali").id) == ("a-mli", "p-mli")


def test_the_plant_is_the_site_that_the_graph_says(resolved):
    report = resolved("the {Tinguetourine facility|f1:FAC} in {Algeria|p1:GPE}; the {plant|f2:FAC} || f2 same f1")
    assert report.place("plant") == report.place("Tinguetourine facility")


def test_a_square_is_not_at_some_hamlet_of_its_name(resolved):
    assert resolved("on {Accord Square|f1:FAC} in {Kolvarra|p1:GPE}").place("Accord Square").lat is None


def test_a_name_in_capitals_is_written_as_elsewhere(resolved):
    report = resolved("{KOLVARRA|p1:GPE} burns", "{Kolvarra|p2:GPE} burns")
    assert report.place("KOLVARRA").name == report.place("Kolvarra").name == "Kolvarra"
