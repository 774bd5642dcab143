// What the filters, sorts and drawings ask of every incident, as columns, so that twenty thousand are asked at once.

import type { Dossier } from "../case";
import type { Finding } from "../data";
import { dayOf } from "../days";

export const FAMILIES = ["air", "shelling", "ground", "taking", "bomb", "other"];
export const FAMILY: Record<string, string> = {
  air: "air strike",
  shelling: "shelling",
  ground: "ground attack",
  taking: "coercion, abduction",
  bomb: "bomb",
  other: "other",
};
export const STATES = ["accounts differ", "reviewed", "corrected", "machine only"];
const COARSE = new Set(["week", "month", "season", "year", "years", "open"]);
export const NEVER = Number.NaN;

export interface Columns {
  size: number;
  /** First and last day (since 1970); an open end is the known one; NaN: no date. */
  from: Float64Array;
  to: Float64Array;
  coarse: Uint8Array;
  family: Uint8Array;
  background: Uint8Array;
  /** Whether there are coordinates, and which. */
  placed: Uint8Array;
  lon: Float64Array;
  lat: Float64Array;
  /** Outlets of the reports that tell it, by their places. */
  outlets: number[][];
  /** Bits: the `STATES` that hold. */
  states: Uint8Array;
}

/** The columns that no policy changes. */
export function columnsOf(dossier: Dossier): Columns {
  const { incidents, docs } = dossier.data;
  const size = incidents.length;
  const made: Columns = {
    size,
    from: new Float64Array(size).fill(NEVER),
    to: new Float64Array(size).fill(NEVER),
    coarse: new Uint8Array(size),
    family: new Uint8Array(size),
    background: new Uint8Array(size),
    placed: new Uint8Array(size),
    lon: new Float64Array(size),
    lat: new Float64Array(size),
    outlets: [],
    states: new Uint8Array(size),
  };
  incidents.forEach((incident, at) => {
    const [from, to] = [dayOf(incident.from), dayOf(incident.to)];
    made.from[at] = from ?? to ?? NEVER;
    made.to[at] = to ?? from ?? NEVER;
    made.coarse[at] = Number(COARSE.has(incident.precision));
    made.family[at] = Math.max(FAMILIES.indexOf(incident.family), 0);
    if (!FAMILIES.includes(incident.family)) made.family[at] = FAMILIES.indexOf("other");
    made.background[at] = Number(incident.background);
    const place = dossier.place(incident.place);
    if (place && place.lat !== null && place.lon !== null) {
      made.placed[at] = 1;
      [made.lon[at], made.lat[at]] = [place.lon, place.lat];
    }
    made.outlets.push([...new Set(incident.docs.map((doc) => docs[doc]?.outlet ?? -1))]);
    const { state } = incident;
    const [reviewed, corrected] = [state.startsWith("reviewed"), state.startsWith("corrected")];
    const bits = [incident.grade === "contested", reviewed, corrected, !state];
    made.states[at] = bits.reduce((all, bit, n) => all | (Number(bit) << n), 0);
  });
  return made;
}

/** What a policy makes of every incident: the figure that stands for it, and people killed. */
export interface Figures {
  main: (Finding | undefined)[];
  /** The main finding, where it counts people killed in the incident itself. */
  killed: (Finding | undefined)[];
  /** High over low where two accounts or more differ, infinite over nothing; 0 elsewhere. */
  ratio: Float64Array;
  /** Accounts behind the figure, else reports that tell it. */
  accounts: Int32Array;
}

export function figuresOf(dossier: Dossier, policy: number): Figures {
  const { incidents } = dossier.data;
  const made: Figures = {
    main: [],
    killed: [],
    ratio: new Float64Array(incidents.length),
    accounts: new Int32Array(incidents.length),
  };
  incidents.forEach((incident, at) => {
    const main = dossier.main(incident, policy);
    made.main.push(main);
    made.killed.push(main?.measure === "killed" ? main : undefined);
    made.ratio[at] = main ? ratioOf(main) : 0;
    made.accounts[at] = main ? main.backing.length : incident.docs.length;
  });
  return made;
}

/** How many times the low the high is; one account alone, however vague, is no disagreement. */
export function ratioOf({ low, high, backing }: Finding): number {
  if (backing.length < 2 || low === null || high === null || high <= low) return 0;
  return low > 0 ? high / low : Number.POSITIVE_INFINITY;
}

export interface Sum {
  low: number;
  best: number;
  high: number;
  /** Incidents with a figure; those of them without a best one, and with an open end above. */
  counted: number;
  without: number;
  open: number;
}

/** The sums of lows, bests and highs of people killed; an open low adds nothing, an open high its low. */
export function killedIn(shown: ArrayLike<number>, { killed }: Figures): Sum {
  const sum: Sum = { low: 0, best: 0, high: 0, counted: 0, without: 0, open: 0 };
  for (let n = 0; n < shown.length; n++) {
    const finding = killed[shown[n] as number];
    if (!finding) continue;
    sum.counted++;
    sum.low += finding.low ?? 0;
    sum.high += finding.high ?? finding.low ?? 0;
    if (finding.high === null) sum.open++;
    const best = finding.best ?? (finding.low === finding.high ? finding.low : null);
    if (best === null) sum.without++;
    else sum.best += best;
  }
  return sum;
}
