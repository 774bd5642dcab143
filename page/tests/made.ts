// Rows for tests, made as from a case: rows.json is what Python tells of its rows (kept so by tests/show/page/test_data.py).

import { Dossier, opened } from "../src/case";
import { filled, type Rows } from "../src/filled";
import rows from "./rows.json";

/** A row, or rows, of a name, with what Python would have left out. */
export function row<T>(name: string, given: unknown): T {
  return filled<T>(rows as unknown as Rows, name, given);
}

/** A case of some rows. */
export function dossierOf(given: object): Dossier {
  return new Dossier(opened(JSON.stringify({ rows, ...given })));
}
