// What a claim rests on: what it says, by whom, where it stands, who read it and how surely; and how to cite it.

import { characters, citation } from "../citation";
import { useDossier } from "../context";
import { to } from "../route";
import { many, shown } from "../text";
import { Copy } from "./copy";
import { isolated } from "./words";
import { Note } from "./small";

export function EvidenceBar({ at, reason, elsewhere }: { at: number; reason?: string; elsewhere?: boolean }) {
  const dossier = useDossier();
  const claim = dossier.claim(at);
  const doc = dossier.doc(claim.doc);
  const incident = dossier.data.incidents[claim.incident];
  const [from, until] = characters(claim);
  return (
    <section class="evidence-bar" aria-label="Evidence">
      <div>
        <p class="what">
          <b>{isolated(claim.says)}</b>
          {claim.flag && <span class="flag">{claim.flag}</span>} {isolated(claim.voice)}
        </p>
        {reason && <Note>{shown(reason)}</Note>}
        <p class="sub fact-line">
          <span>
            {doc && isolated(doc.title)}, {claim.astray ? "not in its text" : `characters ${from}–${until}`}
          </span>
          <span>read by {claim.maker || "unknown"}</span>
          <span>score {claim.score.toFixed(2)}</span>
          <b>{claim.state || "machine only"}</b>
          {claim.background && <span>told as history</span>}
          {claim.hedge && <span>hedged: “{shown(claim.hedge)}”</span>}
          {elsewhere && incident && (
            <a href={to("incident", [incident.id], { claim: claim.id })}>in its incident: {shown(incident.title)}</a>
          )}
        </p>
        {claim.notes.length > 0 && (
          <details class="sub">
            <summary>{many(claim.notes.length, "note")} on how it was read</summary>
            <ul>
              {claim.notes.map((note) => (
                <li key={note}>{isolated(note)}</li>
              ))}
            </ul>
          </details>
        )}
      </div>
      <Copy text={() => citation(dossier, claim)} label="Copy citation" />
    </section>
  );
}
