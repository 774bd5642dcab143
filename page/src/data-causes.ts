// The causal map and the flows as Python writes them (src/rashomon/show/page/data_causes.py, where fields are explained).

/** Column and row in the drawing. */
export type Cell = [column: number, row: number];

export interface CauseBox {
  id: string;
  kind: "incident" | "event" | "condition" | "part";
  name: string;
  said: string;
  incident: number;
  claims: number[];
  why: string;
  spot: Cell | [];
  wide: Cell | [];
}

export type Way = "stated" | "implied" | "denied" | "expected";

export interface CauseArrow {
  id: string;
  cause: number;
  effect: number;
  way: Way;
  first: string;
  then: string;
  says: string;
  denies: string;
  origins: number;
  denying: number;
  note: string;
  claims: number[];
  denied: number[];
  expected: number[];
  inside: boolean;
  back: boolean;
  circle: number;
  bends: Cell[];
  turns: Cell[];
}

export interface CauseMap {
  boxes: CauseBox[];
  arrows: CauseArrow[];
  circles: string[];
}

export interface FlowLine {
  origin: string;
  dest: string;
  what: string;
  amount: string;
  least: number | null;
  when: string;
  day: string;
  via: string;
  agent: string;
  told: string;
  says: string;
  origins: number;
  claims: number[];
}
