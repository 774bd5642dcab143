// Methods: how the record was made, in the words that the static twin has too (src/rashomon/show/methods.py).

import type { ComponentChildren } from "preact";
import { useShared } from "../context";
import type { Pairs } from "../data";
import { Empty, isolated } from "../parts/words";
import { number } from "../text";
import { Button } from "../parts/button";
import { Count, Heads, Page } from "../parts/small";
import "../style/methods.css";

const PARTS: [id: string, label: string][] = [
  ["rules", "Rules for figures"],
  ["bounds", "How words bound a figure"],
  ["limits", "Limits"],
  ["makers", "What wrote this record"],
  ["sources", "Sources"],
  ["maps", "Maps"],
  ["licences", "Licences"],
  ["stored", "What the page keeps"],
];

function Part({ id, children }: { id: string; children: ComponentChildren }) {
  const label = PARTS.find(([name]) => name === id)?.[1];
  return (
    <section class="methods-part" aria-labelledby={`methods-${id}`}>
      <h2 id={`methods-${id}`} tabIndex={-1}>
        {label}
      </h2>
      {children}
    </section>
  );
}

function Terms({ pairs }: { pairs: Pairs }) {
  return (
    <dl class="methods-pairs">
      {pairs.map(([name, words]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{isolated(words)}</dd>
        </div>
      ))}
    </dl>
  );
}

function Points({ lines }: { lines: string[] }) {
  return (
    <ul class="methods-points">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

/** A table whose first column names the rows. */
function Rows({ heads, rows }: { heads: string[]; rows: string[][] }) {
  return (
    <table class="stacks">
      <Heads labels={heads} />
      <tbody>
        {rows.map(([first, ...rest]) => (
          <tr key={first}>
            <th scope="row">{isolated(first ?? "")}</th>
            {rest.map((words, n) => (
              <td key={n}>{isolated(words)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function jump(id: string): void {
  const part = document.getElementById(`methods-${id}`);
  part?.scrollIntoView();
  part?.focus({ preventScroll: true });
}

export function Methods() {
  const { dossier, policy } = useShared();
  const { methods, policies, policy: own, head } = dossier.data;
  const used = (at: number) =>
    [at === policy && "shown now", at === own && "this case’s own"].filter(Boolean).join(", ");
  return (
    <Page title="Methods" kind="methods">
      <p class="lede">How this record was made of {number(head.reports)} reports, and what to hold against it.</p>
      <ul class="choices" aria-label="On this page">
        {PARTS.map(([id, label]) => (
          <li key={id}>
            <Button onClick={() => jump(id)}>{label}</Button>
          </li>
        ))}
      </ul>
      <Part id="rules">
        <dl class="methods-pairs">
          {policies.map(({ name, rule }, at) => (
            <div key={name}>
              <dt>
                {name} {used(at) && <Count>{used(at)}</Count>}
              </dt>
              <dd>{rule}</dd>
            </div>
          ))}
        </dl>
        <h3>Common to all rules</h3>
        <Points lines={methods.rules} />
        <h3>Words used here</h3>
        <Terms pairs={methods.terms} />
      </Part>
      <Part id="bounds">
        <Rows heads={["Words like", "Example", "Read as", "Reason"]} rows={methods.bounds} />
      </Part>
      <Part id="limits">
        <Points lines={methods.limits} />
      </Part>
      <Part id="makers">
        {methods.makers.length > 0 ? (
          <Rows
            heads={["Stage", "Version", "Settings", "Model"]}
            rows={methods.makers.map(([stage, version, settings, model]) => [
              stage,
              version,
              settings,
              model || "none",
            ])}
          />
        ) : (
          <Empty>The record does not say which stages wrote it.</Empty>
        )}
        {methods.model.length > 0 && <h3>The model that read</h3>}
        <Terms pairs={methods.model} />
        <h3>Decisions</h3>
        <p class="lede">
          {methods.decisions.length
            ? `${methods.decisions.map(([name, count]) => `${name} (${count})`).join(", ")}.`
            : "No two things were judged to be one."}{" "}
          {methods.reviewed}
        </p>
      </Part>
      <Part id="sources">
        {methods.sources.length > 0 ? (
          <Rows heads={["Outlet", "Reports", "Published"]} rows={methods.sources} />
        ) : (
          <Empty>None.</Empty>
        )}
        <p class="lede">Events of {head.covered || "no time that a report says"}.</p>
      </Part>
      <Part id="maps">
        <p class="lede">{methods.basemap}</p>
      </Part>
      <Part id="licences">
        <Terms pairs={methods.licences} />
      </Part>
      <Part id="stored">
        <Terms pairs={methods.stored} />
        <p class="lede">{methods.stored_where}</p>
      </Part>
    </Page>
  );
}
