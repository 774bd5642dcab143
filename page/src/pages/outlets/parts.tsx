// What the pages on outlets share: an outlet's letter and name, a figure that leads to its sentence, an incident's link.

import { useDossier } from "../../context";
import { isolated, linked, sentenceAt } from "../../parts/words";
import { to } from "../../route";
import { shown, untimed } from "../../text";
import { Sub } from "../../parts/small";

/** The letter of an outlet; its name is said to those who cannot see the legend. */
export function Letter({ outlet, mark }: { outlet: number; mark: string[] }) {
  const name = shown(useDossier().data.outlets[outlet] ?? "unknown outlet");
  return (
    <span class="letter" title={name}>
      <span aria-hidden="true">{mark[outlet] ?? "?"}</span>
      <span class="vh">
        <bdi>{name}</bdi>
      </span>
    </span>
  );
}

export function Name({ outlet }: { outlet: number }) {
  return isolated(useDossier().data.outlets[outlet] ?? "unknown outlet");
}

/** Words that lead to the sentence of the first of their claims; plain if there is none. */
export function Said({ words, claims }: { words: string; claims: number[] }) {
  const dossier = useDossier();
  const claim = dossier.data.claims[claims[0] ?? -1];
  if (!claim) return isolated(words);
  return (
    <a class="said" href={sentenceAt(dossier, claim)} title={shown(dossier.quote(claim)).slice(0, 400)}>
      {isolated(words)}
    </a>
  );
}

export function Told({ incident, when = true }: { incident: number; when?: boolean }) {
  const found = useDossier().data.incidents[incident];
  if (!found) return null;
  return (
    <>
      {linked("incident", found.id, when ? untimed(found) : found.title)}
      {when && <Sub> {found.when}</Sub>}
    </>
  );
}

/** The address of a pair of outlets. */
export function pairAt(outlets: string[], a: number, b: number): string {
  return to("outlets", [outlets[a] ?? "", "vs", outlets[b] ?? ""]);
}
