// Incidents on the map: those of one place together, and places that would lie on each other as one circle.

import type { Dossier } from "../case";
import { type Spot, spotOf } from "../draw/mercator";
import { isCoarse } from "../parts/minimap";

/** A place with the incidents there that are shown. */
export interface Pin {
  place: number;
  spot: Spot;
  coarse: boolean;
  incidents: number[];
}

export interface Cluster {
  pins: Pin[];
  /** Where it is drawn: at its place with the most incidents, never between places. */
  spot: Spot;
  count: number;
  /** Whether all its places are known only to their surroundings. */
  coarse: boolean;
}

/** The places of these incidents; those without coordinates are left out. */
export function pinsOf(shown: ArrayLike<number>, dossier: Dossier): Pin[] {
  const pins = new Map<number, Pin>();
  for (let n = 0; n < shown.length; n++) {
    const at = shown[n] as number;
    const { place } = dossier.incident(at);
    const pin = pins.get(place);
    if (pin) {
      pin.incidents.push(at);
      continue;
    }
    const known = dossier.place(place);
    if (!known || known.lat === null || known.lon === null) continue;
    pins.set(place, { place, spot: spotOf(known.lon, known.lat), coarse: isCoarse(known), incidents: [at] });
  }
  const rank = (a: Pin, b: Pin) =>
    Number(a.coarse) - Number(b.coarse) || b.incidents.length - a.incidents.length || a.place - b.place;
  return [...pins.values()].sort(rank);
}

/** Pins nearer to each other than `room` (in sheet units) as one; the same for the same pins and room. */
export function clustersOf(pins: Pin[], room: number): Cluster[] {
  const cells = new Map<string, Cluster[]>();
  const found: Cluster[] = [];
  for (const pin of pins) {
    const [x, y] = pin.spot;
    const [column, row] = [Math.floor(x / room), Math.floor(y / room)];
    const near = nearest(cells, column, row, pin.spot, room);
    if (near) {
      near.pins.push(pin);
      near.count += pin.incidents.length;
      continue;
    }
    const made: Cluster = { pins: [pin], spot: pin.spot, count: pin.incidents.length, coarse: pin.coarse };
    const key = `${column} ${row}`;
    cells.set(key, [...(cells.get(key) ?? []), made]);
    found.push(made);
  }
  return found;
}

function nearest(cells: Map<string, Cluster[]>, column: number, row: number, spot: Spot, room: number) {
  let best: Cluster | undefined;
  let least = room;
  for (let dx = -1; dx <= 1; dx++) {
    for (let dy = -1; dy <= 1; dy++) {
      for (const other of cells.get(`${column + dx} ${row + dy}`) ?? []) {
        const far = Math.hypot(other.spot[0] - spot[0], other.spot[1] - spot[1]);
        if (far < least) [best, least] = [other, far];
      }
    }
  }
  return best;
}

/** Whether zooming in could take it apart. */
export function splits({ pins }: Cluster): boolean {
  const [first] = pins;
  return pins.some(({ spot }) => spot[0] !== first?.spot[0] || spot[1] !== first?.spot[1]);
}
