"""Who says what led to what, and what is said to go where, as the page shows them."""

from collections.abc import Mapping, Sequence

import msgspec

from rashomon.records import Arrow, CausePoint, Flow
from rashomon.show import figures
from rashomon.show.analyses import Row, arrow_row, circle_of, circles, flow_row, named, ranked_arrows, ranked_flows
from rashomon.show.layers import Edge, Laid, laid
from rashomon.show.page.data_causes import CauseArrow, CauseBox, CauseMap, FlowLine
from rashomon.show.page.index import Index


def causes(index: Index) -> CauseMap:
    """The causal map with the places of its boxes, drawn without and with the arrows inside one incident."""
    look = index.look
    points = {point.id: point for point in look.record.causes.points}
    arrows = ranked_arrows(look)
    rows = [arrow_row(arrow, points, look) for arrow in arrows]
    outer = sum(not arrow.inside for arrow in arrows)  # those inside one incident come last
    ends = _ends(arrows, points, outer)
    folded, whole = laid(ends[:outer]), laid(ends)
    boxes = [_box(point, index) for point in points.values()]
    boxes += [_part(arrow, row, index) for arrow, row in zip(arrows[outer:], rows[outer:], strict=True)]
    by_circle = circle_of(look)
    return CauseMap(
        boxes=tuple(_placed(box, n, folded, whole) for n, box in enumerate(boxes)),
        arrows=tuple(
            _bent(_arrow(arrow, rows[n], ends[n], index, by_circle), n, folded, whole) for n, arrow in enumerate(arrows)
        ),
        circles=tuple(circles(look)),
    )


def _ends(arrows: Sequence[Arrow], points: Mapping[str, CausePoint], outer: int) -> list[Edge]:
    """The boxes of each arrow; one inside an incident leads to a box of its own, which stands after the points."""
    place = {name: n for n, name in enumerate(points)}
    return [
        (place[arrow.cause], len(points) + n - outer if arrow.inside else place[arrow.effect])
        for n, arrow in enumerate(arrows)
    ]


def _box(point: CausePoint, index: Index) -> CauseBox:
    name, said = named(point, index.look)
    return CauseBox(
        id=point.id,
        kind=point.kind,
        name=name,
        said=said,
        incident=_incident(point.incident, index),
        claims=index.told(point.claims),
        why=point.why,
    )


def _part(arrow: Arrow, row: Row, index: Index) -> CauseBox:
    return CauseBox(
        id=f"{arrow.effect}-part",
        kind="part",
        name=str(row["led to"]),
        incident=_incident(arrow.effect, index),
        why="inside one incident: what came of it at once",
    )


def _incident(key: str | None, index: Index) -> int:
    known = index.look.incidents.get(key or "")
    return index.incidents[known.id] if known else -1


def _placed(box: CauseBox, n: int, folded: Laid, whole: Laid) -> CauseBox:
    return msgspec.structs.replace(box, spot=folded.spots.get(n, ()), wide=whole.spots.get(n, ()))


def _bent(arrow: CauseArrow, n: int, folded: Laid, whole: Laid) -> CauseArrow:
    bends = folded.bends[n] if n < len(folded.bends) else ()
    return msgspec.structs.replace(arrow, bends=bends, turns=whole.bends[n], back=whole.back[n])


def _arrow(arrow: Arrow, row: Row, ends: Edge, index: Index, circle: Mapping[tuple[str, str], int]) -> CauseArrow:
    return CauseArrow(
        id=f"{arrow.cause}~{arrow.effect}",
        cause=ends[0],
        effect=ends[1],
        way=arrow.strength if arrow.claims else "denied" if arrow.denied else "expected",
        first=str(row["cause"]),
        then=str(row["led to"]),
        says=str(row["who says"]),
        denies=str(row["denied by"]),
        origins=len(arrow.origins),
        denying=len(arrow.denying),
        note=str(row["note"]),
        claims=index.told(arrow.claims),
        denied=index.told(arrow.denied),
        expected=index.told(arrow.expected),
        inside=arrow.inside,
        circle=circle.get((arrow.cause, arrow.effect), 0),
    )


def flows(index: Index) -> tuple[FlowLine, ...]:
    """Every flow, those with both ends first, history after the news."""
    return tuple(_flow(flow, index) for flow in ranked_flows(index.look))


def _flow(flow: Flow, index: Index) -> FlowLine:
    row = flow_row(flow, index.look)
    least = flow.amount.lower if flow.amount else None
    return FlowLine(
        origin=str(row["from"]),
        dest=str(row["to"]),
        what=str(row["what"]),
        amount=str(row["amount"]),
        least=None if least is None else min(least, figures.HUGE),
        when=str(row["when"]),
        day=(flow.period.from_ or flow.period.to or "")[:10] if flow.period else "",
        via=str(row["via"]),
        agent=str(row["carried by"]),
        told=str(row["told as"]),
        says=str(row["who says"]),
        origins=len(flow.origins),
        claims=index.told(flow.claims),
    )
