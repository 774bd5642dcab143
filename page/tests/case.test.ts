// Whether a case that Python wrote is read as Python has it: run by tests/show/page/test_shell.py, which names the files.

import { expect, test } from "vitest";
import { opened } from "../src/case";

declare const process: { env: Record<string, string | undefined> };
const { RASHOMON_CASE: written = "", RASHOMON_ROWS: rows = "" } = process.env;

test.skipIf(!written)("every row of the case is as Python has it", async () => {
  const { readFileSync } = await import("node:fs" as string);
  const read = (path: string): string => readFileSync(path, "utf-8");
  expect(opened(read(written))).toEqual(JSON.parse(read(rows)));
});
