// What the accounts of one incident say: its figures by measure, its answers by question, and who contradicts whom.

import type { Dossier } from "./case";
import type { Claim, Dispute, Finding, Incident } from "./data";
import { Axis, axisOf } from "./draw/axis";

/** More accounts of one group than this are listed by outlet, the newest first, without those that were superseded. */
export const CROWD = 12;

/** One account's figure: whether the finding rests on it, and why. */
export interface Account {
  claim: number;
  reason: string;
  aside: boolean;
}

/** What the policy makes of one counted group, and the accounts behind it; no finding uses those without one. */
export interface Counted {
  finding: Finding | null;
  label: string;
  accounts: Account[];
}

/** Everything counted in one unit, on one axis. */
export interface Measured {
  measure: string;
  axis: Axis;
  groups: Counted[];
}

/** One answer to a question, and the claims that give it, each in its report's own words. */
export interface Answered {
  words: string;
  actor: number;
  place: number;
  claims: { claim: number; words: string }[];
}

export interface Question {
  key: string;
  title: string;
  answers: Answered[];
}

/** Every claim of an incident: its own, and the figures that its findings weigh. */
export function claimsOf(incident: Incident, policy: number): number[] {
  const weighed = (incident.findings[policy] ?? []).flatMap((one) => [...one.backing, ...one.aside].map(([at]) => at));
  return [...new Set([...incident.claims, ...weighed])];
}

/** The incident's figures as the policy has them, deaths first; figures that no finding uses come last. */
export function measured(dossier: Dossier, incident: Incident, policy: number): Measured[] {
  const found = new Map<string, Counted[]>();
  const put = (measure: string, group: Counted) => found.set(measure, [...(found.get(measure) ?? []), group]);
  const known = new Set<number>();
  for (const finding of incident.findings[policy] ?? []) {
    const account = (aside: boolean) => (point: [number, number]) => {
      known.add(point[0]);
      return { claim: point[0], reason: dossier.reason(point[1]), aside };
    };
    const accounts = [...finding.backing.map(account(false)), ...finding.aside.map(account(true))];
    put(finding.measure, { finding, label: finding.label, accounts: sorted(dossier, accounts) });
  }
  for (const at of incident.claims) {
    const { figure } = dossier.claim(at);
    if (!figure || known.has(at)) continue;
    const label = `${figure.measure}: in no finding`;
    const group = found.get(figure.measure)?.find((one) => one.finding === null);
    const account = { claim: at, reason: "no finding uses it", aside: true };
    if (group) group.accounts = sorted(dossier, [...group.accounts, account]);
    else put(figure.measure, { finding: null, label, accounts: [account] });
  }
  return [...found].map(([measure, groups]) => ({ measure, axis: axisFor(dossier, groups), groups }));
}

function axisFor(dossier: Dossier, groups: Counted[]): Axis {
  return axisOf(
    groups.flatMap(({ finding, accounts }) => [
      ...(finding ? [finding.low, finding.best, finding.high] : []),
      ...accounts.flatMap(({ claim }) => bounds(dossier.claim(claim))),
    ]),
  );
}

function bounds({ figure }: Claim): (number | null)[] {
  return figure ? [figure.low, figure.high] : [];
}

/** By value, those set aside last; a crowd by outlet, the newest report first. */
function sorted(dossier: Dossier, accounts: Account[]): Account[] {
  const value = ({ claim }: Account) => {
    const { figure } = dossier.claim(claim);
    return (figure?.shape === "most" ? figure.high : (figure?.low ?? figure?.high)) ?? 0;
  };
  const byValue = [...accounts].sort((a, b) => Number(a.aside) - Number(b.aside) || value(a) - value(b));
  if (accounts.length <= CROWD) return byValue;
  const outlet = ({ claim }: Account) => dossier.outletOf(dossier.claim(claim).doc);
  const day = ({ claim }: Account) => dossier.doc(dossier.claim(claim).doc)?.day ?? "";
  return byValue.sort((a, b) => outlet(a).localeCompare(outlet(b)) || day(b).localeCompare(day(a)));
}

/** The answer of reports that name nobody who did it. */
const NOBODY = "names no one";

const TITLES: Record<string, string> = {
  who: "Who did it",
  target: "To whom or what",
  when: "When",
  where: "Where",
  act: "What happened",
  with: "With what",
};

/** What the incident's event claims answer, by question and answer; the answer that most outlets give comes first. */
export function questions(dossier: Dossier, incident: Incident): Question[] {
  const found = new Map<string, Map<string, Answered>>(Object.keys(TITLES).map((key) => [key, new Map()]));
  const events = incident.claims.filter((at) => dossier.claim(at).kind === "event");
  for (const at of events) {
    const { answers, act } = dossier.claim(at);
    answered(found, "act", { words: act, actor: -1, place: -1 }, at, "");
    for (const { question, words, means, actor, place } of answers) {
      const key = question === "what" ? "target" : question;
      answered(found, key, { words: means || words, actor, place }, at, words);
    }
  }
  for (const at of silent(dossier, events)) answered(found, "who", { words: NOBODY, actor: -1, place: -1 }, at, "");
  return [...found]
    .filter(([key, answers]) => answers.size > 0 && key !== "dateline")
    .map(([key, answers]) => ({ key, title: TITLES[key] ?? titled(key), answers: ranked(dossier, answers) }));
}

/** Of each report that names nobody who did it, its first event claim. */
function silent(dossier: Dossier, events: number[]): number[] {
  const first = new Map<number, number>();
  const naming = new Set<number>();
  for (const at of events) {
    const { doc, answers } = dossier.claim(at);
    if (!first.has(doc)) first.set(doc, at);
    if (answers.some(({ question }) => question === "who")) naming.add(doc);
  }
  return [...first].filter(([doc]) => !naming.has(doc)).map(([, at]) => at);
}

type Given = Omit<Answered, "claims">;

function answered(found: Map<string, Map<string, Answered>>, key: string, given: Given, claim: number, words: string) {
  const answers = found.get(key) ?? new Map<string, Answered>();
  found.set(key, answers);
  const name = given.actor >= 0 ? `a${given.actor}` : given.place >= 0 ? `p${given.place}` : given.words.toLowerCase();
  const answer = answers.get(name) ?? { ...given, claims: [] };
  answers.set(name, answer);
  if (!answer.claims.some((one) => one.claim === claim))
    answer.claims.push({ claim, words: words === answer.words ? "" : words });
}

function ranked(dossier: Dossier, answers: Map<string, Answered>): Answered[] {
  const none = ({ words }: Answered) => Number(words === NOBODY);
  const outlets = ({ claims }: Answered) => new Set(claims.map(({ claim }) => dossier.claim(claim).doc)).size;
  return [...answers.values()].sort(
    (a, b) => none(a) - none(b) || outlets(b) - outlets(a) || b.claims.length - a.claims.length,
  );
}

export function titled(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

/** What is told differently about an incident or by a claim of it, and what only seems to be. */
export function disputesOf(dossier: Dossier, at: number, policy: number): Dispute[] {
  const own = new Set(claimsOf(dossier.incident(at), policy));
  const touches = (one: Dispute) => one.sides.some((side) => side.claims.some((claim) => own.has(claim)));
  return dossier.data.disputes.filter((one) => one.incident === at || (one.incident < 0 && touches(one)));
}

/** The claims that take another side than `claim` in a disagreement. */
export function contradicting(dossier: Dossier, claim: number): Set<number> {
  const others = dossier
    .disputesOf(claim)
    .flatMap(({ sides }) => sides.filter((side) => !side.claims.includes(claim)).flatMap((side) => side.claims));
  return new Set(others);
}

/** Ties, flows and causes that the sentences of an incident's claims tell with it. */
export function beside(dossier: Dossier, incident: Incident): number[] {
  const sentences = incident.claims.map((at) => dossier.claim(at)).filter((claim) => !claim.astray);
  return incident.docs
    .flatMap((doc) => dossier.claimsOf(doc))
    .filter((at) => {
      const { kind, doc, start, end, astray } = dossier.claim(at);
      if (astray || !["tie", "flow", "cause"].includes(kind)) return false;
      return sentences.some((one) => one.doc === doc && one.start < end && one.end > start);
    });
}
