"""The views of the sample record: incidents, findings, disagreements and ties, written by hand."""

from rashomon.records import (
    AnyClaim,
    Disagreement,
    Finding,
    Incident,
    Origin,
    Period,
    Side,
    Standpoint,
    Tie,
    TiePeriod,
    content_id,
)
from rashomon.testing.sample import MONDAY, TUESDAY, actor_id, place_id

Claims = dict[str, AnyClaim]
RAID = ("storm", "kill", "attack", "hujum", "killed14", "killed19", "children3", "killed15", "repeat14", "bodies12",
        "injured60", "injured24", "attackers40", "gunmen30", "attackers32")  # fmt: skip
MARKET = ("shelled", "denied", "traders5", "fled")


def _ids(claims: Claims, *names: str) -> tuple[str, ...]:
    return tuple(claims[name].id for name in names)


def _documents(claims: Claims, *names: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(claims[name].document for name in names))


def incidents(claims: Claims) -> dict[str, Incident]:
    """Two incidents of the news, and one of history."""
    harbour, relief, arabic = (claims[name].document for name in ("storm", "attack", "hujum"))
    night = Period(
        from_=f"{MONDAY}T00:00",
        to=f"{MONDAY}T05:59",
        precision="part of day",
        words="before dawn on Monday",
        how="before sunrise",
    )
    morning = Period(
        from_=f"{TUESDAY}T06:00",
        to=f"{TUESDAY}T11:59",
        precision="part of day",
        words="On Tuesday morning",
        how="the morning",
    )
    march = Period(from_="2019-03-01", to="2019-03-31", precision="month", words="March 2019", how="the month named")
    return {
        "raid": Incident(
            id=content_id("i", claims["storm"].id), title="Raid on the fuel depot at Tal Oreb", type="ASSAULT",
            period=night, place=place_id("depot"), actors=(actor_id("front"),), claims=_ids(claims, *RAID),
            documents=_documents(claims, *RAID), grade="contested",
            origins=(Origin(documents=(harbour, arabic), speaker="hospital staff", why="the second cites the first"),
                     Origin(documents=(relief,), speaker="residents", why="own interviews"),
                     Origin(documents=(arabic,), speaker="سكان", why="speaks to residents itself")),
        ),
        "market": Incident(
            id=content_id("i", claims["shelled"].id), title="Shelling of the market of Tal Oreb", type="ASSAULT",
            mode="heavy-weapons", period=morning, place=place_id("market"), actors=(actor_id("army"),),
            claims=_ids(claims, *MARKET), documents=_documents(claims, *MARKET), grade="contested",
            origins=(Origin(documents=(relief,), speaker="the town’s council", why="one speaker"),
                     Origin(documents=(harbour,), speaker="Colonel Idris Wane", why="one speaker")),
        ),
        "ambush": Incident(
            id=content_id("i", claims["ambush"].id), title="Ambush on the Hanwe road", type="ASSAULT", period=march,
            place=place_id("hanwe"), claims=_ids(claims, "ambush", "died11"), documents=(harbour,), background=True,
            origins=(Origin(documents=(harbour,), why="one report"),),
        ),
    }  # fmt: skip


def _finding(claims: Claims, incident: Incident, field: str, bounds: tuple[int | None, int | None, int | None],
             **lists: dict[str, str]) -> Finding:  # fmt: skip
    low, best, high = bounds
    given = {
        key: tuple(Standpoint(claim=claims[name].id, reason=reason) for name, reason in lists.get(key, {}).items())
        for key in ("backing", "set_aside")
    }
    return Finding(incident=incident.id, field=field, policy="range", low=low, best=best, high=high, **given)


def findings(claims: Claims, events: dict[str, Incident]) -> tuple[Finding, ...]:
    """One range closed, one open on the left, one open on the right, one vague, one on which all agree."""
    raid, market, ambush = events["raid"], events["market"], events["ambush"]
    own = "one origin's figure for this incident"
    return (
        _finding(claims, raid, "killed", (12, None, 19), backing={"killed14": own, "killed19": own, "killed15": own,
                 "bodies12": own}, set_aside={"repeat14": "repeats hospital staff, via Harbour Post: same origin",
                 "children3": "part of the nineteen, not added to them"}),
        _finding(claims, raid, "killed: attackers", (None, None, 32), backing={"attackers32": own}),
        _finding(claims, raid, "injured", (24, None, 99), backing={"injured60": own, "injured24": own}),
        _finding(claims, raid, "attackers", (31, None, None), backing={"attackers40": own, "gunmen30": own}),
        _finding(claims, market, "killed: civilians", (5, 5, 5), backing={"traders5": own}),
        _finding(claims, market, "displaced: civilians", (360, None, 440), backing={"fled": own}),
        _finding(claims, ambush, "killed: security forces", (11, 11, 11), backing={"died11": own}),
    )  # fmt: skip


def disagreements(claims: Claims, events: dict[str, Incident]) -> tuple[Disagreement, ...]:
    """One between reports on a toll, one between reports on whether it happened, one inside a report."""
    told = (
        ("figure", events["raid"].id, "between", (("at least 14 killed", ("killed14",)), ("19 killed", ("killed19",)),
         ("at least 15 killed", ("killed15",))), "12, 14, 15 and 19 cannot all be the number killed"),
        ("figure", events["raid"].id, "within", (("roughly 40 attackers", ("attackers40",)),
         ("over 30 gunmen", ("gunmen30",))), "two speakers in one report give different numbers of attackers"),
        ("fact", events["market"].id, "between", (("the army shelled the market", ("shelled",)),
         ("the army did not shell the market", ("denied",))), "one account denies what the other says"),
        ("tie", f"{actor_id('guard')} {actor_id('front')}", "within", (("ally", ("ally",)), ("hostile", ("fought",))),
         "both signs are asserted; the first is said to have ended in 2030"),
    )  # fmt: skip
    return tuple(
        Disagreement(
            id=content_id("x", kind, about, why), kind=kind, about=about,
            scope="within" if scope == "within" else "between", why=why,
            sides=tuple(Side(says=says, claims=_ids(claims, *names)) for says, names in sides),
        )
        for kind, about, scope, sides, why in told
    )  # fmt: skip


def ties(claims: Claims) -> tuple[Tie, ...]:
    """A pair with both signs, a pair that stands together, and a supplier."""
    told = (("guard", "front", "ally", "+", "ally"), ("guard", "front", "hostile", "-", "fought"),
            ("guard", "army", "ally", "+", "beside"), ("kaveth", "front", "supplies", "+", "tie_kaveth"))  # fmt: skip
    return tuple(
        Tie(
            left=actor_id(left), right=actor_id(right), relation=relation, sign="+" if sign == "+" else "-",
            periods=(TiePeriod(period=getattr(claims[name], "period"), claims=_ids(claims, name)),),  # noqa: B009
        )
        for left, right, relation, sign, name in told
    )  # fmt: skip
