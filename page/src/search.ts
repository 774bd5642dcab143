// Full text over a case: incidents, actors, places, reports, and the sentences of claims. Built when first asked for,
// a little at a time, so that the page never stands still.

import MiniSearch from "minisearch";
import type { Dossier } from "./case";
import { to } from "./route";

export type Kind = "incident" | "actor" | "place" | "report" | "claim";

/** What can be found: `at` is its place in the list of its kind. */
export interface Entry {
  id: string;
  kind: Kind;
  at: number;
  name: string;
  words: string;
}

export interface Group {
  kind: Kind;
  label: string;
  found: Entry[];
  all: number;
}

const GROUPS: [kind: Kind, label: string, most: number][] = [
  ["incident", "Incidents", 6],
  ["actor", "Actors", 4],
  ["place", "Places", 4],
  ["report", "Reports", 4],
  ["claim", "Sentences", 8],
];
/** Milliseconds of work between two breaths. */
const SLICE = 30;

/** Words without case and accents, so that they are found however they are typed. */
export function folded(word: string): string {
  return word.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

/** The claims that share a sentence, by the first of them: a sentence is found once, whatever it says. */
function sentencesOf(dossier: Dossier): Map<string, number[]> {
  const by = new Map<string, number[]>();
  for (const [at, { doc, start, end, quote }] of dossier.data.claims.entries()) {
    const key = `${doc} ${start} ${end} ${quote}`;
    const same = by.get(key);
    if (same) same.push(at);
    else by.set(key, [at]);
  }
  return by;
}

function* entries(dossier: Dossier, sentences: Iterable<number[]>): Generator<Entry> {
  const { data } = dossier;
  for (const [at, { title: name, act, when, where, id }] of data.incidents.entries())
    yield { id: `i${at}`, kind: "incident", at, name, words: `${act} ${when} ${where} ${id}` };
  for (const [at, one] of data.actors.entries())
    yield { id: `a${at}`, kind: "actor", at, name: one.name, words: one.aliases.map(([, words]) => words).join(" ") };
  for (const [at, one] of data.places.entries())
    yield { id: `p${at}`, kind: "place", at, name: one.name, words: `${one.region} ${one.country}` };
  for (const [at, one] of data.docs.entries())
    yield { id: `d${at}`, kind: "report", at, name: one.title, words: `${data.outlets[one.outlet] ?? ""} ${one.date}` };
  for (const same of sentences) {
    const at = same[0] as number;
    const words = same.map((one) => `${dossier.claim(one).says} ${dossier.claim(one).voice}`).join(" ");
    yield { id: `c${at}`, kind: "claim", at, name: dossier.quote(dossier.claim(at)), words };
  }
}

/** The index of a case, which fills itself in the background; what is in it so far can be found. */
export class SearchIndex {
  private readonly index = new MiniSearch<Entry>({
    fields: ["name", "words"],
    storeFields: ["kind", "at", "name"],
    processTerm: folded,
    searchOptions: { prefix: true, combineWith: "AND", boost: { name: 2 }, processTerm: folded },
  });
  private readonly sentences: Map<string, number[]>;
  readonly total: number;
  done = 0;

  constructor(private readonly dossier: Dossier) {
    const { incidents, actors, places, docs } = dossier.data;
    this.sentences = sentencesOf(dossier);
    this.total = incidents.length + actors.length + places.length + docs.length + this.sentences.size;
  }

  get ready(): boolean {
    return this.done === this.total;
  }

  /** Reads everything in, in slices; `told` is called after each of them. */
  async build(told: () => void): Promise<void> {
    const waiting = entries(this.dossier, this.sentences.values());
    for (let next = waiting.next(); !next.done;) {
      const until = performance.now() + SLICE;
      while (!next.done && performance.now() < until) {
        this.index.add(next.value);
        this.done += 1;
        next = waiting.next();
      }
      told();
      await new Promise((breath) => setTimeout(breath));
    }
  }

  /** What matches all words, the last of which may be unfinished: by kind, the best first. */
  find(text: string): Group[] {
    if (!text.trim()) return [];
    const found = this.index.search(text) as unknown as Entry[];
    return GROUPS.map(([kind, label, most]) => {
      const mine = found.filter((entry) => entry.kind === kind);
      return { kind, label, found: mine.slice(0, most), all: mine.length };
    }).filter(({ all }) => all > 0);
  }
}

/** Where an entry is shown. */
export function addressOf({ kind, at, name }: Entry, dossier: Dossier): string {
  const { data } = dossier;
  if (kind === "incident") return to("incident", [data.incidents[at]?.id ?? ""]);
  if (kind === "actor") return to("actor", [data.actors[at]?.id ?? ""]);
  if (kind === "place") return to("explore", [], { q: name });
  if (kind === "report") return to("doc", [data.docs[at]?.id ?? ""]);
  const claim = dossier.claim(at);
  return to("doc", [data.docs[claim.doc]?.id ?? ""], { c: claim.id });
}

/** What stands below an entry's name. */
export function belowOf({ kind, at }: Entry, dossier: Dossier): string {
  const { data } = dossier;
  const [incident, actor, place, doc] = [data.incidents[at], data.actors[at], data.places[at], data.docs[at]];
  const parts: Record<Kind, () => (string | undefined)[]> = {
    incident: () => [incident?.when, incident?.where],
    actor: () => [actor?.kind, actor?.country],
    place: () => [place?.region, place?.country, "its incidents"],
    report: () => [data.outlets[doc?.outlet ?? -1], doc?.date],
    claim: () => [dossier.claim(at).voice, dossier.doc(dossier.claim(at).doc)?.date],
  };
  return parts[kind]().filter(Boolean).join(" · ");
}
