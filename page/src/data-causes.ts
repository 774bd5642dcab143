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

const CAUSEBOX = { said: "", incident: -1, claims: [], why: "", spot: [], wide: [] };
const CAUSEARROW = {
  ...{ says: "", denies: "", origins: 0, denying: 0, note: "", claims: [], denied: [], expected: [] },
  ...{ inside: false, back: false, circle: 0, bends: [], turns: [] },
};
const CAUSEMAP = { boxes: [], arrows: [], circles: [] };
const FLOWLINE = {
  ...{ origin: "", dest: "", amount: "", least: null, when: "", day: "", via: "", agent: "", told: "", says: "" },
  ...{ origins: 0, claims: [] },
};

/** The causal map with all defaults filled in. */
export function causesOf(raw: Partial<CauseMap> | undefined): CauseMap {
  const map = { ...CAUSEMAP, ...raw };
  return {
    boxes: map.boxes.map((box: Partial<CauseBox>) => ({ ...CAUSEBOX, ...box }) as CauseBox),
    arrows: map.arrows.map((arrow: Partial<CauseArrow>) => ({ ...CAUSEARROW, ...arrow }) as CauseArrow),
    circles: map.circles,
  };
}

/** The flows with all defaults filled in. */
export function flowsOf(raw: Partial<FlowLine>[] | undefined): FlowLine[] {
  return (raw ?? []).map((flow) => ({ ...FLOWLINE, ...flow }) as FlowLine);
}
