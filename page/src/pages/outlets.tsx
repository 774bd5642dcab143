// Outlets: how they tell the same incidents, and all of them two by two; `#/outlets/A/vs/B` is one pair.

import { tellingsOf } from "../outlets";
import { useDossier } from "../context";
import { Empty } from "../parts/words";
import { go, to, useRoute } from "../route";
import { Incidents } from "./outlets/incidents";
import { OnePair } from "./outlets/pair";
import { Pairs } from "./outlets/pairs";
import { many } from "../text";
import { Button } from "../parts/button";
import { Choices, Count, Page, Sub } from "../parts/small";
import "../style/outlets.css";

export function Outlets() {
  const dossier = useDossier();
  const { path, query } = useRoute();
  if (path.length > 0) return <OnePair path={path} />;
  const pairs = query.rows === "pairs";
  const several = [...tellingsOf(dossier).values()].filter((told) => told.length > 1).length;
  const { outlets } = dossier.data;
  return (
    <Page title="How outlets tell the same incidents" kind="outlets">
      {outlets.length < 2 ? (
        <Empty why={outlets.length ? "All reports of this case are of one outlet." : "This case has no reports yet."}>
          Nothing can be laid beside it: read reports of others into the case.
        </Empty>
      ) : (
        <>
          <Choices label="What is laid side by side">
            <Button aria-pressed={!pairs} onClick={() => go(to("outlets", [], { ...query, rows: "" }))}>
              Incident by incident <Count>{several}</Count>
            </Button>
            <Button aria-pressed={pairs} onClick={() => go(to("outlets", [], { ...query, rows: "pairs" }))}>
              Outlets two by two <Count>{dossier.data.pairs.length}</Count>
            </Button>
            <Sub>
              {many(outlets.length, "outlet")}, {several === 1 ? "1 incident" : `${several} incidents`} told by several
            </Sub>
          </Choices>
          {pairs ? <Pairs /> : <Incidents />}
        </>
      )}
    </Page>
  );
}
