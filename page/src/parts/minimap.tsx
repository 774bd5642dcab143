// One place on the lines of its region: a point, or the ring within which it is only known to lie.

import { useDossier } from "../context";
import type { Place } from "../data";
import type { Basemap } from "../data-map";
import { type Box, perKm, scaleBar, sheetOf, spotOf } from "../draw/mercator";
import { bounded, number, shown } from "../text";
import { Ground, MapNote } from "./basemap";
import { Empty, isolated } from "./words";
import { Note } from "./small";

const WIDTH = 312;
const HEIGHT = 190;
const AROUND = 120; // km shown at least on each side
const EXACT = new Set(["site", "town"]);

/** Whether a place is known no more precisely than its surroundings, so that maps draw how far they reach. */
export function isCoarse(place: Place): boolean {
  return !EXACT.has(place.kind);
}

/** The map of one place, with the note on its lines; says so where there are no coordinates or no lines. */
export function MiniMap({ place }: { place: Place }) {
  const { basemap } = useDossier().data;
  if (place.lat === null || place.lon === null) {
    return <Empty>No map: where {isolated(place.name)} lies is not known.</Empty>;
  }
  const located = { ...place, lat: place.lat, lon: place.lon };
  if (!basemap || !inside(located, basemap)) return <Empty>No map: this dossier carries no lines for it.</Empty>;
  return <Drawn place={located} basemap={basemap} />;
}

type Located = Place & { lat: number; lon: number };

function inside(place: Located, { west, east, south, north }: Basemap): boolean {
  return place.lon >= west && place.lon <= east && place.lat >= south && place.lat <= north;
}

/** The part of the sheet that is shown, in the shape of the frame. */
function viewOf(place: Located, box: Box): Box {
  const km = perKm(place.lat);
  const high = Math.min(Math.max(2.6 * (place.radius ?? 0), 2 * AROUND) * km, box[3] - box[1]);
  const wide = (high * WIDTH) / HEIGHT;
  const [x, y] = spotOf(place.lon, place.lat);
  const held = (middle: number, size: number, from: number, to: number) =>
    to - from < size ? (from + to - size) / 2 : bounded(middle - size / 2, from, to - size);
  const [left, top] = [held(x, wide, box[0], box[2]), held(y, high, box[1], box[3])];
  return [left, top, left + wide, top + high];
}

function Drawn({ place, basemap }: { place: Located; basemap: Basemap }) {
  const [left, top, right] = viewOf(place, sheetOf(basemap).box);
  const scale = WIDTH / (right - left);
  const [x, y] = spotOf(place.lon, place.lat);
  const spot: [number, number] = [(x - left) * scale, (y - top) * scale];
  const km = perKm(place.lat) * scale;
  const ring = (place.radius ?? 0) * km;
  const bar = scaleBar(km, 90);
  const words = `Map: ${shown(place.name)}${place.near ? `, known ${place.near}` : ""}`;
  return (
    <figure class="minimap">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={words}>
        <g transform={`translate(${-left * scale} ${-top * scale}) scale(${scale})`}>
          <Ground basemap={basemap} />
        </g>
        {ring > 6 && <circle class="map-reach" cx={spot[0]} cy={spot[1]} r={ring} />}
        {!isCoarse(place) && <circle class="map-spot" cx={spot[0]} cy={spot[1]} r={4} />}
        <g class="map-scale" transform={`translate(${WIDTH - bar.width - 10} ${HEIGHT - 10})`}>
          <path d={`M0 -4V0H${bar.width}V-4`} />
          <text x={bar.width / 2} y={-5} text-anchor="middle">
            {number(bar.km)} km
          </text>
        </g>
      </svg>
      <figcaption>
        {isCoarse(place) && place.radius !== null && (
          <Note>
            Known to {place.near || place.kind}: somewhere in this ring, {number(place.radius)} km round.
          </Note>
        )}
        <MapNote basemap={basemap} />
      </figcaption>
    </figure>
  );
}
