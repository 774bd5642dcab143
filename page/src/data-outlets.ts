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
