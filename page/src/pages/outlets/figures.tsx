// The figures of two outlets: pairs on one axis for each measure, joined by lines; those that only one gives.

import type { OutletFigure, OutletPair, OutletSays } from "../../data-outlets";
import { axisOf } from "../../draw/axis";
import type { Dot } from "../../draw/dots";
import { Dumbbell } from "../../draw/dots";
import { Ruler } from "../../draw/glyphs";
import { standsAt } from "../../outlets";
import { Empty } from "../../parts/words";
import { many, shown } from "../../text";
import { Said, Told } from "./parts";
import { Note, Part, Sub } from "../../parts/small";

/** Figures that both give, by measure, the widest gap first. */
export function Figures({ pair }: { pair: OutletPair }) {
  const both = pair.figures.filter(({ a, b }) => a.claims.length > 0 && b.claims.length > 0);
  const measures = [...new Set(both.map(({ measure }) => measure))];
  return (
    <Part title="Figures of the same thing">
      {both.length === 0 ? (
        <Empty why="They give no figure of the same thing." />
      ) : (
        <Note>
          {many(both.length, "figure")} compared, {pair.differ ?? 0} {pair.differ === 1 ? "differs" : "differ"}
          {pair.widest && <>, the widest gap is {pair.widest}</>}. All figures of each outlet’s standing reports, before
          any rule.
        </Note>
      )}
      {measures.map((measure) => (
        <Measure key={measure} name={measure} figures={both.filter((one) => one.measure === measure)} />
      ))}
    </Part>
  );
}

function Measure({ name, figures }: { name: string; figures: OutletFigure[] }) {
  const axis = axisOf(
    figures.flatMap(({ a, b }) => [a.low, a.high, b.low, b.high]),
    true,
  );
  return (
    <div class="o-measure">
      <div class="o-pairhead">
        <h3>{shown(name)}</h3>
        <span class="o-axis">
          <Ruler axis={axis} />
        </span>
      </div>
      <ul>
        {figures.map((one, n) => (
          <li key={n} class="o-dumbbell">
            <p>
              <Told incident={one.incident} />
              {one.label !== name && <Sub> · {shown(one.label)}</Sub>}
            </p>
            <p class="o-a">
              <span class="letter">A</span> <Said words={one.a.words} claims={one.a.claims} />
            </p>
            <div class="o-axis">
              <Dumbbell axis={axis} dots={[dot("A", one.a), dot("B", one.b)].flatMap((found) => found ?? [])} />
            </div>
            <p class="o-b">
              <span class="letter">B</span> <Said words={one.b.words} claims={one.b.claims} />
            </p>
            <p class={one.how.startsWith("differ") ? "gap" : "sub"}>{one.how}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}

function dot(letter: string, says: OutletSays): Dot | null {
  const { low, high, shape, words } = says;
  if (low === null && high === null) return null;
  return { letter, low, high, shape, at: standsAt(says), label: `${letter}: ${words}` };
}
