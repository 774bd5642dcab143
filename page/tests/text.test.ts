import { expect, test } from "vitest";
import type { Mark } from "../src/data";
import { pieces, shown } from "../src/text";

const text = "😀 At least 14 people died in قرية today";
const mark = (words: string, label: string): Mark => {
  const at = text.indexOf(words) + 100;
  return [at, at + words.length, "killed", label];
};

test("pieces are the text, whole and in order, whatever the marks", () => {
  const marks = [mark("At least 14", "a"), mark("14 people", "b"), mark("people died in قرية", "c")];
  const found = pieces(text, 100, marks);
  expect(found.map((piece) => piece.text).join("")).toBe(text);
  for (const [start, end, , label] of marks) {
    const inside = found.filter((piece) => piece.over.some((one) => one[3] === label));
    expect(inside.map((piece) => piece.text).join("")).toBe(text.slice(start - 100, end - 100));
    expect(found.filter((piece) => piece.ending.some((one) => one[3] === label))).toHaveLength(1);
  }
});

test("marks that reach beyond a line are cut at its ends", () => {
  const found = pieces("second line", 50, [[40, 56, "killed", "a"]]);
  expect(found.map((piece) => [piece.text, piece.over.length])).toEqual([
    ["second", 1],
    [" line", 0],
  ]);
});

test.each([
  ["a\u202eb", "a⟨U+202E⟩b"],
  ["nul\u0000", "nul␀"],
  ["\u007f", "␡"],
  ["half \ud800", "half ⟨U+D800⟩"],
  ["قرية\u200f", "قرية\u200f"],
  ["line\nend", "line\nend"],
])("%j is shown as %j", (given, expected) => {
  expect(shown(given)).toBe(expected);
});

test("a word without end is cut and its length said", () => {
  expect(shown("x".repeat(1_000_000))).toMatch(/^x{200}… \[1,000,000 characters without a space\]$/);
});
