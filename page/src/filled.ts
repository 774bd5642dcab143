// Rows as Python has them: it leaves out what is at its default, and tells what that is (src/rashomon/show/page/row.py).

/** By the name of a row, its defaults, and which of its fields hold which rows. */
export type Rows = Record<string, [defaults: object, held: Record<string, string>]>;

/** A row with its defaults filled in, and so the rows that it holds; or a list of them, or none. */
export function filled<T>(rows: Rows, name: string, given: unknown): T {
  const fill = (one: unknown, of: string) => filled<unknown>(rows, of, one);
  if (!given || !rows[name]) return given as T;
  if (Array.isArray(given)) return given.map((one) => fill(one, name)) as T;
  const [defaults, held] = rows[name];
  const row: Record<string, unknown> = { ...defaults, ...given };
  for (const field in held) row[field] = fill(row[field], held[field] as string);
  return row as T;
}
