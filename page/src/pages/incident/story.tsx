// The page of one incident: its accounts, the text of each report, and what differs; the address holds what is selected.

import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { announce, useShared } from "../../context";
import { acting, useKeydown } from "../../keys";
import { go, to, useRoute } from "../../route";
import { claimsOf } from "../../telling";
import { bounded, shown } from "../../text";
import { Accounts } from "./accounts";
import { Differences } from "./differences";
import { Heading } from "./heading";
import { Reader } from "./reader";
import { Button } from "../../parts/button";

const VIEWS: [name: string, label: string][] = [
  ["", "Accounts"],
  ["text", "Text"],
  ["differences", "Differences"],
];
/** Milliseconds that the pointer rests on a row before its sentence is shown, so that crossing rows does not flicker. */
const REST = 70;

export function Story({ at, moved }: { at: number; moved: preact.ComponentChildren }) {
  const { dossier, policy } = useShared();
  const { query } = useRoute();
  const incident = dossier.incident(at);
  const claims = useMemo(() => claimsOf(incident, policy), [incident, policy]);
  const own = useMemo(() => new Set(claims), [claims]);
  const docs = useMemo(() => {
    const found = [...incident.docs, ...claims.map((claim) => dossier.claim(claim).doc)];
    return [...new Set(found)].filter((doc) => doc >= 0);
  }, [incident, claims]);
  const selected = query.claim ? (dossier.claimAt.get(query.claim) ?? -1) : -1;
  const [looked, look] = useLooking();
  const [turn, again] = useState(0);
  const active = looked >= 0 ? looked : selected;
  const rest = useRef(-1);
  const chosen = dossier.docAt.get(query.doc ?? "") ?? -1;
  const doc =
    active >= 0 ? dossier.claim(active).doc : chosen >= 0 ? chosen : rest.current >= 0 ? rest.current : (docs[0] ?? -1);
  rest.current = selected < 0 && chosen < 0 ? doc : -1;
  const fromText = useRef(false);
  const page = useRef<HTMLDivElement>(null);
  const show = (change: Record<string, string>, replace = false) =>
    go(to("incident", [incident.id], { ...query, ...change }), replace);
  const pick = (claim: number, replace = false) => {
    fromText.current = false;
    again(turn + 1);
    look(-1);
    show({ claim: dossier.claim(claim).id, doc: "", view: narrow() ? "text" : (query.view ?? "") }, replace);
    announce(`${dossier.claim(claim).says}, ${dossier.claim(claim).voice}`);
  };
  const open = (next: number) => {
    look(-1);
    show({ claim: "", doc: dossier.doc(next)?.id ?? "" });
    announce(dossier.outletOf(next));
  };
  useEffect(() => {
    const row = page.current?.querySelector<HTMLElement>(`.accounts [data-claim="${CSS.escape(query.claim ?? "")}"]`);
    if (row?.offsetParent) row.scrollIntoView({ block: "nearest" });
  }, [query.claim, query.view]);
  useKeydown((event) => {
    const key = acting(event);
    const rows = [...(page.current?.querySelectorAll<HTMLElement>(".accounts [data-claim]") ?? [])];
    const order = [...new Set(rows.map((row) => row.dataset.claim ?? ""))].map((id) => dossier.claimAt.get(id) ?? -1);
    const step = (list: number[], by: number) => list[bounded(list.indexOf(selected) + by, 0, list.length - 1)];
    const told = dossier.claimsOf(doc).filter((claim) => own.has(claim));
    const steps: Record<string, number | undefined> = {
      j: step(order, 1),
      k: step(order, -1),
      n: step(told, 1),
      p: step(told, -1),
    };
    const next = steps[key];
    if (next !== undefined) pick(next, true);
    else if (key === "g") open(docs[(docs.indexOf(doc) + 1) % docs.length] ?? doc);
    else if (key === "Escape" && query.claim) show({ claim: "", doc: dossier.doc(doc)?.id ?? "" });
    else return;
    event.preventDefault();
  });
  const view = VIEWS.some(([name]) => name === query.view) ? (query.view ?? "") : "";
  const unknown = query.claim && selected < 0;
  return (
    <div class="incident-page" data-view={view || "accounts"} ref={page}>
      <Heading incident={incident} moved={moved} />
      {unknown && (
        <p class="notice moved" role="note">
          This dossier holds no claim “<bdi>{shown(query.claim ?? "").slice(0, 80)}</bdi>”; here is the incident.
        </p>
      )}
      <fieldset class="choices views" aria-label="Part of the page">
        {VIEWS.map(([name, label]) => (
          <Button
            key={name}
            data-of={name || "accounts"}
            aria-pressed={view === name}
            onClick={() => show({ view: name })}
          >
            {label}
          </Button>
        ))}
      </fieldset>
      <div class="columns">
        <div class="reading-column left" data-scrolls>
          <Accounts at={at} shared={{ selected, active, pick, look }} />
        </div>
        <Reader
          incident={incident}
          doc={doc}
          docs={docs}
          claims={claims}
          active={active}
          turn={turn}
          steady={looked >= 0 || fromText.current}
          open={open}
          pick={(claim) => {
            pick(claim);
            fromText.current = true;
            if (narrow()) show({ claim: dossier.claim(claim).id, doc: "", view: "" }, true);
          }}
        />
        <div class="reading-column right" data-scrolls>
          <Differences at={at} own={own} pick={pick} />
        </div>
      </div>
    </div>
  );
}

/** Whether one part of the page is shown at a time. */
function narrow(): boolean {
  return matchMedia("(width < 700px)").matches;
}

/** The claim that the reader points at: pointing has to rest for a moment, pointing away too. */
function useLooking(): [number, (claim: number) => void] {
  const [looked, set] = useState(-1);
  const later = useRef(0);
  const wanted = useRef(-1);
  useEffect(() => () => clearTimeout(later.current), []);
  const look = (claim: number) => {
    if (claim === wanted.current) return;
    wanted.current = claim;
    clearTimeout(later.current);
    later.current = window.setTimeout(() => set(claim), REST);
  };
  return [looked, look];
}
