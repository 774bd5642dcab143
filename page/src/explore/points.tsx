// Incidents over the map's lines: shapes by family, circles with a count, rings where a place is known only roughly.

import type { RefObject } from "preact";
import { useState } from "preact/hooks";
import type { Dossier } from "../case";
import { shapePath } from "../draw/glyphs";
import { perKm } from "../draw/mercator";
import { many, number, shown } from "../text";
import type { Camera } from "./camera";
import type { Cluster } from "./clusters";
import type { Light } from "./list";
import type { Size } from "../parts/size";

const LABELS = 8;
const WIDEST = 20;

export interface PointsProps {
  svg: RefObject<SVGSVGElement | null>;
  clusters: Cluster[];
  dossier: Dossier;
  camera: Camera;
  size: Size;
  light: Light;
  onLight: (places: Set<number>) => void;
  choose: (cluster: Cluster) => void;
}

interface Spotted {
  cluster: Cluster;
  x: number;
  y: number;
  r: number;
}

export function Points(props: PointsProps) {
  const { svg, clusters, dossier, camera, size, light } = props;
  const [stop, setStop] = useState(-1);
  const seen = clusters
    .map((cluster) => placedAt(cluster, camera))
    .filter(({ x, y }) => x > -40 && y > -40 && x < size.width + 40 && y < size.height + 40)
    .sort((a, b) => a.x - b.x || a.y - b.y);
  const at = Math.max(
    seen.findIndex(({ cluster }) => cluster.pins[0]?.place === stop),
    0,
  );
  const walk = (event: KeyboardEvent, n: number) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const next = step && seen[(n + step + seen.length) % seen.length];
    if (next) {
      setStop(next.cluster.pins[0]?.place ?? -1);
      svg.current?.querySelector<SVGElement>(`[data-place="${next.cluster.pins[0]?.place}"]`)?.focus();
    } else if (event.key === "Enter" || event.key === " ") props.choose((seen[n] as Spotted).cluster);
    else return;
    event.preventDefault();
  };
  return (
    <svg
      class="ex-over"
      ref={svg}
      role="group"
      aria-label={`Map of ${many(clusters.length, "place or circle", "places or circles")}`}
    >
      {seen.map((one) => (
        <Reach key={one.cluster.pins[0]?.place} one={one} dossier={dossier} camera={camera} size={size} />
      ))}
      {seen.map((one, n) => (
        <Mark
          key={one.cluster.pins[0]?.place}
          one={one}
          {...props}
          tab={n === at ? 0 : -1}
          onKey={(event) => walk(event, n)}
        />
      ))}
      {named(seen, dossier, size.width).map(({ x, y, r, name }) => (
        <text key={name} class="ex-name" x={x + r + 4} y={y + 4} aria-hidden="true">
          {name}
        </text>
      ))}
      <Ring dossier={dossier} light={light} camera={camera} seen={seen} />
    </svg>
  );
}

function placedAt(cluster: Cluster, camera: Camera): Spotted {
  const [x, y] = camera.at.apply(cluster.spot);
  return { cluster, x, y, r: cluster.count === 1 ? 8 : Math.min(9 + 1.5 * Math.sqrt(cluster.count), WIDEST) };
}

/** How far round a place that is known only roughly may be meant; left out where it would hold the whole map. */
function Reach({ one, dossier, camera, size }: { one: Spotted; dossier: Dossier; camera: Camera; size: Size }) {
  const { cluster, x, y, r } = one;
  if (!cluster.coarse || cluster.pins.length > 1) return null;
  const place = dossier.place(cluster.pins[0]?.place ?? -1);
  const reach = (place?.radius ?? 0) * perKm(place?.lat ?? 0) * camera.at.k;
  if (reach <= r + 5 || reach > 0.4 * Math.min(size.width, size.height)) return null;
  return <circle class="map-reach faint" cx={x} cy={y} r={reach} />;
}

interface MarkProps extends PointsProps {
  one: Spotted;
  tab: number;
  onKey: (event: KeyboardEvent) => void;
}

function Mark({ one, dossier, tab, onKey, choose, onLight }: MarkProps) {
  const { cluster, x, y, r } = one;
  const [first] = cluster.pins;
  const incident = cluster.count === 1 ? dossier.incident(first?.incidents[0] as number) : null;
  const light = () => onLight(new Set(cluster.pins.map(({ place }) => place)));
  return (
    <g
      class="ex-mark"
      role="button"
      tabindex={tab}
      data-place={first?.place}
      data-count={cluster.count}
      aria-label={wordsOf(cluster, dossier)}
      transform={`translate(${x} ${y})`}
      onClick={() => choose(cluster)}
      onKeyDown={onKey}
      onMouseEnter={light}
      onMouseLeave={() => onLight(new Set())}
      onFocus={light}
      onBlur={() => onLight(new Set())}
    >
      <circle class="ex-touch" r={Math.max(r, 12)} />
      {cluster.coarse && <circle class="map-reach" r={r + 4} />}
      {incident ? (
        <path class={`ex-shape shape ${incident.family}`} transform="translate(-8 -8)" d={shapePath(incident.family)} />
      ) : (
        <>
          <circle class="ex-circle" r={r} />
          <text text-anchor="middle" dy="0.35em">
            {number(cluster.count)}
          </text>
        </>
      )}
    </g>
  );
}

function wordsOf({ pins, count }: Cluster, dossier: Dossier): string {
  const [first] = pins;
  const place = dossier.place(first?.place ?? -1);
  const where = shown(place?.name ?? "");
  const near = place?.near ? `, known ${place.near}` : "";
  if (count === 1) return `${shown(dossier.incident(first?.incidents[0] as number).title)}, ${where}${near}`;
  return pins.length === 1
    ? `${many(count, "incident")} at ${where}${near}`
    : `${many(count, "incident")} at ${pins.length} places, most at ${where}`;
}

/** The names of the places with most incidents, as the sources write them, where they don't run over others. */
function named(seen: Spotted[], dossier: Dossier, width: number): { x: number; y: number; r: number; name: string }[] {
  const taken: [number, number, number, number][] = seen.map(({ x, y, r }) => [x - r, y - r, x + r, y + r]);
  const found: { x: number; y: number; r: number; name: string }[] = [];
  const ranked = [...seen].sort((a, b) => b.cluster.count - a.cluster.count);
  for (const { cluster, x, y, r: own } of ranked) {
    const r = own + (cluster.coarse ? 5 : 0);
    if (found.length === LABELS) break;
    const name = shown(dossier.place(cluster.pins[0]?.place ?? -1)?.name ?? "").slice(0, 40);
    const box: [number, number, number, number] = [x + r + 2, y - 8, x + r + 8 + 7 * name.length, y + 8];
    if (box[2] > width || taken.some(([a, b, c, d]) => a < box[2] && c > box[0] && b < box[3] && d > box[1])) continue;
    taken.push(box);
    found.push({ x, y, r, name });
  }
  return found;
}

/** The ring round what the pointer or the focus is on in the list. */
function Ring({ dossier, light, seen }: { dossier: Dossier; light: Light; camera: Camera; seen: Spotted[] }) {
  const place = light.row < 0 ? -1 : dossier.incident(light.row).place;
  const on = seen.filter(({ cluster }) =>
    cluster.pins.some((pin) => (place >= 0 && pin.place === place) || light.places.has(pin.place)),
  );
  return (
    <>
      {on.map(({ cluster, x, y, r }) => (
        <g key={cluster.pins[0]?.place} class="ex-ring" transform={`translate(${x} ${y})`} aria-hidden="true">
          <circle class="halo" r={r + 5} />
          <circle r={r + 5} />
        </g>
      ))}
    </>
  );
}
