// Beside each line of a report: the claims that its sentences make, each one click from its sentence.

import { useState } from "preact/hooks";
import type { Dossier } from "../../case";
import { useDossier } from "../../context";
import { lineAt } from "../../covers";
import type { Claim } from "../../data";
import { shown } from "../../text";
import { isolated } from "../../parts/words";
import { Button } from "../../parts/button";

/** Claims of one sentence that are listed at once; more are behind a button. */
const AT_ONCE = 5;

/** The claims of each sentence, by the line in which it begins. */
export function marginOf(dossier: Dossier, doc: number, claims: number[]): Map<number, number[][]> {
  const found = new Map<number, number[][]>();
  const lines = dossier.doc(doc)?.lines ?? [];
  let last = "";
  for (const at of claims) {
    const { start, end, astray } = dossier.claim(at);
    if (astray) continue;
    const line = lineAt(lines, start);
    const groups = found.get(line) ?? [];
    found.set(line, groups);
    if (last === `${start}:${end}`) groups[groups.length - 1]?.push(at);
    else groups.push([at]);
    last = `${start}:${end}`;
  }
  return found;
}

interface Props {
  groups: number[][] | undefined;
  selected: number;
  look: (claim: number) => void;
  pick: (claim: number) => void;
}

export function Notes({ groups, ...rest }: Props) {
  return (
    <div class="margin">
      {groups?.map((group) => (
        <Sentence key={group[0]} group={group} {...rest} />
      ))}
    </div>
  );
}

function Sentence({ group, selected, look, pick }: Omit<Props, "groups"> & { group: number[] }) {
  const dossier = useDossier();
  const [all, show] = useState(false);
  const listed = all || group.length <= AT_ONCE + 1 ? group : group.filter((at, n) => n < AT_ONCE || at === selected);
  return (
    <div class="sentence">
      {listed.map((at) => {
        const claim = dossier.claim(at);
        return (
          <Button
            key={at}
            class="claim-chip"
            data-claim={claim.id}
            aria-current={at === selected ? "true" : undefined}
            title={`${shown(claim.says)}, ${shown(claim.told)}`}
            onClick={() => pick(at)}
            onMouseMove={() => look(at)}
            onFocus={() => look(at)}
            onBlur={() => look(-1)}
          >
            {isolated(briefly(claim))}
            {claim.flag && <span class="flag">{claim.flag}</span>}
          </Button>
        );
      })}
      {listed.length < group.length && (
        <Button class="claim-chip more" onClick={() => show(true)}>
          +{group.length - listed.length}
        </Button>
      )}
    </div>
  );
}

/** A claim in a few words: the figure with what it counts, the act, else its kind. */
function briefly({ kind, act, figure, says }: Claim): string {
  if (figure) return `${figure.amount} ${figure.measure}`;
  if (kind === "naming") return says;
  return act || `${kind}: ${says}`;
}
