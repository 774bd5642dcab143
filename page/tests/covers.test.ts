import { expect, test } from "vitest";
import { byLine, lineAt, lookOf, type Cover } from "../src/covers";
import { pieces } from "../src/text";

const lines = ["first line", "second line", "third"].map((text, n) => ({
  start: [0, 11, 30][n] as number,
  kind: "body",
  text,
}));

test.each([
  [0, 0],
  [9, 0],
  [10, 1],
  [11, 1],
  [22, 2],
  [29, 2],
  [34, 2],
  [35, -1],
])("character %i stands in line %i", (offset, line) => {
  expect(lineAt(lines, offset)).toBe(line);
});

test("a cover belongs to every line that it reaches", () => {
  const covers: Cover[] = [
    [6, 17, "sentence", "", 0],
    [12, 31, "killed", "killed", 1],
    [10, 11, "sentence", "", 2],
  ];
  const found = byLine(lines, covers);
  expect([0, 1, 2].map((line) => found.get(line)?.map((cover) => cover[4]))).toEqual([[0], [0, 1], [1]]);
});

test("underlines stack to two, and more labels are counted", () => {
  const covers: Cover[] = [
    [0, 5, "speaker", "says", 3],
    [0, 5, "actor", "who", 1],
    [0, 5, "place", "where", 2],
    [0, 5, "time", "when", 2],
    [0, 9, "sentence", "", 7],
  ];
  const [first, rest] = pieces("first line", 0, covers).map(lookOf);
  expect(first).toEqual({ classes: "k k-actor also-place", label: "says · who +2", claims: [3, 1, 2] });
  expect(rest).toEqual({ classes: "told", label: "", claims: [7] });
});
