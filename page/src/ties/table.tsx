// Ties as rows: which, asserted by whom, when; each opens to its sentences.

import { Fragment } from "preact";
import { useState } from "preact/hooks";
import { useDossier } from "../context";
import { TieLines } from "../draw/glyphs";
import { Evidence, isolated } from "../parts/words";
import { parsed, to } from "../route";
import { many, shown } from "../text";
import type { Drawn } from "./model";
import { TickRuler, Ticks } from "./ticks";
import type { Timeline } from "./timeline";
import { Button } from "../parts/button";
import { Note } from "../parts/small";
import "../style/ties.css";

const FIRST = 200;

/** Rows of ties; `open` shows all sentences at once. */
export function TieTable(props: {
  lines: Drawn[];
  axis: Timeline;
  label: string;
  open?: boolean;
  of?: number | undefined;
}) {
  const [all, setAll] = useState(false);
  const { lines, axis } = props;
  const listed = all ? lines : lines.slice(0, FIRST);
  return (
    <>
      <div class="tie-frame">
        <table class="tie-table" role="table" aria-label={props.label}>
          <thead role="rowgroup">
            <tr role="row">
              <th scope="col" role="columnheader" class="tie-what">
                Tie
              </th>
              <th scope="col" role="columnheader" class="tie-who">
                Asserted by
              </th>
              <th scope="col" role="columnheader" class="tie-time">
                When
                <TickRuler axis={axis} />
              </th>
            </tr>
          </thead>
          <tbody role="rowgroup">
            {listed.map((line) => (
              <Row
                key={`${line.tie.left} ${line.tie.right} ${line.tie.sign}`}
                line={line}
                axis={axis}
                open={props.open}
                of={props.of}
              />
            ))}
          </tbody>
        </table>
      </div>
      <p class="sub tie-key">
        <b>|</b> a time is said · <b>○</b> none is said: put at the day of its report · <b>→</b> open end · each tick
        opens its sentence
      </p>
      {listed.length < lines.length && (
        <Note>
          Showing {listed.length} of {many(lines.length, "tie")}. <Button onClick={() => setAll(true)}>Show all</Button>
        </Note>
      )}
    </>
  );
}

function Row(props: { line: Drawn; axis: Timeline; open?: boolean | undefined; of?: number | undefined }) {
  const { line, axis, open, of } = props;
  const [chosen, choose] = useState<boolean | null>(null);
  const opened = chosen ?? open ?? false;
  const { tie, shown: told, origins } = line;
  return (
    <Fragment>
      <tr role="row" class="tie-row" data-tie={`${tie.left} ${tie.right} ${tie.sign}`}>
        <td role="cell" class="tie-what">
          <TieLines signs={[tie.sign]} />
          <Statements line={line} of={of} />
        </td>
        <td role="cell" class="tie-who">
          <span class="who">{origins.map((at) => shown(tie.origins[at] ?? "")).join("; ")}</span>
          <Button class="quiet" aria-expanded={opened} onClick={() => choose(!opened)}>
            {many(origins.length, "origin")}, {many(told.length, "sentence")}
          </Button>
        </td>
        <td role="cell" class="tie-time">
          <Ticks shown={told} sign={tie.sign} axis={axis} />
        </td>
      </tr>
      {opened && (
        <tr role="row" class="tie-said">
          <td role="cell" colSpan={3}>
            {told.map((one, n) => (
              <div key={`${one.claim} ${n}`}>
                <p class="sub when">
                  {one.when}
                  {one.history && ", told as history"}
                </p>
                <Evidence at={one.claim} />
              </div>
            ))}
          </td>
        </tr>
      )}
    </Fragment>
  );
}

/** What is asserted, each relation once: "Kaveth supplies Red Dune Front". */
export function Statements({ line, of }: { line: Drawn; of?: number | undefined }) {
  const { tie, shown: told } = line;
  const found = new Map(told.map((one) => [`${one.relation} ${one.turned}`, one]));
  return (
    <>
      {[...found].map(([key, one]) => (
        <span class="statement" key={key}>
          <Name at={one.turned ? tie.right : tie.left} of={of} /> {one.relation}{" "}
          <Name at={one.turned ? tie.left : tie.right} of={of} />
        </span>
      ))}
    </>
  );
}

/** An actor's name, which opens the network around it; not if it is the one that the rows are `of`. */
export function Name({
  at,
  page = "network",
  of,
}: {
  at: number;
  page?: "network" | "actor";
  of?: number | undefined;
}) {
  const actor = useDossier().actor(at);
  if (!actor) return <>somebody unknown</>;
  if (at === of) return isolated(actor.name);
  const { page: here, query } = parsed(location.hash);
  const kept = here === "network" ? query : {};
  const href = page === "actor" ? to("actor", [actor.id]) : to("network", [], { ...kept, actor: actor.id });
  return (
    <a class="actor-name" href={href}>
      {isolated(actor.name)}
    </a>
  );
}
