// The drawn network: actors at the places that Python gave them, a line for each sign of a pair.

import { useEffect, useMemo, useState } from "preact/hooks";
import { useDossier } from "../context";
import { many, shown } from "../text";
import { acting } from "../keys";
import { labelled } from "./labels";
import { byPair, degrees, type Drawn, other, SIGNS, touches } from "./model";
import { useSize } from "../parts/size";

const PAD = { x: 56, y: 34 };
const WIDEST = 150; // px for a unit of the plan
const BENT = 1.7; // how much wider than high, or higher than wide, it may be drawn than it was planned
const NARROW = 600; // px: on a phone height is what there is
const CROWD = 80; // actors beyond whom dots are smaller
const APART = 7; // px between the lines of one pair
const KIND = { "+": "plus", "-": "minus", "0": "zero" };
const WAYS: Record<string, [number, number]> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

export interface Spot {
  actor: number;
  x: number;
  y: number;
}

export interface GraphProps {
  lines: Drawn[];
  /** Actors to draw, in the order in which the keyboard goes through them, with their places in units of the plan, from 0. */
  spots: Spot[];
  chosen: number[];
  choose: (actors: number[]) => void;
}

/** How wide a line is, by how many who count once each assert it. */
export function thick(origins: number): number {
  return Math.min(2 + 1.5 * (origins - 1), 8);
}

export function Graph({ lines, spots, chosen, choose }: GraphProps) {
  const [frame, { width, height }] = useSize<HTMLDivElement>();
  const [over, setOver] = useState(-1);
  const at = useMemo(() => {
    const [sx, sy] = scales(spots, width, height);
    const [w, h] = extent(spots);
    return new Map(
      spots.map((s) => [s.actor, { x: width / 2 + sx * (s.x - w / 2), y: height / 2 + sy * (s.y - h / 2) }]),
    );
  }, [spots, width, height]);
  const focus = chosen[0] ?? -1;
  const walk = useWalk({ lines, spots, at, chosen, choose, frame });
  const pairs = [...byPair(lines).values()];
  return (
    <div class="graph" ref={frame}>
      <svg
        width={width}
        height={height}
        role="group"
        aria-label={`Network of ${many(spots.length, "actor")} and ${many(lines.length, "tie")}. Arrow keys walk to neighbours, J and K go through all actors, Enter chooses.`}
        onKeyDown={walk.pressed}
        onClick={(event) => event.target === event.currentTarget && choose([])}
      >
        {pairs.map((pair) => (
          <PairLines
            key={`${pair[0]?.tie.left} ${pair[0]?.tie.right}`}
            pair={pair}
            at={at}
            chosen={chosen}
            choose={choose}
          />
        ))}
        <Actors
          {...{ lines, spots, at, chosen, choose, over, setOver }}
          size={[width, height]}
          stop={walk.stop}
          focus={focus}
        />
      </svg>
    </div>
  );
}

function extent(spots: Spot[]): [number, number] {
  return [Math.max(0, ...spots.map(({ x }) => x)), Math.max(0, ...spots.map(({ y }) => y))];
}

/** Pixels per unit: as large as fits, but no tie endlessly long, and hardly out of shape. */
export function scales(spots: Spot[], width: number, height: number): [number, number] {
  const [w, h] = extent(spots);
  const fit = (side: number, room: number) => Math.min(side > 0 ? Math.max(room, 1) / side : WIDEST, WIDEST);
  const [x, y] = [fit(w, width - 2 * PAD.x), fit(h, height - 2 * PAD.y)];
  const bent = width < NARROW ? 1.5 * BENT : BENT;
  return [Math.min(x, y * bent), Math.min(y, x * bent)];
}

type At = Map<number, { x: number; y: number }>;

/** One pair's lines side by side: with, against, neither. */
function PairLines(props: { pair: Drawn[]; at: At; chosen: number[]; choose: (actors: number[]) => void }) {
  const { pair, at, chosen } = props;
  const { data } = useDossier();
  const tie = pair[0]?.tie;
  const [a, b] = [at.get(tie?.left ?? -1), at.get(tie?.right ?? -1)];
  if (!tie || !a || !b) return null;
  const long = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  const [nx, ny] = [-(b.y - a.y) / long, (b.x - a.x) / long];
  const far = chosen.length > 0 && !(chosen.length > 1 ? chosen : chosen.slice(0, 1)).every((c) => touches(tie, c));
  const names = `${data.actors[tie.left]?.name} and ${data.actors[tie.right]?.name}`;
  return (
    <g class={far ? "pair far" : "pair"} onClick={() => props.choose([tie.left, tie.right])}>
      <title>
        {shown(names)}: {pair.map((line) => `${label(line)} (${many(line.origins.length, "origin")})`).join("; ")}
      </title>
      {pair.map((line, n) => {
        const by = APART * (n - (pair.length - 1) / 2);
        const ends = { x1: a.x + by * nx, y1: a.y + by * ny, x2: b.x + by * nx, y2: b.y + by * ny };
        const once = line.origins.length < 2;
        return (
          <line
            key={line.tie.sign}
            class={`line ${KIND[line.tie.sign]}${once ? " once" : ""}`}
            data-tie={`${tie.left} ${tie.right} ${line.tie.sign}`}
            style={{ strokeWidth: `${thick(line.origins.length)}px` }}
            {...ends}
          />
        );
      })}
      <line class="hit" x1={a.x} y1={a.y} x2={b.x} y2={b.y} />
    </g>
  );
}

function label(line: Drawn): string {
  const sign = SIGNS.find(([of]) => of === line.tie.sign)?.[2] ?? "";
  return `${sign}: ${[...new Set(line.shown.map((one) => one.relation))].join(", ")}`;
}

interface ActorsProps extends GraphProps {
  at: At;
  over: number;
  setOver: (actor: number) => void;
  size: [number, number];
  stop: number;
  focus: number;
}

function Actors(props: ActorsProps) {
  const { lines, spots, at, chosen, choose, over, size, focus } = props;
  const { data } = useDossier();
  const degree = useMemo(() => degrees(lines), [lines]);
  const near = new Set(
    lines.filter(({ tie }) => chosen.length === 1 && touches(tie, focus)).map(({ tie }) => other(tie, focus)),
  );
  const name = (actor: number) => {
    const words = shown(data.actors[actor]?.name ?? "");
    return words.length > 28 && !chosen.includes(actor) && actor !== over ? `${words.slice(0, 27)}…` : words;
  };
  const dots = spots.map(({ actor }) => ({
    ...(at.get(actor) ?? { x: 0, y: 0 }),
    r: radius(degree.get(actor) ?? 0) * (spots.length > CROWD ? 0.7 : 1),
    text: name(actor),
    rank: (degree.get(actor) ?? 0) + (near.has(actor) ? 1000 : 0),
    must: chosen.includes(actor) || actor === over,
  }));
  const labels = labelled(dots, ...size);
  return (
    <>
      {spots.map(({ actor }, n) => {
        const dot = dots[n];
        const place = labels[n];
        if (!dot) return null;
        const state = chosen.includes(actor) ? "chosen" : focus < 0 ? "" : near.has(actor) ? "near" : "far";
        return (
          <g
            key={actor}
            class={`actor ${state}${degree.has(actor) ? "" : " bare"}`}
            role="button"
            tabIndex={props.stop === actor ? 0 : -1}
            aria-pressed={chosen.includes(actor)}
            aria-label={spoken(actor, lines, (at) => shown(data.actors[at]?.name ?? ""))}
            data-actor={actor}
            onClick={() => choose([actor])}
            onPointerEnter={() => props.setOver(actor)}
            onPointerLeave={() => props.setOver(-1)}
            onFocus={() => props.setOver(actor)}
            onBlur={() => props.setOver(-1)}
          >
            <circle class="hit" cx={dot.x} cy={dot.y} r={14} />
            <circle class="dot" cx={dot.x} cy={dot.y} r={dot.r} />
            {place && (
              <text x={place.x} y={place.y} text-anchor={place.anchor}>
                {dot.text}
              </text>
            )}
          </g>
        );
      })}
    </>
  );
}

function radius(ties: number): number {
  return ties ? Math.min(5 + 1.6 * Math.sqrt(ties), 13) : 3;
}

function spoken(actor: number, lines: Drawn[], name: (at: number) => string): string {
  const mine = lines.filter(({ tie }) => touches(tie, actor));
  const told = mine.slice(0, 8).map((line) => `${label(line).split(":")[0]} ${name(other(line.tie, actor))}`);
  const more = mine.length > 8 ? `; ${mine.length - 8} more` : "";
  return `${name(actor)}, ${many(mine.length, "tie")}${told.length ? `: ${told.join("; ")}${more}` : ""}`;
}

interface WalkProps extends GraphProps {
  at: At;
  frame: { current: HTMLElement | null };
}

/** One tab stop for the drawing: arrows go to the neighbour that lies that way, J and K through all, Enter chooses. */
function useWalk({ lines, spots, at, chosen, choose, frame }: WalkProps) {
  const [last, setLast] = useState(-1);
  const known = (actor: number) => spots.some((spot) => spot.actor === actor);
  const stop = known(last) ? last : known(chosen[0] ?? -1) ? (chosen[0] as number) : (spots[0]?.actor ?? -1);
  useEffect(() => setLast(-1), [chosen.join()]);
  const go = (actor: number | undefined) => {
    if (actor === undefined) return;
    setLast(actor);
    frame.current?.querySelector<SVGGElement>(`[data-actor="${actor}"]`)?.focus();
  };
  const pressed = (event: KeyboardEvent) => {
    const key = acting(event);
    const order = spots.map((spot) => spot.actor);
    const from = order.indexOf(stop);
    if (key === "Enter" || key === " ") choose([stop]);
    else if (key === "Escape" && chosen.length) choose([]);
    else if (key === "j" || key === "k") go(order[from + (key === "j" ? 1 : -1)]);
    else if (key === "Home" || key === "End") go(key === "Home" ? order[0] : order.at(-1));
    else if (WAYS[key]) go(towards(stop, WAYS[key], lines, at));
    else return;
    event.preventDefault();
  };
  return { stop, pressed };
}

/** The neighbour that lies most in a direction; none if all lie elsewhere. */
export function towards(actor: number, [dx, dy]: [number, number], lines: Drawn[], at: At): number | undefined {
  const here = at.get(actor);
  let [best, most]: [number | undefined, number] = [undefined, 0.35];
  for (const { tie } of lines) {
    if (!here || !touches(tie, actor)) continue;
    const there = at.get(other(tie, actor));
    if (!there) continue;
    const [x, y] = [there.x - here.x, there.y - here.y];
    const along = (x * dx + y * dy) / (Math.hypot(x, y) || 1);
    if (along > most) [best, most] = [other(tie, actor), along];
  }
  return best;
}
