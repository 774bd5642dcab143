// The map's view: how far the sheet is enlarged and shifted, moved by drag, wheel, pinch and buttons.

import { select } from "d3-selection";
import { type D3ZoomEvent, zoom, type ZoomBehavior, zoomIdentity, type ZoomTransform } from "d3-zoom";
import type { RefObject } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { type Box, latitude, perKm, spotOf } from "../draw/mercator";
import type { Pin } from "./clusters";
import type { Size } from "./size";
import type { View } from "./view";

const CLOSEST = 6; // px per km: nearer than the lines are exact
const STEP = 6; // times nearer at most by one click on a circle
const FOOT = 52; // px that the legend takes
const ROOM = 64; // px between the outermost pins and the frame

export interface Camera {
  at: ZoomTransform;
  most: number;
  by: (factor: number) => void;
  fit: (box: Box) => void;
  /** Nearer to what is in the box, but not at one go to where nothing else is in sight. */
  split: (box: Box) => void;
}

/** The box round pins; a lone pin gets a few degrees. */
export function boxOf(pins: Pin[]): Box {
  const [xs, ys] = [pins.map(({ spot }) => spot[0]), pins.map(({ spot }) => spot[1])];
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  const grow = Math.max(0.6 - (right - left), 0) / 2;
  return [left - grow, top - grow, right + grow, bottom + grow];
}

/** What is seen, in degrees, to three places: west, south, east, north. */
export function seenBy(at: ZoomTransform, { width, height }: Size): string {
  const [left, top] = at.invert([0, 0]);
  const [right, bottom] = at.invert([width, height]);
  return [left, latitude(bottom), right, latitude(top)].map((value) => value.toFixed(3)).join(",");
}

/** The box in the middle of the frame, above the legend; without `room` it fills the frame. */
function fitted([left, top, right, bottom]: Box, { width, height }: Size, room: number, most: number): ZoomTransform {
  const high = height - (room ? FOOT : 0);
  const free = [Math.max(width - 2 * room, 80), Math.max(high - 2 * room, 80)] as const;
  const k = Math.min(free[0] / (right - left), free[1] / (bottom - top), most);
  return zoomIdentity
    .translate(width / 2, high / 2)
    .scale(k)
    .translate(-(left + right) / 2, -(top + bottom) / 2);
}

interface Asked {
  svg: RefObject<SVGSVGElement | null>;
  sheet: Box;
  pins: Pin[];
  size: Size;
  view: View;
  /** Called when a movement by the reader has ended. */
  settled: (at: ZoomTransform) => void;
}

export function useCamera({ svg, sheet, pins, size, view, settled }: Asked): Camera {
  const [at, set] = useState<ZoomTransform>(zoomIdentity);
  const made = useRef<ZoomBehavior<SVGSVGElement, unknown> | null>(null);
  const told = useRef(settled);
  told.current = settled;
  const middle = latitude((sheet[1] + sheet[3]) / 2);
  const most = CLOSEST / perKm(middle);
  const ready = size.width > 0 && size.height > 0;
  useEffect(() => {
    if (!svg.current || !ready) return;
    const [left, top, right, bottom] = sheet;
    const least = Math.min(size.width / (right - left), size.height / (bottom - top));
    const first = made.current === null;
    const behaviour = zoom<SVGSVGElement, unknown>()
      .extent([
        [0, 0],
        [size.width, size.height],
      ])
      .translateExtent([
        [left, top],
        [right, bottom],
      ])
      .scaleExtent([Math.min(least, most), most])
      .on("zoom", (event: D3ZoomEvent<SVGSVGElement, unknown>) => set(event.transform))
      .on("end", (event: D3ZoomEvent<SVGSVGElement, unknown>) => event.sourceEvent && told.current(event.transform));
    made.current = behaviour;
    const element = select(svg.current).call(behaviour).on("dblclick.zoom", null);
    if (!first) return;
    const start = view.bbox ? boxFrom(view.bbox) : pins.length ? boxOf(pins) : sheet;
    element.call(behaviour.transform, fitted(start, size, view.bbox ? 0 : ROOM, most));
  }, [ready, size.width, size.height, sheet]);
  const act = (run: (behaviour: ZoomBehavior<SVGSVGElement, unknown>) => void) => {
    const element = svg.current;
    if (!element || !made.current) return;
    run(made.current);
    told.current((element as unknown as { __zoom: ZoomTransform }).__zoom);
  };
  const fit = (box: Box, nearest: number) =>
    act((behaviour) => svg.current && behaviour.transform(select(svg.current), fitted(box, size, ROOM, nearest)));
  return {
    at,
    most,
    by: (factor) => act((behaviour) => svg.current && behaviour.scaleBy(select(svg.current), factor)),
    fit: (box) => fit(box, most),
    split: (box) => fit(box, Math.min(STEP * at.k, most)),
  };
}

function boxFrom([west, south, east, north]: NonNullable<View["bbox"]>): Box {
  const [left, top] = spotOf(west, north);
  const [right, bottom] = spotOf(east, south);
  return [left, top, right, bottom];
}
