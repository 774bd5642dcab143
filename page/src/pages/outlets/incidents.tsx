// A row for each incident: the figure of every outlet on one axis, then who is named, who is quoted, who came first.

import { useEffect, useMemo } from "preact/hooks";
import { announce, useShared } from "../../context";
import type { Axis } from "../../draw/axis";
import { axisOf } from "../../draw/axis";
import { Ruler } from "../../draw/glyphs";
import { csv, give } from "../../export";
import type { Row, Sort } from "../../outlets";
import { letters, measures, ordered, rows, tableOf } from "../../outlets";
import { useRowKeys } from "../../parts/rows";
import { Empty } from "../../parts/words";
import type { Query } from "../../route";
import { go, to, useRoute } from "../../route";
import { Legend, pinsOf } from "./legend";
import { Name } from "./parts";
import { IncidentRow } from "./row";
import { many } from "../../text";
import { Button, Check, Pick } from "../../parts/button";
import { Choices } from "../../parts/small";

const SORTS: [Sort, string][] = [
  ["gap", "widest gap"],
  ["outlets", "most outlets"],
  ["date", "date"],
];

function change(query: Query, key: string, value: string): void {
  go(to("outlets", [], { ...query, [key]: value }));
}

export function Incidents() {
  const { dossier, policy } = useShared();
  const { query } = useRoute();
  const counted = useMemo(() => measures(dossier, policy), [dossier, policy]);
  const mark = useMemo(() => letters(dossier), [dossier]);
  const measure = counted.includes(query.measure ?? "") ? (query.measure as string) : (counted[0] ?? "");
  const sort = SORTS.find(([name]) => name === query.sort)?.[0] ?? "gap";
  const all = query.all === "1";
  const listed = useMemo(() => rows(dossier, policy, { measure, sort, all }), [dossier, policy, measure, sort, all]);
  const pins = pinsOf(dossier, query.pin ?? "");
  const axis = axisOf(
    listed.flatMap(({ fields }) => fields.flatMap(({ marks }) => marks.flatMap(({ low, high }) => [low, high]))),
    true,
  );
  useEffect(() => announce(many(listed.length, "incident")), [listed.length, measure]);
  const rule = dossier.data.policies[policy];
  const saved = () => {
    const notes = [`${dossier.data.case}: ${measure}, figures by the rule ${rule?.name}. Blank: not told, not 0.`];
    const table = tableOf(dossier, listed, ordered(dossier), mark);
    give(dossier.data.case, "outlets", "csv", csv(table, [...notes, location.hash]));
  };
  if (listed.length === 0)
    return (
      <Empty why="No incident of this case is told by two outlets, so no figures stand beside one another here.">
        <a href={to("outlets", [], { ...query, all: "1" })}>Show what one outlet tells</a> or{" "}
        <a href={to("outlets", [], { ...query, rows: "pairs", all: "1" })}>go to outlets two by two</a>.
      </Empty>
    );
  return (
    <>
      <p class="lede">
        Each letter is one outlet, at the figure that it gives under the rule <b>{rule?.name}</b>. An arrow is an open
        end: “at least”, “up to”. Blank means that an outlet does not tell it; blank is not 0.
      </p>
      <Legend mark={mark} pins={pins} />
      <Choices label="What is shown">
        <Pick
          label="Counted"
          value={measure}
          choices={counted.map((name) => [name, name])}
          pick={(name) => change(query, "measure", name)}
        />
        <Pick label="Sorted by" value={sort} choices={SORTS} pick={(name) => change(query, "sort", name)} />
        <Check on={all} turn={(on) => change(query, "all", on ? "1" : "")}>
          also incidents that one outlet tells
        </Check>
        <Button onClick={saved}>CSV</Button>
      </Choices>
      <List listed={listed} mark={mark} pins={pins} axis={axis} measure={measure} />
    </>
  );
}

function List(props: { listed: Row[]; mark: string[]; pins: number[]; axis: Axis; measure: string }) {
  const { listed, mark, pins, axis, measure } = props;
  useRowKeys(".o-row h2 a");
  const columns = `minmax(180px, 3fr) ${pins.map(() => "minmax(84px, 1.2fr)").join(" ")} minmax(300px, 6fr) minmax(200px, 3.4fr)`;
  return (
    <div class="o-grid" style={{ "--columns": columns }}>
      <div class="o-head" aria-hidden="true">
        <span>Incident</span>
        {pins.map((outlet) => (
          <span key={outlet} class="o-pin">
            <Name outlet={outlet} />
          </span>
        ))}
        <span class="o-axis">
          <Ruler axis={axis} />
        </span>
        <span>How it is told</span>
      </div>
      <ol>
        {listed.map((row) => (
          <IncidentRow key={row.incident} row={row} mark={mark} pins={pins} axis={axis} measure={measure} />
        ))}
      </ol>
    </div>
  );
}
