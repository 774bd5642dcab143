// Two reports of one incident side by side, their sentences aligned by question.

import type { Dossier } from "../../case";
import { useShared } from "../../context";
import { coversOf } from "../../covers";
import type { Incident } from "../../data";
import { Stretch } from "../../parts/passage";
import { Empty, isolated, linked, sentenceAt } from "../../parts/words";
import { go, to, useRoute } from "../../route";
import { contradicting, claimsOf, measured, questions, titled } from "../../telling";
import { shown } from "../../text";
import { grouped } from "../../grouped";
import { Button } from "../../parts/button";
import { Note, Sub } from "../../parts/small";
import "../../style/passage.css";

/** One claim's answer in a cell: its words, and whether they are an answer of the other report too. */
interface Said {
  claim: number;
  words: string;
}

interface Line {
  question: string;
  cells: [Said[], Said[]];
}

export function Compare({ at, moved }: { at: number; moved: preact.ComponentChildren }) {
  const { dossier, policy } = useShared();
  const { query } = useRoute();
  const incident = dossier.incident(at);
  const docs = [...new Set([...incident.docs, ...claimsOf(incident, policy).map((claim) => dossier.claim(claim).doc)])];
  const known = (id: string | undefined) => docs.find((doc) => dossier.doc(doc)?.id === id);
  const a = known(query.a) ?? docs[0] ?? -1;
  const b = known(query.b) ?? docs.find((doc) => doc !== a) ?? -1;
  const rows = lines(dossier, incident, policy, [a, b]);
  const id = (doc: number) => dossier.doc(doc)?.id ?? "";
  const change = (left: number, right: number) =>
    go(to("incident", [incident.id, "compare"], { ...query, a: id(left), b: id(right) }));
  return (
    <div class="reading compare">
      {moved}
      <div>
        <Note>
          <a href={to("incident", [incident.id])}>← the incident with all its accounts</a>
        </Note>
        <h1>Two accounts of: {isolated(incident.title)}</h1>
        <Note>
          What each report says, question by question, with the sentences that say it. Blank: the report does not say.
        </Note>
      </div>
      {docs.length < 2 ? (
        <Empty>One report alone tells this incident: there is nothing to compare.</Empty>
      ) : (
        <table>
          <caption class="vh">Sentences of two reports, aligned by question</caption>
          <thead>
            <tr>
              <th scope="col">
                <Button onClick={() => change(b, a)}>⇄ swap</Button>
              </th>
              <Head docs={docs} of={a} not={b} set={(doc) => change(doc, doc === b ? a : b)} />
              <Head docs={docs} of={b} not={a} set={(doc) => change(doc === a ? b : a, doc)} />
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.question} row={row} names={[dossier.outletOf(a), dossier.outletOf(b)]} />
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

/** The questions that either report answers about the incident, figures first. */
function lines(dossier: Dossier, incident: Incident, policy: number, docs: [number, number]): Line[] {
  const cells = (said: Said[]) => docs.map((doc) => said.filter(({ claim }) => dossier.claim(claim).doc === doc));
  const figures = measured(dossier, incident, policy).flatMap(({ groups }) =>
    groups.map(({ label, accounts }) => ({
      question: titled(label),
      cells: cells(accounts.map(({ claim }) => ({ claim, words: dossier.claim(claim).figure?.amount ?? "" }))),
    })),
  );
  const asked = questions(dossier, incident).map(({ title, answers }) => ({
    question: title,
    cells: cells(
      answers.flatMap(({ words, claims }) =>
        claims.map((one) => ({ claim: one.claim, words: one.words ? `${words} (“${one.words}”)` : words })),
      ),
    ),
  }));
  return [...figures, ...asked].filter((row) => row.cells.some((cell) => cell.length > 0)) as Line[];
}

function Head(props: { docs: number[]; of: number; not: number; set: (doc: number) => void }) {
  const { dossier } = useShared();
  const { docs, of, set } = props;
  const doc = dossier.doc(of);
  return (
    <th scope="col">
      <select
        aria-label={`Report ${props.not === docs[0] ? "on the right" : "to compare"}`}
        value={of}
        onChange={(event) => set(Number(event.currentTarget.value))}
      >
        {docs.map((at) => (
          <option key={at} value={at}>
            {shown(dossier.outletOf(at))}, {dossier.doc(at)?.date}
          </option>
        ))}
      </select>
      {doc && linked("doc", doc.id, doc.title)}
    </th>
  );
}

function Row({ row, names }: { row: Line; names: [string, string] }) {
  const { dossier } = useShared();
  const [left, right] = row.cells;
  const others = new Set(right.map(({ claim }) => claim));
  const differ = left.some(({ claim }) => [...contradicting(dossier, claim)].some((one) => others.has(one)));
  return (
    <tr class={differ ? "differ" : undefined}>
      <th scope="row">
        {row.question}
        {differ && <span class="against">⇄ told differently</span>}
      </th>
      {row.cells.map((cell, n) => (
        <td key={n}>
          <span class="name">{shown(names[n] ?? "")}</span>
          {cell.length === 0 ? <span class="empty">does not say</span> : <Cell said={cell} />}
        </td>
      ))}
    </tr>
  );
}

/** The answers of one report to one question, each sentence once. */
function Cell({ said }: { said: Said[] }) {
  const { dossier } = useShared();
  const by = grouped(said, ({ claim }) => {
    const { start, end, quote } = dossier.claim(claim);
    return `${start}:${end}:${quote}`;
  });
  return (
    <>
      {[...by].map(([key, group]) => (
        <Sentence key={key} group={group} />
      ))}
    </>
  );
}

function Sentence({ group }: { group: Said[] }) {
  const { dossier } = useShared();
  const claim = dossier.claim((group[0] as Said).claim);
  const doc = dossier.doc(claim.doc);
  const answers = [...new Set(group.map(({ words }) => words).filter(Boolean))];
  const flags = [...new Set(group.map((one) => dossier.claim(one.claim).flag).filter(Boolean))];
  return (
    <div class="evidence">
      <p>
        <b>{isolated(answers.join("; "))}</b>
        {flags.map((flag) => (
          <span class="flag" key={flag}>
            {flag}
          </span>
        ))}{" "}
        <Sub>{isolated(claim.told)}</Sub>
      </p>
      <a class="quoted" href={sentenceAt(dossier, claim)}>
        <q class="source" lang={doc?.language ?? "und"} dir="auto">
          {claim.quote || !doc ? (
            shown(dossier.quote(claim))
          ) : (
            <Stretch
              lines={doc.lines}
              covers={coversOf(dossier, [...new Set(group.map((one) => one.claim))], true)}
              start={claim.start}
              end={claim.end}
            />
          )}
        </q>
      </a>
    </div>
  );
}
