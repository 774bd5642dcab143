// The text of a report with its claims highlighted, line by line; long texts are drawn in batches, so that none waits.

import { useEffect, useMemo, useState } from "preact/hooks";
import { byLine, lineAt, lookOf, type Cover } from "../covers";
import type { Line } from "../data";
import { pieces, shown } from "../text";

/** Lines that are drawn at once; the rest follow while the browser has nothing else to do. */
const BATCH = 60;
/** More characters than this between two lines of an excerpt are lines left out, not blank ones. */
const BLANK = 3;

/** The sentence that is outlined. */
export interface Outlined {
  start: number;
  end: number;
}

/** How many lines to draw by now: the first batch, those up to the one that is needed, then all, batch by batch. */
function useBatches(key: unknown, total: number, needed: number): number {
  const [drawn, draw] = useState({ key, count: BATCH });
  const count = Math.min(total, Math.max(drawn.key === key ? drawn.count : BATCH, needed + BATCH));
  useEffect(() => {
    if (count >= total) return;
    const next = setTimeout(() => draw({ key, count: count + BATCH }), 16);
    return () => clearTimeout(next);
  }, [key, count, total]);
  return count;
}

/** The lines of a text. `beside` draws what stands next to a line. */
export function Passage(props: {
  lines: Line[];
  covers: Cover[];
  language: string;
  excerpt?: boolean;
  outlined?: Outlined | null;
  beside?: (line: number) => preact.ComponentChildren;
}) {
  const { lines, covers, language, excerpt, outlined, beside } = props;
  const covered = useMemo(() => byLine(lines, covers), [lines, covers]);
  const count = useBatches(lines, lines.length, outlined ? lineAt(lines, outlined.start) : 0);
  const blocks = [];
  for (let first = 0; first < count; first += BATCH) {
    const block = lines.slice(first, Math.min(first + BATCH, count));
    blocks.push(
      <div class={lines.length > BATCH ? "block far-off" : "block"} key={first}>
        {block.map((line, n) => {
          const before = lines[first + n - 1];
          const gap = excerpt && line.start - (before ? before.start + before.text.length : 0) > BLANK;
          return (
            <Row
              key={line.start}
              line={line}
              language={language}
              gap={gap}
              covers={covered.get(first + n) ?? NONE}
              outlined={reaching(outlined, line)}
              beside={beside?.(first + n)}
            />
          );
        })}
      </div>,
    );
  }
  return <div class="passage">{blocks}</div>;
}

const NONE: Cover[] = [];

function reaching(outlined: Outlined | null | undefined, line: Line): Outlined | null {
  return outlined && outlined.start < line.start + line.text.length && outlined.end > line.start ? outlined : null;
}

function Row(props: {
  line: Line;
  covers: Cover[];
  language: string;
  gap?: boolean;
  outlined: Outlined | null;
  beside?: preact.ComponentChildren;
}) {
  const { line, covers, language, gap, outlined, beside } = props;
  const [from, to] = [outlined?.start ?? -1, outlined?.end ?? -1];
  const text = useMemo(
    () => (
      <p class={`line ${line.kind}`} lang={language} dir="auto">
        <Words text={line.text} offset={line.start} covers={covers} from={from} to={to} />
      </p>
    ),
    [line, covers, language, from, to],
  );
  return (
    <>
      {gap && <p class="skipped">[…]</p>}
      {beside === undefined ? (
        text
      ) : (
        <div class="row">
          {text}
          {beside}
        </div>
      )}
    </>
  );
}

/** Characters of a text, cut at every boundary of what covers them; those from `from` to `to` are outlined as one. */
export function Words(props: { text: string; offset: number; covers: Cover[]; from: number; to: number }) {
  const { text, offset, covers, from, to } = props;
  const edge: Cover[] = to > from ? [[from, to, "outline", "", -1]] : [];
  const found = pieces<Cover>(text, offset, [...covers, ...edge]);
  const inside = found.filter(({ start, end }) => start >= from && end <= to);
  const drawn = (part: typeof found) =>
    part.map((piece) => {
      const bare = { ...piece, over: piece.over.filter(known), ending: piece.ending.filter(known) };
      const { classes, label, claims } = lookOf(bare);
      const words = shown(piece.text);
      if (!classes) return words;
      return (
        <span key={piece.start} class={classes} data-label={label || undefined} data-claims={claims.join(" ")}>
          {words}
        </span>
      );
    });
  if (inside.length === 0) return <>{drawn(found)}</>;
  return (
    <>
      {drawn(found.filter(({ end }) => end <= from))}
      <mark class="outlined">{drawn(inside)}</mark>
      {drawn(found.filter(({ start }) => start >= to))}
    </>
  );
}

function known([, , , , claim]: Cover): boolean {
  return claim >= 0;
}

/** Characters `start:end` of a text as one stretch, its lines joined; what covers them is highlighted. */
export function Stretch(props: { lines: Line[]; covers: Cover[]; start: number; end: number }) {
  const { lines, covers, start, end } = props;
  const inside = lines.filter((line) => line.start < end && line.start + line.text.length > start);
  return (
    <>
      {inside.map((line, n) => {
        const [first, last] = [Math.max(start, line.start), Math.min(end, line.start + line.text.length)];
        const text = line.text.slice(first - line.start, last - line.start);
        return (
          <span key={line.start}>
            {n > 0 && " "}
            <Words text={text} offset={first} covers={covers} from={-1} to={-1} />
          </span>
        );
      })}
    </>
  );
}
