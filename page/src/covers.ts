// What covers the text of a report: marks of claims and their sentences, line by line.

import type { Dossier } from "./case";
import type { Line } from "./data";
import type { Piece } from "./text";

/** Characters that belong to a claim: a mark of it by its kind and label, or its sentence (kind "sentence"). */
export type Cover = [start: number, end: number, kind: string, label: string, claim: number];

export const SENTENCE = "sentence";

/** Everything that covers the text of a report for these claims; a claim that the text does not bear covers nothing. */
export function coversOf(dossier: Dossier, claims: number[], marked: boolean): Cover[] {
  return claims.flatMap((at) => {
    const claim = dossier.claim(at);
    if (claim.astray || claim.end <= claim.start) return [];
    const sentence: Cover = [claim.start, claim.end, SENTENCE, "", at];
    if (!marked) return [sentence];
    return [sentence, ...claim.marks.map(([start, end, kind, label]): Cover => [start, end, kind, label, at])];
  });
}

/** The line of a text in which a character stands, or the next one; -1 if there is none. */
export function lineAt(lines: Line[], offset: number): number {
  let [low, high] = [0, lines.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const line = lines[middle] as Line;
    if (line.start + line.text.length <= offset) low = middle + 1;
    else high = middle;
  }
  return low < lines.length ? low : -1;
}

/** The covers of each line, by the place of the line. */
export function byLine(lines: Line[], covers: Cover[]): Map<number, Cover[]> {
  const found = new Map<number, Cover[]>();
  for (const cover of covers) {
    for (let at = lineAt(lines, cover[0]); at >= 0 && at < lines.length; at++) {
      if ((lines[at] as Line).start >= cover[1]) break;
      const held = found.get(at);
      if (held) held.push(cover);
      else found.set(at, [cover]);
    }
  }
  return found;
}

/** How a piece looks: the two highlights that it bears, and the small label behind it. */
export interface Look {
  classes: string;
  label: string;
  /** The claims to which a click on it leads. */
  claims: number[];
}

/** A piece of text as it looks: underlines stack to two, more are counted in its label. */
export function lookOf({ over, ending }: Piece<Cover>): Look {
  const marks = over.filter(([, , kind]) => kind !== SENTENCE);
  const named = marks.length > 0 ? marks : over;
  const kinds = [...new Set(marks.map(([, , kind]) => kind))].sort(
    (a, b) => Number(a === "speaker") - Number(b === "speaker"),
  );
  const [first, second] = kinds;
  const labels = [...new Set(ending.map(([, , , label]) => label).filter(Boolean))];
  const more = labels.length > 2 ? ` +${labels.length - 2}` : "";
  return {
    classes: first ? `k k-${first}${second ? ` also-${second}` : ""}` : over.length > 0 ? "told" : "",
    label: labels.slice(0, 2).join(" · ") + more,
    claims: [...new Set(named.map(([, , , , claim]) => claim))],
  };
}
