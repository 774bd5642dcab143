// Everything that is told differently: side by side, with why; then what only seems to be. Widest gaps first.

import { useEffect, useRef } from "preact/hooks";
import type { Dossier } from "../case";
import { announce, useDossier } from "../context";
import type { Dispute, Side } from "../data";
import { axisOf } from "../draw/axis";
import type { Axis } from "../draw/axis";
import { Ruler, Strip } from "../draw/glyphs";
import { csv, give } from "../export";
import { useRowKeys } from "../parts/rows";
import { Empty, Evidences, isolated } from "../parts/words";
import { go, to, useRoute } from "../route";
import { many, shown } from "../text";
import { Button, Pick, narrowing } from "../parts/button";
import { tallied } from "../grouped";
import { Choices, Count, Note, Page } from "../parts/small";
import "../style/disagreements.css";

const VIEWS: [name: string, label: string, of: (one: Dispute) => boolean][] = [
  ["between", "Between reports", (one) => !one.seeming && !one.within],
  ["within", "Inside one report", (one) => !one.seeming && one.within],
  ["seeming", "No disagreement, and why", (one) => one.seeming],
];

/** The outlets that take a side in a disagreement. */
function outletsOf(one: Dispute, dossier: Dossier): Set<string> {
  return new Set(one.sides.flatMap((side) => side.claims.map((at) => dossier.outletOf(dossier.claim(at).doc))));
}

/** The disagreements of a view, the widest gap first; others in the order of the record, after them. */
export function listedOf(dossier: Dossier, of: (one: Dispute) => boolean, kind = "", outlet = ""): Dispute[] {
  const found = dossier.data.disputes.filter(
    (one) => of(one) && (!kind || one.kind === kind) && (!outlet || outletsOf(one, dossier).has(outlet)),
  );
  return found.sort((a, b) => b.size - a.size);
}

/** One row a claim of each side, as they are saved. */
export function disputeRows(listed: Dispute[], dossier: Dossier) {
  return listed.flatMap((one) =>
    one.sides.flatMap((side) =>
      side.claims.map((at) => {
        const claim = dossier.claim(at);
        return {
          disagreement: one.id,
          kind: one.kind,
          about: one.about,
          gap: one.gap,
          side: side.says,
          outlet: dossier.outletOf(claim.doc),
          published: dossier.doc(claim.doc)?.date ?? "undated",
          "who says": claim.voice,
          sentence: dossier.quote(claim),
          claim: claim.id,
          why: one.why,
        };
      }),
    ),
  );
}

/** The view of the address; without one, the first that has something, or that of the disagreement asked for. */
function viewOf(dossier: Dossier, asked: string | undefined, sel: string | undefined) {
  const { disputes } = dossier.data;
  const wanted = disputes.find((one) => one.id !== "" && one.id === sel);
  return (
    VIEWS.find(([name]) => name === asked) ??
    VIEWS.find(([, , of]) => wanted && of(wanted)) ??
    VIEWS.find(([, , of]) => disputes.some(of)) ??
    VIEWS[0]
  );
}

export function Disagreements() {
  const dossier = useDossier();
  const { disputes } = dossier.data;
  const { query } = useRoute();
  useRowKeys(".dispute-link");
  const view = viewOf(dossier, query.view, query.sel);
  const listed = view ? listedOf(dossier, view[2], query.type, query.outlet) : [];
  useEffect(() => announce(many(listed.length, "disagreement")), [view, query.type, query.outlet]);
  if (!view) return null;
  const change = (keys: Record<string, string>) => go(to("disagreements", [], { ...query, sel: "", ...keys }));
  const lost = query.sel && !disputes.some((one) => one.id === query.sel);
  const download = () =>
    give(
      dossier.data.case,
      "disagreements",
      "csv",
      csv(disputeRows(listed, dossier), [`${dossier.data.case}: ${view[1]}, ${many(listed.length, "disagreement")}`]),
    );
  return (
    <Page title="Disagreements">
      <p class="lede">
        What reports tell differently, each position with its sentences; the widest gaps first. Nothing here is averaged
        away.
      </p>
      {lost && <Empty why={`No disagreement of this dossier has the id “${shown(query.sel ?? "").slice(0, 60)}”.`} />}
      <Choices label="Which">
        {VIEWS.map(([name, label, of]) => (
          <Button
            key={name}
            aria-pressed={view[0] === name}
            onClick={() => change({ view: name, type: "", outlet: "" })}
          >
            {label} <Count>{disputes.filter(of).length}</Count>
          </Button>
        ))}
        <Filters found={disputes.filter(view[2])} change={change} />
        {listed.length > 0 && <Button onClick={download}>Save CSV</Button>}
      </Choices>
      {listed.length === 0 && <Nothing view={view[0]} filtered={Boolean(query.type || query.outlet)} change={change} />}
      {listed.map((one, n) => (
        <Differing key={one.id || n} one={one} chosen={one.id !== "" && one.id === query.sel} />
      ))}
    </Page>
  );
}

function Nothing(props: { view: string; filtered: boolean; change: (keys: Record<string, string>) => void }) {
  if (props.filtered)
    return (
      <Empty why="Nothing is left with these filters.">
        <Button onClick={() => props.change({ type: "", outlet: "" })}>Remove them</Button>
      </Empty>
    );
  const why: Record<string, string> = {
    between: "No two reports of this case were found to differ. They may agree, or never speak of the same thing.",
    within: "No report of this case differs from itself.",
    seeming: "Nothing only seems to be a disagreement here.",
  };
  return <Empty why={why[props.view] ?? ""} />;
}

function Filters({ found, change }: { found: Dispute[]; change: (keys: Record<string, string>) => void }) {
  const dossier = useDossier();
  const { query } = useRoute();
  const tally = (names: (one: Dispute) => Iterable<string>) =>
    [...tallied(found.flatMap((one) => [...names(one)]))].sort(([a], [b]) => a.localeCompare(b));
  const choices: [key: "type" | "outlet", label: string, any: string, counts: [string, number][]][] = [
    ["type", "about", "everything", tally((one) => [one.kind])],
    ["outlet", "told by", "any outlet", tally((one) => outletsOf(one, dossier))],
  ];
  return (
    <>
      {choices.map(([key, label, any, counts]) => (
        <Pick
          key={key}
          label={label}
          value={query[key] ?? ""}
          choices={narrowing(any, found.length, counts)}
          pick={(value) => change({ [key]: value })}
        />
      ))}
    </>
  );
}

function Differing({ one, chosen }: { one: Dispute; chosen: boolean }) {
  const dossier = useDossier();
  const incident = dossier.data.incidents[one.incident];
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    if (chosen) section.current?.scrollIntoView();
  }, [chosen]);
  const figures = one.sides.flatMap((side) => side.claims.map((at) => dossier.claim(at).figure));
  const drawn = figures.length > 1 && figures.every((figure) => figure !== null && figure.shape !== "none");
  const axis = drawn ? axisOf(figures.flatMap((figure) => [figure?.low ?? null, figure?.high ?? null])) : null;
  return (
    <section class={chosen ? "dispute chosen" : "dispute"} id={one.id} ref={section}>
      <h2>
        <Title one={one} />
      </h2>
      <Note>
        {one.kind}
        {one.gap && <b class="gap"> · {one.gap}</b>}
        {one.tension && " · a tension: both may hold"} · {shown(one.why)}
        {incident && (
          <>
            {" · "}
            <a href={to("incident", [incident.id])}>the incident</a>
          </>
        )}
      </Note>
      {axis && (
        <div class="dispute-ruler">
          <Ruler axis={axis} />
        </div>
      )}
      <div class={axis ? "sides drawn" : "sides"}>
        {one.sides.map((side) => (
          <Position key={side.says} side={side} axis={axis} />
        ))}
      </div>
    </section>
  );
}

/** What a disagreement is about; where it has an id, linked to itself, so that it can be passed on. */
function Title({ one }: { one: Dispute }) {
  const words = isolated(one.about);
  if (!one.id) return words;
  return (
    <a class="dispute-link" href={to("disagreements", [], { sel: one.id })} title="Link to this disagreement">
      {words}
    </a>
  );
}

/** One position: its words, on figures its strips on the shared axis, and its sentences. */
function Position({ side, axis }: { side: Side; axis: Axis | null }) {
  const dossier = useDossier();
  const figures = side.claims.map((at) => dossier.claim(at).figure).filter((figure) => figure !== null);
  const distinct = [...new Map(figures.map((one) => [`${one.low} ${one.high} ${one.shape}`, one])).values()];
  distinct.sort((a, b) => (a.low ?? a.high ?? 0) - (b.low ?? b.high ?? 0));
  return (
    <div class="side">
      <h3>
        {isolated(side.says)} <Count>{many(side.claims.length, "claim")}</Count>
      </h3>
      {axis && (
        <div class="side-strips">
          {distinct.map(({ low, high, shape }) => (
            <Strip key={`${low} ${high} ${shape}`} axis={axis} low={low} high={high} shape={shape} />
          ))}
        </div>
      )}
      <div class="side-said">
        <Evidences claims={side.claims} />
      </div>
    </div>
  );
}
