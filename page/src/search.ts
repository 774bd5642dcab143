// Full text over a case: incidents, actors, places, reports, and the sentences of claims; one index, for the search over
// everything and for Explore. Built when first asked for, a little at a time, so that the page never stands still.

import type { Dossier } from "./case";
import { loaded } from "./loaded";
import { to } from "./route";
import { wordsOf, WordsIndex } from "./words-index";
import { grouped } from "./grouped";
import type { Claim } from "./data";
import { untimed } from "./text";

export type Kind = "incident" | "actor" | "place" | "report" | "claim";

/** What can be found: `at` is its place in the list of its kind. */
export interface Entry {
  id: string;
  kind: Kind;
  at: number;
  name: string;
  /** Other words for it. */
  words: string;
  /** What is only told with it: a day, a voice. */
  beside: string;
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
/** Fields of an entry that name it; the others only stand beside it. */
const NAMED = 2;
/** Milliseconds of work between two breaths. */
const SLICE = 30;

/** The claims that share a sentence, by the first of them: a sentence is found once, whatever it says. */
function sentencesOf({ data }: Dossier): Map<number, number[]> {
  const by = grouped(data.claims.keys(), (at) => {
    const { doc, start, end, quote } = data.claims[at] as Claim;
    return `${doc} ${start} ${end} ${quote}`;
  });
  return new Map([...by.values()].map((same) => [same[0] as number, same]));
}

function* entries(dossier: Dossier, sentences: Iterable<number[]>): Generator<Entry> {
  const { data } = dossier;
  const entry = (kind: Kind, at: number, name: string, words: string, beside: string): Entry => ({
    ...{ id: `${kind}${at}`, kind, at, name, words, beside },
  });
  for (const [at, incident] of data.incidents.entries()) {
    const { act, when, where, id } = incident;
    yield entry("incident", at, untimed(incident), `${act} ${where} ${id}`, when);
  }
  for (const [at, { name, aliases }] of data.actors.entries())
    yield entry("actor", at, name, aliases.map(([, words]) => words).join(" "), "");
  for (const [at, { name, region, country }] of data.places.entries())
    yield entry("place", at, name, "", `${region} ${country}`);
  for (const [at, { title, outlet, date }] of data.docs.entries())
    yield entry("report", at, title, "", `${data.outlets[outlet] ?? ""} ${date}`);
  for (const same of sentences) {
    const told = same.map((one) => `${dossier.claim(one).says} ${dossier.claim(one).voice}`);
    const at = same[0] as number;
    yield entry("claim", at, dossier.quote(dossier.claim(at)), "", told.join(" "));
  }
}

/** The incidents that an entry belongs to: itself, those of an actor, those whose claims share a sentence. */
function incidentsOf({ data }: Dossier, sentences: Map<number, number[]>): (entry: Entry) => number[] {
  const by = (what: "claims" | "actors") => {
    const all = data.incidents.flatMap((incident, at) => incident[what].map((one) => [one, at] as const));
    return grouped(all, ([one]) => one);
  };
  const [byClaim, byActor] = [by("claims"), by("actors")];
  const found = (of: typeof byClaim, at: number) => (of.get(at) ?? []).map(([, incident]) => incident);
  return ({ kind, at }) => {
    if (kind === "incident") return [at];
    if (kind === "actor") return found(byActor, at);
    return kind === "claim" ? (sentences.get(at) ?? []).flatMap((claim) => found(byClaim, claim)) : [];
  };
}

/** The index of a case, which fills itself in the background; what is in it so far can be found. */
export class SearchIndex {
  private readonly index = new WordsIndex();
  /** What was read in, in the order of the index. */
  private readonly entries: Entry[] = [];
  /** The claims of each sentence, by the first of them. */
  private sentences = new Map<number, number[]>();
  private belongs: ((entry: Entry) => number[]) | null = null;
  total = Infinity;
  /** Resolves when everything is read in. */
  readonly whole: Promise<void>;

  constructor(private readonly dossier: Dossier) {
    this.whole = this.build();
  }

  get done(): number {
    return this.entries.length;
  }

  get ready(): boolean {
    return this.done === this.total;
  }

  /** Reads everything in, in slices. */
  private async build(): Promise<void> {
    await loaded;
    const { incidents, actors, places, docs } = this.dossier.data;
    this.sentences = sentencesOf(this.dossier);
    this.total = incidents.length + actors.length + places.length + docs.length + this.sentences.size;
    const waiting = entries(this.dossier, this.sentences.values());
    for (let next = waiting.next(); !next.done;) {
      const until = performance.now() + SLICE;
      while (!next.done && performance.now() < until) {
        const { name, words, beside } = next.value;
        this.index.add([name, words, beside]);
        this.entries.push(next.value);
        next = waiting.next();
      }
      await new Promise((breath) => setTimeout(breath));
    }
  }

  private search(words: string[], fields?: number): Entry[] {
    return this.index.search(words, fields).map((at) => this.entries[at] as Entry);
  }

  /** What matches all words, finished or not: by kind, the best first. */
  find(text: string): Group[] {
    const found = this.search(wordsOf(text));
    return GROUPS.map(([kind, label, most]) => {
      const mine = found.filter((entry) => entry.kind === kind);
      return { kind, label, found: mine.slice(0, most), all: mine.length };
    }).filter(({ all }) => all > 0);
  }

  /** The incidents of which each of these words is said: in their titles, places, actors or sentences. */
  incidents(text: string): Set<number> {
    if (!this.ready) return new Set();
    this.belongs ??= incidentsOf(this.dossier, this.sentences);
    const belongs = this.belongs;
    const said = wordsOf(text).map((word) => new Set(this.search([word], NAMED).flatMap(belongs)));
    return new Set([...(said[0] ?? [])].filter((at) => said.every((one) => one.has(at))));
  }
}

const made = new WeakMap<Dossier, SearchIndex>();

/** The one index of a case, begun when it is first asked for. */
export function indexOf(dossier: Dossier): SearchIndex {
  const found = made.get(dossier) ?? new SearchIndex(dossier);
  made.set(dossier, found);
  return found;
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
