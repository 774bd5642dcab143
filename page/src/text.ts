// Text of reports made harmless to look at, and cut at the boundaries of its marks.

import type { Incident, Mark } from "./data";

// As rashomon.show.plain: controls, direction overrides and halves of pairs are shown, not obeyed.
const ODD = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/gu;
const WORD = 400;

function sign(char: string): string {
  const code = char.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? "\u2421" : `⟨U+${code.toString(16).toUpperCase().padStart(4, "0")}⟩`;
}

/** Text as the page shows it: control characters visible, endless words cut with their length said. */
export function shown(text: string): string {
  const plain = text.replace(ODD, sign);
  if (plain.length <= WORD) return plain;
  return plain
    .split(" ")
    .map((word) =>
      word.length <= WORD
        ? word
        : `${word.slice(0, WORD / 2)}… [${word.length.toLocaleString("en")} characters without a space]`,
    )
    .join(" ");
}

/** A piece of text between two boundaries, with the marks that cover it and those that end with it. */
export interface Piece<M> {
  start: number;
  end: number;
  text: string;
  over: M[];
  ending: M[];
}

/** `text`, which begins at `offset`, cut at every boundary of its marks. */
export function pieces<M extends Mark | [number, number, ...unknown[]]>(
  text: string,
  offset: number,
  marks: M[],
): Piece<M>[] {
  const last = offset + text.length;
  const inside = marks.filter(([start, end]) => start < last && end > offset);
  const edges = new Set([offset, last]);
  for (const [start, end] of inside) {
    if (start > offset) edges.add(start);
    if (end < last) edges.add(end);
  }
  const cuts = [...edges].sort((a, b) => a - b);
  return cuts.slice(1).map((end, n) => {
    const start = cuts[n] as number;
    const over = inside.filter((mark) => mark[0] <= start && mark[1] >= end);
    return {
      start,
      end,
      text: text.slice(start - offset, end - offset),
      over,
      ending: over.filter((mark) => mark[1] === end),
    };
  });
}

/** The title of an incident without the time at its end, for where that stands beside it. */
export function untimed({ title, timed }: Incident): string {
  return title.slice(0, title.length - timed);
}

/** A number as it is written: 1,234. */
export function number(value: number): string {
  return value.toLocaleString("en");
}

/** A number of things: 1 report, 2 reports. */
export function many(count: number, one: string, more = `${one}s`): string {
  return `${number(count)} ${count === 1 ? one : more}`;
}

/** A number, or the bound that it would pass. */
export function bounded(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
