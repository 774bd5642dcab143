// A common axis of time on which long stretches without anything are cut out, so that 1991 and last week both show.

import { days, isoOf, MONTHS } from "../days";

export interface Stretch {
  from: number;
  to: number;
  left: number;
  right: number;
  words: string;
}

type Run = [from: number, to: number, count: number];

const CUT = 0.18; // of all time: an empty stretch longer than this is cut out
const BREAK = 4; // per cent of the width that a cut takes

export class Timeline {
  readonly stretches: Stretch[];
  /** Every day on which something begins or ends. */
  readonly moments: number[];

  /** `told` are the times that must show, as ISO days; a stretch of time that is told of is never cut. */
  constructor(told: { from: string; to: string }[]) {
    const runs = told.flatMap(({ from, to }): Run[] => {
      const ends = [from || to, to || from].filter(Boolean).map(days);
      return ends.length === 2 && ends.every(Number.isFinite) ? [[ends[0] as number, ends[1] as number, 1]] : [];
    });
    this.moments = [...new Set(runs.flatMap(([from, to]) => [from, to]))].sort((a, b) => a - b);
    this.stretches = spread(joined(runs.sort((a, b) => a[0] - b[0] || a[1] - b[1])));
  }

  get first(): number {
    return this.stretches[0]?.from ?? 0;
  }

  get last(): number {
    return this.stretches.at(-1)?.to ?? 0;
  }

  /** Where a day stands, in per cent of the width; days in a cut stand at its middle. */
  at(day: number): number {
    let before = 0;
    for (const one of this.stretches) {
      if (day < one.from) return one === this.stretches[0] ? 0 : (before + one.left) / 2;
      if (day <= one.to) {
        const part = one.to > one.from ? (day - one.from) / (one.to - one.from) : 0.5;
        return one.left + part * (one.right - one.left);
      }
      before = one.right;
    }
    return 100;
  }

  /** The day at a place, in per cent of the width. */
  day(at: number): number {
    for (const one of this.stretches) {
      if (at < one.left) return one.from;
      if (at <= one.right) {
        const part = one.right > one.left ? (at - one.left) / (one.right - one.left) : 0;
        return Math.round(one.from + part * (one.to - one.from));
      }
    }
    return this.last;
  }

  /** Places of the cuts, in per cent. */
  get cuts(): number[] {
    return this.stretches.slice(1).map((one, n) => ((this.stretches[n]?.right ?? 0) + one.left) / 2);
  }
}

/** Runs, each from a day to a day with how many times are told in it, joined where little lies between them. */
function joined(runs: Run[]): Run[] {
  const last = runs.reduce((most, [, to]) => Math.max(most, to), -Infinity);
  const longest = Math.max(CUT * (last - (runs[0]?.[0] ?? 0)), 60);
  const found: Run[] = [];
  for (const [from, to, count] of runs) {
    const before = found.at(-1);
    if (before && from - before[1] <= longest) {
      before[1] = Math.max(before[1], to);
      before[2] += count;
    } else found.push([from, to, count]);
  }
  return found;
}

/** Each run gets room by how much is told of in it; a little time is left on both sides. */
function spread(runs: Run[]): Stretch[] {
  const weights = runs.map((run) => Math.sqrt(run[2]) + 0.5);
  const all = weights.reduce((a, b) => a + b, 0);
  const room = 100 - BREAK * (runs.length - 1);
  let left = 0;
  return runs.map(([from, to], n) => {
    const margin = Math.max(1, Math.round((to - from) * 0.03));
    const right = left + (room * (weights[n] as number)) / all;
    const made = { from: from - margin, to: to + margin, left, right, words: spanWords(isoOf(from), isoOf(to)) };
    left = right + BREAK;
    return made;
  });
}

/** A stretch in few words: 1980–1989, 2028, 9–20 May 2031. */
export function spanWords(from: string, to: string): string {
  const [y, m, d] = from.split("-").map(Number) as [number, number, number];
  const [y2, m2, d2] = to.split("-").map(Number) as [number, number, number];
  const month = (n: number) => MONTHS[n - 1]?.slice(0, 3);
  if (from === to) return m === 1 && d === 1 ? `${y}` : `${d} ${month(m)} ${y}`;
  if (y2 - y > 1 || (from.endsWith("-01-01") && to.endsWith("-12-31"))) return y === y2 ? `${y}` : `${y}–${y2}`;
  if (y === y2 && m === m2) return `${d}–${d2} ${month(m)} ${y}`;
  return y === y2 ? `${month(m)}–${month(m2)} ${y}` : `${month(m)} ${y}–${month(m2)} ${y2}`;
}
