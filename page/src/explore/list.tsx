// The incidents that pass, as a list of which only what is in sight is drawn; the arrows and J, K walk it.

import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { listAxis, type Axis } from "../draw/axis";
import { EventShape, RangeGlyph } from "../draw/glyphs";
import { acting, useKeydown } from "../keys";
import { Note } from "../parts/small";
import { isolated } from "../parts/words";
import { to } from "../route";
import { bounded, many, number, shown, untimed } from "../text";
import type { Board } from "./use-board";
import { SORTS } from "./view";
import { Pick } from "../parts/button";

type Box = RefObject<HTMLDivElement | null>;

const ROW = 4.625; // rem: 74 px
const SPARE = 4;

export interface Light {
  /** The incident under the pointer or the focus, and those of the circle on the map. */
  row: number;
  places: Set<number>;
}

export interface ListProps {
  board: Board;
  light: Light;
  onLight: (row: number) => void;
  selected: string;
  /** Chooses a row; `now`: before its link is followed, so that Back finds it. */
  onSelect: (id: string, now?: boolean) => void;
}

export function List(props: ListProps) {
  const { board, selected, onSelect } = props;
  const { rows, dossier, view } = board;
  const box = useRef<HTMLDivElement>(null);
  const [seen, row] = useSight(box, rows.length);
  const axis = useMemo(() => axisFor(board), [board.figures]);
  const at = useMemo(() => {
    const wanted = dossier.incidentAt.get(selected);
    return wanted === undefined ? -1 : rows.indexOf(wanted);
  }, [rows, selected]);
  const here = useRef(at);
  here.current = at;
  const walk = useWalk(box, row, rows.length, (n, focus) => {
    const incident = rows[n];
    if (incident === undefined) return;
    onSelect(dossier.incident(incident).id);
    if (focus) focusRow(box, n, here);
  });
  useKeys(box, here, rows.length, walk);
  useReturn(box, at, row);
  const [first, last] = seen;
  const numbers = Array.from({ length: Math.max(last - first, 0) }, (_, n) => first + n);
  if (at >= 0 && !numbers.includes(at)) numbers.push(at);
  return (
    <section class="ex-list" aria-label="Incidents">
      <div class="ex-list-head">
        <h2>{many(rows.length, "incident")}</h2>
        <Pick
          label={<span class="vh">Sort</span>}
          value={view.sort}
          choices={SORTS}
          pick={(sort) => board.set({ sort })}
        />
        {axis.cut < axis.top && (
          <Note>
            Lines go from 0 to {number(axis.cut)} killed; past the cut <b>//</b> up to {number(axis.top)}.
          </Note>
        )}
      </div>
      <div class="ex-scroll" ref={box}>
        <ol style={{ height: `${rows.length * row}px` }} onMouseLeave={() => props.onLight(-1)}>
          {numbers.map((n) => (
            <Row key={rows[n]} n={n} at={at} row={row} axis={axis} {...props} />
          ))}
        </ol>
      </div>
    </section>
  );
}

/** One axis for all figures of people killed; other measures have none in common and stand as words. */
function axisFor({ figures }: Board): Axis {
  return listAxis(figures.killed.map((one) => one?.high ?? one?.low ?? null));
}

/** Which rows are in sight, and how high one is: it grows with the reader's text size. */
function useSight(box: Box, count: number): [[number, number], number] {
  const row = Math.round(ROW * Number.parseFloat(getComputedStyle(document.documentElement).fontSize));
  const [seen, set] = useState<[number, number]>([0, 16]);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const look = () => {
      const first = Math.max(Math.floor(element.scrollTop / row) - SPARE, 0);
      const last = Math.min(Math.ceil((element.scrollTop + element.clientHeight) / row) + SPARE, count);
      set((before) => (before[0] === first && before[1] === last ? before : [first, last]));
    };
    look();
    element.addEventListener("scroll", look, { passive: true });
    const watch = new ResizeObserver(look);
    watch.observe(element);
    return () => {
      element.removeEventListener("scroll", look);
      watch.disconnect();
    };
  }, [count, row]);
  return [[seen[0], Math.min(seen[1], count)], row];
}

type Walk = (n: number, focus?: boolean) => void;

/** Brings a row into sight and chooses it. */
function useWalk(box: Box, row: number, count: number, choose: Walk): Walk {
  return (n, focus = true) => {
    const element = box.current;
    if (!element || count === 0) return;
    const held = bounded(n, 0, count - 1);
    const [top, bottom] = [held * row, (held + 1) * row];
    if (top < element.scrollTop) element.scrollTop = top;
    else if (bottom > element.scrollTop + element.clientHeight) element.scrollTop = bottom - element.clientHeight;
    choose(held, focus);
  };
}

/** Puts the focus on a row, unless another one is wanted by then. */
function focusRow(box: Box, n: number, here?: { current: number }): void {
  // twice: the row is drawn after the scroll has been seen
  const find = () =>
    (!here || here.current === n) &&
    box.current?.querySelector<HTMLElement>(`a[data-row="${n}"]`)?.focus({ preventScroll: true });
  requestAnimationFrame(() => requestAnimationFrame(find));
}

/** J, K everywhere; the arrows, Home and End inside the list, and the arrows where nothing else has the focus. */
function useKeys(box: Box, here: { current: number }, count: number, walk: Walk): void {
  useKeydown((event) => {
    const key = acting(event);
    const inside = box.current?.contains(event.target as Node) ?? false;
    const free = inside || event.target === document.body || (event.target as Element | null)?.id === "main";
    const step = key === "j" || (free && key === "ArrowDown") ? 1 : key === "k" || (free && key === "ArrowUp") ? -1 : 0;
    const end = inside && (key === "Home" ? 0 : key === "End" ? Number.MAX_SAFE_INTEGER : -1);
    if (!step && (end === false || end < 0)) return;
    event.preventDefault();
    // keys come faster than the page is drawn
    const next = step ? (here.current < 0 ? 0 : here.current + step) : (end as number);
    here.current = bounded(next, 0, Math.max(count - 1, 0));
    walk(here.current);
  });
}

/** Coming back from an incident, its row is in sight and has the focus again. */
function useReturn(box: Box, at: number, row: number): void {
  useEffect(() => {
    const element = box.current;
    if (!element || at < 0) return;
    element.scrollTop = Math.max(at * row - element.clientHeight / 2, 0);
    focusRow(box, at);
  }, []);
}

function Row({ board, light, onLight, onSelect, selected, n, at, row, axis }: ListProps & RowProps) {
  const { rows, dossier, figures } = board;
  const index = rows[n] as number;
  const incident = dossier.incident(index);
  const main = figures.main[index];
  const on = incident.id === selected;
  const lit = light.row === index || light.places.has(incident.place);
  const killed = figures.killed[index];
  return (
    <li
      class={`ex-row${on ? " on" : ""}${lit ? " lit" : ""}`}
      style={{ top: `${n * row}px`, height: `${row}px` }}
      aria-setsize={rows.length}
      aria-posinset={n + 1}
      onMouseEnter={() => onLight(index)}
    >
      <a
        href={to("incident", [incident.id])}
        data-row={n}
        tabIndex={n === Math.max(at, 0) ? 0 : -1}
        aria-current={on || undefined}
        onFocus={() => {
          onLight(index);
          if (!on) onSelect(incident.id);
        }}
        onClick={() => onSelect(incident.id, true)}
      >
        <span class="ex-line">
          <EventShape family={incident.family} />
          <bdi class="ex-title">{shown(untimed(incident))}</bdi>
          {main && <b class="ex-end">{main.whole}</b>}
        </span>
        <span class="ex-line sub">
          <span class="ex-start">
            {incident.when} · {isolated(incident.where)}
          </span>
          {killed && (
            <span class="ex-glyph">
              <RangeGlyph axis={axis} low={killed.low} best={killed.best} high={killed.high} />
            </span>
          )}
        </span>
        <span class="ex-line sub">
          <Notes board={board} index={index} />
          <span class="ex-end">
            {main
              ? `${main.label}, ${many(figures.accounts[index] as number, "account")}`
              : many(incident.docs.length, "report")}
          </span>
        </span>
      </a>
    </li>
  );
}

interface RowProps {
  n: number;
  at: number;
  row: number;
  axis: Axis;
}

/** The size of the gap, else that accounts differ in something else; background; and how far people have looked. */
function Notes({ board: { dossier, figures, columns }, index }: { board: Board; index: number }) {
  const { background, state } = dossier.incident(index);
  const ratio = figures.ratio[index] as number;
  const gap = ratio === Number.POSITIVE_INFINITY ? "low is 0" : ratio > 0 ? figures.main[index]?.gap : "";
  const differ = gap || ((columns.states[index] as number) & 1 ? "accounts differ" : "");
  return (
    <span class="ex-start">
      {differ && <b class="gap">{differ} · </b>}
      {background && "background · "}
      {state || "machine only"}
    </span>
  );
}
