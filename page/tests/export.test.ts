import { expect, test } from "vitest";
import { csv, fileName } from "../src/export";

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

test("no formula hides behind blanks, in a later line, or in full width", () => {
  for (const cell of [" =1+1", "\u00a0@x", "a\n=1+1", "a\r\n  -x", "\u200b+1x", "＝1+1", "\tx"]) {
    expect(csv([{ a: cell }])).toContain(`'${cell.slice(0, 1)}`);
  }
  for (const cell of ["a=b", "-5", "twenty-one", "a\nb"]) expect(csv([{ a: cell }])).not.toContain("'");
});
