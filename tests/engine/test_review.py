"""People's decisions on incidents, origins and claims: in force at once, for ever, until they are taken back."""

import shutil

import pytest

import rashomon
from rashomon.errors import InputError, NotFound
from rashomon.records import EventClaim, Record, content_id
from tests_support import bearing, claim_of, doubtful


@pytest.fixture
def path(sample_case, tmp_path):
    return shutil.copy(sample_case, tmp_path / "samples.db")


@pytest.fixture
def case(path):
    with rashomon.open(path) as opened:
        yield opened


def disputed(case):
    return next(task for task in case.review().tasks() if task.queue == "figures").left


def events_of(record: Record, name: str) -> list[str]:
    return [c.id for c in record.claims if c.id in bearing(record, name).claims and isinstance(c, EventClaim)]


def test_a_merger_joins_two_incidents_whole_and_both_ids_lead_to_it(case, sample_export):
    before, task = case.record(), doubtful(case)[0]
    made = case.review("Anna").decide(task.left, "same", task.right, "both are the raid")
    both = bearing(case.record(), task.left)
    assert both == bearing(case.record(), task.right)
    assert set(both.claims) == {*bearing(before, task.left).claims, *bearing(before, task.right).claims}
    (entry,) = case.review().log()
    assert "1 incident fewer" in entry.changed
    assert (made.maker, made.why) == ("person Anna", "both are the raid")
    assert case.update() is False
    case.review().undo(made.id)
    assert case.json() == sample_export
    assert case.review().log()[0].retired
    assert case.update() is False


def test_incidents_held_apart_leave_the_queue(case):
    first, second = doubtful(case)[:2]
    case.review().decide(first.left, "different", first.right)
    case.review().decide(second.left, "unsure", second.right)
    rest = {(task.left, task.right) for task in doubtful(case)}
    assert not rest & {(first.left, first.right), (second.left, second.right)}


def test_an_old_id_told_apart_from_the_incident_that_took_it_in_is_an_incident_again(case):
    record = case.record()
    large = max(record.incidents, key=lambda i: len(i.aliases))
    founders = {content_id("i", c): c for c in large.claims}
    old = large.aliases[0]
    case.review().decide(large.id, "different", old)
    after = case.record()
    assert bearing(after, old) != bearing(after, large.id)
    assert founders[old] in bearing(after, old).claims
    assert founders[large.id] in bearing(after, large.id).claims


def test_split_takes_the_claims_named_and_no_other_out(case):
    record = case.record()
    large = max(record.incidents, key=lambda i: len(i.claims))
    leaving = [c for c in events_of(record, large.id) if content_id("i", c) != large.id][2:4]
    case.review().split(large.id, leaving, "another raid")
    after = case.record()
    stays = bearing(after, large.id)
    assert not set(leaving) & set(stays.claims)
    homes = [i.id for i in after.incidents if set(leaving) & set(i.claims)]
    assert len(homes) <= 1
    (entry,) = case.review().log()
    assert len(entry.judgements) == 3
    for wrong in (["c-nothing"], events_of(after, large.id)):
        with pytest.raises(InputError):
            case.review().split(large.id, wrong)


def test_undoing_a_merger_that_was_built_upon_names_the_later_step(case, sample_export):
    task = doubtful(case)[0]
    merger = case.review().decide(task.left, "same", task.right)
    both = bearing(case.record(), task.left)
    split = case.review().split(both.id, events_of(case.record(), both.id)[1:2])
    with pytest.raises(InputError, match=split.id):
        case.review().undo(merger.id)
    case.review().undo()
    case.review().undo(merger.id)
    assert case.json() == sample_export
    with pytest.raises(NotFound):
        case.review().undo()


def together(record: Record, one: str, other: str) -> bool:
    return any({one, other} <= set(o.documents) for i in record.incidents for o in i.origins if not o.speaker)


def test_reports_told_one_origin_are_one_and_told_apart_again_are_two(case, sample_export):
    told = [[o.documents[0] for o in i.origins if not o.speaker] for i in case.record().incidents]
    one, other = next(documents for documents in told if len(documents) > 1)[:2]
    source = next(d.source for d in case.record().documents if d.id == one)
    case.review().decide(source.rsplit("/", 1)[-1], "same", other, "one correspondent")
    assert together(case.record(), one, other)
    case.review().decide(one, "different", other)
    assert not together(case.record(), one, other)
    case.review().undo()
    case.review().undo()
    assert case.json() == sample_export


def test_an_end_that_several_paths_share_names_no_report(case):
    document = case.record().documents[0].id
    with pytest.raises(NotFound, match=r"reports end so: d-.*\.txt\), d-.*name one by its id"):
        case.review().decide(".txt", "same", document)
    with pytest.raises(NotFound, match="no actor"):
        case.review().decide("nothing.txt", "same", document)


CORRECTIONS = [
    ("value", "at least 12", {"lower": 12, "upper": None, "approx": False}),
    ("measure", "injured", {"measure": "injured"}),
    ("class", "civilian", {"class_": "civilian"}),
    ("reality", "neg", {"reality": "neg"}),
    ("basis", "conflict", {"basis": "conflict"}),
    ("event", "none", {"event": None}),
    ("upper", "none", {"upper": None}),
    ("lower", "1", {"lower": 1}),
]


@pytest.mark.parametrize(("field", "value", "expected"), CORRECTIONS, ids=lambda value: str(value))
def test_a_corrected_figure_shows_the_value_and_keeps_the_machines(case, sample_export, field, value, expected):
    before = claim_of(case.record(), disputed(case))
    case.review("Anna").correct(before.id, field, value, "misread")
    record = case.record()
    after = claim_of(record, before.id)
    assert {name: getattr(after, name) for name in expected} == expected
    (one,) = record.corrections
    field = "value" if field in ("lower", "upper") else field
    assert (one.claim, one.field, one.maker, one.why) == (before.id, field, "person Anna", "misread")
    assert after.reasons[field].startswith("corrected by Anna on ")
    told = {c for i in record.incidents for c in i.claims}
    placed = {s.claim for f in record.findings for s in (*f.backing, *f.set_aside)}
    assert (before.id in told) == (before.id in placed)
    assert case.update() is False
    case.review().undo()
    assert case.json() == sample_export


def test_findings_and_disagreements_are_made_from_corrected_values(case):
    name = disputed(case)
    case.review().correct(name, "value", "777")
    record = case.record()
    assert any(f.high == 777 or f.best == 777 for f in record.findings)
    assert any("777" in s.says for d in record.disagreements for s in d.sides if name in s.claims)


def test_events_can_be_corrected_in_who_where_when_and_what(case):
    record = case.record()
    large = max(record.incidents, key=lambda i: len(i.claims))
    found = [c for c in (claim_of(record, n) for n in large.claims) if isinstance(c, EventClaim)]
    event = next(c for c in found if len(c.roles.get("agent", ())) == 1)
    review = case.review()
    other = next(
        a for a in record.actors if a.id != event.roles["agent"][0].actor and a.name not in event.spans[0].quote
    )
    review.correct(event.id, "agent", other.id)
    review.correct(event.id, "date", "2031-03-09..2031-03-11")
    review.correct(event.id, "type", "KILL")
    review.correct(event.id, "place", "Gao, MLI")
    review.correct(event.id, "speaker", "none")
    record = case.record()
    after = claim_of(record, event.id)
    assert after.roles["agent"][0].actor == other.id
    assert (after.time.from_, after.time.to, after.type) == ("2031-03-09", "2031-03-11", "KILL")
    assert [p.name for p in record.places if p.id == after.roles["place"][0].place] == ["Gao"]
    assert len(after.voices) == 1
    assert {"time", "type", "place", "speaker"} <= {c.field for c in record.corrections if c.claim == event.id}
    texts = {d.id: d.text for d in record.documents}
    assert all(texts[c.document][m.start : m.end] == m.words for c in record.claims for m in
               (m for ms in getattr(c, "roles", {}).values() for m in ms))  # fmt: skip


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("colour", "red", "measure"),
        ("reality", "perhaps", "fact"),
        ("value", "cows", "no number"),
        ("as_of", "when cows fly", "no time"),
        ("approx", "rather", "neither yes nor no"),
        ("lower", "ten", "no number"),
        ("lower", "1,000,000", "more than its most"),
    ],
)
def test_what_a_field_cannot_be_is_refused(case, sample_export, field, value, says):
    with pytest.raises(InputError, match=says):
        case.review().correct(disputed(case), field, value)
    assert case.json() == sample_export


def test_nothing_rests_on_a_rejected_claim_and_it_stays_on_record(case, sample_export):
    name = disputed(case)
    case.review().judge(name, "different", "a date, not a toll")
    record = case.record()
    assert [c.id for c in record.rejected] == [name]
    assert name not in {c.id for c in record.claims}
    resting = {s.claim for f in record.findings for s in (*f.backing, *f.set_aside)}
    assert name not in resting | {c for i in record.incidents for c in i.claims}
    case.review().judge(name, "same", "a toll after all")
    assert name in {c.id for c in case.record().claims}
    assert name not in {task.left for task in case.review().tasks()}
    case.review().undo()
    case.review().undo()
    assert case.json() == sample_export


def test_sides_of_unlike_kinds_are_refused(case):
    record = case.record()
    incident, document = record.incidents[0].id, record.documents[0].id
    with pytest.raises(InputError, match="two of a kind"):
        case.review().decide(incident, "same", document)
    with pytest.raises(InputError, match="already"):
        case.review().decide(document, "same", document)
    with pytest.raises(NotFound):
        case.review().decide("i-nothing", "same", incident)
    with pytest.raises(NotFound):
        case.review().correct("c-nothing", "value", "1")
