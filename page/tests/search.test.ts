import { expect, test } from "vitest";
import type { Dossier } from "../src/case";
import { indexOf, SearchIndex } from "../src/search";
import { wordsOf, WordsIndex } from "../src/words-index";

const claim = (id: string, doc: number, quote: string, says: string, voice = "") => ({
  ...{ id, doc, quote, says, voice, start: 0, end: quote.length },
});
const DATA = {
  incidents: [
    { id: "i-1", title: "Raid at Sévaré", act: "raid", when: "May 2031", where: "Sévaré", actors: [0], claims: [0] },
    { id: "i-2", title: "Shelling of Karm", act: "shelling", when: "2032", where: "Karm", actors: [], claims: [1, 2] },
  ],
  actors: [{ id: "a-1", name: "Red Dune Front", aliases: [[0, "the dune fighters", 1]], kind: "group", country: "" }],
  places: [{ id: "p-1", name: "Sévaré", region: "Mopti", country: "" }],
  docs: [{ id: "d-1", title: "Night of Karm", outlet: 0, date: "1 May 2031" }],
  outlets: ["Harbour Post"],
  claims: [
    claim("c-1", 0, "Gunmen took the mill at dawn.", "an attack", "says a resident"),
    claim("c-2", 0, "Shells fell on the market.", "12 killed"),
    claim("c-3", 0, "Shells fell on the market.", "4 injured"),
  ],
};
const dossier = { data: DATA, claim: (at: number) => DATA.claims[at], quote: (one: { quote: string }) => one.quote };
const CASE = dossier as unknown as Dossier;

async function index(): Promise<SearchIndex> {
  const made = indexOf(CASE);
  await made.whole;
  return made;
}

test("there is one index for a case, and it says when it is whole", async () => {
  const made = await index();
  expect(indexOf(CASE)).toBe(made);
  expect(made.ready).toBe(true);
  expect(made.total).toBe(7);
});

test.each([
  ["sevare", ["incident 0", "place 0"]],
  ["SÉV", ["incident 0", "place 0"]],
  ["karm", ["incident 1", "report 0"]],
  ["dune fight", ["actor 0"]],
  ["market injured", ["claim 1"]],
  ["resident", ["claim 0"]],
  ["post 2031", ["report 0"]],
  ["raid market", []],
  ["...", []],
])("%s finds %j", async (words, found) => {
  const groups = (await index()).find(words);
  expect(groups.flatMap((group) => group.found.map(({ kind, at }) => `${kind} ${at}`))).toEqual(found);
});

test("a whole word of a name is the best find", async () => {
  const names = [
    ["Karmen Guard", ""],
    ["Others", "Karm"],
    ["Guard of Karm", ""],
  ];
  const actors = names.map(([name, alias], n) => ({ id: `a-${n}`, name, aliases: alias ? [[0, alias, 1]] : [] }));
  const made = new SearchIndex({ ...dossier, data: { ...DATA, actors } } as unknown as Dossier);
  await made.whole;
  const found = made
    .find("karm")
    .find(({ kind }) => kind === "actor")
    ?.found.map(({ at }) => at);
  expect(found?.[0]).toBe(2);
  expect(found).toHaveLength(3);
});

test.each([
  ["sevare", [0]],
  ["raid dune", [0]], // one word in the title, the other of an actor
  ["shells karm", [1]], // one word in a sentence, the other in the title
  ["i-2", [1]],
  ["resident", []], // not said of an incident, but who says it
  ["2032", []],
  ["mill market", []],
])("Explore narrows by %s to %j", async (words, found) => {
  expect([...(await index()).incidents(words)]).toEqual(found);
});

test("the index finds all words in any order, and says more of what is rare", () => {
  const index = new WordsIndex();
  const texts = ["mill", "the mill of the long river valley", "river", "the bridge"];
  for (const text of texts) index.add([text, "", "beside"]);
  expect(index.search(["mill"])).toEqual([0, 1]);
  expect(index.search(["riv", "mill"])).toEqual([1]);
  expect(index.search(["beside"])).toHaveLength(4);
  expect(index.search(["beside"], 2)).toEqual([]);
  expect(index.search([])).toEqual([]);
  expect(wordsOf("Sévaré’s  “night”, i-12")).toEqual(["sevare", "s", "night", "i", "12"]);
});
