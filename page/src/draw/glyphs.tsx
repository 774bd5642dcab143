// Small drawings, as rashomon.show.glyphs: range glyph, claim strip, ruler, tie lines, event shapes.
// Words stand beside every drawing; it is hidden from screen readers.

import type { ComponentChildren } from "preact";
import type { Shape } from "../data";
import { type Axis, CUT } from "./axis";
import { number } from "../text";

const MIDDLE = 10;
const HEIGHT = 20;

type Bound = number | null;

const SHAPES: Record<string, string> = {
  air: "M8 2L15 14H1Z",
  shelling: "M2 2H14V14H2Z",
  ground: "M8 0.5L15.5 8L8 15.5L0.5 8Z",
  taking: "M8 1.5a6.5 6.5 0 1 0 0.01 0Z",
  bomb: "M6 1H10V6H15V10H10V15H6V10H1V6H6Z",
  other: "M8 2.5a5.5 5.5 0 1 0 0.01 0Z",
};

/** A level line, from and to in per cent of the width. */
export function Rule(props: { kind: string; from: number; to: number; y?: number }) {
  const y = props.y ?? MIDDLE;
  return <line class={props.kind} x1={`${props.from}%`} x2={`${props.to}%`} y1={y} y2={y} />;
}

/** An upright line, at per cent of the width. */
export function Upright({ kind, at, from, to }: { kind: string; at: number; from: number; to: number }) {
  return <line class={kind} x1={`${at}%`} x2={`${at}%`} y1={from} y2={to} />;
}

function Cap({ at }: { at: number }) {
  return <Upright kind="cap" at={at} from={5} to={15} />;
}

export function At(props: { kind: string; at: number; d: string; y?: number }) {
  return (
    <svg class="at" x={`${props.at}%`} y={props.y ?? MIDDLE} aria-hidden="true">
      <path class={props.kind} d={props.d} />
    </svg>
  );
}

function Open({ at, right }: { at: number; right: boolean }) {
  const end = right ? 100 : 0;
  return (
    <>
      <Rule kind="far" from={Math.min(at, end)} to={Math.max(at, end)} />
      <At kind="arrow" at={end} d={right ? "M-6 -4L0 0L-6 4" : "M6 -4L0 0L6 4"} />
    </>
  );
}

function Reach({ axis, low, high, kind }: { axis: Axis; low: Bound; high: Bound; kind: string }) {
  const [from, to] = [low === null ? null : axis.at(low), high === null ? null : axis.at(high)];
  if (from !== null && to !== null) {
    return (
      <>
        <Rule kind={kind} from={from} to={to} />
        <Cap at={from} />
        {from !== to && <Cap at={to} />}
      </>
    );
  }
  const at = from ?? to;
  if (at === null) return null;
  return (
    <>
      <Open at={at} right={from !== null} />
      <Cap at={at} />
    </>
  );
}

function Frame({ kind, children }: { kind: string; children: ComponentChildren }) {
  return (
    <svg class={kind} height={HEIGHT} aria-hidden="true">
      {children}
    </svg>
  );
}

/** Thin rail, thick span from low to high with caps, a diamond at best; an open end runs to the rail's end. */
export function RangeGlyph(props: { axis: Axis; low: Bound; best: Bound; high: Bound; vague?: boolean }) {
  return (
    <Frame kind="glyph">
      <Rule kind="rail" from={0} to={100} />
      <Reach axis={props.axis} low={props.low} high={props.high} kind={props.vague ? "hatch" : "span"} />
      {props.axis.cut < props.axis.top && <At kind="cut" at={CUT[0]} d="M0 5L3 -5M3 5L6 -5" />}
      {props.best !== null && <At kind="best" at={props.axis.at(props.best)} d="M0 -5L5 0L0 5L-5 0Z" />}
    </Frame>
  );
}

/** One account's figure on the shared axis, over the pale band of the finding's range and its best; hollow if set aside. */
export function Strip(props: {
  axis: Axis;
  low: Bound;
  high: Bound;
  shape: Shape;
  band?: [Bound, Bound];
  best?: Bound;
  aside?: boolean;
}) {
  const { axis, low, high, shape, best = null } = props;
  const [from, to] = props.band ?? [null, null];
  const wide = from !== null && to !== null ? [axis.at(from), axis.at(to)] : null;
  return (
    <Frame kind={props.aside ? "strip aside" : "strip"}>
      {wide && (
        <rect
          class="band"
          x={`${wide[0]}%`}
          width={`${Math.max((wide[1] ?? 0) - (wide[0] ?? 0), 0.5)}%`}
          y={3}
          height={14}
        />
      )}
      {best !== null && <Upright kind="best-line" at={axis.at(best)} from={0} to={HEIGHT} />}
      <Rule kind="rail" from={0} to={100} />
      {shape === "point" && low !== null ? (
        <At kind="dot" at={axis.at(low)} d="M-3.5 -3.5H3.5V3.5H-3.5Z" />
      ) : (
        <Reach
          axis={axis}
          low={shape === "most" ? null : low}
          high={high}
          kind={shape === "vague" ? "hatch" : "span"}
        />
      )}
    </Frame>
  );
}

/** The axis with its labels; drawn once above the strips that share it. */
export function Ruler({ axis }: { axis: Axis }) {
  let last = -20;
  return (
    <Frame kind="ruler">
      {axis.ticks.map((value) => {
        const at = axis.at(value);
        const labelled = at - last >= 14 || at === 100;
        if (labelled) last = at;
        const anchor = at === 0 ? "start" : at === 100 ? "end" : "middle";
        return (
          <g key={value}>
            {labelled && (
              <text x={`${at}%`} y={11} text-anchor={anchor}>
                {number(value)}
              </text>
            )}
            <Upright kind="tick" at={at} from={15} to={20} />
          </g>
        );
      })}
    </Frame>
  );
}

const SIGNS: Record<string, string> = { "+": "plus", "-": "minus", "0": "zero" };

/** Allied solid, hostile dashed, neither dotted; two signs are two parallel lines. */
export function TieLines({ signs }: { signs: string[] }) {
  const order = ["+", "-", "0"].filter((sign) => signs.includes(sign));
  const first = MIDDLE - 3 * (order.length - 1);
  return (
    <svg class="tie" width={48} height={HEIGHT} aria-hidden="true">
      {order.map((sign, n) => (
        <line key={sign} class={SIGNS[sign]} x1={0} x2={48} y1={first + 6 * n} y2={first + 6 * n} />
      ))}
    </svg>
  );
}

/** The shape that stands for an event's family; the hue only repeats it. */
export function EventShape({ family }: { family: string }) {
  const kind = family in SHAPES ? family : "other";
  return (
    <svg class={`shape ${kind}`} width={16} height={16} aria-hidden="true">
      <path d={SHAPES[kind]} />
    </svg>
  );
}

/** The outline of an event's family in a 16 × 16 box, for maps. */
export function shapePath(family: string): string {
  return SHAPES[family] ?? (SHAPES.other as string);
}
