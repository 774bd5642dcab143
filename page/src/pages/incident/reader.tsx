// The reports of an incident, one at a time: a tab for each, its text with the incident's claims, the evidence of one.

import { useEffect, useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { useShared } from "../../context";
import type { Incident } from "../../data";
import { EvidenceBar } from "../../parts/evidence-bar";
import { Marking, useMarking } from "../../parts/marking";
import { ReportText } from "../../parts/report-text";
import { isolated } from "../../parts/words";
import { to } from "../../route";
import { many } from "../../text";
import { Button } from "../../parts/button";
import { Sub } from "../../parts/small";

export function Reader(props: {
  incident: Incident;
  doc: number;
  docs: number[];
  claims: number[];
  active: number;
  steady: boolean;
  turn: number;
  open: (doc: number) => void;
  pick: (claim: number) => void;
}) {
  const { incident, doc, docs, claims, active, steady, turn, open, pick } = props;
  const { dossier, policy } = useShared();
  const [marked, mark] = useMarking();
  const told = useMemo(() => dossier.claimsOf(doc).filter((claim) => claims.includes(claim)), [doc, claims]);
  const port = useRef<HTMLDivElement>(null);
  const found = dossier.doc(doc);
  useLayoutEffect(() => {
    if (port.current && active < 0) port.current.scrollTop = 0;
  }, [doc]);
  const reason = useMemo(() => reasonOf(incident, policy, active), [incident, policy, active]);
  return (
    <section class="reading-column reader" aria-label="The reports">
      <Tabs doc={doc} docs={docs} open={open} />
      <div class="port" id="report" role="tabpanel" aria-labelledby={`tab-${doc}`} tabIndex={0} data-scrolls ref={port}>
        {found && (
          <p class="sub report-facts">
            <a href={to("doc", [found.id], active >= 0 ? { c: dossier.claim(active).id } : {})}>
              {isolated(found.title)}
            </a>
            <span>{found.date}</span>
            <span>{many(told.length, "claim")} of this incident</span>
            {found.superseded >= 0 && <b>superseded by a later version</b>}
            <Comparing incident={incident} doc={doc} docs={docs} />
            <Marking marked={marked} mark={mark} />
          </p>
        )}
        <ReportText doc={doc} claims={told} active={active} marked={marked} steady={steady} turn={turn} pick={pick} />
      </div>
      {active >= 0 ? (
        <EvidenceBar at={active} reason={reason >= 0 ? dossier.reason(reason) : undefined} />
      ) : (
        <p class="evidence-bar sub">
          Pick an account to see the sentence that it rests on, or a highlight to see the account.
        </p>
      )}
    </section>
  );
}

/** Why the policy's finding rests on a claim or sets it aside: the place of its reason. */
function reasonOf(incident: Incident, policy: number, claim: number): number {
  const points = (incident.findings[policy] ?? []).flatMap(({ backing, aside }) => [...backing, ...aside]);
  return points.find(([at]) => at === claim)?.[1] ?? -1;
}

/** A tab for every report; the arrows walk them, Tab leaves them. */
function Tabs({ doc, docs, open }: { doc: number; docs: number[]; open: (doc: number) => void }) {
  const { dossier } = useShared();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const [tab, box] = [list.current?.querySelector<HTMLElement>("[aria-selected=true]"), list.current];
    if (!tab || !box) return;
    const [from, width] = [tab.offsetLeft - box.offsetLeft, tab.offsetWidth];
    if (from < box.scrollLeft || from + width > box.scrollLeft + box.clientWidth) box.scrollLeft = from - 24;
  }, [doc]);
  const pressed = (event: KeyboardEvent) => {
    const now = docs.indexOf(doc);
    const next = { ArrowRight: now + 1, ArrowLeft: now - 1, Home: 0, End: docs.length - 1 }[event.key];
    const to = next === undefined ? undefined : docs[(next + docs.length) % docs.length];
    if (to === undefined) return;
    event.preventDefault();
    open(to);
    document.getElementById(`tab-${to}`)?.focus();
  };
  return (
    <div class="tabs" role="tablist" aria-label="Reports of this incident" onKeyDown={pressed} ref={list}>
      {docs.map((at) => (
        <Button
          role="tab"
          key={at}
          id={`tab-${at}`}
          aria-selected={at === doc}
          aria-controls="report"
          tabIndex={at === doc ? 0 : -1}
          onClick={() => open(at)}
        >
          {isolated(dossier.outletOf(at))}
          <Sub>{dossier.doc(at)?.date}</Sub>
        </Button>
      ))}
    </div>
  );
}

function Comparing({ incident, doc, docs }: { incident: Incident; doc: number; docs: number[] }) {
  const { dossier } = useShared();
  const other = docs.find((at) => at !== doc);
  if (other === undefined) return <span>one source only</span>;
  const [a, b] = [dossier.doc(doc)?.id ?? "", dossier.doc(other)?.id ?? ""];
  return <a href={to("incident", [incident.id, "compare"], { a, b })}>compare two reports</a>;
}
