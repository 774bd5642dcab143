import { expect, test } from "vitest";
import { Axis, axisOf, CUT, listAxis, roundUp } from "../src/draw/axis";

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

test("in a list one huge value is past a cut, and small ones stay apart", () => {
  const values = [0, 2, 5, 14, 20, 31, 31, 50, 22000, null];
  const axis = listAxis(values);
  expect(axis.cut).toBe(200);
  expect(axis.at(200)).toBe(CUT[0]);
  expect(axis.at(201)).toBeGreaterThanOrEqual(CUT[1]);
  expect(axis.at(5)).toBeGreaterThan(10);
  expect(axis.at(31) - axis.at(14)).toBeGreaterThan(8);
  const places = values.filter((value) => value !== null).map((value) => axis.at(value));
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(axis.at(axis.top)).toBe(100);
});

test.each([[[]], [[null]], [[7]], [[2, 5, 14, 20, 31, 50, 99]], [[0, 0, 3]]])("no cut for %j", (values) => {
  const axis = listAxis(values);
  expect(axis.cut).toBe(axis.top);
  expect(axis.at(axis.top)).toBe(100);
});
