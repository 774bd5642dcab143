// What is drawn and how: view, signs, how many must say so, only neighbours; and what is shown as files.

import { useDossier } from "../context";
import { csv, fileName, save, svgText } from "../export";
import type { Query } from "../route";
import { graphml, tieRows } from "./files";
import { type Drawn, SIGNS, type View } from "./model";
import { many } from "../text";

export const VIEWS: [name: string, label: string][] = [
  ["graph", "Graph"],
  ["matrix", "Matrix"],
  ["table", "Table"],
];

interface ControlsProps {
  query: Query;
  view: View;
  move: (change: Query) => void;
  kind: string;
  only: boolean;
  able: boolean;
}

export function Controls({ view, move, kind, only, able }: ControlsProps) {
  const toggled = (sign: string) => {
    const kept = SIGNS.filter(([of]) => (of === sign) !== view.signs.includes(of)).map(([, name]) => name);
    move({ sign: kept.length === SIGNS.length ? "" : kept.join(",") });
  };
  return (
    <div class="net-controls">
      <fieldset class="choices" aria-label="View">
        {VIEWS.map(([name, label]) => (
          <button type="button" key={name} aria-pressed={kind === name} onClick={() => move({ view: name })}>
            {label}
          </button>
        ))}
      </fieldset>
      <fieldset class="choices" aria-label="Signs">
        {SIGNS.map(([sign, , label]) => (
          <button type="button" key={sign} aria-pressed={view.signs.includes(sign)} onClick={() => toggled(sign)}>
            {label}
          </button>
        ))}
      </fieldset>
      <label class="sub">
        at least{" "}
        <select value={view.min} onChange={(event) => move({ min: event.currentTarget.value.replace(/^1$/, "") })}>
          {[...new Set([1, 2, 3, 5, view.min])].sort().map((n) => (
            <option key={n} value={n}>
              {many(n, "origin")}
            </option>
          ))}
        </select>
      </label>
      <label class="sub only">
        <input
          type="checkbox"
          checked={only}
          disabled={!able}
          onChange={(event) => move({ only: event.currentTarget.checked ? "1" : "0" })}
        />{" "}
        only neighbours
      </label>
    </div>
  );
}

export function Exports({ lines, note, drawn: graph }: { lines: Drawn[]; note: string; drawn: boolean }) {
  const { data } = useDossier();
  const give = (ending: string, type: string, content: string) =>
    save(fileName(data.case, "ties", ending), type, content);
  const picture = () => {
    const svg = document.querySelector<SVGSVGElement>(".graph > svg");
    if (svg) give("svg", "image/svg+xml", svgText(svg));
  };
  return (
    <details class="exports">
      <summary>Export</summary>
      <div class="choices">
        <button
          type="button"
          onClick={() => give("graphml", "application/graphml+xml", graphml(lines, data.actors, note))}
        >
          GraphML
        </button>
        <button
          type="button"
          onClick={() => give("csv", "text/csv", csv(tieRows(lines, data.actors, data.claims), [note]))}
        >
          CSV
        </button>
        {graph && (
          <button type="button" onClick={picture}>
            SVG
          </button>
        )}
        <span class="sub">of the {many(lines.length, "tie")} shown</span>
      </div>
    </details>
  );
}
