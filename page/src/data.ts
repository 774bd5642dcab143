// The rows of a case as Python writes them (src/rashomon/show/page/data.py, where each field is explained).
// Everything refers to other rows by their place in the list (-1: none). Offsets are UTF-16 units.

import type { Basemap } from "./data-map";
import type { Network } from "./data-ties";
import type { OutletPair, OutletQuoted, OutletTelling } from "./data-outlets";
import type { CauseMap, FlowLine } from "./data-causes";
import type { Methods } from "./data-methods";
import type { Rows } from "./filled";

export type Pairs = [string, string][];

export interface Line {
  start: number;
  kind: string;
  text: string;
}

export interface Doc {
  id: string;
  title: string;
  outlet: number;
  date: string;
  day: string;
  language: string;
  url: string;
  digest: string;
  lines: Line[];
  withheld: string;
  facts: Pairs;
  missing: Pairs;
  notes: Pairs;
  superseded: number;
  reprints: [doc: number, why: string][];
}

export interface Answer {
  question: string;
  words: string;
  means: string;
  actor: number;
  place: number;
}

export type Shape = "point" | "least" | "most" | "about" | "vague" | "none";

export interface Figure {
  low: number | null;
  high: number | null;
  shape: Shape;
  measure: string;
  unit: string;
  amount: string;
  group: string;
  basis: string;
  as_of: string;
}

export type ClaimKind = "event" | "figure" | "tie" | "flow" | "cause" | "naming";
export type Mark = [start: number, end: number, kind: string, label: string];

export interface Claim {
  id: string;
  kind: ClaimKind;
  doc: number;
  start: number;
  end: number;
  quote: string;
  astray: boolean;
  says: string;
  act: string;
  voice: string;
  told: string;
  flag: string;
  hedge: string;
  score: number;
  state: string;
  notes: string[];
  maker: string;
  marks: Mark[];
  answers: Answer[];
  figure: Figure | null;
  incident: number;
  background: boolean;
  points: number[];
  superseded: boolean;
}

export type Standpoint = [claim: number, reason: number];

export interface Finding {
  field: string;
  measure: string;
  unit: string;
  label: string;
  group: string;
  low: number | null;
  best: number | null;
  high: number | null;
  whole: string;
  gap: string;
  backing: Standpoint[];
  aside: Standpoint[];
}

export interface Incident {
  id: string;
  aliases: string[];
  title: string;
  timed: number;
  act: string;
  like: string;
  family: string;
  from: string;
  to: string;
  when: string;
  precision: string;
  near: string;
  place: number;
  where: string;
  actors: number[];
  claims: number[];
  docs: number[];
  origins: [speaker: string, outlets: string, why: string][];
  grade: string;
  background: boolean;
  minor: boolean;
  state: string;
  findings: Finding[][];
  main: number[];
}

export interface Place {
  id: string;
  name: string;
  kind: string;
  near: string;
  lat: number | null;
  lon: number | null;
  radius: number | null;
  country: string;
  region: string;
  why: string;
}

export interface Actor {
  id: string;
  name: string;
  kind: string;
  country: string;
  aliases: [outlet: number, words: string, count: number][];
  roles: string[];
  external: Pairs;
  incidents: number[];
  why: [words: string, count: number][];
  named: number[];
}

export interface Side {
  says: string;
  claims: number[];
}

export interface Dispute {
  id: string;
  kind: string;
  about: string;
  incident: number;
  actors: number[];
  within: boolean;
  tension: boolean;
  seeming: boolean;
  gap: string;
  size: number;
  why: string;
  sides: Side[];
}

export interface Policy {
  name: string;
  rule: string;
}

export interface Head {
  reports: number;
  undated: number;
  outlets: number;
  origins: number;
  claims: number;
  covered: string;
  reviewed: number;
}

export interface Case {
  rows: Rows;
  case: string;
  built: string;
  version: string;
  schema: string;
  head: Head;
  policies: Policy[];
  policy: number;
  reasons: string[];
  grades: Pairs;
  outlets: string[];
  docs: Doc[];
  claims: Claim[];
  incidents: Incident[];
  actors: Actor[];
  places: Place[];
  disputes: Dispute[];
  basemap: Basemap | null;
  network: Network;
  causes: CauseMap;
  flows: FlowLine[];
  tellings: OutletTelling[];
  quoted: OutletQuoted[];
  pairs: OutletPair[];
  methods: Methods;
}
