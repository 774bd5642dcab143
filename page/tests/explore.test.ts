import { expect, test } from "vitest";
import { edgesOf } from "../src/explore/bars";
import { type Asked, combined, counted, failing, testOf, without } from "../src/explore/board";
import { between, endsOf, moved, stepped } from "../src/explore/brush";
import { type Cluster, clustersOf, type Pin, splits } from "../src/explore/clusters";
import { killedIn, ratioOf, type Figures } from "../src/explore/columns";
import { dayOf, isoOf, nextOf, sayDay, sayWindow, startOf, unitFor } from "../src/days";
import { slug, toggled, viewOf } from "../src/explore/view";
import type { Finding } from "../src/data";

const day = (iso: string) => dayOf(iso) as number;

test("days are read, said and written again", () => {
  expect(isoOf(day("2031-02-16"))).toBe("2031-02-16");
  expect(sayDay(day("2031-02-16"))).toBe("16 February 2031");
  expect(dayOf("2031")).toBeNull();
  expect(dayOf("")).toBeNull();
  expect(sayWindow(day("2031-02-16"), null)).toBe("from 16 Feb 2031");
  expect(sayWindow(null, null)).toBe("all dates");
});

test.each([
  ["day", "2031-02-16", "2031-02-16", "2031-02-17"],
  ["week", "2031-02-16", "2031-02-10", "2031-02-17"],
  ["month", "2031-12-16", "2031-12-01", "2032-01-01"],
  ["quarter", "2031-12-16", "2031-10-01", "2032-01-01"],
  ["year", "1999-12-16", "1999-01-01", "2000-01-01"],
] as const)("a %s of %s begins on %s and the next on %s", (unit, iso, start, next) => {
  expect(isoOf(startOf(day(iso), unit))).toBe(start);
  expect(isoOf(nextOf(startOf(day(iso), unit), unit))).toBe(next);
});

test("bars hold the whole span and are not too many", () => {
  for (const days of [1, 40, 400, 4000, 40000]) {
    const { edges } = edgesOf({ first: 0, last: days - 1 });
    expect(edges[0]).toBeLessThanOrEqual(0);
    expect(edges.at(-1)).toBeGreaterThanOrEqual(days);
    expect(edges.length).toBeLessThan(115);
  }
  expect(unitFor(90, 96)).toBe("day");
  expect(unitFor(97, 96)).toBe("week");
});

const SPAN = { first: 100, last: 199 };

test("a window is open at the ends of the span, and both ways round the same", () => {
  expect(between(120, 150, SPAN)).toEqual({ from: 120, to: 150 });
  expect(between(150, 120, SPAN)).toEqual({ from: 120, to: 150 });
  expect(between(50, 150, SPAN)).toEqual({ from: null, to: 150 });
  expect(between(120, 250, SPAN)).toEqual({ from: 120, to: null });
  expect(between(120, 150, SPAN, true)).toEqual({ from: null, to: 150 });
  expect(endsOf({ from: null, to: null }, SPAN)).toEqual([100, 199]);
});

test("a moved window keeps its length at the edge", () => {
  expect(moved({ from: 120, to: 129 }, 10, SPAN)).toEqual({ from: 130, to: 139 });
  expect(moved({ from: 120, to: 129 }, 500, SPAN)).toEqual({ from: 190, to: null });
  expect(moved({ from: null, to: 129 }, 7, SPAN, true)).toEqual({ from: null, to: 136 });
});

test.each([
  ["from", "ArrowRight", false, { from: 121, to: 150 }],
  ["from", "ArrowLeft", true, { from: 113, to: 150 }],
  ["from", "Home", false, { from: null, to: 150 }],
  ["from", "End", false, { from: 150, to: 150 }],
  ["to", "ArrowLeft", false, { from: 120, to: 149 }],
  ["to", "Home", false, { from: 120, to: 120 }],
  ["to", "End", false, { from: 120, to: null }],
  ["to", "x", false, null],
] as const)("the thumb %s by %s (shift %s)", (end, key, shift, expected) => {
  expect(stepped({ from: 120, to: 150 }, end, key, shift, SPAN)).toEqual(expected);
});

test("a facet counts what passes all other filters", () => {
  const type = failing((at) => at % 2 === 0, 6);
  const place = failing((at) => at < 4, 6);
  const failed = combined([type, place, null], 6);
  expect([...failed]).toEqual([0, 1, 0, 1, 2, 3]);
  expect(without(failed, 0)).toBe(2);
  expect(without(failed, 1)).toBe(4);
  expect([...counted(failed, 1, 2, (at) => [at % 2])]).toEqual([2, 2]);
  expect([...counted(failed, 2, 2, (at) => [at % 2])]).toEqual([3, 0]);
});

const pin = (x: number, y: number, count: number, place: number): Pin => ({
  ...{ place, spot: [x, y], coarse: false },
  incidents: Array.from({ length: count }, (_, n) => n),
});

test("near pins are one circle at a real place, and every incident is in one", () => {
  const pins = [pin(0, 0, 5, 1), pin(1, 0, 3, 2), pin(9, 0, 1, 3)];
  const found = clustersOf(pins, 2);
  expect(found.map(({ count, spot }) => [count, spot])).toEqual([
    [8, [0, 0]],
    [1, [9, 0]],
  ]);
  expect(splits(found[0] as Cluster)).toBe(true);
  expect(splits(found[1] as Cluster)).toBe(false);
  expect(clustersOf(pins, 0.5)).toHaveLength(3);
});

const finding = (low: number | null, best: number | null, high: number | null, accounts = 2) =>
  ({ low, best, high, backing: Array.from({ length: accounts }, (_, n) => [n, 0]) }) as unknown as Finding;

test("the gap is of two accounts or more", () => {
  expect(ratioOf(finding(10, null, 26))).toBe(2.6);
  expect(ratioOf(finding(10, null, 26, 1))).toBe(0);
  expect(ratioOf(finding(0, null, 26))).toBe(Number.POSITIVE_INFINITY);
  expect(ratioOf(finding(null, null, 26))).toBe(0);
});

test("sums say what is missing in them", () => {
  const killed = [finding(10, 12, 26), finding(5, null, null), undefined, finding(0, null, 0)];
  const sum = killedIn([0, 1, 2, 3], { killed } as unknown as Figures);
  expect(sum).toEqual({ low: 15, best: 12, high: 31, counted: 3, without: 1, open: 1 });
});

test("the address is read without fear", () => {
  const view = viewOf({
    from: "nonsense",
    to: "2031-05-14",
    diff: "-3",
    bbox: "1,2,x,4",
    sort: "?",
    type: "air,,bomb",
  });
  expect(view).toMatchObject({
    from: null,
    to: day("2031-05-14"),
    diff: 0,
    bbox: null,
    sort: "",
    type: ["air", "bomb"],
  });
  expect(slug("Harbour Post, évening")).toBe("harbour-post-evening");
  expect(toggled(["a", "b"], "a")).toBe("b");
  expect(toggled(["a"], "b")).toBe("a,b");
});

test("a period passes if it overlaps the window, its ends included; what has no date does not", () => {
  const columns = { from: [10, 20, 5, Number.NaN], to: [10, 20, 30, Number.NaN] };
  const passing = (query: Record<string, string>) => {
    const passes = testOf("time", viewOf(query), { columns, dossier: { data: {} } } as unknown as Asked);
    return [0, 1, 2, 3].filter((at) => passes?.(at));
  };
  expect(passing({ from: isoOf(10), to: isoOf(20) })).toEqual([0, 1, 2]);
  expect(passing({ from: isoOf(11), to: isoOf(19) })).toEqual([2]);
  expect(passing({ to: isoOf(10) })).toEqual([0, 2]);
  expect(passing({ dates: "none" })).toEqual([3]);
  expect(testOf("time", viewOf({}), { columns, dossier: { data: {} } } as unknown as Asked)).toBeNull();
});
