// What is drawn and how: view, signs, how many must say so, only neighbours; and what is shown as files.

import { useDossier } from "../context";
import { csv, give, svgText } from "../export";
import type { Query } from "../route";
import { tieGraph, tieRows } from "./files";
import { type Drawn, SIGNS, type View } from "./model";
import { many } from "../text";
import { Button, Check, Pick } from "../parts/button";
import { graphml } from "../graphml";
import { Files, type Saving } from "../parts/files";
import { Choices } from "../parts/small";

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
      <Choices label="View">
        {VIEWS.map(([name, label]) => (
          <Button key={name} aria-pressed={kind === name} onClick={() => move({ view: name })}>
            {label}
          </Button>
        ))}
      </Choices>
      <Choices label="Signs">
        {SIGNS.map(([sign, , label]) => (
          <Button key={sign} aria-pressed={view.signs.includes(sign)} onClick={() => toggled(sign)}>
            {label}
          </Button>
        ))}
      </Choices>
      <Pick
        kind="sub"
        label="at least"
        value={view.min}
        choices={[...new Set([1, 2, 3, 5, view.min])].sort().map((n) => [n, many(n, "origin")])}
        pick={(min) => move({ min: min.replace(/^1$/, "") })}
      />
      <Check kind="sub only" on={only} disabled={!able} turn={(on) => move({ only: on ? "1" : "0" })}>
        only neighbours
      </Check>
    </div>
  );
}

export function Exports({ lines, note, drawn: graph }: { lines: Drawn[]; note: string; drawn: boolean }) {
  const { data } = useDossier();
  const file = (ending: string, content: string) => give(data.case, "ties", ending, content);
  const picture = () => {
    const svg = document.querySelector<SVGSVGElement>(".graph > svg");
    if (svg) file("svg", svgText(svg));
  };
  const files: Saving[] = [
    ["GraphML", () => file("graphml", graphml(tieGraph(lines, data.actors, note)))],
    ["CSV", () => file("csv", csv(tieRows(lines, data.actors, data.claims), [note]))],
    ...(graph ? [["SVG", picture] as const] : []),
  ];
  return <Files shown={many(lines.length, "tie")} files={files} />;
}
