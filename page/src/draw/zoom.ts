// How far a sheet is enlarged and shifted on the screen, within limits; where the hands on it take it.

import type { Box, Spot } from "./mercator";
import { bounded } from "../text";

export interface Room {
  width: number;
  height: number;
}

export interface Limits {
  /** What the view shall not leave. */
  sheet: Box;
  least: number;
  most: number;
}

/** A spot of the sheet is drawn `k` times as far from the sheet's origin, which itself is drawn at `x`, `y`. */
export class Zoom {
  constructor(
    readonly k = 1,
    readonly x = 0,
    readonly y = 0,
  ) {}

  apply([x, y]: Spot): Spot {
    return [x * this.k + this.x, y * this.k + this.y];
  }

  invert([x, y]: Spot): Spot {
    return [(x - this.x) / this.k, (y - this.y) / this.k];
  }

  toString(): string {
    return `translate(${this.x},${this.y}) scale(${this.k})`;
  }
}

export function middleOf({ width, height }: Room): Spot {
  return [width / 2, height / 2];
}

/** The view that draws a spot of the sheet at a point of the screen. */
export function placing(spot: Spot, point: Spot, k: number): Zoom {
  return new Zoom(k, point[0] - k * spot[0], point[1] - k * spot[1]);
}

/** Enlarged round a point of the screen, as far as the limits let. */
export function enlarged(zoom: Zoom, factor: number, point: Spot, { least, most }: Limits): Zoom {
  return placing(zoom.invert(point), point, bounded(zoom.k * factor, least, most));
}

/** Shifted along one axis so that nothing beyond the sheet is seen; in the middle where all of it is. */
function inside(shift: number, k: number, [low, high]: [number, number], room: number): number {
  const [before, after] = [low * k + shift, room - high * k - shift];
  if (before + after > 0) return shift + (after - before) / 2;
  return shift - Math.max(before, 0) + Math.max(after, 0);
}

/** The nearest view that doesn't leave the sheet. */
export function held({ k, x, y }: Zoom, { sheet }: Limits, { width, height }: Room): Zoom {
  const [left, top, right, bottom] = sheet;
  return new Zoom(k, inside(x, k, [left, right], width), inside(y, k, [top, bottom], height));
}

/** The view that shows a whole box, with room left round it. */
export function fitted([left, top, right, bottom]: Box, size: Room, room: number, most: number): Zoom {
  const [wide, high] = [Math.max(size.width - 2 * room, 80), Math.max(size.height - 2 * room, 80)];
  const k = Math.min(wide / (right - left), high / (bottom - top), most);
  return placing([(left + right) / 2, (top + bottom) / 2], middleOf(size), k);
}

/** One finger or the mouse holds a spot, two hold two: their middle, and how far they are apart. */
export function gripOf(points: Spot[]): { middle: Spot; apart: number } {
  const [a = [0, 0], b = a] = points;
  return { middle: [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2], apart: Math.hypot(a[0] - b[0], a[1] - b[1]) };
}

/** From where the points were to where they are: what lay between them lies there again, as much larger as they parted. */
export function dragged(zoom: Zoom, from: Spot[], to: Spot[], limits: Limits): Zoom {
  const [before, now] = [gripOf(from), gripOf(to)];
  const grown = enlarged(zoom, before.apart && now.apart ? now.apart / before.apart : 1, before.middle, limits);
  return placing(grown.invert(before.middle), now.middle, grown.k);
}

/** By how much a turn of the wheel enlarges; pinching on a touchpad comes as small turns with ctrl held. */
export function turned({ deltaY, deltaMode, ctrlKey }: Pick<WheelEvent, "deltaY" | "deltaMode" | "ctrlKey">): number {
  return 2 ** (-deltaY * ([0.002, 0.05][deltaMode] ?? 1) * (ctrlKey ? 10 : 1));
}
