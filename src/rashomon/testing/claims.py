"""The claims of the sample record, report by report, each under a name that the sample's views use."""

from rashomon.records import Amount, AnyClaim, Document, Period
from rashomon.testing.sample import DARK, MONDAY, MORNING, TUESDAY, Scribe

HOSPITAL = [("hospital staff", "said")]
RAID = (
    "Fighters of the Red Dune Front stormed a fuel depot at Tal Oreb before dawn on Monday, killing at least 14 "
    "people, hospital staff said."
)
MINISTRY = "The Defence Ministry said roughly 40 attackers took part and that up to 32 of them were killed."
POLICE = "A police officer in the town said over 30 gunmen had come in pickup trucks."
DENIAL = "Colonel Idris Wane, a ministry spokesman, denied that the army shelled the market the next morning."
RETURN = "“We will return in June,” the Front said in a video, demanding the release of six prisoners."
TRUCE = "Residents fear that the truce will collapse."
RIFLES = "The Front has received rifles from Kaveth across the Sarn river since 2029, two diplomats said."
REVENGE = "The raid was in retaliation for the arrest of its founder, they said."
HISTORY = "In March 2019, 11 soldiers died in an ambush on the Hanwe road."
ATTACK = (
    "Nineteen people, including three children, were killed when militants attacked the Tal Oreb fuel depot in the "
    "early hours of 12 May, residents told Relief Monitor."
)
CAFE = "A cafe\u0301 owner counted 12 bodies at the depot."
SHELLS = (
    "On Tuesday morning the army shelled the market of Tal Oreb, killing five traders, according to the town’s council."
)
GUARD = "The Sarn Guard, an ally of the Red Dune Front until last year, fought against it beside the army on Monday."
WRONG = "“The Guard chose the wrong side,” said a commander of جبهة الكثبان الحمراء, as the Front calls itself."
FLIGHT = "Some 400 families fled to Hanwe because of the shelling."
SUKKAN = "قتل 15 شخصا على الأقل في هجوم شنه مسلحون على مستودع الوقود في تل أوريب، حسبما قال سكان."
COPY = "وقالت صحيفة «هاربر بوست» إن 14 شخصا على الأقل قتلوا."
# fmt: off


def harbour_claims(document: Document) -> dict[str, AnyClaim]:
    """What the Harbour Post says: the raid with its toll, a denial, a threat, a demand, a fear, and history."""
    s = Scribe(document)
    dawn = s.when("before dawn on Monday", MONDAY, DARK, "the Monday before 2031-05-14, before sunrise")
    depot, town = s.where("fuel depot", "depot", RAID), s.where("Tal Oreb", "town", RAID)
    front = s.who("Red Dune Front", "front", RAID)
    s.note("storm", "event", RAID, type="ASSAULT", trigger="stormed", by=HOSPITAL, time=dawn, score=0.94,
           roles={"agent": (front,), "target": (depot,), "place": (town,)})
    people = s.who("people", None, RAID)
    kill = s.note("kill", "event", RAID, type="KILL", trigger="killing", by=HOSPITAL, time=dawn, score=0.9,
                  roles={"agent": (front,), "target": (people,), "place": (town,)})
    s.note("killed14", "figure", RAID, measure="killed", counted=people, lower=14, words="at least 14", by=HOSPITAL,
           basis="incident", event=kill, score=0.95)
    s.note("injured60", "figure", "About 60 others were injured.", measure="injured", lower=54, upper=66,
           approx=True, counted=s.who("others"), words="About 60", basis="incident", hedge="About", score=0.88)
    ministry = [("The Defence Ministry", "said")]
    s.note("attackers40", "figure", MINISTRY, measure="force size", lower=36, upper=44, approx=True, score=0.86,
           counted=s.who("attackers", "front", MINISTRY), words="roughly 40", by=ministry, basis="incident",
           class_="combatant", hedge="roughly")
    s.note("attackers32", "figure", MINISTRY, measure="killed", lower=0, upper=32, counted=s.who("them", "front",
           MINISTRY), words="up to 32", by=ministry, basis="incident", class_="combatant", score=0.84)
    s.note("gunmen30", "figure", POLICE, measure="force size", lower=31, counted=s.who("gunmen", "front"),
           words="over 30", by=[("A police officer", "said")], basis="incident", class_="combatant", score=0.87)
    market, army = s.where("market", "market", DENIAL), s.who("army", "army", DENIAL)
    morning = s.when("the next morning", TUESDAY, MORNING, "the morning after 2031-05-12")
    s.note("denied", "event", DENIAL, type="ASSAULT", mode="heavy-weapons", trigger="shelled", reality="neg",
           by=[("Colonel Idris Wane", "denied")], time=morning, score=0.91, roles={"agent": (army,),
           "target": (market,)})
    s.note("naming_a", "naming", RAID, mention=s.who("Fighters", "front", RAID), words="Fighters", actor=front.actor)
    return s.claims | harbour_others(document)


def harbour_others(document: Document) -> dict[str, AnyClaim]:
    """What the Harbour Post says beside the raid itself."""
    s = Scribe(document)
    front = s.who("the Front", "front", RETURN)
    s.note("return", "event", RETURN, type="THREATEN", mode="violence", trigger="return", reality="fut", direct=True,
           by=[("the Front", "said")], roles={"agent": (front,)}, score=0.71, time=Period(from_="2031-06-01",
           to="2031-06-30", precision="month", words="June", how="June after 2031-05-14"))
    s.note("release", "event", RETURN, type="RETREAT", mode="release", trigger="release", reality="hyp", score=0.83,
           by=[("the Front", "demanding")], roles={"target": (s.who("prisoners"),)},
           reasons={"time": "no time expression in the sentence"})
    s.note("truce", "event", TRUCE, type="AGREE", trigger="truce", reality="hyp", by=[("Residents", "fear")],
           score=0.64)
    kaveth, diplomats = s.who("Kaveth", "kaveth"), [("two diplomats", "said")]
    s.note("rifles", "flow", RIFLES, what="weapons", by=diplomats, origin=kaveth, via=s.where("Sarn river", "river"),
           dest=s.who("The Front", "front", RIFLES), score=0.8, amount=None,
           reasons={"amount": "the sentence gives no number"}, period=Period(from_="2029-01-01", to=None,
           precision="year", words="since 2029", how="from 2029 on"))
    s.note("tie_kaveth", "tie", RIFLES, left=kaveth, right=s.who("The Front", "front", RIFLES), relation="supplies",
           sign="+", by=diplomats, score=0.77, period=Period(from_="2029-01-01", to=None, precision="year",
           words="since 2029", how="from 2029 on"))
    s.note("revenge", "cause", REVENGE, cause=s.who("arrest of its founder"), effect=s.who("raid", None, REVENGE),
           strength="stated", by=[("they", "said")], score=0.82)
    march = Period(from_="2019-03-01", to="2019-03-31", precision="month", words="March 2019", how="the month named")
    ambush = s.note("ambush", "event", HISTORY, type="ASSAULT", trigger="ambush", time=march, background=True,
                    score=0.9, roles={"place": (s.where("Hanwe road", "hanwe"),), "target": (s.who("soldiers",
                    "army"),)})
    s.note("died11", "figure", HISTORY, measure="killed", counted=s.who("soldiers", "army"), lower=11, upper=11,
           words="11", class_="security", basis="incident", event=ambush, background=True, score=0.93)
    return s.claims


def relief_claims(document: Document) -> dict[str, AnyClaim]:
    """What Relief Monitor says: another toll, the shelling that the ministry denies, a change of sides, flight."""
    s = Scribe(document)
    by = [("residents", "told")]
    dawn = s.when("the early hours of 12 May", MONDAY, DARK, "12 May of the report's year, before sunrise")
    depot, militants = s.where("Tal Oreb fuel depot", "depot", ATTACK), s.who("militants", "front")
    attack = s.note("attack", "event", ATTACK, type="ASSAULT", trigger="attacked", by=by, time=dawn, score=0.93,
                    roles={"agent": (militants,), "target": (depot,)})
    s.note("killed19", "figure", ATTACK, measure="killed", counted=s.who("people", None, ATTACK), lower=19, upper=19,
           words="Nineteen", by=by, basis="incident", event=attack, score=0.95)
    s.note("children3", "figure", ATTACK, measure="killed", counted=s.who("children"), lower=3, upper=3,
           words="three", by=by, basis="incident", class_="civilian", event=attack, part_of=s.claims["killed19"].id,
           score=0.9)
    s.note("injured24", "figure", "Dozens were hurt.", measure="injured", lower=24, upper=99, approx=True,
           words="Dozens", basis="incident", score=0.85, reasons={"counted": "the sentence does not say who"})
    s.note("bodies12", "figure", CAFE, measure="killed", counted=s.who("bodies"), lower=12, upper=12, words="12",
           by=[("A cafe\u0301 owner", "counted")], basis="incident", score=0.81)
    council = [("the town’s council", "according to")]
    morning = s.when("On Tuesday morning", TUESDAY, MORNING, "the Tuesday before 2031-05-15, morning")
    market, army = s.where("market of Tal Oreb", "market", SHELLS), s.who("the army", "army", SHELLS)
    shelled = s.note("shelled", "event", SHELLS, type="ASSAULT", mode="heavy-weapons", trigger="shelled", by=council,
                     time=morning, roles={"agent": (army,), "target": (market,)}, score=0.95)
    s.note("traders5", "figure", SHELLS, measure="killed", counted=s.who("traders"), lower=5, upper=5, words="five",
           by=council, basis="incident", class_="civilian", event=shelled, score=0.94)
    guard, front = s.who("The Sarn Guard", "guard"), s.who("Red Dune Front", "front", GUARD)
    last = Period(from_=None, to="2030-12-31", precision="year", words="until last year", how="the year before 2031")
    s.note("ally", "tie", GUARD, left=guard, right=front, relation="ally", sign="+", period=last, score=0.9)
    s.note("fought", "tie", GUARD, left=guard, right=front, relation="hostile", sign="-", score=0.88,
           period=s.when("on Monday", MONDAY, "", "the Monday before 2031-05-15"))
    s.note("beside", "tie", GUARD, left=guard, right=s.who("the army", "army", GUARD), relation="ally", sign="+",
           score=0.8, period=s.when("on Monday", MONDAY, "", "the Monday before 2031-05-15"))
    s.note("fled", "figure", FLIGHT, measure="displaced", counted=s.who("families"), lower=360, upper=440,
           approx=True, words="Some 400", hedge="Some", basis="incident", event=shelled, class_="civilian",
           score=0.87)
    s.note("flight", "flow", FLIGHT, what="refugees", dest=s.where("Hanwe", "hanwe", FLIGHT), score=0.86,
           amount=Amount(lower=360, upper=440, approx=True, words="Some 400"), reasons={"origin": "not said"})
    s.note("because", "cause", FLIGHT, cause=shelled, effect=s.who("families"), strength="stated", score=0.85)
    s.note("naming_b", "naming", ATTACK, mention=militants, words="militants", actor=militants.actor)
    own = s.who("جبهة الكثبان الحمراء", "front")
    s.note("naming_own", "naming", WRONG, mention=own, words=own.words, actor=own.actor)
    return s.claims


def arabic_claims(document: Document) -> dict[str, AnyClaim]:
    """What the third report says: its own figure, and one repeated from the Harbour Post."""
    s = Scribe(document)
    sukkan = [("سكان", "قال")]
    gunmen, depot = s.who("مسلحون", "front"), s.where("مستودع الوقود", "depot")
    attack = s.note("hujum", "event", SUKKAN, type="ASSAULT", trigger="هجوم", by=sukkan, score=0.79,
                    roles={"agent": (gunmen,), "target": (depot,)}, reasons={"time": "the report carries no date"})
    s.note("killed15", "figure", SUKKAN, measure="killed", counted=s.who("شخصا", None, SUKKAN), lower=15,
           words="15 شخصا على الأقل", by=sukkan, basis="incident", event=attack, score=0.82)
    s.note("repeat14", "figure", COPY, measure="killed", counted=s.who("شخصا", None, COPY), lower=14, score=0.8,
           words="14 شخصا على الأقل", by=[("صحيفة «هاربر بوست»", "قالت")], basis="incident")
    s.note("naming_c", "naming", SUKKAN, mention=gunmen, words="مسلحون", actor=gunmen.actor)
    return s.claims
