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

const ASSERTION = { turned: false, from: "", to: "", as_of: "", history: false };
const NETWORK = { ties: [], spots: [], wide: 0, high: 0, turns: [], trios: [], loose: [] };

/** The network with all defaults filled in. */
export function openedNetwork(raw: Partial<Network> | undefined): Network {
  const network: Network = { ...NETWORK, ...raw };
  const ties = network.ties.map((tie) => ({
    ...tie,
    assertions: tie.assertions.map((one) => ({ ...(ASSERTION as Partial<Assertion>), ...one })),
  }));
  return { ...network, ties };
}
