// When a tie is asserted: a tick per assertion on the common axis, each a link to its sentence.

import { useRef } from "preact/hooks";
import { useDossier } from "../context";
import type { Assertion, Sign } from "../data-ties";
import { sentenceAt } from "../parts/words";
import { shown } from "../text";
import { days } from "../days";
import type { Timeline } from "./timeline";
import { Note } from "../parts/small";
import { At, Rule } from "../draw/glyphs";

const MIDDLE = 13;
const STEP = 5; // px between ticks of one day
const KIND: Record<Sign, string> = { "+": "plus", "-": "minus", "0": "zero" };

/** The axis in words, above the strips that share it. */
export function TickRuler({ axis }: { axis: Timeline }) {
  return (
    <svg class="ticks ruler" height={16} aria-hidden="true">
      {axis.stretches.map((one, n) => {
        const last = n > 0 && n === axis.stretches.length - 1;
        if (!last && n > 0 && one.right - one.left < 24) return null;
        return (
          <text
            key={one.from}
            class={last ? "last" : undefined}
            x={`${last ? one.right : one.left}%`}
            y={11}
            text-anchor={last ? "end" : "start"}
          >
            {one.words}
          </text>
        );
      })}
    </svg>
  );
}

/** The rail of the axis, with a mark where time without anything is cut out. */
export function Rail({ axis, y = MIDDLE }: { axis: Timeline; y?: number }) {
  return (
    <>
      {axis.stretches.map((one) => (
        <Rule kind="rail" key={one.from} from={one.left} to={one.right} y={y} />
      ))}
      {axis.cuts.map((at) => (
        <At key={at} kind="cut" at={at} d="M-4 5L-1 -5M1 5L4 -5" y={y} />
      ))}
    </>
  );
}

/** One strip of ticks; one tab stop, arrows go from tick to tick. Those without a day are listed beside it. */
export function Ticks({ shown: told, sign, axis }: { shown: Assertion[]; sign: Sign; axis: Timeline }) {
  const strip = useRef<HTMLDivElement>(null);
  const placed = told.filter((one) => one.as_of !== "none");
  const rest = told.filter((one) => one.as_of === "none");
  const walk = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const links = [...(strip.current?.querySelectorAll<SVGAElement>("a") ?? [])];
    const next = links[links.indexOf(document.activeElement as SVGAElement) + step];
    if (!next) return;
    event.preventDefault();
    event.stopPropagation();
    for (const link of links) link.setAttribute("tabindex", link === next ? "0" : "-1");
    next.focus();
  };
  const seen = new Map<string, number>();
  return (
    <div class="tie-when" ref={strip} onKeyDown={walk}>
      {placed.length > 0 && (
        <svg class="ticks" height={26}>
          <Rail axis={axis} />
          {placed.map((one, n) => {
            const key = `${one.from} ${one.to}`;
            const again = seen.get(key) ?? 0;
            seen.set(key, again + 1);
            return <Tick key={one.claim} one={one} sign={sign} axis={axis} aside={again * STEP} first={n === 0} />;
          })}
        </svg>
      )}
      {rest.length > 0 && (
        <Note>
          {placed.length > 0 ? "and " : ""}
          <Undated told={rest} first={placed.length === 0} />
        </Note>
      )}
    </div>
  );
}

function Undated({ told, first }: { told: Assertion[]; first: boolean }) {
  const link = useLink();
  return (
    <>
      {[...new Set(told.map((one) => `${one.history ? "told as history, " : ""}${one.when}`))].map((when) => (
        <span key={when}>
          {when}:{" "}
          {told
            .filter((one) => when.endsWith(one.when) && one.history === when.startsWith("told as history"))
            .map((one, n) => (
              <a key={one.claim} class="tick undated" tabIndex={first && n === 0 ? 0 : -1} {...link(one)}>
                {n + 1}
              </a>
            ))}{" "}
        </span>
      ))}
    </>
  );
}

/** Where an assertion's sentence is, and how a screen reader is told of it. */
function useLink(): (one: Assertion) => { href: string; "aria-label": string } {
  const dossier = useDossier();
  return (one) => {
    const claim = dossier.claim(one.claim);
    const history = one.history ? ", told as history" : "";
    return {
      href: sentenceAt(dossier, claim),
      "aria-label": `${shown(claim.says)}; ${one.when}${history}; ${shown(claim.voice)}: its sentence`,
    };
  };
}

function Tick(props: { one: Assertion; sign: Sign; axis: Timeline; aside: number; first: boolean }) {
  const { one, sign, axis, aside } = props;
  const link = useLink()(one);
  const from = one.from ? axis.at(days(one.from)) : 0;
  const to = one.to ? axis.at(days(one.to)) : 100;
  const long = to - from > 2;
  const kind = KIND[sign];
  const middle = one.from ? (long ? from : (from + to) / 2) : to;
  return (
    <a class={`tick${one.as_of === "report" ? " assumed" : ""}`} tabIndex={props.first ? 0 : -1} {...link}>
      <title>{link["aria-label"]}</title>
      {long && <Rule kind={`reach ${kind}`} from={from} to={to} y={MIDDLE} />}
      {!one.to && <At at={100} kind={`end ${kind}`} d="M-6 -4L0 0L-6 4" y={MIDDLE} />}
      {!one.from && <At at={0} kind={`end ${kind}`} d="M6 -4L0 0L6 4" y={MIDDLE} />}
      <svg x={`${middle}%`} y={MIDDLE} class="at">
        <rect class="hit" x={aside - 5} y={-13} width={10} height={26} />
        {one.as_of === "report" ? (
          <circle class={`on ${kind}`} cx={aside} cy={0} r={4} />
        ) : (
          <line class={`on ${kind}`} x1={aside} x2={aside} y1={-8} y2={8} />
        )}
      </svg>
    </a>
  );
}
