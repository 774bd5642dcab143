// Causes: who says what led to what, as a map and as a list of its arrows, each with its sentences.

import { useEffect, useRef } from "preact/hooks";
import { announce, useDossier } from "../context";
import type { CauseArrow, CauseMap, Way } from "../data-causes";
import { csv, give, svgText } from "../export";
import { type Graph, graphml } from "../graphml";
import { Empty, isolated } from "../parts/words";
import { useRowKeys } from "../parts/rows";
import { go, to, useRoute } from "../route";
import { many, shown } from "../text";
import { CausalDrawing } from "./causes-map";
import { ArrowSays, ArrowSentences, BoxSays, Tellers, WAYS } from "./causes-says";
import { Button, type Choice, Pick } from "../parts/button";
import { Count, Page, Sub } from "../parts/small";
import "../style/causes.css";

/** Causes and flows are two views of one tab. */
export function CausesNav({ here }: { here: "causes" | "flows" }) {
  const { causes, flows } = useDossier().data;
  const tabs = [
    ["causes", "What led to what", causes.arrows.length],
    ["flows", "Flows", flows.length],
  ] as const;
  return (
    <nav class="causes-nav" aria-label="Causes and flows">
      {tabs.map(([page, label, count]) => (
        <a key={page} href={to(page)} aria-current={page === here ? "page" : undefined}>
          {label} <Count>{count}</Count>
        </a>
      ))}
    </nav>
  );
}

/** The rows of the list as they are saved: the same words as `show causes` on the command line. */
export function rowsOf(map: CauseMap, arrows: CauseArrow[], idOf: (claim: number) => string) {
  const ids = (claims: number[]) => claims.map(idOf).join(" ");
  return arrows.map((arrow) => ({
    cause: arrow.first,
    "led to": arrow.then,
    how: WAYS[arrow.way],
    "who says": arrow.says,
    origins: arrow.origins,
    "denied by": arrow.denies,
    note: arrow.note,
    circle: arrow.circle ? (map.circles[arrow.circle - 1] ?? "") : "",
    claims: ids(arrow.claims),
    "denied in": ids(arrow.denied),
    "expected in": ids(arrow.expected),
  }));
}

/** The given arrows with their boxes as a graph; what is said and denied stands at each arrow. */
export function causeGraph({ boxes }: CauseMap, arrows: CauseArrow[], note: string): Graph {
  const used = [...new Set(arrows.flatMap((arrow) => [arrow.cause, arrow.effect]))].sort((a, b) => a - b);
  return {
    note,
    directed: true,
    nodes: used.flatMap((at) => {
      const box = boxes[at];
      return box ? [{ id: box.id, told: { label: box.name, kind: box.kind, said: box.said } }] : [];
    }),
    edges: arrows.map(({ cause, effect, way, says, denies, origins, denying }) => ({
      ...{ from: boxes[cause]?.id ?? "", to: boxes[effect]?.id ?? "" },
      told: { how: way, says, denies, origins, denying },
    })),
  };
}

export function Causes() {
  const dossier = useDossier();
  const { causes } = dossier.data;
  const { query } = useRoute();
  const svg = useRef<SVGSVGElement>(null);
  const narrow = matchMedia("(width < 700px)").matches;
  const view = query.view ?? (narrow ? "list" : "map");
  const inside = query.inside === "1";
  const listed = causes.arrows.filter((arrow) => !query.type || arrow.way === query.type);
  const change = (keys: Record<string, string>) => go(to("causes", [], { ...query, ...keys }));
  useEffect(() => announce(many(listed.length, "arrow")), [query.type]);
  const download = (kind: string) => {
    const idOf = (at: number) => dossier.claim(at).id;
    const notes = [`${dossier.data.case}: who says what led to what`];
    const made: Record<string, () => string> = {
      svg: () => (svg.current ? svgText(svg.current) : ""),
      graphml: () => graphml(causeGraph(causes, listed, notes[0] ?? "")),
      csv: () => csv(rowsOf(causes, listed, idOf), notes),
    };
    give(dossier.data.case, "causes", kind, made[kind]?.() ?? "");
  };
  if (!causes.arrows.length)
    return (
      <Page title="Causes" nav={<CausesNav here="causes" />}>
        <Empty why="No report says that one thing led to another. That may be how they tell it, or words that the program did not read as a cause.">
          <a href={to("methods")}>What it reads and misses</a>
        </Empty>
      </Page>
    );
  return (
    <Page title="Causes" kind="causes" nav={<CausesNav here="causes" />}>
      <p class="lede">Who says what led to what. Said, not established; each arrow opens the sentences that say it.</p>
      <div class="choices">
        {(["map", "list"] as const).map((name) => (
          <Button key={name} aria-pressed={view === name} onClick={() => change({ view: name })}>
            {name === "map" ? "Map" : "List"}
          </Button>
        ))}
        <WayChoice causes={causes} chosen={query.type ?? ""} choose={(type) => change({ type })} />
        {view === "map" && (
          <InsideChoice causes={causes} on={inside} turn={(on) => change({ inside: on ? "1" : "" })} />
        )}
        <span class="causes-save">
          Save:{" "}
          {["csv", "graphml", ...(view === "map" ? ["svg"] : [])].map((kind) => (
            <Button key={kind} onClick={() => download(kind)}>
              {kind === "graphml" ? "GraphML" : kind.toUpperCase()}
            </Button>
          ))}
        </span>
      </div>
      {causes.circles.length > 0 && (
        <ul class="cause-circles">
          {causes.circles.map((words) => (
            <li key={words}>↻ {isolated(words)}</li>
          ))}
        </ul>
      )}
      {view === "map" ? (
        <MapView inside={inside} listed={listed} svg={svg} />
      ) : (
        <List listed={listed} narrow={narrow} />
      )}
    </Page>
  );
}

function WayChoice(props: { causes: CauseMap; chosen: string; choose: (type: string) => void }) {
  const found = Object.keys(WAYS).filter((way) => props.causes.arrows.some((arrow) => arrow.way === way)) as Way[];
  if (found.length < 2) return null;
  const count = (way: string) => props.causes.arrows.filter((arrow) => arrow.way === way).length;
  const counted = found.map((way): Choice => [way, `${WAYS[way]} (${count(way)})`]);
  const any: Choice = ["", `any way (${props.causes.arrows.length})`];
  return <Pick label="said how" value={props.chosen} choices={[any, ...counted]} pick={props.choose} />;
}

function InsideChoice(props: { causes: CauseMap; on: boolean; turn: (on: boolean) => void }) {
  const count = props.causes.arrows.filter((arrow) => arrow.inside).length;
  if (!count) return null;
  return (
    <Button aria-pressed={props.on} onClick={() => props.turn(!props.on)}>
      Inside one incident <Count>{count}</Count>
    </Button>
  );
}

function Legend() {
  const keys: [way: string, words: string][] = [
    ["stated", "stated; wider: more origins"],
    ["implied", "implied"],
    ["expected", "expected"],
    ["denied", "denied by somebody"],
  ];
  return (
    <p class="cause-legend" aria-hidden="true">
      {keys.map(([way, words]) => (
        <span key={way}>
          <svg width="44" height="16" class={`cause-arrow ${way}`}>
            <path class="cause-line" d="M0 8H35" />
            <path class="cause-head" d="M44 8l-9 -5v10Z" />
            {way === "denied" && (
              <g class="cause-denied" transform="translate(18 8)">
                <circle r={7} />
                <path d="M-5 5L5 -5" />
              </g>
            )}
          </svg>
          {words}
        </span>
      ))}
    </p>
  );
}

function MapView(props: { inside: boolean; listed: CauseArrow[]; svg: { current: SVGSVGElement | null } }) {
  const { causes } = useDossier().data;
  const { query } = useRoute();
  const shownArrows = props.listed.filter((arrow) => props.inside || !arrow.inside);
  const sel = query.sel ?? shownArrows[0]?.id ?? "";
  const panel = useRef<HTMLElement>(null);
  const select = (id: string) => {
    go(to("causes", [], { ...query, sel: id }));
    if (matchMedia("(width < 900px)").matches)
      requestAnimationFrame(() => panel.current?.scrollIntoView({ block: "nearest" }));
  };
  const outer = causes.arrows.filter((arrow) => !arrow.inside).length;
  const numbers = new Set(props.listed.map((arrow) => causes.arrows.indexOf(arrow)));
  if (!props.inside && !outer)
    return (
      <Empty
        why={`${many(causes.arrows.length, "arrow runs", "arrows run")} inside one incident (an attack and its own toll); none leads from one thing to another.`}
      >
        <Button onClick={() => go(to("causes", [], { ...query, inside: "1" }))}>Show them</Button>
      </Empty>
    );
  return (
    <div class="cause-work">
      <div>
        <Legend />
        <CausalDrawing sel={sel} select={select} inside={props.inside} listed={numbers} svg={props.svg} />
      </div>
      <aside class="cause-panel" aria-label="Sentences" ref={panel}>
        <Says sel={sel} select={select} />
      </aside>
    </div>
  );
}

function Says({ sel, select }: { sel: string; select: (id: string) => void }) {
  const { causes } = useDossier().data;
  const arrow = causes.arrows.find((one) => one.id === sel);
  const box = causes.boxes.findIndex((one) => one.id === sel);
  useEffect(() => {
    if (arrow) announce(`${arrow.first} led to ${arrow.then}: ${WAYS[arrow.way]}`);
  }, [sel]);
  if (!arrow && box < 0)
    return (
      <Empty>
        {sel
          ? `This map has no box or arrow “${shown(sel).slice(0, 60)}”.`
          : "Choose an arrow or a box to read who says so, in which words."}
      </Empty>
    );
  return <>{arrow ? <ArrowSays arrow={arrow} /> : <BoxSays at={box} select={select} />}</>;
}

function sentences({ claims, denied, expected }: CauseArrow): number {
  return claims.length + denied.length + expected.length;
}

function List({ listed, narrow }: { listed: CauseArrow[]; narrow: boolean }) {
  const { query } = useRoute();
  useRowKeys(".cause-row");
  const choose = (id: string) => go(to("causes", [], { ...query, sel: id === query.sel ? "" : id }), true);
  return (
    <ol class="cause-list">
      {!narrow && (
        <li class="cause-heads" aria-hidden="true">
          <span>Cause</span>
          <span>Led to</span>
          <span>How</span>
          <span>Who says so</span>
        </li>
      )}
      {listed.map((arrow) => {
        const open = arrow.id === query.sel;
        return (
          <li key={arrow.id} class={open ? "open" : undefined}>
            <Button class="cause-row" id={`row-${arrow.id}`} aria-expanded={open} onClick={() => choose(arrow.id)}>
              <b class="cause-first">{isolated(arrow.first)}</b>
              <b>
                <span class="cause-to">→</span> <span class="vh">led to</span> {isolated(arrow.then)}
              </b>
              <span>
                {WAYS[arrow.way]}
                {arrow.inside && <Sub> · within one incident</Sub>}
                {arrow.circle > 0 && <Sub> · circle {arrow.circle}</Sub>}
              </span>
              <span>
                <Tellers arrow={arrow} />
                <span class="cause-opens">
                  {open ? "▾" : "▸"} {many(sentences(arrow), "sentence")}
                </span>
              </span>
            </Button>
            {open && <ArrowSentences arrow={arrow} />}
          </li>
        );
      })}
    </ol>
  );
}
