// Scales from numbers to per cent of a strip's width, as rashomon.show.axis: linear inside one incident, square-root in lists.

import { bounded } from "../text";
const STEPS = [1, 2, 2.5, 5, 10];

/** The smallest of 1, 2, 2.5, 5, 10 times a power of ten that is a whole number not below `value`. */
export function roundUp(value: number): number {
  let power = 1;
  while (power * 10 <= value) power *= 10;
  return STEPS.map((step) => step * power).find((round) => round >= value && Number.isInteger(round)) ?? power * 10;
}

/** Where a cut begins and ends, in per cent of the width. */
export const CUT = [76, 83] as const;

export class Axis {
  /** `cut`: the value up to which most of the width goes, where few are far above; else the top. */
  constructor(
    readonly top: number,
    readonly root = false,
    readonly cut = top,
  ) {}

  /** Where a value stands, in per cent of the width, kept inside 0..100. */
  at(value: number): number {
    const { top, cut } = this;
    if (cut < top && value > cut) return this.spread(value, cut, top, CUT[1], 100);
    return this.spread(value, 0, cut, 0, cut < top ? CUT[0] : 100);
  }

  private spread(value: number, least: number, most: number, from: number, to: number): number {
    const part = (bounded(value, least, most) - least) / (most - least);
    return Math.round(100 * (from + (to - from) * (this.root ? Math.sqrt(part) : part))) / 100;
  }

  /** Round values to label: 0, the top and those between. */
  get ticks(): number[] {
    if (this.root) {
      const between = [0.06, 0.25, 0.55].map((part) => roundUp(this.top * part));
      return [...new Set([0, ...between, this.top])].sort((a, b) => a - b);
    }
    const parts = [4, 5, 2].find((n) => this.top % n === 0) ?? 1;
    return Array.from({ length: parts + 1 }, (_, n) => (this.top * n) / parts);
  }
}

/** The axis on which all values fit, with a little room on the right for an open end. */
export function axisOf(values: (number | null)[], root = false): Axis {
  const top = values.reduce<number>((most, value) => Math.max(most, value ?? 0), 1);
  return new Axis(roundUp(Math.max(top * 1.05, 4)), root);
}

/**
 * The axis of a list: square-root; and where it would go on far above what most values keep to, it is cut, so that a few
 * huge ones don't squeeze all others into nothing.
 */
export function listAxis(values: (number | null)[]): Axis {
  const { top } = axisOf(values, true);
  const known = values.filter((value) => value !== null).sort((a, b) => a - b);
  const cut = roundUp(3 * Math.max(known[Math.floor(0.9 * (known.length - 1))] ?? 0, 1));
  return new Axis(top, true, 4 * cut < top ? cut : top);
}
