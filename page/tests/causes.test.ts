import { expect, test } from "vitest";
import type { CauseMap, FlowLine } from "../src/data-causes";
import { BOX, drawing, lines } from "../src/draw/causal";
import { graphml } from "../src/graphml";
import { causeGraph } from "../src/pages/causes";
import { sortedFlows } from "../src/pages/flows";
import { folded } from "../src/words-index";
import { row } from "./made";

const box = (id: string, spot: [number, number]) => ({ id, kind: "event" as const, name: id, spot, wide: spot });
const arrow = (cause: number, effect: number, more = {}) => ({
  ...{ id: `${cause}~${effect}`, cause, effect, way: "stated" as const, first: "a", then: "b", claims: [0], ...more },
});
const MAP = row<CauseMap>("CauseMap", {
  boxes: [box("a", [0, 0]), box("b", [1, 0]), box("c", [2, 1])],
  arrows: [arrow(0, 1), arrow(0, 2, { bends: [[1, 1]] }), arrow(2, 0, { back: true, bends: [[1, 2]] })],
});

const ends = (path: string) => {
  const numbers = path.match(/-?[\d.]+/g)?.map(Number) ?? [];
  return { x: numbers[0] as number, last: numbers.at(-2) as number };
};

test("arrows leave on the right of a cause and end on the left of its effect; those that run back the other way", () => {
  const drawn = drawing(MAP.boxes, MAP.arrows, false);
  for (const { at, path } of drawn.arrows) {
    const one = MAP.arrows[at] as (typeof MAP.arrows)[number];
    const [cause, effect] = [drawn.boxes.get(one.cause), drawn.boxes.get(one.effect)];
    const { x, last } = ends(path);
    expect(x).toBe((cause?.x ?? 0) + (one.back ? 0 : BOX.width));
    expect(Math.abs(last - ((effect?.x ?? 0) + (one.back ? BOX.width : 0)))).toBeLessThanOrEqual(9);
  }
});

test("arrows that meet at one side of a box do not meet at one point", () => {
  const starts = drawing(MAP.boxes, MAP.arrows, false).arrows.slice(0, 2);
  expect(new Set(starts.map(({ path }) => path.split("C")[0]?.split("L")[0])).size).toBe(2);
});

test.each([
  ["short", 20, 2, ["short"]],
  ["one two three four", 9, 2, ["one two", "three…"]],
  ["incomprehensibilities", 10, 2, ["incompreh…"]],
])("%j in lines of %d", (text, wide, most, expected) => {
  expect(lines(text, wide, most)).toEqual(expected);
});

test("GraphML escapes what XML would read, and replaces what it forbids", () => {
  const map = row<CauseMap>("CauseMap", { boxes: [box('<"&\u0000', [0, 0]), box("b", [1, 0])], arrows: [arrow(0, 1)] });
  expect(graphml(causeGraph(map, map.arrows, ""))).toContain('<node id="&lt;&quot;&amp;\ufffd">');
});

test("flows are sorted with what is not said last", () => {
  const flows = row<FlowLine[]>("FlowLine", [
    { what: "b", origin: "" },
    { what: "a", origin: "Z", least: 3 },
    { what: "c", origin: "A", day: "2031-01-01" },
  ]);
  const order = (by: string) => sortedFlows(flows, by, "").map(({ what }) => what);
  expect(order("from")).toEqual(["c", "a", "b"]);
  expect(order("amount")[0]).toBe("a");
  expect(order("when")[0]).toBe("c");
  expect(order("")).toEqual(["b", "a", "c"]);
  expect(sortedFlows(flows, "", "a")).toHaveLength(1);
});

test.each([
  ["Évian", "evian"],
  ["КОБАНИ", "кобани"],
  ["قَرْيَة", "قرية"],
])("%s is found as %s", (word, found) => {
  expect(folded(word)).toBe(found);
});
