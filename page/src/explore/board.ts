// Which incidents pass: for each of the filters whether an incident fails it, so that facets can count "all but mine".

import type { Dossier } from "../case";
import { type Columns, FAMILIES, type Figures, STATES } from "./columns";
import { slug, type View } from "./view";

/** The filters in the order of their bits. Inside one its values are alternatives; together all must hold. */
export const DIMENSIONS = ["time", "type", "actor", "outlet", "place", "diff", "status", "history", "q"] as const;
export type Dimension = (typeof DIMENSIONS)[number];

export function bit(dimension: Dimension): number {
  return 1 << DIMENSIONS.indexOf(dimension);
}

type Passes = (at: number) => boolean;

export interface Asked {
  dossier: Dossier;
  columns: Columns;
  figures: Figures;
  /** Incidents that hold the words searched for; null while nothing is searched. */
  hits: Set<number> | null;
}

/** The test of one filter; null if it is off, so that all pass. */
export function testOf(dimension: Dimension, view: View, asked: Asked): Passes | null {
  const { columns, dossier, figures, hits } = asked;
  const { incidents, places, outlets } = dossier.data;
  switch (dimension) {
    case "time":
      return inTime(view, columns);
    case "type":
      return view.type.length ? (at) => view.type.includes(FAMILIES[columns.family[at] as number] as string) : null;
    case "actor": {
      const wanted = new Set(view.actor.map((id) => dossier.actorAt.get(id) ?? -1));
      return wanted.size ? (at) => incidents[at]?.actors.some((actor) => wanted.has(actor)) ?? false : null;
    }
    case "outlet": {
      const wanted = new Set(outlets.flatMap((name, at) => (view.outlet.includes(slug(name)) ? [at] : [])));
      return view.outlet.length ? (at) => (columns.outlets[at] ?? []).some((one) => wanted.has(one)) : null;
    }
    case "place":
      if (view.unplaced) return (at) => !columns.placed[at];
      if (view.bbox) return inBox(view.bbox, columns);
      return view.place.length ? (at) => view.place.includes(places[incidents[at]?.place ?? -1]?.id ?? "") : null;
    case "diff":
      return view.diff ? (at) => (figures.ratio[at] as number) >= view.diff : null;
    case "status": {
      const wanted = 1 << STATES.indexOf(view.status);
      return STATES.includes(view.status) ? (at) => ((columns.states[at] as number) & wanted) > 0 : null;
    }
    case "history":
      return view.history ? null : (at) => !columns.background[at];
    case "q":
      return hits ? (at) => hits.has(at) : null;
  }
}

/** A period passes if it overlaps the window: what may have been in it is not hidden. */
function inTime({ from, to, undated }: View, columns: Columns): Passes | null {
  if (undated) return (at) => Number.isNaN(columns.from[at]);
  if (from === null && to === null) return null;
  const [first, last] = [from ?? -Infinity, to ?? Infinity];
  return (at) => (columns.to[at] as number) >= first && (columns.from[at] as number) <= last;
}

function inBox([west, south, east, north]: NonNullable<View["bbox"]>, { placed, lon, lat }: Columns): Passes {
  return (at) => {
    const [x, y] = [lon[at] as number, lat[at] as number];
    return placed[at] === 1 && x >= west && x <= east && y >= south && y <= north;
  };
}

/** For every incident 1 if it fails; null if the filter is off. */
export function failing(test: Passes | null, size: number): Uint8Array | null {
  if (!test) return null;
  const found = new Uint8Array(size);
  for (let at = 0; at < size; at++) found[at] = test(at) ? 0 : 1;
  return found;
}

/** The bits of the filters that each incident fails. */
export function combined(fails: (Uint8Array | null)[], size: number): Uint16Array {
  const found = new Uint16Array(size);
  fails.forEach((fail, n) => {
    if (fail) for (let at = 0; at < size; at++) (found[at] as number) |= (fail[at] as number) << n;
  });
  return found;
}

/** How many incidents would pass if these filters were off. */
export function without(failed: Uint16Array, bits: number): number {
  let count = 0;
  for (let at = 0; at < failed.length; at++) if (((failed[at] as number) & ~bits) === 0) count++;
  return count;
}

/** For each value of a filter how many incidents have it that pass all the others. */
export function counted(failed: Uint16Array, own: number, values: number, of: (at: number) => number[]): Int32Array {
  const counts = new Int32Array(values);
  for (let at = 0; at < failed.length; at++) {
    if (((failed[at] as number) & ~own) !== 0) continue;
    for (const value of of(at)) if (value >= 0) (counts[value] as number)++;
  }
  return counts;
}

/** All incidents in the order of a sort; ties by newest, then as the record has them. What has no value comes last. */
export function ordered(sort: string, { columns, figures }: Asked): Int32Array {
  const { from, to, size } = columns;
  const last = (value: number | undefined) => (value === undefined || Number.isNaN(value) ? -Infinity : value);
  const keys: Record<string, (at: number) => number> = {
    "": (at) => last(to[at]),
    oldest: (at) => -last(from[at]),
    accounts: (at) => figures.accounts[at] as number,
    gap: (at) => figures.ratio[at] as number,
    killed: (at) => last(figures.killed[at]?.high ?? figures.killed[at]?.low ?? undefined),
  };
  const key = keys[sort] ?? (keys[""] as (at: number) => number);
  const values = Float64Array.from({ length: size }, (_, at) => {
    const value = key(at);
    return value === Infinity && sort === "oldest" ? -Infinity : value;
  });
  const newest = (a: number, b: number) => last(to[b]) - last(to[a]) || 0;
  const compare = (a: number, b: number) => {
    const [x, y] = [values[a] as number, values[b] as number];
    return x === y ? newest(a, b) || a - b : y - x;
  };
  return Int32Array.from({ length: size }, (_, at) => at).sort(compare);
}
