// The timeline: bars that follow all other filters, and a window over them, moved by drag, by keys and by dates.

import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { acting } from "../keys";
import { many } from "../parts/words";
import { type Bars, barsOf, edgesOf, heightOf, type Span, spanOf } from "./bars";
import { bit } from "./board";
import { between, type End, endsOf, moved, stepped, type Window } from "./brush";
import { dayOf, isoOf, sayDay, sayTick, sayWindow } from "./days";
import { useSize } from "./size";
import type { Board } from "./use-board";

const HEIGHT = 60;
const TICKS = 18;
const PRESETS: [days: number, label: string][] = [
  [7, "last 7 days"],
  [30, "last 30 days"],
  [90, "last 90 days"],
  [365, "last year"],
];

export function Timeline({ board }: { board: Board }) {
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
      <Plot board={board} span={span} />
      <Foot board={board} span={span} wide={wide} widen={differ && !beyond ? () => setWhole(!whole) : null} />
    </section>
  );
}

/** The span from the first to the last day of its bars. */
function spanned(span: Span): Span {
  const { edges } = edgesOf(span);
  return { first: edges[0] as number, last: (edges.at(-1) as number) - 1 };
}

function commit(board: Board, { from, to }: Window, more = {}): void {
  board.draft(null);
  const iso = (day: number | null) => (day === null ? "" : isoOf(day));
  board.set({ from: iso(from), to: iso(to), dates: "", ...more });
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
      <label class="ex-grow">
        <input
          type="checkbox"
          checked={view.grow}
          onChange={() => board.set(view.grow ? { grow: "" } : { grow: "1", from: "", dates: "" })}
        />
        grow from start
      </label>
    </div>
  );
}

function Plot({ board, span }: { board: Board; span: Span }) {
  const { view } = board;
  const [box, { width }] = useSize<HTMLDivElement>();
  const picked = view.type.length > 0;
  const bars = useBars(span, board, bit("time"));
  const all = useBars(span, board, bit("time") | (picked ? bit("type") : 0));
  const most = Math.max(1, ...Array.from(all.exact, (_, n) => heightOf(all, n)));
  const at = (day: number) => ((day - span.first) / (span.last + 1 - span.first)) * width;
  const drag = useDrag(board, span, width);
  useBrackets(board, span);
  const [from, to] = endsOf(view, span);
  const open = view.from === null && view.to === null;
  return (
    <div class="ex-plot" ref={box} data-bars={bars.exact.join(" ")}>
      <svg width={width} height={HEIGHT + TICKS} aria-hidden="true" focusable="false" {...drag}>
        <defs>
          <pattern id="hatch" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <line class="ex-hatch" x1="0" y1="0" x2="0" y2="4" />
          </pattern>
        </defs>
        <rect class="ex-ground" width={width} height={HEIGHT} />
        {picked && <Columns bars={all} most={most} at={at} kind="ex-bar pale" />}
        <Columns bars={bars} most={most} at={at} kind="ex-bar" />
        <Ticks bars={bars} at={at} width={width} />
        {!open && !view.undated && (
          <>
            <rect class="ex-out" width={at(from)} height={HEIGHT} />
            <rect class="ex-out" x={at(to + 1)} width={Math.max(width - at(to + 1), 0)} height={HEIGHT} />
          </>
        )}
        <rect class="ex-window" x={at(from)} width={Math.max(at(to + 1) - at(from), 1)} height={HEIGHT} />
      </svg>
      {!view.grow && <Thumb end="from" board={board} span={span} left={at(from)} />}
      <Thumb end="to" board={board} span={span} left={at(to + 1)} />
      <span class="ex-most sub" aria-hidden="true">
        {Math.ceil(most).toLocaleString("en")} in a {bars.unit}
      </span>
    </div>
  );
}

function useBars(span: Span, { columns, failed }: Board, own: number): Bars {
  // what only the window changes leaves the bars as they are
  const others = useRef<{ key: string; bars: Bars } | null>(null);
  return useMemo(() => {
    const made = barsOf(span, columns, failed, own);
    const key = `${made.edges[0]} ${made.edges.length} ${made.exact.join()} ${made.coarse.join()} ${made.before} ${made.after}`;
    if (others.current?.key !== key) others.current = { key, bars: made };
    return others.current.bars;
  }, [span.first, span.last, columns, failed, own]);
}

interface Drawn {
  bars: Bars;
  most: number;
  at: (day: number) => number;
  kind: string;
}

/** Known to a few days solid, below; known only to the week or coarser hatched, above, each half as high. */
function Columns({ bars, most, at, kind }: Drawn) {
  const high = (count: number) => (count / most) * (HEIGHT - 6);
  return (
    <>
      {bars.edges.slice(1).map((next, n) => {
        const [left, right] = [at(bars.edges[n] as number), at(next)];
        const [exact, coarse] = [high(bars.exact[n] as number), high((bars.coarse[n] as number) / 2)];
        const width = Math.max(right - left - (right - left > 4 ? 1 : 0), 1);
        return (
          <g key={next}>
            {exact > 0 && <rect class={kind} x={left} y={HEIGHT - exact} width={width} height={exact} />}
            {coarse > 0 && (
              <rect class={`${kind} coarse`} x={left} y={HEIGHT - exact - coarse} width={width} height={coarse} />
            )}
          </g>
        );
      })}
    </>
  );
}

function Ticks({ bars, at, width }: { bars: Bars; at: (day: number) => number; width: number }) {
  const starts = bars.edges.slice(0, -1);
  const every = Math.max(Math.ceil((starts.length * 64) / Math.max(width, 64)), 1);
  return (
    <>
      {starts.map(
        (day, n) =>
          n % every === 0 &&
          at(day) < width - 30 && (
            <text key={day} class="ex-tick" x={at(day)} y={HEIGHT + 14}>
              {sayTick(day, bars.unit)}
            </text>
          ),
      )}
    </>
  );
}

/** Drags: a thumb's end, the window from inside it, a new window elsewhere. A click chooses the bar under it. */
function useDrag(board: Board, span: Span, width: number) {
  const { view } = board;
  const held = useRef<{
    at: number;
    from: number;
    to: number;
    how: "from" | "to" | "move" | "new";
    far: boolean;
  } | null>(null);
  const last = useRef<Window | null>(null);
  const dayAt = (event: PointerEvent) => {
    const left = (event.currentTarget as Element).getBoundingClientRect().left;
    return span.first + Math.floor(((event.clientX - left) / Math.max(width, 1)) * (span.last + 1 - span.first));
  };
  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0) return;
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    const [at, [from, to]] = [dayAt(event), endsOf(view, span)];
    const whole = view.from === null && view.to === null;
    held.current = { at, from, to, how: !whole && at > from && at < to ? "move" : "new", far: false };
  };
  const onPointerMove = (event: PointerEvent) => {
    const drag = held.current;
    if (!drag) return;
    const day = dayAt(event);
    if (day === drag.at && !drag.far) return;
    drag.far = true;
    const window =
      drag.how === "move" || view.grow
        ? view.grow
          ? between(span.first, day, span, true)
          : moved({ from: drag.from, to: drag.to }, day - drag.at, span)
        : between(drag.at, day, span);
    last.current = window;
    board.draft(window);
  };
  const onPointerUp = (event: PointerEvent) => {
    const drag = held.current;
    held.current = null;
    if (!drag) return;
    if (drag.far && last.current) commit(board, last.current);
    else {
      const { edges } = edgesOf(span);
      const n = edges.findLastIndex((edge) => edge <= dayAt(event));
      commit(board, between(edges[n] ?? span.first, (edges[n + 1] ?? span.last + 1) - 1, span, view.grow));
    }
  };
  const onPointerCancel = () => {
    held.current = null;
    board.draft(null);
  };
  return { onPointerDown, onPointerMove, onPointerUp, onPointerCancel };
}

function Thumb({ end, board, span, left }: { end: End; board: Board; span: Span; left: number }) {
  const { view } = board;
  const ends = endsOf(view, span);
  const now = end === "from" ? ends[0] : ends[1];
  const latest = useRef<Window | null>(null);
  const settle = () => {
    if (latest.current) commit(board, latest.current);
    latest.current = null;
  };
  const step = (window: Window | null) => {
    if (!window) return false;
    latest.current = view.grow ? { ...window, from: null } : window;
    board.draft(latest.current);
    return true;
  };
  const drag = (event: PointerEvent) => {
    const plot = (event.currentTarget as Element).parentElement?.getBoundingClientRect();
    if (!plot || !(event.currentTarget as Element).hasPointerCapture(event.pointerId)) return;
    const day = span.first + Math.round(((event.clientX - plot.left) / plot.width) * (span.last + 1 - span.first));
    const [from, to] = endsOf(latest.current ?? view, span);
    step(
      end === "from" ? between(Math.min(day, to), to, span) : between(from, Math.max(day - 1, from), span, view.grow),
    );
  };
  const open = end === "from" ? view.from === null : view.to === null;
  return (
    <div
      class="ex-thumb"
      role="slider"
      tabIndex={0}
      aria-label={end === "from" ? "First day" : "Last day"}
      aria-valuemin={end === "from" ? span.first : ends[0]}
      aria-valuemax={end === "from" ? ends[1] : span.last}
      aria-valuenow={now}
      aria-valuetext={open ? `${sayDay(now)}, not limited` : sayDay(now)}
      style={{ left: `${left}px` }}
      onKeyDown={(event) => {
        if (event.ctrlKey || event.altKey || event.metaKey) return;
        if (step(stepped(view, end, event.key, event.shiftKey, span))) event.preventDefault();
      }}
      onKeyUp={settle}
      onBlur={settle}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
      onPointerUp={settle}
    />
  );
}

/** `[` and `]` move the window by its length. */
function useBrackets(board: Board, span: Span): void {
  const { view } = board;
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const key = acting(event);
      if (key !== "[" && key !== "]") return;
      const [from, to] = endsOf(view, span);
      const length = view.grow ? 7 : to - from + 1;
      commit(board, moved(view, key === "[" ? -length : length, span, view.grow));
    };
    addEventListener("keydown", pressed);
    return () => removeEventListener("keydown", pressed);
  });
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
  const beyond = bars.before + bars.after;
  const hatched = bars.coarse.some((count) => count > 0);
  return (
    <p class="ex-time-foot sub">
      <span>per {bars.unit}</span>
      {hatched && <span>hatched, half as high: known only to the week or coarser</span>}
      {widen && (wide || beyond > 0) && (
        <button type="button" class="quiet" onClick={widen}>
          {wide ? "only the well-dated span" : `${many(beyond, "incident")} earlier or later: whole span`}
        </button>
      )}
      {undated > 0 && (
        <button
          type="button"
          class="quiet"
          aria-pressed={view.undated}
          onClick={() => board.set({ dates: view.undated ? "" : "none", from: "", to: "", grow: "" })}
        >
          {undated.toLocaleString("en")} {undated === 1 ? "has" : "have"} no date
        </button>
      )}
    </p>
  );
}
