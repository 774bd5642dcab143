// Longitude and latitude on a flat sheet (Mercator, in degrees at the equator, y downwards), and lines as SVG paths.

import type { Basemap, Way } from "../data-map";
import { bounded } from "../text";

export type Spot = [x: number, y: number];
/** West, north, east, south edge on the sheet. */
export type Box = [left: number, top: number, right: number, bottom: number];

const LAST = 85;
const KM = 111.2;

export function spotOf(lon: number, lat: number): Spot {
  const held = bounded(lat, -LAST, LAST);
  const y = (180 / Math.PI) * Math.log(Math.tan(Math.PI / 4 + (held * Math.PI) / 360));
  return [lon, -y];
}

export function latitude(y: number): number {
  return (360 / Math.PI) * Math.atan(Math.exp((-y * Math.PI) / 180)) - 90;
}

/** How long a kilometre is on the sheet at a latitude. */
export function perKm(lat: number): number {
  return 1 / (KM * Math.cos((Math.min(Math.abs(lat), LAST) * Math.PI) / 180));
}

function path(way: Way, unit: number, closed: boolean): string {
  let [x, y] = [0, 0];
  const found: string[] = [];
  for (let n = 0; n + 1 < way.length; n += 2) {
    x += way[n] as number;
    y += way[n + 1] as number;
    const [left, down] = spotOf(x / unit, y / unit);
    found.push(`${left.toFixed(3)} ${down.toFixed(3)}`);
  }
  return `M${found.join("L")}${closed ? "Z" : ""}`;
}

export interface Sheet {
  land: string;
  lines: string;
  dotted: string;
  box: Box;
}

const drawn = new WeakMap<Basemap, Sheet>();

/** The paths of a basemap; made once. */
export function sheetOf(basemap: Basemap): Sheet {
  const before = drawn.get(basemap);
  if (before) return before;
  const joined = (ways: Way[], closed: boolean) => ways.map((way) => path(way, basemap.unit, closed)).join("");
  const [left, top] = spotOf(basemap.west, basemap.north);
  const [right, bottom] = spotOf(basemap.east, basemap.south);
  const made: Sheet = {
    land: joined(basemap.land, true),
    lines: joined(basemap.lines, false),
    dotted: joined(basemap.dotted, false),
    box: [left, top, right, bottom],
  };
  drawn.set(basemap, made);
  return made;
}

const ROUND = [1, 2, 5];

/** The longest of 1, 2, 5, 10, 20 ... km that is not wider than `room`, given what a kilometre takes. */
export function scaleBar(km: number, room: number): { km: number; width: number } {
  let best = 1;
  for (let power = 1; power < 1e5; power *= 10) {
    for (const round of ROUND) if (round * power * km <= room) best = round * power;
  }
  return { km: best, width: best * km };
}
