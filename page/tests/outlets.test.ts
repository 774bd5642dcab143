import { expect, test } from "vitest";
import { besideOf, linesOf, mirrored } from "../src/beside";
import { lanes } from "../src/draw/dots";
import { letter, letters, measures, rows, saidBy, tableOf } from "../src/outlets";
import { dossierOf } from "./made";

const finding = (backing: number[], low: number, high: number, gap = "") => [
  [
    {
      field: "killed",
      measure: "killed",
      unit: "killed",
      label: "killed",
      low,
      high,
      gap,
      whole: "",
      backing: backing.map((at) => [at, 0]),
    },
  ],
];
const figure = (low: number | null, high: number | null, shape = "point") => ({
  low,
  high,
  shape,
  amount: `${low}-${high}`,
});
const says = (n: number) => ({ low: n, high: n, shape: "point", words: String(n), claims: [n] });

// Two outlets tell the first incident, three the second; the third gives no figure; one alone tells the last.
const dossier = dossierOf({
  head: {},
  outlets: ["__proto__", "Relief, Monitor", "State"],
  docs: [
    { id: "d0", outlet: 0 },
    { id: "d1", outlet: 1 },
    { id: "d2", outlet: 2 },
  ],
  claims: [
    { id: "c0", doc: 0, figure: figure(5, 5) },
    { id: "c1", doc: 1, figure: figure(10, null, "least") },
    { id: "c2", doc: 0, figure: figure(0, 0) },
    { id: "c3", doc: 1, figure: figure(0, 0) },
  ],
  incidents: [
    {
      id: "i0",
      title: "first",
      from: "2031-05-02",
      findings: finding([0, 1], 5, 10, "high is 2.0× low"),
      main: [0],
    },
    { id: "i1", title: "second", from: "2031-05-01", findings: finding([2, 3], 0, 0), main: [0] },
    { id: "i2", title: "third", from: "2031-05-03", findings: [[]], main: [-1] },
  ],
  tellings: [
    { incident: 0, outlet: 0, docs: [0], delay: 0, doers: [["Front", 0]] },
    {
      incident: 0,
      outlet: 1,
      docs: [1],
      delay: 1,
      doers: [
        ["front", 1],
        ["Guard", 1],
      ],
    },
    { incident: 1, outlet: 0, docs: [0] },
    { incident: 1, outlet: 1, docs: [1] },
    { incident: 1, outlet: 2, docs: [2] },
    { incident: 2, outlet: 1, docs: [1] },
  ],
  quoted: [
    {
      words: "residents",
      by: [
        [0, 2],
        [1, 1],
      ],
    },
    { words: "army", by: [[1, 3]] },
  ],
  pairs: [
    {
      a: 0,
      b: 1,
      figures: [{ incident: 0, measure: "killed", label: "killed", how: "differ", times: 2, a: says(0), b: says(1) }],
      actors: [{ about: "Front", how: "", a: [["Front", 1]], b: [["rebels", 2]] }],
    },
  ],
});
const how = { measure: "killed", sort: "gap", all: false } as const;

test("incidents that several outlets tell are rows, the widest gap first; one outlet's on demand", () => {
  expect(rows(dossier, 0, how).map(({ incident, gap }) => [incident, gap])).toEqual([
    [0, 2],
    [1, 0],
  ]);
  expect(rows(dossier, 0, { ...how, sort: "date" }).map(({ incident }) => incident)).toEqual([1, 0]);
  expect(rows(dossier, 0, { ...how, sort: "outlets" }).map(({ incident }) => incident)).toEqual([1, 0]);
  expect(rows(dossier, 0, { ...how, all: true }).map(({ incident }) => incident)).toEqual([0, 1, 2]);
  expect(measures(dossier, 0)).toEqual(["killed"]);
});

test("blank is not 0: a figure of 0, no figure, and not told are three things", () => {
  const second = rows(dossier, 0, how)[1];
  if (!second) throw new Error("no row");
  expect([0, 2].map((outlet) => saidBy(second, outlet))).toEqual(["0-0", ""]);
  const first = rows(dossier, 0, how)[0];
  expect(first && saidBy(first, 2)).toBeNull();
  expect(second.silent).toEqual([2]);
  const table = tableOf(dossier, rows(dossier, 0, how), [0, 1, 2], letters(dossier));
  expect(table.map((row) => row["C: State"])).toEqual([null, "no figure"]);
});

test("letters follow those that tell most with others, and never run out", () => {
  expect(letters(dossier)).toEqual(["B", "A", "C"]);
  expect([0, 25, 26, 51, 52, 701, 702].map(letter)).toEqual(["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
});

test("a pair is the same from the other side, mirrored", () => {
  const [ab, ba] = [besideOf(dossier, 0, 1), besideOf(dossier, 1, 0)];
  expect(mirrored(mirrored(ab.pair))).toEqual(ab.pair);
  expect(ba.pair).toEqual(mirrored(ab.pair));
  expect(ba.pair.figures[0]?.a.words).toBe("1");
  expect([ba.both, ba.onlyA, ba.onlyB]).toEqual([ab.both, ab.onlyB, ab.onlyA]);
  expect([ab.both, ab.onlyA, ab.onlyB]).toEqual([[1, 0], [], [2]]);
  expect([ba.doersA, ba.doersB]).toEqual([ab.doersB, ab.doersA]);
  expect(ab.doersB).toEqual([{ incident: 0, name: "Guard", claim: 1, others: ["Front"] }]);
  const turned = linesOf(dossier, ba).map((line) => ({ ...line, first: line.other, other: line.first }));
  const key = (lines: { what: string; about: string; first: string }[]) =>
    lines.map(({ what, about, first }) => `${what}|${about}|${first}`).sort();
  expect(key(turned)).toEqual(key(linesOf(dossier, ab)));
});

test("two outlets that nothing compares are a pair without figures", () => {
  const none = besideOf(dossier, 0, 2);
  expect([none.pair.figures, none.pair.compared, none.both]).toEqual([[], null, [1]]);
});

test("dots that would meet stand on lines of their own", () => {
  expect(
    lanes(
      [
        [10, 10],
        [12, 12],
        [40, 40],
        [41, 60],
        [62, 62],
      ],
      2.7,
    ),
  ).toEqual([0, 1, 0, 1, 0]);
  expect(
    lanes(
      [
        [5, 5],
        [5, 5],
        [5, 5],
      ],
      2,
    ),
  ).toEqual([0, 1, 2]);
});
