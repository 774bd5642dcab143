// How outlets tell the same incidents, as rows to draw and to give out; nothing here knows of the page.

import type { Dossier } from "./case";
import type { Finding, Shape } from "./data";
import type { OutletTelling } from "./data-outlets";
import { grouped, tallied } from "./grouped";
import { many } from "./text";

/** One figure of one outlet in a finding, with the claims that give it. */
export interface Mark {
  outlet: number;
  low: number | null;
  high: number | null;
  shape: Shape;
  words: string;
  claims: number[];
}

/** One finding with the figures that each outlet gives for it. */
export interface Field {
  finding: Finding;
  marks: Mark[];
  outlets: number;
}

export interface Row {
  incident: number;
  tellings: OutletTelling[];
  fields: Field[];
  /** High over low where several outlets give a figure and they differ, else 0. */
  gap: number;
  /** Outlets that tell the incident, but give no figure of this measure. */
  silent: number[];
}

export type Sort = "gap" | "date" | "outlets";

/** The tellings of each incident that is no history, by incident. */
export function tellingsOf(dossier: Dossier): Map<number, OutletTelling[]> {
  return grouped(dossier.data.tellings, ({ incident }) => incident);
}

/** Outlets in the order of their letters: those that tell most incidents together with others first. */
export function ordered(dossier: Dossier): number[] {
  const shared = dossier.data.outlets.map(() => 0);
  const all = dossier.data.outlets.map(() => 0);
  for (const told of tellingsOf(dossier).values())
    for (const { outlet } of told) {
      all[outlet] = (all[outlet] ?? 0) + 1;
      if (told.length > 1) shared[outlet] = (shared[outlet] ?? 0) + 1;
    }
  const name = (at: number) => dossier.data.outlets[at] ?? "";
  const more = (by: number[], a: number, b: number) => (by[b] ?? 0) - (by[a] ?? 0);
  return dossier.data.outlets
    .map((_, at) => at)
    .sort((a, b) => more(shared, a, b) || more(all, a, b) || name(a).localeCompare(name(b)));
}

/** The letter of each outlet by its place: A to Z, then AA, AB. */
export function letters(dossier: Dossier): string[] {
  const found: string[] = [];
  ordered(dossier).forEach((outlet, n) => {
    found[outlet] = letter(n);
  });
  return found;
}

export function letter(n: number): string {
  return n < 26 ? String.fromCharCode(65 + n) : `${letter(Math.floor(n / 26) - 1)}${letter(n % 26)}`;
}

/** What is counted in incidents that are no history, most often first, deaths before everything. */
export function measures(dossier: Dossier, policy: number): string[] {
  const counts = tallied(
    [...tellingsOf(dossier).keys()]
      .flatMap((at) => dossier.incident(at).findings[policy] ?? [])
      .map((one) => one.measure),
  );
  const first = (measure: string) => (measure === "killed" ? 1 : 0);
  return [...counts.keys()].sort((a, b) => first(b) - first(a) || (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
}

function field(dossier: Dossier, finding: Finding): Field {
  const marks = new Map<string, Mark>();
  for (const [at] of finding.backing) {
    const { figure, doc } = dossier.claim(at);
    if (!figure) continue;
    const outlet = dossier.doc(doc)?.outlet ?? -1;
    const key = [outlet, figure.low, figure.high, figure.shape].join();
    const known = marks.get(key);
    if (known) known.claims.push(at);
    else {
      const { low, high, shape, amount } = figure;
      marks.set(key, { outlet, low, high, shape, words: amount, claims: [at] });
    }
  }
  const drawn = [...marks.values()].sort((a, b) => middle(a) - middle(b) || a.outlet - b.outlet);
  return { finding, marks: drawn, outlets: new Set(drawn.map(({ outlet }) => outlet)).size };
}

function middle({ low, high, shape }: Pick<Mark, "low" | "high" | "shape">): number {
  return shape === "most" ? (high ?? 0) : low === null ? (high ?? 0) : high === null ? low : (low + high) / 2;
}

/** Where the letter of a figure stands: at its number, its bound, or in the middle of its range. */
export const standsAt = middle;

function gapOf(fields: Field[]): number {
  const sizes = fields
    .filter(({ outlets, finding }) => outlets > 1 && finding.gap)
    .map(({ finding }) => (finding.high ?? 0) / Math.max(finding.low ?? 1, 1));
  return Math.max(0, ...sizes);
}

/** A row for each incident that several outlets tell (with `all` each incident), under a policy, of one measure. */
export function rows(dossier: Dossier, policy: number, how: { measure: string; sort: Sort; all: boolean }): Row[] {
  const found: Row[] = [];
  for (const [incident, tellings] of tellingsOf(dossier)) {
    if (tellings.length < 2 && !how.all) continue;
    const findings = dossier.incident(incident).findings[policy] ?? [];
    const fields = findings.filter(({ measure }) => measure === how.measure).map((one) => field(dossier, one));
    fields.sort((a, b) => b.outlets - a.outlets);
    const speaking = new Set(fields.flatMap(({ marks }) => marks.map(({ outlet }) => outlet)));
    const silent = tellings.map(({ outlet }) => outlet).filter((outlet) => !speaking.has(outlet));
    found.push({ incident, tellings, fields, gap: gapOf(fields), silent });
  }
  const day = (row: Row) => dossier.incident(row.incident).from || "9";
  const by: Record<Sort, (a: Row, b: Row) => number> = {
    gap: (a, b) => b.gap - a.gap || Number(b.fields.length > 0) - Number(a.fields.length > 0),
    date: () => 0,
    outlets: () => 0,
  };
  return found.sort(
    (a, b) =>
      by[how.sort](a, b) ||
      (how.sort === "date" ? 0 : b.tellings.length - a.tellings.length) ||
      day(a).localeCompare(day(b)) ||
      a.incident - b.incident,
  );
}

/** Names with the outlets that give them, whoever is named by most first. */
export interface Named {
  name: string;
  by: [outlet: number, claim: number][];
}

export function named(tellings: OutletTelling[], what: "doers" | "quoted"): Named[] {
  const found = new Map<string, Named>();
  for (const telling of tellings)
    for (const [name, claim] of telling[what]) {
      const key = name.toLowerCase();
      const known = found.get(key);
      if (known) known.by.push([telling.outlet, claim]);
      else found.set(key, { name, by: [[telling.outlet, claim]] });
    }
  return [...found.values()].sort((a, b) => b.by.length - a.by.length);
}

/** The days of a first report after the incident, in words. */
export function delayed(delay: number | null): string {
  if (delay === null) return "";
  return delay === 0 ? "same day" : `${many(delay, "day")} later`;
}

/** What an outlet says of a row's measure: its figures in words, "" where it gives none, null where it tells nothing. */
export function saidBy(row: Row, outlet: number): string | null {
  const words = row.fields.flatMap(({ finding, marks }) =>
    marks
      .filter((mark) => mark.outlet === outlet)
      .map((mark) => `${mark.words}${finding.group && ` ${finding.group}`}`),
  );
  if (words.length) return words.join(" / ");
  return row.tellings.some((telling) => telling.outlet === outlet) ? "" : null;
}

/** The rows as a table: one column an outlet; blank where it does not tell the incident. */
export function tableOf(dossier: Dossier, shown: Row[], outlets: number[], mark: string[]): Record<string, unknown>[] {
  return shown.map((row) => {
    const incident = dossier.incident(row.incident);
    const fixed = {
      incident: incident.title,
      id: incident.id,
      when: incident.when,
      where: incident.where,
      outlets: row.tellings.length,
      reports: incident.docs.length,
      figure: row.fields.map(({ finding }) => `${finding.whole} ${finding.label}`).join(" / "),
      gap: row.fields
        .map(({ finding, outlets: by }) => (by > 1 ? finding.gap : ""))
        .filter(Boolean)
        .join(" / "),
    };
    const told = outlets.map((outlet) => {
      const said = saidBy(row, outlet);
      return [`${mark[outlet]}: ${dossier.data.outlets[outlet]}`, said === "" ? "no figure" : said];
    });
    const list = (what: "doers" | "quoted") =>
      named(row.tellings, what).map(({ name, by }) => `${name} (${by.map(([outlet]) => mark[outlet]).join(" ")})`);
    const delays = row.tellings.filter(({ delay }) => delay !== null);
    return {
      ...fixed,
      ...Object.fromEntries(told),
      "named as doer": list("doers").join("; "),
      quoted: list("quoted").join("; "),
      "days to first report": delays.map(({ outlet, delay }) => `${mark[outlet]} ${delay}`).join("; "),
      "replaced reports": row.tellings.reduce((sum, { replaced }) => sum + replaced.length, 0) || null,
    };
  });
}
