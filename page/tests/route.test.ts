import { expect, test } from "vitest";
import { parsed, written } from "../src/route";

test.each([
  ["#/explore", { page: "explore", path: [], query: {} }],
  ["#/incident/i-1?claim=c-2", { page: "incident", path: ["i-1"], query: { claim: "c-2" } }],
  ["#/outlets/A%20B/vs/C%2FD", { page: "outlets", path: ["A B", "vs", "C/D"], query: {} }],
  ["", { page: "", path: [], query: {} }],
  ["#/x%E0%A4%A", { page: "x%E0%A4%A", path: [], query: {} }],
])("%s is read", (hash, route) => {
  expect(parsed(hash)).toEqual(route);
});

test("an address holds what is set, in a fixed order, and is read back", () => {
  const query = { rule: "ucdp", q: "gas plant", to: "2031-05-14", type: "air-strike,shelling", sort: "" };
  const address = written("explore", [], query);
  expect(address).toBe("#/explore?to=2031-05-14&type=air-strike,shelling&q=gas+plant&rule=ucdp");
  expect(parsed(address).query).toEqual({
    rule: "ucdp",
    q: "gas plant",
    to: "2031-05-14",
    type: "air-strike,shelling",
  });
});
