import { describe, expect, it } from "vitest";
import type { Assertion, Tie } from "../src/data-ties";
import { graphml } from "../src/graphml";
import { tieGraph, tieRows } from "../src/ties/files";
import { scales } from "../src/ties/graph";
import { labelled, wide } from "../src/ties/labels";
import { days, isoOf } from "../src/days";
import { always, drawn, inTime, nearest, spanOf, viewOf } from "../src/ties/model";
import { moved } from "../src/ties/scrubber";
import { spanWords, Timeline } from "../src/ties/timeline";

const told = (from: string, to: string, more: Partial<Assertion> = {}): Assertion => ({
  ...{ claim: 0, relation: "allied with", turned: false, when: "", as_of: "", history: false, origin: 0 },
  ...{ from, to },
  ...more,
});
const tie = (sign: Tie["sign"], ...assertions: Assertion[]): Tie => ({
  ...{ left: 0, right: 1, sign, origins: ["Post", "Desk"], assertions },
});
const actor = (name: string) => ({ id: `a-${name.length}`, name, kind: "state" }) as never;

describe("time", () => {
  const view = (query: Record<string, string>) => viewOf(query);

  it("up to a day holds what began before it, and what has no beginning", () => {
    expect(inTime(told("2031-05-12", "2031-05-12"), view({ to: "2031-05-12" }))).toBe(true);
    expect(inTime(told("2031-05-13", "2031-05-13"), view({ to: "2031-05-12" }))).toBe(false);
    expect(inTime(told("", "2030-12-31"), view({ to: "1999-01-01" }))).toBe(true);
  });

  it("a window holds what shares a day with it", () => {
    const window = view({ mode: "window", from: "2031-05-10", to: "2031-05-20" });
    expect(inTime(told("2031-05-01", "2031-05-09"), window)).toBe(false);
    expect(inTime(told("2031-05-01", "2031-05-10"), window)).toBe(true);
    expect(inTime(told("2029-01-01", ""), window)).toBe(true);
    expect(inTime(told("2031-05-21", ""), window)).toBe(false);
  });

  it("what has no time is of all time only", () => {
    const bare = told("", "", { as_of: "none" });
    expect(inTime(bare, view({}))).toBe(true);
    expect(inTime(bare, view({ to: "2040-01-01" }))).toBe(false);
    expect(always(view({ from: "2031-01-01" }))).toBe(true); // only a window begins
  });

  it("a hostile address asks for nothing odd", () => {
    expect(view({ to: "2031-1-1", min: "-4", sign: "x", mode: "y" })).toEqual({
      ...{ mode: "upto", from: "", to: "", signs: ["+", "-", "0"], min: 1 },
    });
  });

  it("a line counts those who assert it in the time once each", () => {
    const many = tie("+", told("2031-01-01", "2031-01-01"), told("2031-02-01", "2031-02-01", { origin: 1 }));
    expect(drawn([many], view({}))[0]?.origins).toEqual([0, 1]);
    expect(drawn([many], view({ to: "2031-01-15" }))[0]?.origins).toEqual([0]);
    expect(drawn([many], view({ to: "2031-01-15", min: "2" }))).toEqual([]);
    expect(drawn([many], view({ sign: "against,neither" }))).toEqual([]);
  });

  it("the nearest day is that of a sign that is shown", () => {
    const ties = [tie("+", told("2031-03-12", "2031-03-12")), tie("-", told("2031-01-02", "2031-01-02"))];
    expect(nearest(ties, view({ to: "2031-01-01" }))).toBe("2031-01-02");
    expect(nearest(ties, view({ to: "2031-01-01", sign: "with" }))).toBe("2031-03-12");
  });

  it("a span with an open end has none", () => {
    const lines = drawn([tie("+", told("2029-01-01", ""), told("2031-01-01", "2031-01-01"))], view({}));
    expect(lines.map(spanOf)).toEqual([["2029-01-01", ""]]);
  });
});

describe("axis", () => {
  const axis = new Timeline([
    told("1980-01-01", "1989-12-31"),
    told("2031-05-10", "2031-05-10"),
    told("2031-05-20", ""),
    told("2031-05-14", "2031-05-14"),
  ]);

  it("cuts long stretches without anything, never a time that is told of", () => {
    expect(axis.stretches.map((one) => one.words)).toEqual(["1980–1989", "10–20 May 2031"]);
    expect(axis.cuts).toHaveLength(1);
  });

  it("goes up with time, and back", () => {
    const at = ["1980-01-01", "1985-01-01", "1989-12-31", "2000-01-01", "2031-05-10", "2031-05-20"].map((day) =>
      axis.at(days(day)),
    );
    expect(at).toEqual([...at].sort((a, b) => a - b));
    for (const day of ["1985-06-01", "2031-05-14"]) expect(isoOf(axis.day(axis.at(days(day))))).toBe(day);
  });

  it("of nothing is an axis", () => {
    expect(new Timeline([]).stretches).toEqual([]);
    expect(new Timeline([told("", "", { as_of: "none" })]).at(5)).toBe(100);
  });

  it("is named shortly", () => {
    expect(spanWords("2028-01-01", "2028-12-31")).toBe("2028");
    expect(spanWords("2031-05-12", "2031-05-12")).toBe("12 May 2031");
    expect(spanWords("2030-11-02", "2031-02-03")).toBe("Nov 2030–Feb 2031");
  });

  it("a window moves by its length; up to a day goes on to the next", () => {
    const window = viewOf({ mode: "window", from: "2031-05-10", to: "2031-05-11" });
    expect(moved(window, axis, 1)).toEqual({ from: "2031-05-12", to: "2031-05-13" });
    expect(moved(viewOf({ to: "2031-05-11" }), axis, 1)).toEqual({ to: "2031-05-14" });
    expect(moved(viewOf({ to: "2031-05-11" }), axis, -1)).toEqual({ to: "2031-05-10" });
    expect(moved(viewOf({}), axis, 1)).toEqual({});
  });
});

describe("names", () => {
  const dot = (x: number, y: number, more = {}) => ({ x, y, r: 5, text: "Kaveth", rank: 1, must: false, ...more });

  it("do not lie on one another", () => {
    const dots = [dot(100, 100), dot(110, 100), dot(105, 108), dot(100, 92)];
    const boxes = labelled(dots, 400, 300).flatMap((label) => {
      if (!label) return [];
      const half = wide("Kaveth") / 2;
      const middle = label.x + { start: half, middle: 0, end: -half }[label.anchor];
      return [[middle - half, label.y - 10, middle + half, label.y + 2] as const];
    });
    expect(boxes.length).toBeGreaterThan(1);
    boxes.forEach(([l, t, r, b], n) => {
      for (const [l2, t2, r2, b2] of boxes.slice(n + 1)) expect(r <= l2 || r2 <= l || b <= t2 || b2 <= t).toBe(true);
    });
  });

  it("of the chosen is always there", () => {
    const crowd = Array.from({ length: 40 }, (_, n) => dot(50 + (n % 8), 50 + n / 8));
    crowd.push(dot(54, 52, { must: true }));
    expect(labelled(crowd, 100, 100).at(-1)).not.toBeNull();
    expect(labelled(crowd, 100, 100)).toContain(null);
  });
});

describe("plan", () => {
  it("keeps its shape roughly, and ties no longer than they must be", () => {
    const [x, y] = scales(
      [
        { actor: 0, x: 0, y: 0 },
        { actor: 1, x: 10, y: 1 },
      ],
      1000,
      600,
    );
    expect(x).toBeLessThan(100);
    expect(y / x).toBeLessThanOrEqual(1.71);
    expect(scales([{ actor: 0, x: 0, y: 0 }], 1000, 600)).toEqual([150, 150]);
  });
});

describe("files", () => {
  const lines = drawn([tie("-", told("2031-01-01", "2031-01-02"))], viewOf({}));

  it("are XML whatever actors are called", () => {
    const xml = graphml(tieGraph(lines, [actor('<a & "b">\u0000]]>'), actor("Kaveth")], "note --> & <x>"));
    expect(xml).toContain("&lt;a &amp; &quot;b&quot;&gt;\ufffd]]&gt;");
    expect(xml).toContain('<data key="sign">against</data>');
    expect(xml).not.toContain("\u0000");
  });

  it("hold one row a line", () => {
    const [row] = tieRows(lines, [actor("A"), actor("B")], [{ id: "c-1" }]);
    expect(row).toMatchObject({
      left: "A",
      right: "B",
      sign: "against",
      origins: 1,
      asserted_by: "Post",
      claims: "c-1",
    });
  });
});
