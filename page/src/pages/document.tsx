// One report as it was saved: its text with every claim in it, beside what is known of it and what it tells.

import { useMemo, useRef, useState } from "preact/hooks";
import { announce, useDossier } from "../context";
import type { Claim, ClaimKind } from "../data";
import { acting, useKeydown } from "../keys";
import { EvidenceBar } from "../parts/evidence-bar";
import { Marking, useMarking } from "../parts/marking";
import { ReportText } from "../parts/report-text";
import { isolated, sentenceAt } from "../parts/words";
import { go, to, useRoute } from "../route";
import { bounded, shown } from "../text";
import { About } from "./document/about";
import { marginOf, Notes } from "./document/margin";
import { Button } from "../parts/button";
import { Missing } from "../parts/words";
import { Count, Note } from "../parts/small";
import "../style/document.css";

const KINDS: [kind: ClaimKind, label: string][] = [
  ["event", "Events"],
  ["figure", "Figures"],
  ["tie", "Ties"],
  ["flow", "Flows"],
  ["cause", "Causes"],
  ["naming", "Words for actors"],
];
/** What is highlighted first; the words for actors are so many that they hide the rest. */
const FIRST = "event,figure,tie,flow,cause";

export function DocumentPage() {
  const dossier = useDossier();
  const { path } = useRoute();
  const id = path[0] ?? "";
  const at = dossier.docAt.get(id) ?? -1;
  return at < 0 ? <Missing what="report" id={id} /> : <Report key={at} at={at} />;
}

function Report({ at }: { at: number }) {
  const dossier = useDossier();
  const { query } = useRoute();
  const [marked, mark] = useMarking();
  const [looked, set] = useState(-1);
  const [turn, again] = useState(0);
  const still = useRef(-2); // the selected claim for which the page stays where it is
  const doc = dossier.data.docs[at];
  const every = dossier.claimsOf(at);
  const kinds = (query.type ?? FIRST).split(",");
  const selected = query.c ? (dossier.claimAt.get(query.c) ?? -1) : -1;
  const claims = useMemo(
    () => every.filter((one) => one === selected || kinds.includes(dossier.claim(one).kind)),
    [every, query.type, selected],
  );
  const margin = useMemo(() => marginOf(dossier, at, claims), [at, claims]);
  const active = looked >= 0 ? looked : selected;
  const look = (claim: number) => {
    still.current = selected;
    set(claim);
  };
  const pick = (claim: number, replace = false, stay = false) => {
    look(-1);
    still.current = stay ? claim : -2;
    again(turn + 1);
    go(to("doc", [doc?.id ?? ""], { ...query, c: claim < 0 ? "" : dossier.claim(claim).id }), replace);
    if (claim >= 0) announce(`${claims.indexOf(claim) + 1} of ${claims.length}: ${dossier.claim(claim).says}`);
  };
  const step = (by: number) => {
    const next = claims[bounded(claims.indexOf(selected) + by, 0, claims.length - 1)];
    if (next !== undefined) pick(next, true);
  };
  useSteps(step, () => selected >= 0 && pick(-1));
  if (!doc) return null;
  return (
    <div class="document">
      <header>
        <h1>{isolated(doc.title)}</h1>
        <Note>
          {isolated(dossier.outletOf(at))} · {doc.date}
        </Note>
      </header>
      <div class="sheet">
        <Bar
          kinds={kinds}
          count={(kind) => every.filter((one) => dossier.claim(one).kind === kind).length}
          change={(next) => go(to("doc", [doc.id], { ...query, type: next === FIRST ? "" : next || "none" }), true)}
          place={claims.indexOf(selected)}
          total={claims.length}
          step={step}
          marked={marked}
          mark={mark}
        />
        {query.c && selected < 0 && (
          <p class="notice">
            This dossier holds no claim “<bdi>{shown(query.c).slice(0, 80)}</bdi>”; here is the report.
          </p>
        )}
        <Astray claims={every.map((one) => dossier.claim(one)).filter(({ astray }) => astray)} />
        <div data-scrolls onMouseLeave={() => look(-1)}>
          <ReportText
            doc={at}
            claims={claims}
            active={active}
            marked={marked}
            turn={turn}
            steady={looked >= 0 || still.current === selected}
            pick={(claim) => pick(claim, false, true)}
            beside={(line) => <Notes groups={margin.get(line)} selected={selected} look={look} pick={pick} />}
          />
        </div>
        {selected >= 0 && <EvidenceBar at={selected} elsewhere />}
      </div>
      <About at={at} />
    </div>
  );
}

/** N and P walk the highlights, Escape lets go of the one that is selected. */
function useSteps(step: (by: number) => void, close: () => void): void {
  useKeydown((event) => {
    const key = acting(event);
    const by = { n: 1, j: 1, p: -1, k: -1 }[key];
    if (by) step(by);
    else if (key === "Escape") close();
  });
}

function Astray({ claims }: { claims: Claim[] }) {
  const dossier = useDossier();
  if (claims.length === 0) return null;
  return (
    <details class="notice strays">
      <summary>
        {claims.length === 1 ? "One claim’s sentence does" : `The sentences of ${claims.length} claims do`} not stand in
        this text where they were read: not highlighted
      </summary>
      <ul>
        {claims.map((claim) => (
          <li key={claim.id}>
            <a href={sentenceAt(dossier, claim)}>{isolated(claim.says)}</a>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Bar(props: {
  kinds: string[];
  count: (kind: ClaimKind) => number;
  change: (kinds: string) => void;
  place: number;
  total: number;
  step: (by: number) => void;
  marked: boolean;
  mark: (marked: boolean) => void;
}) {
  const { kinds, count, change, place, total, step, marked, mark } = props;
  const toggled = (kind: string) =>
    KINDS.map(([one]) => one)
      .filter((one) => (one === kind) !== kinds.includes(one))
      .join(",");
  return (
    <div class="choices bar" role="group" aria-label="Highlights">
      <span class="steps">
        <Button aria-label="Previous highlight (P)" onClick={() => step(-1)} disabled={total === 0}>
          ‹
        </Button>
        <Count>{total === 0 ? "no highlights" : place < 0 ? `${total} highlights` : `${place + 1} of ${total}`}</Count>
        <Button aria-label="Next highlight (N)" onClick={() => step(1)} disabled={total === 0}>
          ›
        </Button>
      </span>
      {KINDS.filter(([kind]) => count(kind) > 0).map(([kind, label]) => (
        <Button key={kind} aria-pressed={kinds.includes(kind)} onClick={() => change(toggled(kind))}>
          {label} <Count>{count(kind)}</Count>
        </Button>
      ))}
      <Marking marked={marked} mark={mark} />
    </div>
  );
}
