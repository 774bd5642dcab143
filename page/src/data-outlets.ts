// The rows of the page on outlets as Python writes them (src/rashomon/show/page/data_outlets.py, where they are explained).

import type { Shape } from "./data";

export interface OutletTelling {
  incident: number;
  outlet: number;
  docs: number[];
  delay: number | null;
  doers: [name: string, claim: number][];
  quoted: [name: string, claim: number][];
  replaced: number[];
}

export interface OutletQuoted {
  words: string;
  actor: number;
  by: [outlet: number, claims: number][];
}

export interface OutletSays {
  low: number | null;
  high: number | null;
  shape: Shape;
  words: string;
  claims: number[];
}

export interface OutletFigure {
  incident: number;
  measure: string;
  label: string;
  how: string;
  times: number | null;
  a: OutletSays;
  b: OutletSays;
}

export interface OutletWords {
  about: string;
  actor: number;
  incident: number;
  how: string;
  a: [words: string, times: number][];
  b: [words: string, times: number][];
}

export interface OutletPair {
  a: number;
  b: number;
  few: string;
  copies: number;
  compared: number | null;
  differ: number | null;
  widest: string;
  figures: OutletFigure[];
  actors: OutletWords[];
  acts: OutletWords[];
}

export const OUTLETTELLING = { delay: null, doers: [], quoted: [], replaced: [] };
export const OUTLETQUOTED = { actor: -1 };
export const OUTLETSAYS = { low: null, high: null, shape: "none", words: "", claims: [] };
export const OUTLETFIGURE = { times: null };
export const OUTLETWORDS = { actor: -1, incident: -1 };
export const OUTLETPAIR = {
  ...{ few: "", copies: 0, compared: null, differ: null, widest: "", figures: [], actors: [], acts: [] },
};

/** A pair with its defaults filled in, down to what each outlet says. */
export function filledPair(given: Partial<OutletPair>): OutletPair {
  const pair = { ...OUTLETPAIR, ...given } as OutletPair;
  const says = (side: Partial<OutletSays>) => ({ ...OUTLETSAYS, ...side }) as OutletSays;
  const words = (called: OutletWords): OutletWords => ({ ...OUTLETWORDS, ...called });
  return {
    ...pair,
    figures: pair.figures.map((one) => ({ ...OUTLETFIGURE, ...one, a: says(one.a), b: says(one.b) })),
    actors: pair.actors.map(words),
    acts: pair.acts.map(words),
  };
}
