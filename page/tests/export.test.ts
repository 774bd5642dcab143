import { expect, test } from "vitest";
import { csv, fileName, inert } from "../src/export";

test("a cell that a spreadsheet would run is text; numbers stay numbers", () => {
  const rows = [{ a: "=1+1", b: -5, c: "+x", d: "@y", e: 'say "no", he', f: null }];
  expect(csv(rows)).toBe(`a,b,c,d,e,f\r\n'=1+1,-5,'+x,'@y,"say ""no"", he",`);
});

test("notes stand on top, one line each", () => {
  expect(csv([{ a: 1 }], ["two\nlines"])).toBe("# two lines\r\na\r\n1");
});

test("a file is named after the case", () => {
  expect(fileName("Orrenia, 2031 / Tal Oreb", "incidents", "csv")).toBe("orrenia-2031-tal-oreb-incidents.csv");
  expect(fileName("///", "ties", "csv")).toBe("case-ties.csv");
});

/** Numbers from a seed, so that a failure can be had again. */
function rolls(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** The cells that a program sees that splits at `separator`, with quotes or, as some do, without. */
function seen(text: string, separator: string, quotes: boolean): string[] {
  const cells = [""];
  let inside = false;
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] as string;
    if (quotes && letter === '"' && (inside || cells.at(-1) === "")) {
      if (inside && text[at + 1] === '"') cells.push(cells.pop() + (text[++at] as string));
      else inside = !inside;
    } else if (!inside && (letter === separator || letter === "\n" || letter === "\r")) cells.push("");
    else cells.push(cells.pop() + letter);
  }
  return cells;
}

const PARTS = [
  "=",
  "+",
  "-",
  "@",
  "\uff1d",
  "\t",
  "\r",
  "\n",
  " ",
  "\u00a0",
  "\u200b",
  "\0",
  "\u202e",
  ";",
  ",",
  '"',
  "'",
];
const WORDS = ["cmd|' /C calc'!A0", "HYPERLINK(1)", "killed", "12", "é", "", "SUM(A1)"];
const FORMULA = /^[\s\p{Cc}\p{Cf}"]*[=+\-@\uff1d\uff0b\uff0d\uff20]/u;

test.each([",", ";", "\t"])("no cell is a formula, however a spreadsheet splits at %j", (separator) => {
  const roll = rolls(separator.charCodeAt(0));
  const pick = <T>(from: T[]): T => from[roll(from.length)] as T;
  for (let round = 0; round < 1000; round++) {
    const made = () => Array.from({ length: roll(7) }, () => pick(roll(3) ? PARTS : WORDS)).join("");
    const row = { a: made(), [made() || "b"]: made(), c: made() };
    const whole = csv([row], [made()]);
    for (const quotes of separator === "," ? [true] : [true, false])
      expect(seen(whole, separator, quotes).filter((cell) => FORMULA.test(cell) && !/^-\d/.test(cell))).toEqual([]);
  }
});

test("what is no formula comes back as it was, and what is one with an apostrophe more", () => {
  const roll = rolls(7);
  for (let round = 0; round < 500; round++) {
    const words = Array.from({ length: roll(7) }, () => (roll(3) ? PARTS : WORDS)[roll(7)] ?? "").join("");
    const [, , ...cells] = seen(csv([{ a: "", b: words }]), ",", true);
    const found = cells.slice(1).join("");
    expect(found).toBe(inert(words));
    expect(found.replaceAll("'", "")).toBe(words.replaceAll("'", ""));
  }
});

test("numbers of every kind are numbers", () => {
  expect(csv([{ a: -5, b: -1e-7, c: 1e21, d: "-3.5", e: Number.NaN, f: Number.NEGATIVE_INFINITY, g: 0 }])).toBe(
    "a,b,c,d,e,f,g\r\n-5,-1e-7,1e+21,-3.5,,,0",
  );
});

test.each([
  ["  =1", "'  =1"],
  ["\u00a0=1", "'\u00a0=1"],
  ["x\n=1", "x\n'=1"],
  ["x;=1", "x;'=1"],
  ["x =1; y", "x =1; y"],
  ["a-b", "a-b"],
  ["\tx", "'\tx"],
])("%j is written as %j", (words, told) => {
  expect(inert(words)).toBe(told);
});
