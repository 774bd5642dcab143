// Who stands how to whom as a square: a mark where a tie is asserted; the actors in the order of the drawing.

import { useRef } from "preact/hooks";
import { useDossier } from "../context";
import { TieLines } from "../draw/glyphs";
import { to, type Query } from "../route";
import { many, shown } from "../text";
import { byPair, degrees, type Drawn, SIGNS } from "./model";
import { Note } from "../parts/small";
import "../style/matrix.css";

export const MOST = 60;

export function Matrix({ lines, order, query }: { lines: Drawn[]; order: number[]; query: Query }) {
  const { data } = useDossier();
  const grid = useRef<HTMLTableElement>(null);
  const by = degrees(lines);
  const tied = order.filter((actor) => by.has(actor));
  const ranked = [...tied].sort((a, b) => (by.get(b) ?? 0) - (by.get(a) ?? 0));
  const kept = new Set(ranked.slice(0, MOST));
  const listed = tied.filter((actor) => kept.has(actor));
  const pairs = byPair(lines);
  const name = (at: number) => shown(data.actors[at]?.name ?? "");
  let first = true;
  return (
    <>
      {listed.length < tied.length && (
        <Note>
          Showing the {MOST} actors with most ties, of {tied.length}; the table holds all ties.
        </Note>
      )}
      <div class="matrix-frame">
        <table
          class="matrix"
          aria-label="Ties between every two actors"
          ref={grid}
          onKeyDown={(e) => walk(e, grid.current)}
        >
          <thead>
            <tr>
              <td />
              {listed.map((actor, n) => (
                <th key={actor} scope="col" title={name(actor)}>
                  <span aria-hidden="true">{n + 1}</span>
                  <span class="vh">{name(actor)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {listed.map((row, n) => (
              <tr key={row}>
                <th scope="row">
                  <span class="nr">{n + 1}</span> <bdi>{name(row)}</bdi>
                </th>
                {listed.map((column, m) => {
                  const pair = pairs.get(`${Math.min(row, column)}-${Math.max(row, column)}`);
                  if (!pair) return <td key={column} class={row === column ? "self" : undefined} />;
                  const stop = first;
                  first = false;
                  const label = `${name(row)} and ${name(column)}: ${words(pair)}`;
                  const href = to("network", [], { ...query, actor: ids(pair, data.actors) });
                  return <Cell key={column} {...{ href, label, stop, pair }} at={`${n} ${m}`} />;
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** How one pair stands; the whole square is one tab stop. */
function Cell(props: { href: string; label: string; stop: boolean; pair: Drawn[]; at: string }) {
  return (
    <td>
      <a
        href={props.href}
        aria-label={props.label}
        title={props.label}
        tabIndex={props.stop ? 0 : -1}
        data-cell={props.at}
      >
        <TieLines signs={props.pair.map((line) => line.tie.sign)} />
      </a>
    </td>
  );
}

function ids(pair: Drawn[], actors: { id: string }[]): string {
  const tie = pair[0]?.tie;
  return [tie?.left, tie?.right].map((at) => actors[at ?? -1]?.id ?? "").join(",");
}

function words(pair: Drawn[]): string {
  return pair
    .map((line) => `${SIGNS.find(([sign]) => sign === line.tie.sign)?.[2]} (${many(line.origins.length, "origin")})`)
    .join(", ");
}

/** Arrows go to the next mark of the row or the column. */
function walk(event: KeyboardEvent, grid: HTMLElement | null): void {
  const ways: Record<string, [number, number]> = {
    ArrowDown: [1, 0],
    ArrowUp: [-1, 0],
    ArrowRight: [0, 1],
    ArrowLeft: [0, -1],
  };
  const [dn, dm] = ways[event.key] ?? [0, 0];
  const here = (document.activeElement as HTMLElement | null)?.dataset.cell;
  if (!grid || !here || (!dn && !dm)) return;
  event.preventDefault();
  const [n, m] = here.split(" ").map(Number) as [number, number];
  const cells = [...grid.querySelectorAll<HTMLElement>("[data-cell]")];
  let [best, nearest]: [HTMLElement | null, number] = [null, Infinity];
  for (const cell of cells) {
    const [y, x] = (cell.dataset.cell ?? "").split(" ").map(Number) as [number, number];
    const [down, right] = [y - n, x - m];
    const way = dn ? down * dn : right * dm;
    if (way <= 0 || (dn ? right : down) !== 0 || way >= nearest) continue;
    [best, nearest] = [cell, way];
  }
  if (!best) return;
  for (const cell of cells) cell.tabIndex = cell === best ? 0 : -1;
  best.focus();
}
