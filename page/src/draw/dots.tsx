// Figures of several outlets on one rail: a letter each, hedges as open ends, ranges as spans; dots that meet stack up.

import type { Shape } from "../data";
import type { Axis } from "./axis";
import { Rule, Upright } from "./glyphs";

export interface Dot {
  letter: string;
  low: number | null;
  high: number | null;
  shape: Shape;
  at: number;
  label: string;
  strong?: boolean;
  pick?: () => void;
}

const STEP = 24;
const RADIUS = 10;
const TAIL = 9; // px of an open end beyond the dot

/** On which line each dot stands, from 0 up, so that none covers another; widths in per cent of the rail. */
export function lanes(spans: [from: number, to: number][], room: number): number[] {
  const ends: number[] = [];
  return spans.map(([from, to]) => {
    const free = ends.findIndex((end) => end <= from - room);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = to + room;
    return lane;
  });
}

function reach({ low, high, shape, at }: Dot, axis: Axis): [number, number] {
  const place = axis.at(at);
  if (shape !== "about" && shape !== "vague") return [place, place];
  return [axis.at(low ?? at), axis.at(high ?? at)];
}

/** The rail with its dots; words stand beside it, so it is hidden from screen readers. */
export function Dots(props: { axis: Axis; dots: Dot[]; band?: [number | null, number | null]; room?: number }) {
  const { axis, band } = props;
  const dots = [...props.dots].sort((a, b) => reach(a, axis)[0] - reach(b, axis)[0]);
  const room = props.room ?? 2.7;
  const lane = lanes(
    dots.map((dot) => {
      const [from, to] = reach(dot, axis);
      return [dot.shape === "most" ? from - room : from, dot.shape === "least" ? to + room : to];
    }),
    room,
  );
  const height = (Math.max(0, ...lane) + 1) * STEP;
  const y = (n: number) => height - STEP / 2 - n * STEP;
  const [from, to] = [band?.[0] ?? null, band?.[1] ?? null];
  return (
    <svg class="dots" height={height} aria-hidden="true">
      {from !== null && to !== null && (
        <rect
          class="band"
          x={`${axis.at(from)}%`}
          width={`${Math.max(axis.at(to) - axis.at(from), 0.5)}%`}
          y={0}
          height={height}
        />
      )}
      <Rule kind="rail" from={0} to={100} y={y(0)} />
      {dots.map((dot, n) => (
        <OneDot key={n} dot={dot} axis={axis} y={y(lane[n] ?? 0)} />
      ))}
    </svg>
  );
}

function OneDot({ dot, axis, y }: { dot: Dot; axis: Axis; y: number }) {
  const [from, to] = reach(dot, axis);
  return (
    <g class={dot.strong === false ? "odot pale" : "odot"} onClick={dot.pick}>
      <title>{dot.label}</title>
      {from !== to && (
        <>
          <Rule kind={dot.shape === "vague" ? "hatch" : "span"} from={from} to={to} y={y} />
          <Upright kind="cap" at={from} from={y - 6} to={y + 6} />
          <Upright kind="cap" at={to} from={y - 6} to={y + 6} />
        </>
      )}
      <svg x={`${axis.at(dot.at)}%`} y={y}>
        {dot.shape === "least" && <path class="open" d={`M0 0H${RADIUS + TAIL}m-4 -4l4 4l-4 4`} />}
        {dot.shape === "most" && <path class="open" d={`M0 0H${-RADIUS - TAIL}m4 -4l-4 4l4 4`} />}
        <circle r={RADIUS} />
        <text y={4} text-anchor="middle" class={dot.letter.length > 1 ? "two" : undefined}>
          {dot.letter}
        </text>
      </svg>
    </g>
  );
}

/** Two figures of one thing, joined by a line. */
export function Dumbbell({ axis, dots }: { axis: Axis; dots: Dot[] }) {
  const places = dots.map(({ at }) => axis.at(at));
  const near = places.length > 1 && Math.abs((places[0] ?? 0) - (places[1] ?? 0)) < 6;
  const height = near ? 2 * STEP : STEP;
  const y = (n: number) => (near ? STEP / 2 + n * STEP : STEP / 2);
  return (
    <svg class="dots" height={height} aria-hidden="true">
      <Rule kind="rail" from={0} to={100} y={height / 2} />
      {places.length > 1 && !near && <Rule kind="joint" from={places[0] ?? 0} to={places[1] ?? 0} y={height / 2} />}
      {dots.map((dot, n) => (
        <OneDot key={n} dot={dot} axis={axis} y={y(n)} />
      ))}
    </svg>
  );
}
