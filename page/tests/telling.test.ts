import { expect, test } from "vitest";
import type { Dossier } from "../src/case";
import { characters, citation } from "../src/citation";
import { forwarded } from "../src/old";
import { CROWD, contradicting, measured, questions } from "../src/telling";
import { dossierOf } from "./made";

const figure = (id: string, low: number | null, high: number | null, shape: string, doc = 0) => ({
  ...{ id, kind: "figure", doc, says: `${low}`, voice: "says", quote: `sentence of ${id}`, incident: 0 },
  figure: { low, high, shape, measure: "killed", unit: "killed", amount: `${low ?? high}` },
});
const event = (id: string, doc: number, who: string) => ({
  ...{ id, kind: "event", doc, says: id, voice: "says", act: "attack", incident: 0 },
  answers: who ? [{ question: "who", words: who }] : [],
});

function made(claims: object[], backing: [number, number][], aside: [number, number][] = []): Dossier {
  const finding = { field: "killed", measure: "killed", unit: "killed", label: "killed", whole: "", backing, aside };
  return dossierOf({
    ...{
      case: "A case",
      built: "today",
      version: "1",
      schema: "1",
      head: {},
      policies: [{ name: "range", rule: "" }],
    },
    reasons: ["because"],
    outlets: ["Post", "Radio"],
    docs: [0, 1].map((outlet) => ({
      id: `d-${outlet}`,
      title: `Title ${outlet}`,
      outlet,
      date: "1 May",
      digest: "abc",
    })),
    claims,
    incidents: [
      {
        id: "i-1",
        title: "One",
        act: "attack",
        family: "other",
        when: "",
        where: "",
        grade: "",
        claims: claims.map((_, n) => n),
        docs: [0, 1],
        findings: [[finding]],
        main: [0],
      },
    ],
    disputes: [
      {
        kind: "figures",
        about: "One",
        incident: 0,
        why: "",
        sides: [
          { says: "3", claims: [0] },
          { says: "9", claims: [1] },
        ],
      },
    ],
  });
}

test("accounts stand by value, those set aside last, and none is lost", () => {
  const claims = [
    figure("c-1", 9, 9, "point"),
    figure("c-2", null, 4, "most"),
    figure("c-3", 2, 2, "point"),
    figure("c-4", 1, 1, "point"),
  ];
  const dossier = made(
    claims,
    [
      [0, 0],
      [1, 0],
    ],
    [[2, 0]],
  );
  const groups = measured(dossier, dossier.incident(0), 0)[0]?.groups ?? [];
  expect(groups.map(({ accounts }) => accounts.map(({ claim }) => claim))).toEqual([[1, 0, 2], [3]]);
  expect(groups[1]?.accounts[0]?.reason).toBe("no finding uses it");
});

test("a crowd of accounts stands by outlet", () => {
  const claims = Array.from({ length: CROWD + 2 }, (_, n) => figure(`c-${n}`, 20 - n, 20 - n, "point", n % 2));
  const dossier = made(
    claims,
    claims.map((_, n) => [n, 0]),
  );
  const docs = measured(dossier, dossier.incident(0), 0)[0]?.groups[0]?.accounts.map(({ claim }) => claim % 2);
  expect(docs).toEqual([...Array(7).fill(0), ...Array(7).fill(1)]);
});

test("who did it is grouped by answer, and a report that names no one says so last", () => {
  const dossier = made([event("c-1", 0, "the army"), event("c-2", 0, "The Army"), event("c-3", 1, "")], []);
  const who = questions(dossier, dossier.incident(0)).find(({ key }) => key === "who");
  expect(who?.answers.map(({ words, claims }) => [words, claims.length])).toEqual([
    ["the army", 2],
    ["names no one", 1],
  ]);
});

test("who takes another side contradicts", () => {
  const dossier = made([figure("c-1", 3, 3, "point"), figure("c-2", 9, 9, "point")], []);
  expect([...contradicting(dossier, 0)]).toEqual([1]);
});

test("a citation counts in the record's characters", () => {
  const dossier = made([{ ...figure("c-1", 3, 3, "point"), start: 10, end: 20, points: [9, 18] }], []);
  expect(characters(dossier.claim(0))).toEqual([9, 18]);
  expect(citation(dossier, dossier.claim(0))).toContain("“sentence of c-1” (characters 9–18)");
});

test.each([
  ["#i-1", "#/incident/i-1"],
  ["#c-1", "#/incident/i-1?claim=c-1"],
  ["#m-1", "#/doc/d-0?c=c-1"],
  ["#q-1i-1", "#/incident/i-1?claim=c-1"],
  ["#d-1", "#/doc/d-1"],
  ["#a-9", "#/actor/a-9"],
  ["#reports", "#/reports"],
  ["#c-none", ""],
  ["#/incident/i-1", ""],
  ["", ""],
])("%j of the static page leads to %j", (hash, address) => {
  (globalThis as { location?: unknown }).location = { hash };
  expect(forwarded(made([figure("c-1", 3, 3, "point")], []), hash)).toBe(address);
});
