// Where the causal map's boxes and arrows are drawn, from the columns and rows that Python gives them.

import type { CauseArrow, CauseBox, Cell } from "../data-causes";

export const BOX = { width: 224, height: 60 };
const COLUMN = 304;
const ROW = 76;
const EDGE = 12;
/** Between two arrows that end at the same side of a box. */
const PORT = 9;

export interface Point {
  x: number;
  y: number;
}

/** One arrow as drawn: its path, the head at its end, and its middle for marks. */
export interface Drawn {
  at: number;
  path: string;
  head: string;
  middle: Point;
}

/** The drawing: boxes by their place in the map, arrows, and the whole size. */
export interface Drawing {
  boxes: Map<number, Point>;
  arrows: Drawn[];
  width: number;
  height: number;
}

function corner([column, row]: Cell): Point {
  return { x: EDGE + COLUMN * column, y: EDGE + ROW * row };
}

/** The drawing without (`inside` false) or with the arrows inside one incident. */
export function drawing(boxes: CauseBox[], arrows: CauseArrow[], inside: boolean): Drawing {
  const placed = new Map<number, Point>();
  boxes.forEach((box, at) => {
    const cell = inside ? box.wide : box.spot;
    if (cell.length) placed.set(at, corner(cell));
  });
  const drawn = arrows.map((arrow, at) => ({ arrow, at })).filter(({ arrow }) => inside || !arrow.inside);
  const ports = portsOf(drawn, placed, inside);
  const ends = [...placed.values()];
  return {
    boxes: placed,
    arrows: drawn.map(({ arrow, at }) => curve(arrow, at, ports, placed, inside)),
    width: Math.max(0, ...ends.map(({ x }) => x)) + BOX.width + EDGE,
    height: Math.max(0, ...ends.map(({ y }) => y)) + BOX.height + EDGE,
  };
}

type Numbered = { arrow: CauseArrow; at: number };

/** How far from the middle of a box's side each arrow meets it: in the order of where they come from or go to. */
function portsOf(drawn: Numbered[], placed: Map<number, Point>, inside: boolean): Map<string, number> {
  const sides = new Map<string, [key: string, other: number][]>();
  for (const { arrow, at } of drawn) {
    const bends = inside ? arrow.turns : arrow.bends;
    const [first, last] = [bends[0], bends[bends.length - 1]];
    const near = (cell: Cell | undefined, box: number) => (cell ? corner(cell).y : (placed.get(box)?.y ?? 0));
    const ends: [string, string, number][] = [
      [`${arrow.cause}${arrow.back ? "left" : "right"}`, `from${at}`, near(first, arrow.effect)],
      [`${arrow.effect}${arrow.back ? "right" : "left"}`, `into${at}`, near(last, arrow.cause)],
    ];
    for (const [side, key, other] of ends) sides.set(side, [...(sides.get(side) ?? []), [key, other]]);
  }
  const ports = new Map<string, number>();
  for (const met of sides.values()) {
    met.sort((a, b) => a[1] - b[1]);
    const step = Math.min(PORT, (BOX.height - 16) / Math.max(1, met.length - 1));
    met.forEach(([key], n) => ports.set(key, step * (n - (met.length - 1) / 2)));
  }
  return ports;
}

function curve(
  arrow: CauseArrow,
  at: number,
  ports: Map<string, number>,
  placed: Map<number, Point>,
  inside: boolean,
): Drawn {
  const way = arrow.back ? -1 : 1;
  const side = (point: Point, right: boolean): Point => ({
    x: point.x + (right ? BOX.width : 0),
    y: point.y + BOX.height / 2,
  });
  const none = { x: 0, y: 0 };
  const start = side(placed.get(arrow.cause) ?? none, way > 0);
  const end = side(placed.get(arrow.effect) ?? none, way < 0);
  start.y += ports.get(`from${at}`) ?? 0;
  end.y += ports.get(`into${at}`) ?? 0;
  const stops = (inside ? arrow.turns : arrow.bends).map(corner);
  const points = [
    start,
    ...stops.flatMap((stop) => {
      const y = stop.y + ROW / 4;
      const [left, right] = [
        { x: stop.x, y },
        { x: stop.x + BOX.width, y },
      ];
      return way > 0 ? [left, right] : [right, left];
    }),
    { x: end.x - 8 * way, y: end.y },
  ];
  const parts = points.slice(1).map((to, n) => {
    const from = points[n] as Point;
    if (from.y === to.y) return `L${to.x} ${to.y}`;
    const half = (from.x + to.x) / 2;
    return `C${half} ${from.y} ${half} ${to.y} ${to.x} ${to.y}`;
  });
  const [a, b] = [points[0] as Point, points[1] as Point];
  return {
    at,
    path: `M${start.x} ${start.y}${parts.join("")}`,
    head: `M${end.x} ${end.y}l${-9 * way} -5v10Z`,
    middle: { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 },
  };
}

/** Text in at most `most` lines of about `wide` characters; what does not fit is cut, and a mark says so. */
export function lines(text: string, wide: number, most: number): string[] {
  const found: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/)) {
    const longer = line ? `${line} ${word}` : word;
    if (longer.length <= wide || !line) {
      line = longer;
      continue;
    }
    found.push(line);
    line = word;
  }
  found.push(line);
  const kept = found.slice(0, most).map((one) => (one.length > wide ? `${one.slice(0, wide - 1)}…` : one));
  if (found.length > most) kept[most - 1] = `${(kept[most - 1] as string).slice(0, wide - 1).trimEnd()}…`;
  return kept;
}
