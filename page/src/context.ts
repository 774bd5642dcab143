// What every page reads: the case, and the policy by which findings are read.

import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Dossier } from "./case";

export interface Shared {
  dossier: Dossier;
  /** The place of the policy in `data.policies` whose findings are shown. */
  policy: number;
}

export const SharedContext = createContext<Shared | null>(null);

export function useShared(): Shared {
  const found = useContext(SharedContext);
  if (!found) throw new Error("a page was drawn outside of the frame");
  return found;
}

export function useDossier(): Dossier {
  return useShared().dossier;
}

/** Says something to screen readers, politely; one live region for the whole page. */
export function announce(words: string): void {
  const region = document.getElementById("live");
  if (region) region.textContent = words;
}
