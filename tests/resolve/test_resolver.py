"""The stage keeps the laws: report by report, in any order, once; and what is gathered over a case."""

import msgspec
import pytest

from rashomon.records import Graph, Judgement, Node, Region, content_id, mention_key
from rashomon.resolve import Resolver, all_spoken, gather, gather_places
from rashomon.testing import make_document

PASSAGES = (
    "{Tuareg|g1:GROUP} and {Touregs|g2:GROUP} met {Velmar Front|o1:ORG} in {Kidal|p1:GPE}, {Mali|p2:GPE}.",
    "{Touregs|g1:GROUP} left {Kolvarra|p1:GPE}; {Touregs|g2:GROUP} came to {Kolvara|p2:GPE} and {Kolvarra|p3:GPE}.",
)


@pytest.fixture
def reports(resolved):
    return [resolved(passage) for passage in PASSAGES]


def test_the_order_of_reports_does_not_matter(reports):
    batch = [(r.document, r.graphs) for r in reports]
    there, back = Resolver()(batch), Resolver()(batch[::-1])
    assert there == back[::-1] == [r.resolution for r in reports]


def test_judgements_name_what_is_returned(reports):
    for report in reports:
        ids = {thing.id for thing in (*report.resolution.actors, *report.resolution.places)}
        assert {j.right for j in report.resolution.judgements} == ids
        assert all(j.why and 0 < j.score <= 1 and j.maker == "resolver/6" for j in report.resolution.judgements)


def test_settings_are_checked():
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({"lest": 0.5}, Resolver)


def test_a_report_without_graphs_yields_nothing(reports):
    (empty,) = Resolver()([(reports[0].document, [])])
    assert (empty.actors, empty.places, empty.judgements) == ((), (), ())


def test_decisions_below_the_least_are_not_made(reports):
    (found,) = Resolver(least=0.99)([(reports[0].document, reports[0].graphs)])
    assert found.judgements == ()


def gathered(reports, *more):
    actors = {a.id: a for r in reports for a in r.resolution.actors}
    judgements = [j for r in reports for j in r.resolution.judgements] + list(more)
    return gather(list(actors.values()), all_spoken(judgements, [r.document for r in reports], "is actor"))


def test_gathering_counts_the_words_of_each_report(reports):
    tuareg = next(a for a in gathered(reports) if a.id == "a-tuareg")
    first, second = (r.document.id for r in reports)
    counts = [(alias.words, alias.document, alias.count) for alias in tuareg.aliases]
    assert counts == [("Touregs", second, 2), ("Touregs", first, 1), ("Tuareg", first, 1)]


def test_gathering_is_independent_of_order(reports):
    assert gathered(reports) == gathered(reports[::-1])


def test_a_persons_judgement_outranks_the_machines(reports):
    machine = next(j for j in reports[1].resolution.judgements if j.right == "a-tuareg")
    person = Judgement(
        id=content_id("j", "person"),
        left=machine.left,
        right="a-kurds",
        relation="is actor",
        maker="person",
        made="2030-01-01",
    )
    tuareg = next(a for a in gathered(reports, person) if a.id == "a-tuareg")
    assert sum(alias.count for alias in tuareg.aliases) == 3


def test_unknown_places_are_called_by_the_words_most_used(reports):
    judgements = list(reports[1].resolution.judgements)
    (place,) = (
        p
        for p in gather_places(reports[1].resolution.places, all_spoken(judgements, [reports[1].document], "is place"))
    )
    assert place.name == "Kolvarra"
    assert place.aliases == ("Kolvara",)


@pytest.mark.parametrize(
    ("head", "words", "country"),
    [
        ("TRIPOLI, Lebanon (AP) - ", "Tripoli", "LBN"),
        ("TRIPOLI, Libya (AP) - ", "Tripoli", "LBY"),
        ("BEIRUT (AP) - ", "Tripoli", "LBN"),
        ("CAIRO (AP) - ", "Alexandria", "EGY"),
    ],
)
def test_the_dateline_speaks_for_where_names_are_and_has_a_place(head, words, country):
    text = f"{head}A shell fell on {words}."
    start = text.index(words, len(head))
    node = Node(id="p1", start=start, end=start + len(words), type="GPE")
    graph = Graph(document="d", start=len(head), end=len(text), nodes=(node,), edges=(), maker="test")
    regions = (Region(kind="dateline", start=0, end=len(head)), Region(kind="body", start=len(head), end=len(text)))
    document = make_document(text, regions=regions)
    (found,) = Resolver()([(document, [graph])])
    places = {place.id: place for place in found.places}
    placed = {judgement.left: places[judgement.right] for judgement in found.judgements}
    assert placed[mention_key(document.id, start, start + len(words))].country == country
    assert mention_key(document.id, 0, head.index("," if "," in head else " (")) in placed
