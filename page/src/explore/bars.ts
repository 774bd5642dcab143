// The bars of the timeline: how many incidents begin in each day, week, month, quarter or year.

import type { Columns } from "./columns";
import { nextOf, startOf, type Unit, unitFor } from "../days";

export const MOST = 96;

export interface Span {
  first: number;
  /** The last day that belongs to it. */
  last: number;
}

/** From the first to the last day of those incidents that are known to a few days; of all of them if `whole`. */
export function spanOf(columns: Columns, history: boolean, whole: boolean): Span | null {
  let [first, last] = [Infinity, -Infinity];
  for (let at = 0; at < columns.size; at++) {
    const [from, to] = [columns.from[at] as number, columns.to[at] as number];
    if (Number.isNaN(from) || (columns.background[at] && !history) || (columns.coarse[at] && !whole)) continue;
    first = Math.min(first, from);
    last = Math.max(last, to);
  }
  if (first <= last) return { first, last };
  return whole ? null : spanOf(columns, history, true);
}

export interface Bars {
  unit: Unit;
  /** The first day of each bar, and the day after the last one. */
  edges: number[];
  exact: Int32Array;
  /** Known only to the week or coarser, or by one end. */
  coarse: Int32Array;
  /** Dated, but beyond the span. */
  before: number;
  after: number;
}

export function edgesOf({ first, last }: Span): { unit: Unit; edges: number[] } {
  const unit = unitFor(last - first + 1, MOST);
  const edges = [startOf(first, unit)];
  while ((edges.at(-1) as number) <= last) edges.push(nextOf(edges.at(-1) as number, unit));
  return { unit, edges };
}

/** Counts the incidents that pass everything but the filters in `own`, each in the bar of its first day. */
export function barsOf(span: Span, columns: Columns, failed: Uint16Array, own: number): Bars {
  const { unit, edges } = edgesOf(span);
  const bars: Bars = {
    unit,
    edges,
    exact: new Int32Array(edges.length - 1),
    coarse: new Int32Array(edges.length - 1),
    before: 0,
    after: 0,
  };
  for (let at = 0; at < columns.size; at++) {
    const from = columns.from[at] as number;
    if (Number.isNaN(from) || ((failed[at] as number) & ~own) !== 0) continue;
    if (from < (edges[0] as number)) bars.before++;
    else if (from >= (edges.at(-1) as number)) bars.after++;
    else (columns.coarse[at] ? bars.coarse : bars.exact)[placeIn(edges, from)]!++;
  }
  return bars;
}

/** The bar in which a day lies. */
function placeIn(edges: number[], day: number): number {
  let [low, high] = [0, edges.length - 2];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((edges[middle] as number) <= day) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The height of a bar in incidents: those known only coarsely are half as high. */
export function heightOf(bars: Bars, n: number): number {
  return (bars.exact[n] as number) + (bars.coarse[n] as number) / 2;
}
