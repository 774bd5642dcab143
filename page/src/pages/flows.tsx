// Flows: what is said to go from where to where, how much, when, and who says so.

import { useEffect, useState } from "preact/hooks";
import { announce, useDossier } from "../context";
import type { FlowLine } from "../data-causes";
import { csv, give } from "../export";
import { Empty, Evidences, isolated } from "../parts/words";
import { useRowKeys } from "../parts/rows";
import { go, to, useRoute } from "../route";
import { many, shown } from "../text";
import { CausesNav } from "./causes";
import { Button, Pick, narrowing } from "../parts/button";
import { tallied } from "../grouped";
import { Page, Sub } from "../parts/small";
import "../style/causes.css";

type Order = (a: FlowLine, b: FlowLine) => number;
const words = (key: "origin" | "dest" | "what" | "told") => (a: FlowLine, b: FlowLine) =>
  Number(!a[key]) - Number(!b[key]) || a[key].localeCompare(b[key]);
const COLUMNS: [key: string, label: string, order: Order][] = [
  ["from", "From", words("origin")],
  ["to", "To", words("dest")],
  ["what", "What", words("what")],
  ["amount", "How much", (a, b) => (b.least ?? -1) - (a.least ?? -1)],
  ["when", "When", (a, b) => Number(!a.day) - Number(!b.day) || a.day.localeCompare(b.day)],
  ["told", "Told as", words("told")],
  ["says", "Who says", (a, b) => b.origins - a.origins],
];

/** The flows in the order of a column (empty: as they come, those with both ends first) that carry `what`. */
export function sortedFlows(flows: FlowLine[], by: string, what: string): FlowLine[] {
  const found = flows.filter((flow) => !what || flow.what === what);
  const order = COLUMNS.find(([key]) => key === by)?.[2];
  return order ? [...found].sort(order) : found;
}

/** The rows of the table as they are saved. */
export function flowRows(flows: FlowLine[], idOf: (claim: number) => string) {
  return flows.map((flow) => ({
    from: flow.origin,
    to: flow.dest,
    what: flow.what,
    amount: flow.amount,
    when: flow.when,
    via: flow.via,
    "carried by": flow.agent,
    "told as": flow.told,
    "who says": flow.says,
    origins: flow.origins,
    claims: flow.claims.map(idOf).join(" "),
  }));
}

export function Flows() {
  const dossier = useDossier();
  const { flows } = dossier.data;
  const { query } = useRoute();
  const listed = sortedFlows(flows, query.sort ?? "", query.type ?? "");
  const change = (keys: Record<string, string>) => go(to("flows", [], { ...query, ...keys }));
  useEffect(() => announce(many(listed.length, "flow")), [query.type]);
  useRowKeys(".flow-open");
  const download = () =>
    give(
      dossier.data.case,
      "flows",
      "csv",
      csv(
        flowRows(listed, (at) => dossier.claim(at).id),
        [`${dossier.data.case}: what is said to go where`],
      ),
    );
  return (
    <Page title="Flows" kind="causes" nav={<CausesNav here="flows" />}>
      <p class="lede">What is said to go from where to where. Blank is not said, never none.</p>
      {flows.length === 0 ? (
        <Empty why="No report says that weapons, fighters, money or people went from one place to another." />
      ) : (
        <>
          <div class="choices">
            <What flows={flows} chosen={query.type ?? ""} choose={(type) => change({ type })} />
            <Button onClick={download}>Save CSV</Button>
            <Sub>{many(listed.length, "flow")}</Sub>
          </div>
          <Table listed={listed} sort={query.sort ?? ""} by={(sort) => change({ sort })} />
        </>
      )}
    </Page>
  );
}

function What(props: { flows: FlowLine[]; chosen: string; choose: (what: string) => void }) {
  const counts = [...tallied(props.flows.map(({ what }) => what))].sort();
  const choices = narrowing("anything", props.flows.length, counts);
  return <Pick label="what" value={props.chosen} choices={choices} pick={props.choose} />;
}

function Table({ listed, sort, by }: { listed: FlowLine[]; sort: string; by: (sort: string) => void }) {
  return (
    <div class="scrolls">
      <table class="flow-table stacks">
        <thead>
          <tr>
            {COLUMNS.map(([key, label]) => (
              <th key={key} scope="col" aria-sort={key === sort ? "ascending" : undefined}>
                <Button class="sorts" onClick={() => by(key === sort ? "" : key)}>
                  {label}
                  {key === sort && " ↓"}
                </Button>
              </th>
            ))}
            <th scope="col">Sentences</th>
          </tr>
        </thead>
        <tbody>
          {listed.map((flow) => (
            <Line key={flow.claims.join()} flow={flow} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ label, children }: { label: string; children?: string }) {
  return (
    <td data-label={label} class={children ? undefined : "blank"}>
      {children && isolated(children)}
    </td>
  );
}

function Line({ flow }: { flow: FlowLine }) {
  const [open, turn] = useState(false);
  const ways = [flow.via && `by way of ${flow.via}`, flow.agent && `carried by ${flow.agent}`]
    .filter(Boolean)
    .join(", ");
  return (
    <>
      <tr>
        <Cell label="From">{flow.origin}</Cell>
        <Cell label="To">{flow.dest}</Cell>
        <td data-label="What">
          {isolated(flow.what)}
          {ways && <span class="sub flow-ways">{shown(ways)}</span>}
        </td>
        <Cell label="How much">{flow.amount}</Cell>
        <Cell label="When">{flow.when}</Cell>
        <Cell label="Told as">{flow.told}</Cell>
        <td data-label="Who says">
          {many(flow.origins, "origin")}: {isolated(flow.says)}
        </td>
        <td>
          <Button class="flow-open" aria-expanded={open} onClick={() => turn(!open)}>
            {many(flow.claims.length, "sentence")}
          </Button>
        </td>
      </tr>
      {open && (
        <tr class="flow-said">
          <td colSpan={8}>
            <Evidences claims={flow.claims} />
          </td>
        </tr>
      )}
    </>
  );
}
