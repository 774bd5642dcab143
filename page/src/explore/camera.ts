// The map's view: how far the sheet is enlarged and shifted, moved by drag, wheel, pinch and buttons.

import type { RefObject } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { type Box, latitude, perKm, type Spot, spotOf } from "../draw/mercator";
import { dragged, enlarged, fitted, held, type Limits, middleOf, turned, Zoom } from "../draw/zoom";
import type { Pin } from "./clusters";
import type { Size } from "../parts/size";
import type { View } from "./view";

const CLOSEST = 6; // px per km: nearer than the lines are exact
const STEP = 6; // times nearer at most by one click on a circle
const FOOT = 52; // px that the legend takes
const ROOM = 64; // px between the outermost pins and the frame
const STILL = 3; // px: a press that moves less is a click
const REST = 150; // ms after which a wheel has stopped

export interface Camera {
  at: Zoom;
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
export function seenBy(at: Zoom, { width, height }: Size): string {
  const [left, top] = at.invert([0, 0]);
  const [right, bottom] = at.invert([width, height]);
  return [left, latitude(bottom), right, latitude(top)].map((value) => value.toFixed(3)).join(",");
}

/** The box in the middle of the frame, above the legend. */
function around(box: Box, { width, height }: Size, most: number): Zoom {
  return fitted(box, { width, height: height - FOOT }, ROOM, most);
}

interface Asked {
  svg: RefObject<SVGSVGElement | null>;
  sheet: Box;
  pins: Pin[];
  size: Size;
  view: View;
  /** Called when a movement by the reader has ended. */
  settled: (at: Zoom) => void;
}

/** What the hands do to the view. */
interface Hands {
  k: () => number;
  move: (next: (at: Zoom) => Zoom) => void;
  rest: () => void;
  limits: Limits;
}

/** Listens to the pointers on the map; gives back how to stop. A pointer is kept once it drags, and then clicks nothing. */
function watched(svg: SVGSVGElement, { k, move, rest, limits }: Hands): () => void {
  const held = new Map<number, Spot>();
  let moving = false;
  const spot = (event: MouseEvent): Spot => {
    const { left, top } = svg.getBoundingClientRect();
    return [event.clientX - left, event.clientY - top];
  };
  const down = (event: PointerEvent) => {
    if (!event.button && !event.ctrlKey && held.size < 2) held.set(event.pointerId, spot(event));
  };
  const drag = (event: PointerEvent) => {
    const before = held.get(event.pointerId);
    if (!event.buttons) return up(event); // let go of where it wasn't heard
    const now = spot(event);
    if (!before || (!moving && Math.hypot(now[0] - before[0], now[1] - before[1]) < STILL)) return;
    moving = true;
    svg.setPointerCapture(event.pointerId);
    const from = [...held.values()];
    held.set(event.pointerId, now);
    move((at) => dragged(at, from, [...held.values()], limits));
  };
  const up = (event: PointerEvent) => {
    if (!held.delete(event.pointerId) || held.size || !moving) return;
    moving = false;
    rest();
  };
  let timer = 0;
  const wheel = (event: WheelEvent) => {
    const before = k();
    move((at) => enlarged(at, turned(event), spot(event), limits));
    if (!timer && k() === before) return; // at the limit from the start: the page may scroll
    event.preventDefault();
    clearTimeout(timer);
    timer = setTimeout(() => {
      timer = 0;
      rest();
    }, REST);
  };
  const all = { pointerdown: down, pointermove: drag, pointerup: up, pointercancel: up, wheel };
  for (const [kind, act] of Object.entries(all)) svg.addEventListener(kind, act as EventListener, { passive: false });
  return () => {
    for (const [kind, act] of Object.entries(all)) svg.removeEventListener(kind, act as EventListener);
  };
}

export function useCamera({ svg, sheet, pins, size, view, settled }: Asked): Camera {
  const [at, set] = useState(new Zoom());
  const now = useRef<Zoom | null>(null);
  const told = useRef(settled);
  told.current = settled;
  const most = CLOSEST / perKm(latitude((sheet[1] + sheet[3]) / 2));
  const [left, top, right, bottom] = sheet;
  const least = Math.min(size.width / (right - left), size.height / (bottom - top), most);
  const limits = { sheet, least, most };
  const show = (next: Zoom) => set((now.current = next));
  const move = (next: (at: Zoom) => Zoom) => now.current && show(held(next(now.current), limits, size));
  const rest = () => now.current && told.current(now.current);
  useEffect(() => {
    if (!svg.current || !size.width || !size.height) return;
    if (!now.current)
      show(
        view.bbox ? fitted(boxFrom(view.bbox), size, 0, most) : around(pins.length ? boxOf(pins) : sheet, size, most),
      );
    return watched(svg.current, { k: () => now.current?.k ?? 0, move, rest, limits });
  }, [size.width, size.height, sheet]);
  const fit = (box: Box, nearest: number) => {
    if (now.current) show(around(box, size, nearest));
    rest();
  };
  return {
    at,
    most,
    by: (factor) => {
      move((before) => enlarged(before, factor, middleOf(size), limits));
      rest();
    },
    fit: (box) => fit(box, most),
    split: (box) => fit(box, Math.min(STEP * at.k, most)),
  };
}

function boxFrom([west, south, east, north]: NonNullable<View["bbox"]>): Box {
  const [left, top] = spotOf(west, north);
  const [right, bottom] = spotOf(east, south);
  return [left, top, right, bottom];
}
