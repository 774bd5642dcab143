// The time of the network: a slider over all assertions, with two thumbs for a window, and date fields.

import { useRef } from "preact/hooks";
import type { Tie } from "../data-ties";
import { acting, useKeydown } from "../keys";
import { days, daysOf, isoOf, sayDay } from "../days";
import type { View } from "./model";
import { Rail, TickRuler } from "./ticks";
import type { Timeline } from "./timeline";
import { Button } from "../parts/button";
import { Choices } from "../parts/small";
import { bounded } from "../text";
import { Upright } from "../draw/glyphs";

export interface Times {
  from?: string;
  to?: string;
  mode?: string;
}

interface Props {
  view: View;
  axis: Timeline;
  ties: Tie[];
  /** Sets the time; `dragging` so that Back does not walk every step. */
  change: (times: Times, dragging?: boolean) => void;
  count: string;
}

export function Scrubber({ view, axis, ties, change, count }: Props) {
  useBrackets(view, axis, change);
  const window_ = view.mode === "window";
  return (
    <div class="scrubber">
      <div class="scrub-head">
        <Choices label="Time">
          <Button aria-pressed={!window_} onClick={() => change({ mode: "", from: "" })}>
            up to a day
          </Button>
          <Button aria-pressed={window_} onClick={() => change({ mode: "window" })}>
            in a window
          </Button>
          {window_ && <DateField label="from" value={view.from} set={(value) => change({ from: value })} />}
          <DateField label={window_ ? "to" : "day"} value={view.to} set={(value) => change({ to: value })} />
          {(view.from || view.to) && <Button onClick={() => change({ from: "", to: "" })}>all time</Button>}
        </Choices>
        <p class="scrub-count">{count}</p>
      </div>
      <Track {...{ view, axis, ties, change }} />
      <TickRuler axis={axis} />
    </div>
  );
}

/** All assertions as marks, what is shown of them as a band, and one or two thumbs. */
function Track({ view, axis, ties, change }: Omit<Props, "count">) {
  const track = useRef<HTMLDivElement>(null);
  const [from, end] = [view.from ? days(view.from) : axis.first, view.to ? days(view.to) : axis.last];
  const set = (which: "from" | "to", day: number, dragging?: boolean) => {
    const kept = bounded(day, axis.first, axis.last);
    if (which === "from") change({ from: kept <= axis.first ? "" : isoOf(Math.min(kept, end)) }, dragging);
    else change({ to: kept >= axis.last ? "" : isoOf(view.mode === "window" ? Math.max(kept, from) : kept) }, dragging);
  };
  const paired = view.mode === "window";
  const shared = { axis, set, paired, track };
  return (
    <div class="track" ref={track}>
      <svg class="ticks" height={26} aria-hidden="true">
        <rect
          class="picked"
          x={`${axis.at(from)}%`}
          width={`${Math.max(axis.at(end) - axis.at(from), 0.4)}%`}
          y={0}
          height={26}
        />
        <Rail axis={axis} />
        {marks(ties).map((day) => (
          <Upright key={day} kind="mark" at={axis.at(day)} from={7} to={19} />
        ))}
      </svg>
      {paired && <Thumb which="from" label="From" day={from} {...shared} />}
      <Thumb which="to" label={paired ? "To" : "Up to"} day={end} {...shared} />
    </div>
  );
}

/** Follows the pointer along the track; the day is replaced in the address on the way, and kept at the end. */
function dragged(event: PointerEvent, { which, axis, set, track }: ThumbProps): void {
  const thumb = event.currentTarget as HTMLElement;
  const box = track.current?.getBoundingClientRect();
  if (!box) return;
  thumb.setPointerCapture(event.pointerId);
  const day = (at: PointerEvent) => axis.day((100 * (at.clientX - box.left)) / box.width);
  const moved = (at: PointerEvent) => set(which, day(at), true);
  const done = (at: PointerEvent) => {
    thumb.removeEventListener("pointermove", moved);
    set(which, day(at));
  };
  thumb.addEventListener("pointermove", moved);
  thumb.addEventListener("pointerup", done, { once: true });
}

function marks(ties: Tie[]): number[] {
  const found = ties
    .flatMap((tie) => tie.assertions)
    .flatMap((one) => (one.as_of === "none" ? [] : [one.from || one.to]));
  return [...new Set(found)].map(days);
}

function DateField({ label, value, set }: { label: string; value: string; set: (value: string) => void }) {
  return (
    <label class="sub">
      {label} <input type="date" value={value} onChange={(event) => set(event.currentTarget.value)} />
    </label>
  );
}

interface ThumbProps {
  which: "from" | "to";
  label: string;
  /** Whether it is one of the two of a window. */
  paired: boolean;
  day: number;
  axis: Timeline;
  set: (which: "from" | "to", day: number, dragging?: boolean) => void;
  track: { current: HTMLElement | null };
}

function Thumb(props: ThumbProps) {
  const { which, label, paired, day, axis, set } = props;
  const pressed = (event: KeyboardEvent) => {
    const by = daysOf(event.key, event.shiftKey);
    const ends: Record<string, number> = { Home: axis.first, End: axis.last };
    const found = by ? day + by : ends[event.key];
    if (found === undefined) return;
    event.preventDefault();
    set(which, stepped(day, found, axis));
  };
  return (
    <div
      class={paired ? `thumb ${which}` : "thumb"}
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={axis.first}
      aria-valuemax={axis.last}
      aria-valuenow={day}
      aria-valuetext={sayDay(day)}
      style={{ left: `${axis.at(day)}%` }}
      onKeyDown={pressed}
      onPointerDown={(event) => dragged(event, props)}
    />
  );
}

/** A day that lies in a cut is taken on to the next stretch. */
function stepped(from: number, to: number, axis: Timeline): number {
  const { stretches } = axis;
  if (stretches.some((one) => to >= one.from && to <= one.to)) return to;
  if (to > from) return stretches.find((one) => one.from > to)?.from ?? axis.last;
  return [...stretches].reverse().find((one) => one.to < to)?.to ?? axis.first;
}

/** `[` and `]`: a window moves by its length; up to a day, to the next day at which something is asserted. */
function useBrackets(view: View, axis: Timeline, change: (times: Times) => void): void {
  useKeydown((event) => {
    const key = acting(event);
    if (key !== "[" && key !== "]") return;
    event.preventDefault();
    change(moved(view, axis, key === "]" ? 1 : -1));
  });
}

export function moved(view: View, axis: Timeline, way: 1 | -1): Times {
  const [from, to] = [view.from ? days(view.from) : axis.first, view.to ? days(view.to) : axis.last];
  if (view.mode === "window") {
    const by = way * (to - from + 1);
    if (from + by > axis.last || to + by < axis.first) return {};
    return { from: isoOf(from + by), to: isoOf(to + by) };
  }
  const next = way > 0 ? axis.moments.find((day) => day > to) : axis.moments.findLast((day) => day < to);
  return next === undefined ? {} : { to: isoOf(next) };
}
