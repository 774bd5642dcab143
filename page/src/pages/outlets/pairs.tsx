// All pairs of outlets in short, those that share most incidents first.

import { useMemo } from "preact/hooks";
import { besideOf } from "../../beside";
import { useDossier } from "../../context";
import { csv, give } from "../../export";
import { Empty } from "../../parts/words";
import { go, to, useRoute } from "../../route";
import { Name, pairAt } from "./parts";
import { many } from "../../text";
import { Button, Check } from "../../parts/button";
import { Choices, Count, Heads, Sub } from "../../parts/small";

const HEADS = [
  ...["Outlets", "Both tell", "Only the first", "Only the other", "Figures compared", "Differ", "Widest gap"],
  "Note",
];

export function Pairs() {
  const dossier = useDossier();
  const { data } = dossier;
  const { query } = useRoute();
  const found = useMemo(() => {
    const made = data.pairs.map(({ a, b }) => besideOf(dossier, a, b));
    return made.sort((x, y) => y.both.length - x.both.length);
  }, [dossier]);
  const listed = found.filter(({ both }) => both.length > 0 || query.all === "1");
  const hidden = found.length - listed.length;
  const saved = () => {
    const rows = listed.map(({ pair, both, onlyA, onlyB }) => ({
      ...{ outlet: data.outlets[pair.a], other: data.outlets[pair.b], "both tell": both.length },
      ...{ "only first": onlyA.length, "only other": onlyB.length, "figures compared": pair.compared },
      ...{ differ: pair.differ, "widest gap": pair.widest, note: noteOf(pair.few, pair.copies) },
    }));
    give(data.case, "outlet-pairs", "csv", csv(rows, [data.case, location.hash]));
  };
  if (found.length === 0) return <Empty why="No two outlets of this case share an incident." />;
  return (
    <>
      <p class="lede">
        What two outlets both tell, what only one tells, and where their figures differ. None is better than another:
        nothing here is a score. Blank: they share no figure.
      </p>
      <Choices label="What is shown">
        <Check on={query.all === "1"} turn={(on) => go(to("outlets", [], { ...query, all: on ? "1" : "" }))}>
          also pairs that share no incident {hidden > 0 && <Count>{hidden}</Count>}
        </Check>
        <Button onClick={saved}>CSV</Button>
      </Choices>
      <table class="o-pairs">
        <Heads labels={HEADS} />
        <tbody>
          {listed.map(({ pair, both, onlyA, onlyB }) => (
            <tr key={`${pair.a} ${pair.b}`}>
              <th scope="row">
                <a href={pairAt(data.outlets, pair.a, pair.b)}>
                  <Name outlet={pair.a} /> <Sub>and</Sub> <Name outlet={pair.b} />
                </a>
              </th>
              <Cell label="both tell">{both.length}</Cell>
              <Cell label="only the first">{onlyA.length}</Cell>
              <Cell label="only the other">{onlyB.length}</Cell>
              <Cell label="figures compared">{pair.compared}</Cell>
              <Cell label="differ">{pair.differ}</Cell>
              <Cell label="widest gap">{pair.widest}</Cell>
              <td class="sub">{noteOf(pair.few, pair.copies)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

export function noteOf(few: string, copies: number): string {
  return [few, copies > 0 && `${many(copies, "report")} of one text`].filter(Boolean).join(", ");
}

/** A number with what it counts, which is said beside it where the table has no room for columns. */
function Cell({ label, children }: { label: string; children: number | string | null }) {
  const blank = children === null || children === "";
  return (
    <td class={blank ? "o-blank" : undefined}>
      {children} <span class="o-label">{label}</span>
    </td>
  );
}
