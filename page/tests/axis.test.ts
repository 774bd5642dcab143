import { expect, test } from "vitest";
import { Axis, axisOf, roundUp } from "../src/draw/axis";

test.each([
  [1, 1],
  [3, 5],
  [11, 20],
  [24, 25],
  [60, 100],
  [101, 200],
])("%d is rounded up to %d", (value, expected) => {
  expect(roundUp(value)).toBe(expected);
});

test("positions grow with the values and stay inside", () => {
  for (const axis of [axisOf([3, 48, null]), axisOf([3, 48], true), new Axis(4)]) {
    const places = [-5, 0, 1, 3, 48, 1e9].map((value) => axis.at(value));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(Math.min(...places)).toBe(0);
    expect(Math.max(...places)).toBe(100);
    expect(axis.ticks.at(0)).toBe(0);
    expect(axis.ticks.at(-1)).toBe(axis.top);
  }
});
