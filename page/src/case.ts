// The case at hand: its rows with their defaults filled in, found by id, and the words of every claim.

import type { Actor, Case, Claim, Dispute, Doc, Finding, Incident, Line, Place } from "./data";
import { filled } from "./filled";
import { grouped } from "./grouped";

// Fields that stand in parts of their own, and their rows.
const REST = { claims: "Claim", tellings: "OutletTelling", pairs: "OutletPair" };

/** A row with one more field, which is made when it is first asked for. */
function later<T extends object>(row: T, name: string, make: () => unknown): T {
  const put = (how: PropertyDescriptor) => Object.defineProperty(row, name, { enumerable: true, ...how });
  return put({ configurable: true, get: () => put({ value: make() }) && row[name as keyof T] });
}

/**
 * A case with all defaults filled in. Claims, lines of reports, and what outlets tell are read when they are asked for:
 * they stand in parts of their own (src/rashomon/show/page/shell.py), which `part` gives by name once `loaded`.
 */
export function opened(json: string, part: (name: string) => string | undefined = () => ""): Case {
  const raw = JSON.parse(json);
  const made = filled<Case>(raw.rows, "Case", raw);
  const read = (name: string) => JSON.parse(part(name) || "0");
  const lines = later({} as { all: Line[][] | 0 }, "all", () => read("lines"));
  made.docs.forEach((doc, at) => {
    const own = doc.lines;
    later(doc, "lines", () => filled(raw.rows, "Line", lines.all ? lines.all[at] : own));
  });
  for (const [name, row] of Object.entries(REST)) {
    const own = made[name as keyof Case];
    later(made, name, () => filled(raw.rows, row, read(name) || own));
  }
  return made;
}

function places<T extends { id: string }>(rows: T[]): Map<string, number> {
  return new Map(rows.map((row, at) => [row.id, at]));
}

/** The case with its rows by id, and what hangs on what. Made once; pages read it through `useDossier`. */
export class Dossier {
  readonly incidentAt: Map<string, number>;
  readonly docAt: Map<string, number>;
  readonly actorAt: Map<string, number>;
  readonly placeAt: Map<string, number>;
  /** Ids of merged incidents, and the incident that they are now. */
  readonly merged: Map<string, number>;
  private disputesByClaim: Map<number, (readonly [number, Dispute])[]> | null = null;
  private claimsByDoc: Map<number, number[]> | null = null;
  private claimPlaces: Map<string, number> | null = null;

  constructor(readonly data: Case) {
    this.incidentAt = places(data.incidents);
    this.docAt = places(data.docs);
    this.actorAt = places(data.actors);
    this.placeAt = places(data.places);
    this.merged = new Map(data.incidents.flatMap((incident, at) => incident.aliases.map((id) => [id, at] as const)));
  }

  get claimAt(): Map<string, number> {
    this.claimPlaces ??= places(this.data.claims);
    return this.claimPlaces;
  }

  /** The claims of a report in the order of its text, by their places. */
  claimsOf(doc: number): number[] {
    if (!this.claimsByDoc) {
      const by = grouped(this.data.claims.keys(), (at) => this.claim(at).doc);
      const order = (a: number, b: number) => {
        const [x, y] = [this.claim(a), this.claim(b)];
        return x.start - y.start || x.end - y.end;
      };
      for (const found of by.values()) found.sort(order);
      this.claimsByDoc = by;
    }
    return this.claimsByDoc.get(doc) ?? [];
  }

  /** The disagreements in which a claim takes a side. */
  disputesOf(claim: number): Dispute[] {
    if (!this.disputesByClaim) {
      const sides = this.data.disputes
        .filter(({ seeming }) => !seeming)
        .flatMap((one) => [...new Set(one.sides.flatMap(({ claims }) => claims))].map((at) => [at, one] as const));
      this.disputesByClaim = grouped(sides, ([at]) => at);
    }
    return (this.disputesByClaim.get(claim) ?? []).map(([, one]) => one);
  }

  claim(at: number): Claim {
    return this.data.claims[at] as Claim;
  }

  incident(at: number): Incident {
    return this.data.incidents[at] as Incident;
  }

  doc(at: number): Doc | undefined {
    return this.data.docs[at];
  }

  actor(at: number): Actor | undefined {
    return this.data.actors[at];
  }

  place(at: number): Place | undefined {
    return this.data.places[at];
  }

  /** Who published a report. */
  outletOf(doc: number): string {
    const found = this.data.docs[doc];
    return found ? (this.data.outlets[found.outlet] ?? "") : "unknown report";
  }

  reason(at: number): string {
    return this.data.reasons[at] ?? "";
  }

  /** The finding that stands for an incident under a policy, if it has one. */
  main(incident: Incident, policy: number): Finding | undefined {
    return incident.findings[policy]?.[incident.main[policy] ?? -1];
  }

  /** The sentence of a claim, from the text that is carried, else as it was quoted. */
  quote(claim: Claim): string {
    return claim.quote || this.slice(claim.doc, claim.start, claim.end);
  }

  /** Characters of a report's text; lines that are not carried are left out, line ends are spaces. */
  slice(doc: number, start: number, end: number): string {
    const found: string[] = [];
    for (const line of this.data.docs[doc]?.lines ?? []) {
      const last = line.start + line.text.length;
      if (last > start && line.start < end)
        found.push(line.text.slice(Math.max(0, start - line.start), end - line.start));
    }
    return found.join(" ");
  }
}
