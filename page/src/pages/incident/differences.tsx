// Beside the text of an incident: where accounts disagree, who counts once, what was revised, what is told with it.

import { useShared } from "../../context";
import type { Dispute } from "../../data";
import { beside, disputesOf } from "../../telling";
import { many, number, shown } from "../../text";
import { MiniMap } from "../../parts/minimap";
import { Empty, isolated, linked, sentenceAt } from "../../parts/words";
import { Button } from "../../parts/button";
import { Count, Note, Part, Sub } from "../../parts/small";

interface Props {
  at: number;
  own: Set<number>;
  pick: (claim: number) => void;
}

export function Differences({ at, own, pick }: Props) {
  const { dossier, policy } = useShared();
  const incident = dossier.incident(at);
  const disputes = disputesOf(dossier, at, policy);
  const real = disputes.filter((one) => !one.seeming);
  const revisions = disputes.filter((one) => one.seeming && one.kind === "revision");
  const seeming = disputes.filter((one) => one.seeming && one.kind !== "revision");
  const props = { own, pick };
  return (
    <div class="differences">
      <Part title="Where they disagree">
        {real.length === 0 && (
          <Empty>
            {incident.docs.length === 1
              ? "One report tells it; nothing in it is told two ways."
              : "No two accounts of it differ."}
          </Empty>
        )}
        {real.map((one) => (
          <Differing key={one.id} one={one} {...props} />
        ))}
      </Part>
      <Where at={at} />
      <Origins at={at} />
      <History at={at} revisions={revisions} {...props} />
      {seeming.length > 0 && (
        <details>
          <summary>
            <h2>
              Seems to differ, and does not <Count>{seeming.length}</Count>
            </h2>
          </summary>
          {seeming.map((one, n) => (
            <Differing key={n} one={one} {...props} />
          ))}
        </details>
      )}
      <Told at={at} />
    </div>
  );
}

function Differing({ one, own, pick }: { one: Dispute } & Omit<Props, "at">) {
  return (
    <div class="differing">
      <h3>
        {one.seeming ? `No disagreement: ${one.kind}` : one.kind}{" "}
        <Count>{one.tension ? "a tension: both may hold" : one.within ? "inside one report" : ""}</Count>
      </h3>
      <ul>
        {one.sides.map((side) => (
          <li key={side.says}>
            <b>{isolated(side.says)}</b>
            <Voices claims={side.claims} own={own} pick={pick} />
          </li>
        ))}
      </ul>
      <Note>
        {one.seeming && "because: "}
        {shown(one.why)}
      </Note>
    </div>
  );
}

/** Who takes a side: each one click from the sentence. */
function Voices({ claims, own, pick }: { claims: number[]; own: Set<number>; pick: (claim: number) => void }) {
  const { dossier } = useShared();
  return (
    <span class="voices">
      {claims.map((at) => {
        const claim = dossier.claim(at);
        const words = (
          <>
            {isolated(dossier.outletOf(claim.doc))}
            {claim.told !== "in its own voice" && <Sub> {isolated(claim.told)}</Sub>}
          </>
        );
        return own.has(at) ? (
          <Button class="quiet" key={at} onClick={() => pick(at)}>
            {words}
          </Button>
        ) : (
          <a key={at} href={sentenceAt(dossier, claim)}>
            {words}
          </a>
        );
      })}
    </span>
  );
}

function Where({ at }: { at: number }) {
  const { dossier } = useShared();
  const place = dossier.place(dossier.incident(at).place);
  if (!place) return null;
  const known = place.lat !== null && place.lon !== null;
  return (
    <Part title="Place">
      <p>
        {isolated(place.name)} <Sub>({[place.kind, place.region, place.country].filter(Boolean).join(", ")})</Sub>
      </p>
      <Note>
        {known
          ? `${place.lat?.toFixed(2)}°, ${place.lon?.toFixed(2)}°, ${place.near}`
          : "Its coordinates are not known"}
        {place.radius !== null && `, within ${number(place.radius)} km`}
        {place.why && `: ${shown(place.why)}`}
      </Note>
      {known && <MiniMap place={place} />}
    </Part>
  );
}

function Origins({ at }: { at: number }) {
  const { dossier } = useShared();
  const { origins, docs } = dossier.incident(at);
  const shortly = origins.slice(0, 6);
  const rest = origins.slice(6);
  const list = (part: typeof origins) => (
    <ul class="origins">
      {part.map(([speaker, outlets, why], n) => (
        <li key={n}>
          {isolated(speaker || outlets)}
          <Sub>
            {speaker && (
              <>
                {" in "}
                {isolated(outlets)}
              </>
            )}
            : {shown(why)}
          </Sub>
        </li>
      ))}
    </ul>
  );
  return (
    <section>
      <h2>
        Origins{" "}
        <Count>
          {many(origins.length, "origin")} of {many(docs.length, "report")}; each counts once
        </Count>
      </h2>
      {list(shortly)}
      {rest.length > 0 && (
        <details>
          <summary>{rest.length} more</summary>
          {list(rest)}
        </details>
      )}
    </section>
  );
}

/** Figures that took the place of others, later versions of reports, and what people put right. */
function History({ at, revisions, own, pick }: { revisions: Dispute[] } & Props) {
  const { dossier } = useShared();
  const incident = dossier.incident(at);
  const corrected = incident.claims
    .map((one) => dossier.claim(one))
    .filter(({ state }) => state && state !== "machine only");
  const updated = incident.docs.flatMap((doc) => dossier.doc(doc) ?? []).filter(({ superseded }) => superseded >= 0);
  if (revisions.length + corrected.length + updated.length === 0) return null;
  return (
    <Part title="Revisions">
      {revisions.map((one, n) => (
        <Differing key={n} one={one} own={own} pick={pick} />
      ))}
      {updated.map((doc) => (
        <p key={doc.id}>
          {linked("doc", doc.id, doc.title)} <Sub>has a later version</Sub>
        </p>
      ))}
      {corrected.map((claim) => (
        <p key={claim.id}>
          {isolated(claim.says)} <Sub>{[claim.state, ...claim.notes].map(shown).join(" · ")}</Sub>
        </p>
      ))}
    </Part>
  );
}

function Told({ at }: { at: number }) {
  const { dossier } = useShared();
  const found = beside(dossier, dossier.incident(at));
  if (found.length === 0) return null;
  return (
    <Part title="Told in the same sentences">
      <ul class="with">
        {found.map((one) => {
          const claim = dossier.claim(one);
          return (
            <li key={one}>
              <Sub>{claim.kind}</Sub> <a href={sentenceAt(dossier, claim)}>{isolated(claim.says)}</a>{" "}
              <Sub>{isolated(claim.voice)}</Sub>
              {claim.flag && <span class="flag">{claim.flag}</span>}
            </li>
          );
        })}
      </ul>
    </Part>
  );
}
