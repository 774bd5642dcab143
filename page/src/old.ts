// Where links into the static page lead now: each place of it has a page of its own.

import type { Dossier } from "./case";
import { to } from "./route";

const SECTIONS: Record<string, [page: string, query?: Record<string, string>]> = {
  glance: ["explore"],
  incidents: ["explore"],
  background: ["explore"],
  disagreements: ["disagreements"],
  actors: ["network"],
  ties: ["network"],
  flows: ["flows"],
  causes: ["causes"],
  naming: ["outlets"],
  reports: ["reports"],
  methods: ["methods"],
};

/** The address of what an anchor of the static page named, or nothing if it is none. */
export function forwarded(dossier: Dossier, hash: string): string {
  const anchor = hash.replace(/^#/, "");
  const section = Object.hasOwn(SECTIONS, anchor) ? SECTIONS[anchor] : undefined;
  if (section) return to(...[section[0], [], section[1] ?? {}]);
  const found = /^([icdmqax])-([\w.-]+)$/.exec(anchor);
  return found ? placed(dossier, found[1] as string, found[2] as string) : "";
}

function placed(dossier: Dossier, prefix: string, key: string): string {
  switch (prefix) {
    case "i":
      return to("incident", [`i-${key}`]);
    case "d":
      return to("doc", [`d-${key}`]);
    case "a":
      return to("actor", [`a-${key}`]);
    case "x":
      return to("disagreements");
    default:
      return claimAt(dossier, prefix, key);
  }
}

/** A claim in its incident; its sentence, and claims of no incident, in the report. */
function claimAt(dossier: Dossier, prefix: string, key: string): string {
  // the static page names a telling by its claim, and by the incident too where the claim is at home in another
  const id = `c-${prefix === "q" ? key.replace(/i-.*$/, "") : key}`;
  const claim = dossier.data.claims[dossier.claimAt.get(id) ?? -1];
  if (!claim) return "";
  const incident = dossier.data.incidents[claim.incident];
  if (incident && prefix !== "m") return to("incident", [incident.id], { claim: id });
  return to("doc", [dossier.doc(claim.doc)?.id ?? ""], { c: id });
}
