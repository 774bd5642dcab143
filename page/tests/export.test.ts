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
