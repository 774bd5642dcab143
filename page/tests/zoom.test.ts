import { expect, test } from "vitest";
import type { Box, Spot } from "../src/draw/mercator";
import { dragged, enlarged, fitted, held, turned, Zoom } from "../src/draw/zoom";

const SHEET: Box = [-10, -10, 10, 10];
const LIMITS = { sheet: SHEET, least: 5, most: 100 };
const ROOM = { width: 100, height: 100 };
const near = (found: Spot, wanted: Spot) =>
  found.forEach((value, n) => expect(value).toBeCloseTo(wanted[n] as number, 6));

test("what is drawn somewhere is found there again", () => {
  const zoom = new Zoom(3, 20, -5);
  near(zoom.apply([2, 4]), [26, 7]);
  near(zoom.invert(zoom.apply([2, 4])), [2, 4]);
  expect(`${zoom}`).toBe("translate(20,-5) scale(3)");
});

test("what the pointer is on stays under it, and the limits hold", () => {
  const zoom = new Zoom(10, 50, 50);
  const point: Spot = [70, 20];
  for (const factor of [2, 0.7, 1000, 0.001]) {
    const next = enlarged(zoom, factor, point, LIMITS);
    near(next.invert(point), zoom.invert(point));
    expect(next.k).toBe(Math.min(Math.max(10 * factor, 5), 100));
  }
});

test("one pointer drags, two pinch", () => {
  const zoom = new Zoom(10, 50, 50);
  expect(dragged(zoom, [[10, 10]], [[25, 5]], LIMITS)).toEqual(new Zoom(10, 65, 45));
  const from: Spot[] = [
    [40, 50],
    [60, 50],
  ];
  const to: Spot[] = [
    [35, 60],
    [75, 60],
  ];
  const pinched = dragged(zoom, from, to, LIMITS);
  expect(pinched.k).toBe(20);
  from.forEach((point, n) => near(pinched.apply(zoom.invert(point)), to[n] as Spot));
  expect(dragged(zoom, [from[0], from[0]] as Spot[], to, LIMITS).k).toBe(10);
});

test("the view stays on the sheet, and all of a small sheet in the middle", () => {
  near(held(new Zoom(10, 500, 50), LIMITS, ROOM).invert([0, 50]), [-10, 0]);
  near(held(new Zoom(10, -500, 50), LIMITS, ROOM).invert([100, 50]), [10, 0]);
  expect(held(new Zoom(10, 40, 60), LIMITS, ROOM)).toEqual(new Zoom(10, 40, 60));
  near(held(new Zoom(2, 500, -500), LIMITS, ROOM).apply([0, 0]), [50, 50]);
});

test("a box is shown whole, never nearer than allowed", () => {
  const zoom = fitted([0, 0, 2, 1], { width: 300, height: 200 }, 50, 1000);
  near(zoom.apply([0, 0]), [50, 50]);
  near(zoom.apply([2, 1]), [250, 150]);
  expect(fitted([0, 0, 0, 0], ROOM, 10, 33).k).toBe(33);
});

test.each([
  [{ deltaY: -100, deltaMode: 0, ctrlKey: false }, 2 ** 0.2],
  [{ deltaY: -100, deltaMode: 0, ctrlKey: true }, 4],
  [{ deltaY: 3, deltaMode: 1, ctrlKey: false }, 2 ** -0.15],
  [{ deltaY: 1, deltaMode: 2, ctrlKey: false }, 0.5],
])("the wheel's %o enlarges by %d", (event, factor) => {
  expect(turned(event)).toBeCloseTo(factor, 6);
});
