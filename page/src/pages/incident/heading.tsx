// The head of an incident: what, when, where, who, how well it is told, and the range of its main figure.

import { EventShape } from "../../draw/glyphs";
import { useShared } from "../../context";
import type { Incident } from "../../data";
import { Copy } from "../../parts/copy";
import { isolated } from "../../parts/words";
import { to } from "../../route";
import { many, shown, untimed } from "../../text";
import { Sub } from "../../parts/small";

/** Actors that the head names; the rest stand under “who did it”. */
const ACTORS = 6;

export function Heading({ incident, moved }: { incident: Incident; moved: preact.ComponentChildren }) {
  const { dossier } = useShared();
  const place = dossier.place(incident.place);
  return (
    <header class="incident-head">
      {moved}
      <div>
        <h1 data-title={shown(incident.title)}>
          <EventShape family={incident.family} />
          {isolated(untimed(incident))}
        </h1>
        <p class="fact-line">
          <span>
            {incident.when} {incident.near && <Sub>({incident.near})</Sub>}
          </span>
          <span>
            {isolated(incident.where)} {place?.near && <Sub>({place.near})</Sub>}
          </span>
          {incident.actors.slice(0, ACTORS).map((at) => {
            const actor = dossier.actor(at);
            return (
              actor && (
                <a key={at} href={to("actor", [actor.id])}>
                  {isolated(actor.name)}
                </a>
              )
            );
          })}
          {incident.actors.length > ACTORS && <Sub>and {incident.actors.length - ACTORS} more</Sub>}
          <span class="id">
            <code>{incident.id}</code>
            <Copy text={() => incident.id} label="copy" name="Copy the id" plain />
          </span>
        </p>
        <p class="sub fact-line">
          <span>
            {incident.act}
            {incident.like && `, ${incident.like}`}
          </span>
          <Grade incident={incident} />
          <span>
            {many(incident.docs.length, "report")}, {many(incident.origins.length, "origin")}
          </span>
          <b>{incident.state || "machine only"}</b>
          {incident.background && <span>told as history, beside the news</span>}
        </p>
      </div>
      <Big incident={incident} />
    </header>
  );
}

function Grade({ incident }: { incident: Incident }) {
  const { dossier } = useShared();
  return <span>{dossier.data.grades.find(([name]) => name === incident.grade)?.[1] ?? incident.grade}</span>;
}

/** The finding that stands for the incident, with how many accounts say so and by which rule. */
function Big({ incident }: { incident: Incident }) {
  const { dossier, policy } = useShared();
  const finding = dossier.main(incident, policy);
  const rule = dossier.data.policies[policy];
  if (!finding) return <p class="big none sub">No figure under this rule ({rule?.name}).</p>;
  const aside = finding.aside.length > 0 ? `, ${finding.aside.length} set aside` : "";
  return (
    <p class="big">
      <span class="number">{finding.whole}</span>
      <Sub>
        <b>{finding.label}</b>
        <span>
          {many(finding.backing.length, "account")}
          {aside}
        </span>
        {finding.gap && <span class="gap">{finding.gap}</span>}
        <a href={to("methods")} title={rule?.rule}>
          rule: {rule?.name}
        </a>
      </Sub>
    </p>
  );
}
