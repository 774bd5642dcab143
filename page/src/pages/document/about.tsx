// What is known of a report, what is missing and why, how to check its text, and the incidents drawn from it.

import { useDossier } from "../../context";
import type { Pairs } from "../../data";
import { Copy } from "../../parts/copy";
import { Empty, isolated, linked } from "../../parts/words";
import { to } from "../../route";
import { many, shown } from "../../text";
import { tallied } from "../../grouped";
import { Count, Part, Sub } from "../../parts/small";

export function About({ at }: { at: number }) {
  const dossier = useDossier();
  const doc = dossier.data.docs[at];
  if (!doc) return null;
  const later = dossier.doc(doc.superseded);
  return (
    <aside class="about" aria-label="About this report">
      {later && <p class="notice">A later version of this report is {linked("doc", later.id, later.title)}.</p>}
      <Part title="The report">
        <Facts pairs={doc.facts} />
        {doc.url && (
          <p>
            <a href={doc.url} rel="noreferrer noopener" target="_blank">
              {shown(doc.url)}
            </a>{" "}
            <Sub>(leaves this file)</Sub>
          </p>
        )}
      </Part>
      {doc.missing.length > 0 && (
        <Part title="Not known, and why">
          <Facts pairs={doc.missing} />
        </Part>
      )}
      {doc.notes.length > 0 && (
        <Part title="Notes of the reader">
          <Facts pairs={doc.notes} />
        </Part>
      )}
      {doc.reprints.length > 0 && (
        <Part title="Counts as one origin with">
          <ul>
            {doc.reprints.map(([other, why]) => (
              <li key={other}>
                <a href={to("doc", [dossier.doc(other)?.id ?? ""])}>
                  {isolated(dossier.outletOf(other))}: {isolated(dossier.doc(other)?.title ?? "")}
                </a>{" "}
                <Sub>{shown(why)}</Sub>
              </li>
            ))}
          </ul>
        </Part>
      )}
      <Drawn at={at} />
      <section>
        <h2>
          Text as saved, sha256 <Copy text={() => doc.digest} label="copy" name="Copy the digest" plain />
        </h2>
        <code>{doc.digest}</code>
      </section>
    </aside>
  );
}

function Facts({ pairs }: { pairs: Pairs }) {
  return (
    <dl>
      {pairs.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{isolated(value)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The incidents that the report tells, those with most of its claims first. */
function Drawn({ at }: { at: number }) {
  const dossier = useDossier();
  const counts = tallied(
    dossier
      .claimsOf(at)
      .map((claim) => dossier.claim(claim).incident)
      .filter((incident) => incident >= 0),
  );
  const found = [...counts].sort((a, b) => b[1] - a[1]);
  return (
    <section>
      <h2>
        Incidents drawn from it <Count>{found.length}</Count>
      </h2>
      {found.length === 0 && <Empty>None: no sentence of it tells of one.</Empty>}
      <ul>
        {found.map(([incident, count]) => {
          const { id, title } = dossier.incident(incident);
          return (
            <li key={id}>
              {linked("incident", id, title)} <Sub>{many(count, "claim")}</Sub>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
