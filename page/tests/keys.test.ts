import { expect, test } from "vitest";
import { KEYS } from "../src/keys";

test("no key has two meanings", () => {
  const all = KEYS.flatMap(({ keys }) => keys.map((key) => key.toLowerCase()));
  expect(new Set(all).size).toBe(all.length);
});
