// Names beside dots, so that none lies on another: the most important first, each where there is room.

export interface Dot {
  x: number;
  y: number;
  r: number;
  text: string;
  /** The higher the sooner it is placed. */
  rank: number;
  /** Must have its name, whatever it lies on. */
  must: boolean;
}

export interface Label {
  x: number;
  y: number;
  anchor: "start" | "middle" | "end";
}

type Box = [left: number, top: number, right: number, bottom: number];

const HIGH = 15;

/** About how wide words are drawn at 12.5 px; letters of wide scripts count double. */
export function wide(text: string): number {
  let sum = 0;
  for (const char of text) sum += char.charCodeAt(0) > 0x2e7f ? 13 : 6.9;
  return sum;
}

/** For each dot where its name stands, or null where there is no room for it. */
export function labelled(dots: Dot[], width: number, height: number): (Label | null)[] {
  const circles = dots.map(({ x, y, r }): Box => [x - r, y - r, x + r, y + r]);
  const taken: Box[] = [];
  const found: (Label | null)[] = dots.map(() => null);
  const order = dots.map((_, n) => n).sort((a, b) => rank(dots[b]) - rank(dots[a]) || a - b);
  for (const n of order) {
    const dot = dots[n] as Dot;
    const tried = places(dot).map(([label, box]) => ({
      label,
      box,
      cost: cost(box, n, circles, taken, width, height),
    }));
    const best = tried.reduce((a, b) => (b.cost < a.cost ? b : a));
    if (best.cost > 0 && !dot.must) continue;
    found[n] = best.label;
    taken.push(best.box);
  }
  return found;
}

function rank(dot: Dot | undefined): number {
  return dot ? dot.rank + (dot.must ? 1e6 : 0) : 0;
}

/** Below, above, right, left; then a little aside below and above. */
function places({ x, y, r, text }: Dot): [Label, Box][] {
  const long = wide(text);
  const at = (cx: number, cy: number): [Label, Box] => [
    { x: cx, y: cy + 4, anchor: "middle" },
    [cx - long / 2 - 4, cy - HIGH / 2, cx + long / 2 + 4, cy + HIGH / 2],
  ];
  const far = r + 10;
  return [
    at(x, y + far),
    at(x, y - far),
    [{ x: x + r + 5, y: y + 4, anchor: "start" }, [x + r + 3, y - HIGH / 2, x + r + 7 + long, y + HIGH / 2]],
    [{ x: x - r - 5, y: y + 4, anchor: "end" }, [x - r - 7 - long, y - HIGH / 2, x - r - 3, y + HIGH / 2]],
    at(x + long / 3, y + far),
    at(x - long / 3, y + far),
    at(x + long / 3, y - far),
    at(x - long / 3, y - far),
  ];
}

/** How much of a box lies on others or outside. */
function cost(box: Box, own: number, circles: Box[], taken: Box[], width: number, height: number): number {
  let sum = 0;
  for (const other of taken) sum += shared(box, other);
  circles.forEach((other, n) => {
    if (n !== own) sum += shared(box, other);
  });
  const [left, top, right, bottom] = box;
  const outside = Math.max(0, -left) + Math.max(0, right - width);
  return sum + 20 * outside + 100 * (Math.max(0, -top) + Math.max(0, bottom - height));
}

function shared([l, t, r, b]: Box, [l2, t2, r2, b2]: Box): number {
  const [x, y] = [Math.min(r, r2) - Math.max(l, l2), Math.min(b, b2) - Math.max(t, t2)];
  return x > 0 && y > 0 ? x * y : 0;
}
