// The causal map as a drawing, read from left to right. The list beside it holds the same; this is one tab stop.

import { useEffect, useRef } from "preact/hooks";
import { useDossier } from "../context";
import type { CauseArrow, CauseBox } from "../data-causes";
import { BOX, drawing, lines } from "../draw/causal";
import type { Drawing, Drawn, Point } from "../draw/causal";
import { shapePath } from "../draw/glyphs";
import { many, shown } from "../text";
import { WAYS } from "./causes-says";

interface Chosen {
  sel: string;
  select: (id: string) => void;
}

/** The keys of a drawing: from a box along its arrows, up and down among neighbours. */
function next(key: string, id: string, drawn: Drawing, boxes: CauseBox[], arrows: CauseArrow[]): string | undefined {
  const seen = drawn.arrows.map(({ at }) => arrows[at] as CauseArrow);
  const order = [...drawn.boxes]
    .sort(([, a], [, b]) => a.y - b.y || a.x - b.x)
    .map(([at]) => (boxes[at] as CauseBox).id);
  if (key === "Home") return order[0];
  if (key === "End") return order.at(-1);
  if (!key.startsWith("Arrow")) return undefined; // Tab goes on
  const step = key === "ArrowDown" ? 1 : key === "ArrowUp" ? -1 : 0;
  const arrow = seen.find((one) => one.id === id);
  if (arrow) {
    if (key === "ArrowRight") return boxes[arrow.effect]?.id;
    if (key === "ArrowLeft") return boxes[arrow.cause]?.id;
    const beside = seen.filter((one) => one.cause === arrow.cause || one.effect === arrow.effect);
    return beside[beside.indexOf(arrow) + step]?.id;
  }
  if (step) return order[order.indexOf(id) + step];
  const ends = (one: CauseArrow) => boxes[key === "ArrowRight" ? one.cause : one.effect]?.id;
  return seen.find((one) => ends(one) === id)?.id;
}

export function CausalDrawing(
  props: Chosen & { inside: boolean; listed: Set<number>; svg: { current: SVGSVGElement | null } },
) {
  const { causes, incidents } = useDossier().data;
  const { boxes, arrows } = causes;
  const drawn = drawing(boxes, arrows, props.inside);
  const kept = drawn.arrows.filter(({ at }) => props.listed.has(at));
  const live = new Set(kept.flatMap(({ at }) => [arrows[at]?.cause, arrows[at]?.effect]));
  const seen = { ...drawn, arrows: kept };
  const ids = new Set([...[...drawn.boxes.keys()].map((at) => boxes[at]?.id), ...kept.map(({ at }) => arrows[at]?.id)]);
  const first = boxes[[...drawn.boxes].sort(([, a], [, b]) => a.y - b.y || a.x - b.x)[0]?.[0] ?? -1]?.id;
  const stop = ids.has(props.sel) ? props.sel : first;
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => reveal(frame.current, props.sel), [props.sel, props.inside]);
  const pressed = (event: KeyboardEvent) => {
    const id = (event.target as Element).closest("[data-id]")?.getAttribute("data-id");
    if (!id) return;
    if (event.key === "Enter" || event.key === " ") props.select(id);
    const there = next(event.key, id, seen, boxes, arrows);
    if (there) focusOn(frame.current, there);
    if (there || event.key === "Enter" || event.key === " " || event.key.startsWith("Arrow")) event.preventDefault();
  };
  const touch = (id: string) => ({
    "data-id": id,
    role: "button",
    tabindex: id === stop ? 0 : -1,
    "aria-pressed": id === props.sel,
    onClick: () => props.select(id),
  });
  return (
    <div class="cause-frame" ref={frame}>
      <svg
        ref={props.svg}
        class="cause-map"
        style={{ maxWidth: drawn.width, minWidth: 0.9 * drawn.width }}
        viewBox={`0 0 ${drawn.width} ${drawn.height}`}
        role="group"
        aria-label="Map of causes, from left to right. Arrow keys walk along causes and effects, Enter shows the sentences."
        onKeyDown={pressed}
      >
        {kept.map((one) => {
          const arrow = arrows[one.at] as CauseArrow;
          return <ArrowDrawn key={arrow.id} one={one} arrow={arrow} touch={touch(arrow.id)} />;
        })}
        {[...drawn.boxes].map(([at, point]) => {
          const box = boxes[at] as CauseBox;
          const family = box.kind === "incident" ? (incidents[box.incident]?.family ?? "") : "";
          return (
            <BoxDrawn
              key={box.id}
              box={box}
              point={point}
              family={family}
              below={belowOf(box, incidents[box.incident]?.when ?? "")}
              faded={!live.has(at)}
              touch={touch(box.id)}
            />
          );
        })}
      </svg>
    </div>
  );
}

/** What stands under a box's name: when it was if the name does not say, else the reports' words; or what it is. */
function belowOf(box: CauseBox, when: string): string {
  if (box.kind === "part") return "in the same incident";
  if (box.kind !== "incident") return box.kind;
  const dated = /\b\d{4}\b/.test(box.name) || !/\d{4}/.test(when);
  return dated && box.said ? lines(`“${shown(box.said)}”`, 28, 1).join("") : when;
}

/** Moves the focus, and with it the one tab stop, to a box or an arrow. */
function focusOn(frame: HTMLElement | null, id: string): void {
  for (const one of frame?.querySelectorAll<SVGGElement>("[data-id]") ?? []) {
    const here = one.dataset.id === id;
    one.setAttribute("tabindex", here ? "0" : "-1");
    if (here) one.focus();
  }
}

/** Scrolls the drawing, never the page, so far that what is chosen can be seen. */
function reveal(frame: HTMLElement | null, id: string): void {
  const chosen = [...(frame?.querySelectorAll("[data-id]") ?? [])].find((one) => one.getAttribute("data-id") === id);
  if (!frame || !chosen) return;
  const [inner, outer] = [chosen.getBoundingClientRect(), frame.getBoundingClientRect()];
  if (inner.right > outer.right) frame.scrollLeft += Math.min(inner.right - outer.right, inner.left - outer.left);
  if (inner.left < outer.left) frame.scrollLeft += inner.left - outer.left;
  if (inner.bottom > outer.bottom) frame.scrollTop += Math.min(inner.bottom - outer.bottom, inner.top - outer.top);
  if (inner.top < outer.top) frame.scrollTop += inner.top - outer.top;
}

type Touch = Record<string, unknown>;

function ArrowDrawn({ one, arrow, touch }: { one: Drawn; arrow: CauseArrow; touch: Touch }) {
  const width = arrow.way === "stated" ? 1.75 + 0.75 * Math.min(arrow.origins - 1, 5) : 1.25;
  const { x, y } = one.middle;
  const told = arrow.claims.length ? `, ${many(arrow.origins, "origin")}` : "";
  const circle = arrow.circle ? `, circle ${arrow.circle}` : "";
  const denied = arrow.denied.length && arrow.claims.length ? `, denied by ${many(arrow.denying, "origin")}` : "";
  return (
    <g
      {...touch}
      class={`cause-arrow ${arrow.way}`}
      aria-label={`${shown(arrow.first)} led to ${shown(arrow.then)}: ${WAYS[arrow.way]}${told}${denied}${circle}`}
    >
      <path class="cause-halo" d={one.path} />
      <path class="cause-line" d={one.path} style={{ strokeWidth: width }} />
      <path class="cause-head" d={one.head} />
      {arrow.denied.length > 0 && (
        <g class="cause-denied" transform={`translate(${x} ${y})`}>
          <circle r={7} />
          <path d="M-5 5L5 -5" />
        </g>
      )}
      {arrow.circle > 0 && (
        <text class="cause-circle" x={x} y={y - 10} text-anchor="middle">
          {`circle ${arrow.circle}`}
        </text>
      )}
    </g>
  );
}

function BoxDrawn(props: { box: CauseBox; point: Point; family: string; below: string; faded: boolean; touch: Touch }) {
  const { box, point, family, below } = props;
  const room = family ? 29 : 32;
  const said = lines(shown(box.name), room, 2);
  const seen = [...said, below].join(" "); // the name begins with what is seen, for those who speak it (WCAG 2.5.3)
  return (
    <g
      {...props.touch}
      class={`cause-box ${box.kind}${props.faded ? " faded" : ""}`}
      transform={`translate(${point.x} ${point.y})`}
      aria-label={said.join(" ") === shown(box.name) ? seen : `${seen}, ${shown(box.name)}`}
    >
      <rect width={BOX.width} height={BOX.height} rx={box.kind === "condition" ? 14 : 3} />
      {family && <path class={`shape ${family}`} transform="translate(9 8)" d={shapePath(family)} />}
      {said.map((line, n) => (
        <text key={n} x={family ? 32 : 12} y={19 + 15 * n}>
          {`${line} `}
        </text>
      ))}
      <text class="below" x={family ? 32 : 12} y={19 + 15 * said.length}>
        {below}
      </text>
    </g>
  );
}
