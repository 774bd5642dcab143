// Moving a window in time: by its ends, as a whole, by keys; always in whole days and inside the span.

import type { Span } from "./bars";
import { daysOf } from "../days";
import { bounded } from "../text";

export interface Window {
  from: number | null;
  to: number | null;
}

/** The days at which the two thumbs stand. */
export function endsOf({ from, to }: Window, { first, last }: Span): [from: number, to: number] {
  const hold = (day: number) => bounded(day, first, last);
  return [hold(from ?? first), hold(to ?? last)];
}

/** A window between two days, either way round; at an end of the span it is open, as if nothing was chosen there. */
export function between(one: number, other: number, { first, last }: Span, grow = false): Window {
  const [from, to] = [Math.max(Math.min(one, other), first), bounded(one, other, last)];
  return { from: grow || from <= first ? null : Math.min(from, last), to: to >= last ? null : Math.max(to, first) };
}

/** The window moved by days, its length kept. */
export function moved(window: Window, days: number, span: Span, grow = false): Window {
  const [from, to] = endsOf(window, span);
  if (grow) return between(span.first, Math.max(to + days, span.first), span, true);
  const held = bounded(days, span.first - from, span.last - to);
  return between(from + held, to + held, span);
}

export type End = "from" | "to";

/** One end moved by a key: the arrows a day, with Shift a week; Home and End as far as it goes. Null: not its key. */
export function stepped(window: Window, end: End, key: string, shift: boolean, span: Span): Window | null {
  const [from, to] = endsOf(window, span);
  const [now, least, most] = end === "from" ? [from, span.first, to] : [to, from, span.last];
  const step = daysOf(key, shift);
  if (!step && key !== "Home" && key !== "End") return null;
  const day = key === "Home" ? least : key === "End" ? most : bounded(now + step, least, most);
  return end === "from" ? between(day, to, span) : between(from, day, span);
}
