"""What is told differently, as the page shows it: disagreements, tensions, and what only seems to be one."""

from rashomon.records import TENSION, Disagreement, FigureClaim, Seeming
from rashomon.show import figures
from rashomon.show.page.data import Dispute, Side
from rashomon.show.page.index import Index
from rashomon.show.plain import clip
from rashomon.show.relations import KINDS, about_of


def disputes(index: Index) -> tuple[Dispute, ...]:
    """Every disagreement, between reports before inside one; then what is none, with why."""
    record = index.look.record
    ranked = sorted(record.disagreements, key=lambda d: (d.scope == "within", -len(d.sides)))
    every: list[Disagreement | Seeming] = [*ranked, *record.seeming]
    return tuple(_dispute(one, index) for one in every)


def _dispute(one: Disagreement | Seeming, index: Index) -> Dispute:
    about, _ = about_of(one, index.look)
    told = isinstance(one, Disagreement)
    known = index.look.incidents.get(one.about)
    size = _apart(one, index)
    keys = one.about.replace("|", " ").replace(",", " ").split()
    return Dispute(
        id=one.id if isinstance(one, Disagreement) else "",
        kind=KINDS.get(one.kind, one.kind) if told else one.kind,
        about=about,
        incident=index.incidents[known.id] if known else -1,
        actors=() if known else tuple(index.actors[key] for key in keys if key in index.actors),
        within=isinstance(one, Disagreement) and one.scope == "within",
        tension=one.why.startswith(TENSION),
        seeming=not told,
        gap=figures.apart(size) if told else "",
        size=size,
        why=clip(one.why, 400),
        sides=tuple(Side(says=clip(side.says, 200), claims=index.told(side.claims)) for side in one.sides),
    )


def _apart(one: Disagreement | Seeming, index: Index) -> float:
    """How many times the lowest figure told the highest is; 0 where there are no two figures, or one of them is 0."""
    told = [claim for side in one.sides for claim in index.look.said(side.claims) if isinstance(claim, FigureClaim)]
    ends = figures.ends(bound for claim in told for bound in (claim.lower, claim.upper))
    known = [end for end in ends if end > 0]
    return round(max(known) / min(known), 2) if len(known) > 1 and len(known) == len(ends) else 0.0
