// The timeline: bars that follow all other filters, and a window over them, chosen by drag, by keys or by dates.

import { useMemo, useState } from "preact/hooks";
import { type Span, spanOf } from "./bars";
import { bit } from "./board";
import { between, type End } from "./brush";
import { dayOf, isoOf, sayWindow } from "../days";
import { commit, Plot, spanned, useBars } from "./plot";
import type { Board } from "./use-board";
import { many, number } from "../text";
import { Button, Check } from "../parts/button";

const HIGH = 60;
const TALL = 180; // where the timeline has the page to itself
const PRESETS: [days: number, label: string][] = [
  [7, "last 7 days"],
  [30, "last 30 days"],
  [90, "last 90 days"],
  [365, "last year"],
];

export function Timeline({ board, tall = false }: { board: Board; tall?: boolean }) {
  const { columns, view } = board;
  const [whole, setWhole] = useState(false);
  const near = useMemo(() => spanOf(columns, view.history, false), [columns, view.history]);
  const full = useMemo(() => spanOf(columns, view.history, true), [columns, view.history]);
  if (!near || !full) return <p class="ex-time empty">No incident has a date: there is no timeline.</p>;
  const beyond = (view.from !== null && view.from < near.first) || (view.to !== null && view.to > near.last);
  const wide = whole || beyond;
  const span = spanned(wide ? full : near);
  const differ = near.first !== full.first || near.last !== full.last;
  return (
    <section class="ex-time" aria-label="Time">
      <Head board={board} span={span} />
      <Plot board={board} span={span} high={tall ? TALL : HIGH} />
      <Foot board={board} span={span} wide={wide} widen={differ && !beyond ? () => setWhole(!whole) : null} />
    </section>
  );
}

function Head({ board, span }: { board: Board; span: Span }) {
  const { view } = board;
  const field = (end: End) => (event: Event & { currentTarget: HTMLInputElement }) => {
    const day = dayOf(event.currentTarget.value);
    if (event.currentTarget.value && day === null) return;
    commit(board, { from: view.from, to: view.to, [end]: day });
  };
  const iso = (day: number | null) => (day === null ? "" : isoOf(day));
  const length = span.last - span.first;
  return (
    <div class="ex-time-head">
      <h2>{view.undated ? "no date" : sayWindow(view.from, view.to)}</h2>
      <label>
        <span>from</span>
        <input type="date" value={iso(view.from)} disabled={view.grow} onChange={field("from")} />
      </label>
      <label>
        <span>to</span>
        <input type="date" value={iso(view.to)} onChange={field("to")} />
      </label>
      <label>
        <span class="vh">A window of</span>
        <select
          value=""
          onChange={(event) => {
            const days = Number(event.currentTarget.value);
            commit(board, days ? between(span.last - days + 1, span.last, span) : { from: null, to: null }, {
              grow: "",
            });
          }}
        >
          <option value="" disabled>
            window…
          </option>
          <option value="0">all dates</option>
          {PRESETS.filter(([days]) => days < length).map(([days, label]) => (
            <option key={days} value={days}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <Check
        kind="ex-grow"
        on={view.grow}
        turn={() => board.set(view.grow ? { grow: "" } : { grow: "1", from: "", dates: "" })}
      >
        grow from start
      </Check>
    </div>
  );
}

interface FootProps {
  board: Board;
  span: Span;
  wide: boolean;
  widen: (() => void) | null;
}

/** What the bars leave out, counted: beyond the span, without a date; and what is hatched. */
function Foot({ board, span, wide, widen }: FootProps) {
  const { columns, failed, view } = board;
  const bars = useBars(span, board, bit("time"));
  let undated = 0;
  for (let at = 0; at < columns.size; at++)
    if (Number.isNaN(columns.from[at]) && ((failed[at] as number) & ~bit("time")) === 0) undated++;
  const most = Math.max(0, ...Array.from(bars.exact, (count, n) => count + (bars.coarse[n] as number)));
  const beyond = bars.before + bars.after;
  const hatched = bars.coarse.some((count) => count > 0);
  return (
    <p class="ex-time-foot sub">
      <span>
        per {bars.unit}, {number(most)} at most
      </span>
      {view.type.length > 0 && <span>pale: all types</span>}
      {hatched && <span>hatched, half as high: known only to the week or coarser</span>}
      {widen && (wide || beyond > 0) && (
        <Button class="quiet" onClick={widen}>
          {wide ? "only the well-dated span" : `${many(beyond, "incident")} earlier or later: whole span`}
        </Button>
      )}
      {undated > 0 && (
        <Button
          class="quiet"
          aria-pressed={view.undated}
          onClick={() => board.set({ dates: view.undated ? "" : "none", from: "", to: "", grow: "" })}
        >
          {number(undated)} {undated === 1 ? "has" : "have"} no date
        </Button>
      )}
    </p>
  );
}
