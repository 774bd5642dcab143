// Words of reports and figures, as every page shows them.

import { useDossier } from "../context";
import type { Claim, Finding } from "../data";
import { to } from "../route";
import { many, shown } from "../text";
import { Note } from "./small";
import type { Dossier } from "../case";

/** Words of a report or of the record: harmless, and kept apart from what stands round them in another direction. */
export function isolated(words: string) {
  return <bdi>{shown(words)}</bdi>;
}

/** The name of an incident, an actor or a report, leading to its page. */
export function linked(page: "incident" | "actor" | "doc", id: string, name: string) {
  return <a href={to(page, [id])}>{isolated(name)}</a>;
}

/** A sentence of a report, in its own language and direction. */
export function Quote({ claim }: { claim: Claim }) {
  const dossier = useDossier();
  return (
    <q class="source" lang={dossier.doc(claim.doc)?.language ?? "und"} dir="auto">
      {shown(dossier.quote(claim))}
    </q>
  );
}

/** A claim as evidence: its sentence, one click from where it stands, who says it, in which report, of when. */
export function Evidence({ at }: { at: number }) {
  const dossier = useDossier();
  const claim = dossier.claim(at);
  const doc = dossier.doc(claim.doc);
  return (
    <div class="evidence">
      <a class="quoted" href={sentenceAt(dossier, claim)}>
        <Quote claim={claim} />
      </a>
      <Note>
        {shown(claim.voice)} · {doc?.date ?? "undated"}
        {claim.flag && <span class="flag">{claim.flag}</span>}
        {claim.state && <span> · {claim.state}</span>}
      </Note>
    </div>
  );
}

export function Evidences({ claims }: { claims: number[] }) {
  return (
    <>
      {claims.map((at) => (
        <Evidence key={at} at={at} />
      ))}
    </>
  );
}

/** Where a claim's sentence is shown highlighted. */
export function sentenceAt(dossier: Dossier, claim: Claim): string {
  return to("doc", [dossier.doc(claim.doc)?.id ?? ""], { c: claim.id });
}

/** A finding in words, never bare: `39 (16–44) killed, 6 accounts`. */
export function Whole({ finding }: { finding: Finding }) {
  return (
    <>
      <b>{finding.whole}</b> {finding.label}, {many(finding.backing.length, "account")}
      {finding.gap && <span class="gap"> · {finding.gap}</span>}
    </>
  );
}

/** What a page says when it has nothing to show: why, and the one next step. */
export function Empty({ why, children }: { why?: string; children?: preact.ComponentChildren }) {
  return (
    <p class="empty">
      {why}
      {why && " "}
      {children}
    </p>
  );
}

const LISTS: Record<string, [page: string, words: string]> = {
  report: ["reports", "all reports"],
  actor: ["actors", "all actors"],
};

/** A page for an address whose id the dossier does not hold. */
export function Missing({ what, id }: { what: string; id: string }) {
  const [page, words] = LISTS[what] ?? ["", "the first page"];
  return (
    <div class="reading">
      <h1>No such {what}</h1>
      <Empty why={`This dossier holds no ${what} “${shown(id).slice(0, 80)}”.`}>
        <a href={to(page)}>Go to {words}</a>
      </Empty>
    </div>
  );
}
