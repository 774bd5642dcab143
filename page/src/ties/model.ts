// Which ties are shown: those asserted in a time, with a sign, by enough who count once each.

import type { Assertion, Network, Sign, Tie } from "../data-ties";
import type { Query } from "../route";
import { grouped, tallied } from "../grouped";
import { dayOf, days } from "../days";

export const SIGNS: [sign: Sign, name: string, label: string][] = [
  ["+", "with", "with"],
  ["-", "against", "against"],
  ["0", "neither", "neither"],
];

/** What the address asks for. `from` and `to` are ISO days, empty for all time. */
export interface View {
  mode: "upto" | "window";
  from: string;
  to: string;
  signs: Sign[];
  min: number;
}

/** A tie as far as it is shown: its assertions in the time, and how many count once each among them. */
export interface Drawn {
  tie: Tie;
  shown: Assertion[];
  /** The places in `tie.origins` of those who assert it in the time. */
  origins: number[];
}

export function viewOf(query: Query): View {
  const day = (given: string | undefined) => (given && dayOf(given) !== null ? given : "");
  const names = (query.sign ?? "").split(",");
  const signs = SIGNS.filter(([, name]) => names.includes(name)).map(([sign]) => sign);
  const mode = query.mode === "window" ? "window" : "upto";
  return {
    mode,
    from: mode === "window" ? day(query.from) : "",
    to: day(query.to),
    signs: signs.length ? signs : SIGNS.map(([sign]) => sign),
    min: Math.max(1, Math.floor(Number(query.min)) || 1),
  };
}

/** Whether all time is shown, so that assertions without a time are, too. */
export function always(view: View): boolean {
  return !view.from && !view.to;
}

/** Whether an assertion is of the time of a view; one without a time is of all time only. */
export function inTime(one: Assertion, view: View): boolean {
  if (always(view)) return true;
  if (one.as_of === "none") return false;
  if (view.to && one.from > view.to) return false;
  return !view.from || !one.to || one.to >= view.from;
}

/** The lines of a view, in the order of the record. */
export function drawn(ties: Tie[], view: View): Drawn[] {
  const found: Drawn[] = [];
  for (const tie of ties) {
    if (!view.signs.includes(tie.sign)) continue;
    const shown = tie.assertions.filter((one) => inTime(one, view));
    const origins = [...new Set(shown.map((one) => one.origin))].sort((a, b) => a - b);
    if (shown.length && origins.length >= view.min) found.push({ tie, shown, origins });
  }
  return found;
}

/** Ties that no time is told of, so that a window can't hold them. */
export function timeless(ties: Tie[], view: View): Tie[] {
  return ties.filter((tie) => view.signs.includes(tie.sign) && tie.assertions.every((one) => one.as_of === "none"));
}

/** The day nearest to a window at which a tie is asserted; empty if none has a day. */
export function nearest(ties: Tie[], view: View): string {
  const aim = days(view.from || view.to);
  const found = ties
    .filter((tie) => view.signs.includes(tie.sign))
    .flatMap((tie) => tie.assertions)
    .flatMap((one) => (one.as_of === "none" ? [] : [one.from, one.to].filter(Boolean)));
  found.sort((a, b) => Math.abs(days(a) - aim) - Math.abs(days(b) - aim) || a.localeCompare(b));
  return found[0] ?? "";
}

export function other(tie: Tie, actor: number): number {
  return tie.left === actor ? tie.right : tie.left;
}

export function touches(tie: Tie, actor: number): boolean {
  return tie.left === actor || tie.right === actor;
}

/** How many ties each actor has. */
export function degrees(lines: { tie: Tie }[]): Map<number, number> {
  return tallied(lines.flatMap(({ tie }) => [tie.left, tie.right]));
}

/** The actor with most ties; of several the first in the network's order. */
export function topActor(network: Network): number {
  const by = degrees(network.ties.map((tie) => ({ tie })));
  let top = -1;
  for (const [actor] of network.spots) if ((by.get(actor) ?? 0) > (by.get(top) ?? 0)) top = actor;
  return top;
}

/** Lines by pair, so that two signs of one pair are drawn side by side. */
export function byPair(lines: Drawn[]): Map<string, Drawn[]> {
  return grouped(lines, ({ tie }) => `${Math.min(tie.left, tie.right)}-${Math.max(tie.left, tie.right)}`);
}

/** First and last day at which a line is asserted in the time shown; empty where open or without a time. */
export function spanOf(line: Drawn): [first: string, last: string] {
  const timed = line.shown.filter((one) => one.as_of !== "none");
  const from = timed.map((one) => one.from);
  const to = timed.map((one) => one.to);
  const first = from.length && from.every(Boolean) ? from.reduce((a, b) => (a < b ? a : b)) : "";
  const last = to.length && to.every(Boolean) ? to.reduce((a, b) => (a > b ? a : b)) : "";
  return [first, last];
}
