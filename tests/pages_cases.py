"""Records whose analyses hold every case that a page has to show, made from the invented sample."""

import msgspec

from rashomon.records import (
    Amount,
    Arrow,
    CausalMap,
    CausePoint,
    Disagreement,
    FigureClaim,
    Flow,
    Mention,
    Origin,
    Period,
    Record,
    Side,
)
from rashomon.testing import sample_record


def causal_record() -> Record:
    """The sample with a causal map of every case: a circle, a denial, an expectation, a long arrow, one inside."""
    record = sample_record()
    ids = [claim.id for claim in record.claims]
    said, other = (Origin(documents=(document.id,), why="one report") for document in record.documents[:2])
    attack = record.incidents[0]
    points = (
        CausePoint(id=attack.id, kind="incident", words=("shelled the market",), incident=attack.id, claims=(ids[0],)),
        *(
            CausePoint(id=f"n-{n}", kind="condition", words=(words,), why="the same words")
            for n, words in enumerate(("siege", "hunger", "flight", "=1+1 price of bread", "rain <b>", "mud"))
        ),
    )
    arrows = (
        Arrow(cause="n-0", effect="n-1", strength="stated", claims=(ids[1], ids[2]), origins=(said, other)),
        Arrow(cause="n-1", effect="n-2", strength="implied", claims=(ids[3],), origins=(said,)),
        Arrow(cause="n-2", effect="n-0", strength="stated", claims=(ids[4],), origins=(said,)),
        Arrow(cause=attack.id, effect="n-0", strength="stated", claims=(ids[5],), denied=(ids[6],), origins=(said,),
              denying=(other,)),
        Arrow(cause=attack.id, effect="n-2", strength="stated", claims=(), denied=(ids[7],), denying=(other,)),
        Arrow(cause="n-3", effect="n-1", strength="stated", claims=(), expected=(ids[8],)),
        Arrow(cause="n-4", effect="n-5", strength="implied", claims=(ids[9],), origins=(other,)),
        Arrow(cause=attack.id, effect=attack.id, strength="stated", claims=(ids[10],), origins=(said,), inside=True),
    )  # fmt: skip
    causes = CausalMap(points=points, arrows=arrows, cycles=(("n-0", "n-1", "n-2"),))
    disagreements = (*_gaps(record), *record.disagreements)
    flows = (*record.flows, _money(ids[0], said))
    return msgspec.structs.replace(record, causes=causes, flows=flows, disagreements=disagreements)


def _gaps(record: Record) -> list[Disagreement]:
    """Disagreements on figures of the sample, each gap wider than the one before."""
    points = [c for c in record.claims if isinstance(c, FigureClaim) and c.lower and c.lower == c.upper]
    by_value = sorted({claim.lower or 0: claim for claim in points}.items())[:4]
    (_, least), *others = by_value
    return [
        Disagreement(
            id=f"x-gap-{value}",
            kind="figure",
            about=record.incidents[0].id,
            scope="between",
            sides=tuple(Side(says=f"{claim.lower}", claims=(claim.id,)) for claim in (least, other)),
            why="they cannot both be the number",
        )
        for value, other in others
    ]


def _money(claim: str, origin: Origin) -> Flow:
    return Flow(
        what="money",
        amount=Amount(lower=5000, upper=5000, words="5,000"),
        dest=Mention(words="=the valley", start=0, end=11),
        period=Period(from_="2031-01-02", to="2031-01-02", precision="day"),
        claims=(claim,),
        origins=(origin,),
    )
