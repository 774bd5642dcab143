// Land and lines under a map, in an SVG of their own: what moves over them must not make the browser draw them again.

import { useMemo } from "preact/hooks";
import type { Basemap as Lines } from "../data-map";
import { sheetOf } from "../draw/mercator";
import "../style/map.css";

/** Land and lines in sheet units; the strokes keep their width at any scale. */
export function Ground({ basemap }: { basemap: Lines }) {
  return useMemo(() => <Drawn basemap={basemap} />, [basemap]);
}

function Drawn({ basemap }: { basemap: Lines }) {
  const { land, lines, dotted, box } = sheetOf(basemap);
  const [left, top, right, bottom] = box;
  return (
    <>
      <rect class="map-sea" x={left} y={top} width={right - left} height={bottom - top} />
      <path class="map-land" d={land} fill-rule="evenodd" />
      <path class="map-line" d={lines} />
      {dotted && <path class="map-line dotted" d={dotted} />}
    </>
  );
}

/** Whose lines they are, on every map. */
export function MapNote({ basemap }: { basemap: Lines }) {
  return <p class="map-note">{basemap.note}</p>;
}
