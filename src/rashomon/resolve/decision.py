"""What resolution decides of one mention: who or where it is, how sure, and why in words."""

from rashomon.records import Actor, Judgement, Place, Row, Verdict, content_id


class Decision(Row, frozen=True, kw_only=True):
    """One mention's actor or place, with a score (0..1) and the reason; "unsure" where it is a guess among several."""

    found: Actor | Place
    score: float
    why: str
    verdict: Verdict = "same"

    @property
    def relation(self) -> str:
        """The relation of the judgement that says so."""
        return "is actor" if isinstance(self.found, Actor) else "is place"

    def judgement(self, mention: str, name: str, version: str) -> Judgement:
        """The decision as a judgement on a mention key, by the named stage."""
        maker = f"{name}/{version}"
        return Judgement(
            id=content_id("j", maker, mention, self.found.id, self.relation, self.verdict),
            left=mention,
            right=self.found.id,
            relation=self.relation,
            verdict=self.verdict,
            score=round(self.score, 3),
            why=self.why,
            maker=maker,
        )
