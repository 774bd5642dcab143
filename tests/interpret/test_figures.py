"""Figures: what is measured, who is counted, over what it runs, and what is a part of what."""

import pytest

from rashomon.records import EventClaim, FigureClaim


def one(found):
    (figure,) = found
    return figure


@pytest.mark.parametrize(
    ("text", "edges", "measure"),
    [
        ("{12|q1:QUANT} {men|h1:GROUP} were {killed|k1:KILL}.", "q1 count h1; k1 target h1", "killed"),
        ("{12|q1:QUANT} were {killed|k1:KILL}.", "q1 count k1", "killed"),
        ("{12|q1:QUANT} {men|h1:GROUP} were {hurt|k1:INJURE}.", "q1 count h1; k1 target h1", "injured"),
        ("{12|q1:QUANT} {men|h1:GROUP} are {missing|k1:MISSING}.", "q1 count h1; k1 target h1", "missing"),
        ("{12|q1:QUANT} {men|h1:GROUP} were {held|k1:COERCE.arrest}.", "q1 count h1; k1 target h1", "detained"),
        ("{12|q1:QUANT} {men|h1:GROUP} were {taken|k1:ASSAULT.abduct}.", "q1 count h1; k1 target h1", "abducted"),
        ("{12|q1:QUANT} {men|h1:GROUP} {fled|k1:DISPLACE}.", "q1 count h1; k1 target h1", "displaced"),
        ("{12|q1:QUANT} {gunmen|h1:GROUP} {stormed|k1:ASSAULT} it.", "q1 count h1; k1 agent h1", "force size"),
        ("{12|q1:QUANT} {troops|h1:GROUP} {came|k1:MOBILIZE.troops}.", "q1 count h1; k1 agent h1", "force size"),
        ("{A dozen|q1:QUANT} {strikes|k1:ASSAULT.aerial} hit it.", "q1 count k1", "strikes"),
        ("{A dozen|q1:QUANT} {airstrikes|k1:ASSAULT} hit it.", "q1 count k1", "strikes"),
        ("{A dozen|q1:QUANT} {raids|k1:ASSAULT} hit it.", "q1 count k1", "attacks"),
        ("{12|q1:QUANT} {shells|b1:OBJ} {hit|k1:ASSAULT} it.", "q1 count b1; k1 instrument b1", "weapons"),
        ("{12|q1:QUANT} {houses|f1:FAC} {burned|k1:ASSAULT.destroy}.", "q1 count f1; k1 target f1", "destroyed"),
        ("{12|q1:QUANT} {men|h1:GROUP} were {razed|k1:ASSAULT.destroy}.", "q1 count h1; k1 target h1", "killed"),
        ("{12|q1:QUANT} {bodies|b1:OBJ} were {found|k1:KILL}.", "q1 count b1; k1 target b1", "killed"),
        ("{12|q1:QUANT} {bodies|b1:OBJ} lay there.", "q1 count b1", "killed"),
        ("{12|q1:QUANT} {martyrs|g1:GROUP} lay there.", "q1 count g1", "killed"),
        ("{12|q1:QUANT} bodies of {rebels|g1:GROUP} were {moved|m1:DISPLACE}.", "q1 count g1; m1 target g1", "killed"),
        ("{12|q1:QUANT} busloads of {rebels|g1:GROUP} {fled|m1:DISPLACE}.", "q1 count g1; m1 target g1", "displaced"),
        ("{12|q1:QUANT} {gunmen|h1:GROUP} were there.", "q1 count h1", "force size"),
        ("{12|q1:QUANT} {hostages|h1:GROUP} were there.", "q1 count h1", "abducted"),
        ("{12|q1:QUANT} {families|h1:GROUP} were there.", "q1 count h1", "people"),
        (
            "{12|q1:QUANT} {men|h1:GROUP} were {killed|k1:KILL} and {hurt|i1:INJURE}.",
            "q1 count h1; k1 target h1; i1 target h1",
            "casualties",
        ),
        ("There were {12|q1:QUANT} {casualties|k1:KILL}.", "q1 count k1", "casualties"),
        (
            "{12|q1:QUANT} {hostages|h1:GROUP} {held|a1:ASSAULT.abduct} there were {killed|k1:KILL}.",
            "q1 count h1; a1 target h1; k1 target h1",
            "killed",
        ),
    ],
)
def test_the_measure_follows_from_what_the_number_hangs_on(claims, text, edges, measure):
    assert one(claims(FigureClaim, text, edges)).measure == measure


@pytest.mark.parametrize(
    ("text", "edges"),
    [
        ("{Two|q1:QUANT} {officials|h1:GROUP} {said|s1:SAY} so.", "q1 count h1; s1 agent h1"),
        ("{Two|q1:QUANT} {towns|g1:GPE} are near.", "q1 count g1"),
        ("{A third|q1:QUANT} of the {men|h1:GROUP} were {killed|k1:KILL}.", "q1 count h1; k1 target h1"),
    ],
)
def test_some_numbers_are_no_figures(claims, text, edges):
    assert claims(FigureClaim, text, edges) == []


@pytest.mark.parametrize(
    ("words", "lower", "upper", "approx"),
    [("at least 12", 12, None, False), ("up to 12", 0, 12, False), ("12", 12, 12, False), ("about 40", 36, 44, True)],
)
def test_bounds_as_said(claims, words, lower, upper, approx):
    figure = one(claims(FigureClaim, f"{{{words}|q1:QUANT}} were {{killed|k1:KILL}}.", "q1 count k1"))
    assert (figure.lower, figure.upper, figure.approx, figure.words) == (lower, upper, approx, words)


@pytest.mark.parametrize(
    ("words", "more", "class_"),
    [
        ("hostages", "", "hostage"),
        ("villagers", "", "civilian"),
        ("police officers", "", "security"),
        ("militants", "", "combatant"),
        ("hostage-takers", "", "combatant"),
        ("prisoners", "", "detainee"),
        ("people", "", "unknown"),
        ("men", " of the {militia|h2:GROUP}", "combatant"),
    ],
)
def test_who_is_counted(claims, words, more, class_):
    edges = "q1 count h1; k1 target h1" + ("; h1 of h2" if more else "")
    figure = one(claims(FigureClaim, f"{{12|q1:QUANT}} {{{words}|h1:GROUP}}{more} were {{killed|k1:KILL}}.", edges))
    assert figure.class_ == class_
    assert ("class" in figure.reasons) == (class_ == "unknown")
    assert figure.counted.words == words


@pytest.mark.parametrize(
    ("text", "edges", "basis"),
    [
        ("{12|q1:QUANT} {died|k1:KILL}.", "q1 count k1", "unknown"),
        ("The {raid|a1:ASSAULT} {killed|k1:KILL} {12|q1:QUANT}.", "q1 count k1; a1 causes k1", "incident"),
        ("{Raids|a1:ASSAULT} {killed|k1:KILL} {12|q1:QUANT}.", "q1 count k1; a1 causes k1", "unknown"),
        ("The {war|a1:CONDITION} {killed|k1:KILL} {12|q1:QUANT}.", "q1 count k1; a1 causes k1", "conflict"),
        ("{12|q1:QUANT} have {died|k1:KILL} since the war began.", "q1 count k1", "conflict"),
        ("{90000|q1:QUANT} have {died|k1:KILL} since Norland's conflict broke out.", "q1 count k1", "conflict"),
        ("{90000|q1:QUANT} have {died|k1:KILL} in the country's long civil war.", "q1 count k1", "conflict"),
        ("So far {12|q1:QUANT} have {died|k1:KILL}.", "q1 count k1", "cumulative"),
        ("{12|q1:QUANT} {died|k1:KILL} this year.", "q1 count k1", "period"),
        ("{12|q1:QUANT} {died|k1:KILL} in {2030|t1:TIME}.", "q1 count k1; k1 time t1", "period"),
        ("{12|q1:QUANT} {died|k1:KILL} since {2029|t1:TIME}.", "q1 count k1; k1 time t1", "cumulative"),
        ("{12|q1:QUANT} {died|k1:KILL} on {Monday|t1:TIME}.", "q1 count k1; k1 time t1", "incident"),
        ("{12|q1:QUANT} {died|k1:KILL} in {the last 24 hours|t1:TIME}.", "q1 count k1; k1 time t1", "period"),
        ("{5000|q1:QUANT} {died|k1:KILL} on {Monday|t1:TIME}.", "q1 count k1; k1 time t1", "unknown"),
        ("Monitors have newly verified {12|q1:QUANT} {deaths|k1:KILL}.", "q1 count k1", "batch"),
        ("{Men|h1:GROUP} {shot|k1:KILL} {12|q1:QUANT}.", "q1 count k1; k1 agent h1", "incident"),
        (
            "{12|q1:QUANT} {gunmen|h1:GROUP} {stormed|a1:ASSAULT} it.",
            "q1 count h1; a1 agent h1",
            "incident",
        ),
        (
            "A {raid|a1:ASSAULT} {earlier this month|t1:TIME} {left|k1:KILL} {12|q1:QUANT} {men|h1:GROUP} dead.",
            "a1 causes k1; k1 target h1; q1 count h1; k1 time t1",
            "incident",
        ),
        (
            "{Raids|a1:ASSAULT} {earlier this month|t1:TIME} {left|k1:KILL} {12|q1:QUANT} {men|h1:GROUP} dead.",
            "a1 causes k1; k1 target h1; q1 count h1; k1 time t1",
            "period",
        ),
        (
            "A {raid|a1:ASSAULT} in {the last two months|t1:TIME} {left|k1:KILL} {12|q1:QUANT} {men|h1:GROUP} dead.",
            "a1 causes k1; k1 target h1; q1 count h1; k1 time t1",
            "period",
        ),
    ],
)
def test_basis(claims, text, edges, basis):
    figure = one(claims(FigureClaim, text, edges))
    assert figure.basis == basis
    assert figure.reasons["basis"]


@pytest.mark.parametrize(
    ("text", "edges"),
    [
        (
            "{48|q1:QUANT} {people|h1:GROUP}, including {12|q2:QUANT} {children|h2:GROUP}, were {killed|k1:KILL}.",
            "q1 count h1; q2 count h2; k1 target h1; k1 target h2",
        ),
        (
            "{48|q1:QUANT} {people|h1:GROUP}, {12|q2:QUANT} of them {children|h2:GROUP}, were {killed|k1:KILL}.",
            "q1 count h1; q2 count h2; k1 target h1; k1 target h2",
        ),
        (
            "{48|q1:QUANT} {people|h1:GROUP} were {killed|k1:KILL}. {12|q2:QUANT} {children|h2:GROUP} {died|k2:KILL}.",
            "q1 count h1; q2 count h2; k1 target h1; k2 target h2; h2 of h1",
        ),
    ],
)
def test_a_part_names_its_whole(claims, text, edges):
    whole, part = claims(FigureClaim, text, edges)
    assert part.part_of == whole.id
    assert whole.part_of is None


def test_two_numbers_side_by_side_are_no_parts(claims):
    found = claims(
        FigureClaim,
        "{48|q1:QUANT} {hostages|h1:GROUP} and {32|q2:QUANT} {gunmen|h2:GROUP} were {killed|k1:KILL}.",
        "q1 count h1; q2 count h2; k1 target h1; k1 target h2",
    )
    assert [figure.part_of for figure in found] == [None, None]


def test_a_figure_belongs_to_its_event_and_shares_its_stance(claims):
    parts = (
        "{Ada Korr|x1:PER} {said|s1:SAY} {Monday|t1:TIME} that {12|q1:QUANT} {men|h1:GROUP} will {come|m1:MOBILIZE}.",
        "s1 agent x1; s1 time t1; s1 content m1; q1 count h1; m1 agent h1",
        "m1 fut",
    )
    figure = one(claims(FigureClaim, *parts))
    event = one(claims(EventClaim, *parts))
    assert figure.event == event.id
    assert (figure.reality, figure.voices) == ("fut", event.voices)
    assert figure.as_of.from_ == "2031-05-12"
    assert figure.spans[0].quote.startswith("Ada Korr said")


def test_a_figure_without_a_trigger_keeps_its_hedge(claims):
    figure = one(claims(FigureClaim, "{Five|q1:QUANT} {gunmen|h1:GROUP} reportedly were there.", "q1 count h1"))
    assert (figure.event, figure.reality, figure.hedge) == (None, "poss", "reportedly")
    assert figure.reasons["event"]


def test_an_expected_number_is_to_come(claims):
    figure = one(claims(FigureClaim, "They are expected to send {3,000|q1:QUANT} {troops|h1:GROUP}.", "q1 count h1"))
    assert (figure.reality, figure.hedge) == ("fut", "are expected to")


@pytest.mark.parametrize(("published", "as_of"), [("2031-05-14", "2031-05-14"), (None, None)])
def test_a_figure_is_as_of_the_report(claims, published, as_of):
    figure = one(claims(FigureClaim, "{12|q1:QUANT} {died|k1:KILL}.", "q1 count k1", published=published))
    assert (figure.as_of.from_ if figure.as_of else None) == as_of
    assert ("as_of" in figure.reasons) == (as_of is None)


@pytest.mark.parametrize(
    ("text", "edges", "measures"),
    [
        (
            "{12|q1:QUANT} {men|h1:GROUP} were {killed|k1:KILL} and {six|q2:QUANT} {women|h2:GROUP} {hurt|i1:INJURE}.",
            "q1 count h1; q2 count h2; k1 target h1; k1 target h2; i1 target h1; i1 target h2",
            [(12, "killed"), (6, "injured")],
        ),
        (
            "{Ada Korr|x1:PER} was {shot dead|k1:KILL} by a group of {five|q1:QUANT} suspected {rebels|h1:GROUP}.",
            "k1 target x1; q1 count h1; k1 target h1",
            [(1, "killed"), (5, "force size")],
        ),
        (
            "A {couple|h1:GROUP} was {killed|k1:KILL}.",
            "k1 target h1",
            [(2, "killed")],
        ),
        (
            "{Three|q1:QUANT} {couples|h1:GROUP} were {killed|k1:KILL}.",
            "q1 count h1; k1 target h1",
            [(6, "killed")],
        ),
    ],
)
def test_each_number_belongs_to_the_act_beside_it(claims, text, edges, measures):
    assert sorted((f.lower, f.measure) for f in claims(FigureClaim, text, edges)) == sorted(measures)
