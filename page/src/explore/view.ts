// What the reader has chosen, as the address holds it: filters, sort, selection.

import type { Query } from "../route";
import { dayOf } from "../days";

export interface View {
  from: number | null;
  to: number | null;
  undated: boolean;
  grow: boolean;
  type: string[];
  actor: string[];
  outlet: string[];
  place: string[];
  diff: number;
  status: string;
  history: boolean;
  q: string;
  bbox: [west: number, south: number, east: number, north: number] | null;
  unplaced: boolean;
  sort: string;
  sel: string;
}

export const SORTS: [key: string, label: string][] = [
  ["", "newest first"],
  ["oldest", "oldest first"],
  ["accounts", "most accounts"],
  ["gap", "widest gap"],
  ["killed", "most killed"],
];
/** Stops of the slider: high is at least so many times low. */
export const STOPS = [0, 1.25, 1.5, 2, 3, 5, 10];

function list(value: string | undefined): string[] {
  return (value ?? "").split(",").filter(Boolean);
}

function box(value: string | undefined): View["bbox"] {
  const numbers = list(value).map(Number);
  return numbers.length === 4 && numbers.every(Number.isFinite) ? (numbers as NonNullable<View["bbox"]>) : null;
}

export function viewOf(query: Query): View {
  const diff = Number(query.diff ?? 0);
  return {
    from: dayOf(query.from ?? ""),
    to: dayOf(query.to ?? ""),
    undated: query.dates === "none",
    grow: query.grow === "1",
    type: list(query.type),
    actor: list(query.actor),
    outlet: list(query.outlet),
    place: list(query.place),
    diff: diff > 1 ? diff : 0,
    status: query.status ?? "",
    history: query.history === "1",
    q: query.q ?? "",
    bbox: box(query.bbox),
    unplaced: query.place === "none",
    sort: SORTS.some(([key]) => key === query.sort) ? (query.sort ?? "") : "",
    sel: query.sel ?? "",
  };
}

/** The name of an outlet in addresses: it may have commas, and its place in the list changes. */
export function slug(name: string): string {
  return (
    name
      .normalize("NFKD")
      .replace(/\p{M}+/gu, "")
      .replace(/[^\p{L}\p{N}]+/gu, "-")
      .replace(/^-|-$/g, "")
      .toLowerCase() || "unnamed"
  );
}

/** A list with one more, or one less if it has it; as an address holds it. */
export function toggled(values: string[], one: string): string {
  return (values.includes(one) ? values.filter((value) => value !== one) : [...values, one]).join(",");
}

/** Everything that narrows, gone; sort, selection and rule stay. */
export const NONE: Query = {
  ...{ from: "", to: "", dates: "", type: "", actor: "", outlet: "", place: "", diff: "", status: "", history: "" },
  ...{ q: "", bbox: "", grow: "" },
};
