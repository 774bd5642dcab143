// Days as whole numbers (since 1970), read from ISO dates, and said.

const DAY = 86_400_000;
export const MONTHS = [
  ...["January", "February", "March", "April", "May", "June"],
  ...["July", "August", "September", "October", "November", "December"],
];

/** The day of an ISO date; null if it is none. */
export function dayOf(iso: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return null;
  const at = days(iso);
  return Number.isNaN(at) ? null : at;
}

/** The day of a date that is known to be one. */
export function days(iso: string): number {
  return Math.round(Date.parse(`${iso}T00:00:00Z`) / DAY);
}

export function isoOf(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

function parts(day: number): [year: number, month: number, date: number] {
  const at = new Date(day * DAY);
  return [at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate()];
}

/** `16 February 2031`, or short, `16 Feb 2031`. */
export function sayDay(day: number, short = false): string {
  const [year, month, date] = parts(day);
  const name = MONTHS[month] ?? "";
  return `${date} ${short ? name.slice(0, 3) : name} ${year}`;
}

/** A window in words: `16 Feb 2031 – 14 May 2031`, `from 16 Feb 2031`, `until 14 May 2031`. */
export function sayWindow(from: number | null, to: number | null): string {
  if (from !== null && to !== null)
    return from === to ? sayDay(from, true) : `${sayDay(from, true)} – ${sayDay(to, true)}`;
  if (from !== null) return `from ${sayDay(from, true)}`;
  return to === null ? "all dates" : `until ${sayDay(to, true)}`;
}

/** How many days a key moves a thumb: arrows one, with Shift a week, Page Up and Down thirty; 0 if it moves none. */
export function daysOf(key: string, shift: boolean): number {
  const arrow = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[key];
  return arrow ? arrow * (shift ? 7 : 1) : key === "PageUp" ? 30 : key === "PageDown" ? -30 : 0;
}

export type Unit = "day" | "week" | "month" | "quarter" | "year";

const LENGTH: [Unit, number][] = [
  ["day", 1],
  ["week", 7],
  ["month", 30.4],
  ["quarter", 91.3],
  ["year", 365.25],
];

/** The smallest unit of which no more than `most` go into the span. */
export function unitFor(days: number, most: number): Unit {
  return LENGTH.find(([, length]) => days / length <= most)?.[0] ?? "year";
}

/** The first day of the unit in which a day lies; weeks begin on Monday. */
export function startOf(day: number, unit: Unit): number {
  if (unit === "day") return day;
  if (unit === "week") return day - ((((day + 3) % 7) + 7) % 7);
  const [year, month] = parts(day);
  const first = unit === "year" ? 0 : unit === "quarter" ? month - (month % 3) : month;
  return Math.round(Date.UTC(year, first, 1) / DAY);
}

/** The first day of the next unit. */
export function nextOf(start: number, unit: Unit): number {
  if (unit === "day") return start + 1;
  if (unit === "week") return start + 7;
  const [year, month] = parts(start);
  const step = unit === "year" ? 12 : unit === "quarter" ? 3 : 1;
  return Math.round(Date.UTC(year, month + step, 1) / DAY);
}

/** What stands under a bar that begins on this day: the year on its first month, else the month, else the day. */
export function sayTick(day: number, unit: Unit): string {
  const [year, month, date] = parts(day);
  const name = (MONTHS[month] ?? "").slice(0, 3);
  if (unit === "year") return String(year);
  if (unit === "day" || unit === "week") return `${date} ${name}`;
  return `${name} ${String(year).padStart(4, "0").slice(2)}`;
}
