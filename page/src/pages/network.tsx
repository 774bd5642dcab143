// Who is said to stand with or against whom, and who says so: drawing, matrix or table, over time.

import { useEffect, useMemo } from "preact/hooks";
import { announce, useDossier } from "../context";
import type { Dossier } from "../case";
import { Empty, isolated } from "../parts/words";
import { go, type Query, to, useRoute } from "../route";
import { many, shown } from "../text";
import { Controls, Exports, VIEWS } from "../ties/controls";
import { Graph, type Spot } from "../ties/graph";
import { Matrix } from "../ties/matrix";
import {
  always,
  byPair,
  degrees,
  type Drawn,
  drawn,
  nearest,
  other,
  SIGNS,
  timeless,
  topActor,
  touches,
  type View,
  viewOf,
} from "../ties/model";
import { Panel } from "../ties/panel";
import { Scrubber, type Times } from "../ties/scrubber";
import { TieTable } from "../ties/table";
import { Timeline } from "../ties/timeline";
import { TieLines } from "../draw/glyphs";
import { Button } from "../parts/button";
import { Note, Page } from "../parts/small";
import { days, sayDay } from "../days";
import "../style/network.css";

const FOCUS_ABOVE = 60; // actors above whom the drawing opens around one
const MATRIX_ABOVE = 150; // actors above whom the matrix comes first

export function Network() {
  const { data } = useDossier();
  if (!data.network.ties.length)
    return (
      <Page title="Network">
        <Empty why="No report of this case says of two identified actors how they stand to each other.">
          <a href={to("actors")}>All actors</a>
        </Empty>
      </Page>
    );
  return <Tied />;
}

/** What the address and the size of the case make of the page. */
function useShownTies() {
  const dossier = useDossier();
  const { network } = dossier.data;
  const { query } = useRoute();
  const view = viewOf(query);
  const top = useMemo(() => topActor(network), [network]);
  const size = network.spots.length;
  const asked = (query.actor ?? "").split(",").filter(Boolean);
  const named = asked.flatMap((id) => dossier.actorAt.get(id) ?? []).slice(0, 2);
  const kind = VIEWS.some(([name]) => name === query.view) ? query.view : size > MATRIX_ABOVE ? "matrix" : "graph";
  const opening = kind === "graph" && size > FOCUS_ABOVE && query.actor === undefined && query.only === undefined;
  const chosen = opening ? [top] : named;
  const only = chosen.length > 0 && (opening || query.only === "1");
  const key = JSON.stringify(view);
  const every = useMemo(() => drawn(network.ties, view), [network, key]);
  const lines = useMemo(
    () => (only ? every.filter(({ tie }) => touches(tie, chosen[0] as number)) : every),
    [every, only, chosen[0]],
  );
  const unknown = asked.filter((id) => !dossier.actorAt.has(id));
  return { query, view, chosen, only, opening, kind, lines, unknown, size };
}

function Tied() {
  const dossier = useDossier();
  const { ties } = dossier.data.network;
  const now = useShownTies();
  const { query, view, chosen, only, kind, lines } = now;
  const axis = useMemo(() => new Timeline(ties.flatMap((tie) => tie.assertions)), [ties]);
  const spots = useMemo(() => spotsOf(dossier, only ? chosen[0] : undefined), [dossier, only, chosen[0]]);
  const move = (change: Query, dragging = false) => {
    const kept: Query = now.opening && !("actor" in change) ? { only: "1", actor: ids(dossier, chosen) } : {};
    go(to("network", [], { ...query, ...kept, ...change }), dragging);
  };
  const choose = (actors: number[]) => move({ actor: ids(dossier, actors), ...(actors.length ? {} : { only: "0" }) });
  const count = counted(lines, view);
  useEffect(() => announce(count), [count]);
  const scrubber = (
    <Scrubber view={view} axis={axis} ties={ties} count={count} change={(times, drag) => move(filled(times), drag)} />
  );
  return (
    <div class="network">
      <header class="net-head">
        <h1>Network</h1>
        <p class="net-count">{count}</p>
        <Controls {...{ query, view, move, kind: kind ?? "graph", only }} able={chosen.length > 0} />
        <Exports lines={lines} note={noteOf(dossier, view, only ? chosen : [], count)} drawn={kind === "graph"} />
      </header>
      <div class="net-main">
        {kind === "graph" ? <Legend /> : scrubber}
        <div class={`net-notes${kind === "graph" ? " over" : ""}`}>
          <Notes now={now} />
          {lines.length === 0 && <NoTies view={view} move={move} />}
        </div>
        {kind === "graph" && <Graph {...{ lines, spots, chosen, choose }} />}
        {kind === "matrix" && <Matrix lines={lines} order={spots.map(({ actor }) => actor)} query={query} />}
        {kind === "table" && lines.length > 0 && (
          <TieTable lines={ranked(lines, dossier)} axis={axis} label="All ties shown" />
        )}
        {kind === "graph" && scrubber}
      </div>
      <Panel {...{ lines, axis, chosen }} />
    </div>
  );
}

/** For the table: those whom most assert first, the lines of one pair together. */
function ranked(lines: Drawn[], { data }: Dossier): Drawn[] {
  const name = ({ tie }: Drawn) => data.actors[tie.left]?.name ?? "";
  const most = (pair: Drawn[]) => Math.max(...pair.map(({ origins }) => origins.length));
  return [...byPair(lines).values()]
    .sort((a, b) => most(b) - most(a) || b.length - a.length || name(a[0] as Drawn).localeCompare(name(b[0] as Drawn)))
    .flat();
}

function filled(times: Times): Query {
  return Object.fromEntries(Object.entries(times).filter(([, value]) => value !== undefined)) as Query;
}

function ids({ data }: Dossier, actors: number[]): string {
  return actors.map((at) => data.actors[at]?.id ?? "").join(",");
}

/** The places of the actors in units of the plan; around one actor, of it and of its neighbours at any time. */
function spotsOf({ data }: Dossier, around?: number): Spot[] {
  const { spots, ties, wide, high } = data.network;
  const all = spots.map(([actor, x, y]) => ({ actor, x: (x * wide) / 1000, y: (y * high) / 1000 }));
  if (around === undefined) return all;
  const near = new Set([around, ...ties.filter((tie) => touches(tie, around)).map((tie) => other(tie, around))]);
  const kept = all.filter(({ actor }) => near.has(actor));
  const [left, top] = [Math.min(...kept.map(({ x }) => x)), Math.min(...kept.map(({ y }) => y))];
  return kept.map(({ actor, x, y }) => ({ actor, x: x - left, y: y - top }));
}

/** How many ties are shown, of whom, of when. */
function counted(lines: Drawn[], view: View): string {
  const many_ = `${many(lines.length, "tie")} asserted`;
  const among = lines.length ? ` among ${many(degrees(lines).size, "actor")}` : "";
  return `${many_}${timeOf(view)}${among}`;
}

function timeOf(view: View): string {
  if (always(view)) return "";
  if (view.mode === "upto") return ` up to ${sayDay(days(view.to))}`;
  const [from, end] = [view.from && sayDay(days(view.from)), view.to && sayDay(days(view.to))];
  return from && end ? ` between ${from} and ${end}` : from ? ` from ${from} on` : ` up to ${end}`;
}

function noteOf({ data }: Dossier, view: View, around: number[], count: string): string {
  const signs = SIGNS.filter(([sign]) => view.signs.includes(sign)).map(([, , label]) => label);
  const parts = [`${data.case}, dossier of ${data.built}`, count, `signs: ${signs.join(", ")}`];
  parts.push(`asserted by at least ${many(view.min, "origin")}`);
  if (around[0] !== undefined) parts.push(`only of ${data.actors[around[0]]?.name}`);
  return parts.join("; ");
}

/** What is cut or left out, and how to see it. */
function Notes({ now }: { now: ReturnType<typeof useShownTies> }) {
  const { data } = useDossier();
  const { view, opening, chosen, query, size } = now;
  const out = always(view) ? 0 : timeless(data.network.ties, view).length;
  const top = data.actors[chosen[0] ?? -1]?.name ?? "";
  return (
    <>
      {now.unknown.map((id) => (
        <p class="sub" key={id}>
          This dossier has no actor “{shown(id).slice(0, 80)}”.
        </p>
      ))}
      {opening && (
        <Note>
          {size} actors are tied: opened around {isolated(top)}, the one with most ties.{" "}
          <a href={to("network", [], { ...query, only: "0" })}>Show all</a>
        </Note>
      )}
      {size > MATRIX_ABOVE && !query.view && (
        <Note>
          {size} actors are tied, too many to draw at once: opened as a matrix.{" "}
          <a href={to("network", [], { ...query, view: "graph" })}>Draw the one with most ties</a>
        </Note>
      )}
      {out > 0 && (
        <Note>
          {many(out, "tie")} without any time {out === 1 ? "is" : "are"} left out of a time.{" "}
          <a href={to("network", [], { ...query, from: "", to: "" })}>Show all time</a>
        </Note>
      )}
    </>
  );
}

function NoTies({ view, move }: { view: View; move: (change: Query) => void }) {
  const { ties } = useDossier().data.network;
  const near = always(view) ? "" : nearest(ties, view);
  if (!near || view.min > 1)
    return (
      <Empty>
        No ties asserted by at least {many(view.min, "origin")} with these signs here.{" "}
        <Button onClick={() => move({ min: "", sign: "", only: "0" })}>Show all ties</Button>
      </Empty>
    );
  const there: Query = view.mode === "window" ? { from: near, to: near } : { to: near };
  return (
    <Empty>
      No ties asserted in this window; nearest is <Button onClick={() => move(there)}>{sayDay(days(near))}</Button>
    </Empty>
  );
}

function Legend() {
  return (
    <ul class="net-legend" aria-label="Legend">
      <li>
        <TieLines signs={["+"]} /> with
      </li>
      <li>
        <TieLines signs={["-"]} /> against
      </li>
      <li>
        <TieLines signs={["+", "-"]} /> both asserted
      </li>
      <li>
        <TieLines signs={["0"]} /> neither
      </li>
      <li class="sub">the wider, the more who say so independently; faint: one only</li>
    </ul>
  );
}
