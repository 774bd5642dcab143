// The bars and the window over them: dragged, stepped by keys, moved by its length.

import { useMemo, useRef } from "preact/hooks";
import { acting, useKeydown } from "../keys";
import { type Bars, barsOf, edgesOf, heightOf, type Span } from "./bars";
import { bit } from "./board";
import { between, type End, endsOf, moved, stepped, type Window } from "./brush";
import { isoOf, sayDay, sayTick } from "../days";
import { useSize } from "../parts/size";
import type { Board } from "./use-board";

const TICKS = 18;

/** The span from the first to the last day of its bars. */
export function spanned(span: Span): Span {
  const { edges } = edgesOf(span);
  return { first: edges[0] as number, last: (edges.at(-1) as number) - 1 };
}

/** Takes a window into the address. */
export function commit(board: Board, { from, to }: Window, more = {}): void {
  board.draft(null);
  const iso = (day: number | null) => (day === null ? "" : isoOf(day));
  board.set({ from: iso(from), to: iso(to), dates: "", ...more });
}

export function Plot({ board, span, high }: { board: Board; span: Span; high: number }) {
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
      <svg width={width} height={high + TICKS} aria-hidden="true" {...drag}>
        <defs>
          <pattern id="hatch" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <line class="ex-hatch" x1="0" y1="0" x2="0" y2="4" />
          </pattern>
        </defs>
        <rect class="ex-ground" width={width} height={high} />
        {picked && <Columns bars={all} most={most} at={at} kind="ex-col pale" high={high} />}
        <Columns bars={bars} most={most} at={at} kind="ex-col" high={high} />
        <Ticks bars={bars} at={at} width={width} high={high} />
        {!open && !view.undated && (
          <>
            <rect class="ex-out" width={at(from)} height={high} />
            <rect class="ex-out" x={at(to + 1)} width={Math.max(width - at(to + 1), 0)} height={high} />
          </>
        )}
        <rect class="ex-window" x={at(from)} width={Math.max(at(to + 1) - at(from), 1)} height={high} />
      </svg>
      {!view.grow && <Thumb end="from" board={board} span={span} left={at(from)} />}
      <Thumb end="to" board={board} span={span} left={at(to + 1)} />
    </div>
  );
}

export function useBars(span: Span, { columns, failed }: Board, own: number): Bars {
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
  high: number;
}

/** Known to a few days solid, below; known only to the week or coarser hatched, above, each half as high. */
function Columns({ bars, most, at, kind, high: top }: Drawn) {
  const high = (count: number) => (count / most) * (top - 6);
  return (
    <>
      {bars.edges.slice(1).map((next, n) => {
        const [left, right] = [at(bars.edges[n] as number), at(next)];
        const [exact, coarse] = [high(bars.exact[n] as number), high((bars.coarse[n] as number) / 2)];
        const width = Math.max(right - left - (right - left > 4 ? 1 : 0), 1);
        return (
          <g key={next}>
            {exact > 0 && <rect class={kind} x={left} y={top - exact} width={width} height={exact} />}
            {coarse > 0 && (
              <rect class={`${kind} coarse`} x={left} y={top - exact - coarse} width={width} height={coarse} />
            )}
          </g>
        );
      })}
    </>
  );
}

function Ticks({ bars, at, width, high }: { bars: Bars; at: (day: number) => number; width: number; high: number }) {
  const starts = bars.edges.slice(0, -1);
  const every = Math.max(Math.ceil((starts.length * 64) / Math.max(width, 64)), 1);
  return (
    <>
      {starts.map(
        (day, n) =>
          n % every === 0 &&
          at(day) < width - 30 && (
            <text key={day} class="ex-tick" x={at(day)} y={high + 14}>
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
  useKeydown((event) => {
    const key = acting(event);
    if (key !== "[" && key !== "]") return;
    const [from, to] = endsOf(view, span);
    const length = view.grow ? 7 : to - from + 1;
    commit(board, moved(view, key === "[" ? -length : length, span, view.grow));
  });
}
