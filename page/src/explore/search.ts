// Search over titles, places, actors and the sentences of claims; read in pieces, so that the page stays awake.

import MiniSearch from "minisearch";
import type { Dossier } from "../case";

const CHUNK = 300;

/** Letters as they are searched: lower case, without marks, so that "Sevare" finds "Sévaré". */
export function plain(word: string): string {
  return word
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase();
}

function documentOf(dossier: Dossier, at: number) {
  const incident = dossier.incident(at);
  const actors = incident.actors.map((actor) => dossier.actor(actor));
  return {
    id: at,
    title: `${incident.id} ${incident.title} ${incident.act}`,
    place: incident.where,
    actors: actors.flatMap((one) => (one ? [one.name, ...one.aliases.map(([, words]) => words)] : [])).join(" "),
    said: incident.claims.map((claim) => dossier.quote(dossier.claim(claim))).join(" "),
  };
}

const made = new WeakMap<Dossier, Promise<MiniSearch>>();

/** The index of a case; made once, when it is first wanted. */
export function indexOf(dossier: Dossier): Promise<MiniSearch> {
  const before = made.get(dossier);
  if (before) return before;
  const index = new MiniSearch({
    fields: ["title", "place", "actors", "said"],
    processTerm: (term) => plain(term),
    searchOptions: { combineWith: "AND", prefix: true },
  });
  const rows = dossier.data.incidents.map((_, at) => at);
  const filled = (async () => {
    for (let n = 0; n < rows.length; n += CHUNK) {
      index.addAll(rows.slice(n, n + CHUNK).map((at) => documentOf(dossier, at)));
      await new Promise((done) => setTimeout(done));
    }
    return index;
  })();
  made.set(dossier, filled);
  return filled;
}

/** The incidents that hold all these words, or words that begin with them. */
export function hitsOf(index: MiniSearch, words: string): Set<number> {
  return new Set(index.search(words).map((hit) => hit.id as number));
}
