// The rows of who is said to stand with or against whom (src/rashomon/show/page/data_ties.py explains each field).

export interface Assertion {
  claim: number;
  relation: string;
  turned: boolean;
  from: string;
  to: string;
  when: string;
  as_of: "" | "report" | "none";
  history: boolean;
  origin: number;
}

export type Sign = "+" | "-" | "0";

export interface Tie {
  left: number;
  right: number;
  sign: Sign;
  origins: string[];
  assertions: Assertion[];
}

export interface Turn {
  left: number;
  right: number;
  before: string;
  before_says: string;
  before_claims: number[];
  after: string;
  after_says: string;
  after_claims: number[];
  why: string;
}

export interface Trio {
  actors: number[];
  balance: string;
  why: string;
  sides: string[];
  claims: number[][];
}

export interface Network {
  ties: Tie[];
  spots: [actor: number, x: number, y: number][];
  wide: number;
  high: number;
  turns: Turn[];
  trios: Trio[];
  loose: number[];
}
