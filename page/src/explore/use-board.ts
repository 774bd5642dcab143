// The Explore page's state: what the address says, what passes, and how to change it.

import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Dossier } from "../case";
import { useShared } from "../context";
import { go, parsed, type Query, to, useRoute, written } from "../route";
import { indexOf } from "../search";
import { combined, DIMENSIONS, failing, ordered, testOf } from "./board";
import { type Columns, columnsOf, type Figures, figuresOf } from "./columns";
import { type View, viewOf } from "./view";

/** A window that is being dragged or stepped, before it is in the address. */
export type Draft = { from: number | null; to: number | null } | null;

export interface Board {
  dossier: Dossier;
  policy: number;
  view: View;
  columns: Columns;
  figures: Figures;
  /** Bits of the filters that each incident fails. */
  failed: Uint16Array;
  /** The incidents that pass, in the order of the list. */
  rows: Int32Array;
  /** Whether the search is still reading. */
  reading: boolean;
  /** Changes the address by these keys. */
  set: (change: Query, replace?: boolean) => void;
  draft: (window: Draft) => void;
}

const known = new WeakMap<Dossier, Columns>();

function columnsFor(dossier: Dossier): Columns {
  const before = known.get(dossier) ?? columnsOf(dossier);
  known.set(dossier, before);
  return before;
}

/** Changes some keys of the address, keeping the others. */
export function setKeys(change: Query, replace = false): void {
  const { query } = parsed(location.hash);
  go(written("explore", [], { ...query, ...change }), replace);
}

export function useBoard(): Board {
  const { dossier, policy } = useShared();
  const { query } = useRoute();
  const [window, draft] = useState<Draft>(null);
  const address = JSON.stringify(query);
  const view = useMemo(() => {
    const told = viewOf(query);
    return window ? { ...told, ...window, undated: false } : told;
  }, [address, window]);
  const columns = columnsFor(dossier);
  const figures = useMemo(() => figuresOf(dossier, policy), [dossier, policy]);
  const { hits, reading } = useHits(dossier, view.q);
  const failed = useFailed(view, { dossier, columns, figures, hits });
  const order = useMemo(() => ordered(view.sort, { dossier, columns, figures, hits: null }), [view.sort, figures]);
  const rows = useMemo(() => order.filter((at) => failed[at] === 0), [order, failed]);
  return { dossier, policy, view, columns, figures, failed, rows, reading, set: setKeys, draft };
}

/** Only the filter that changed is asked again. */
function useFailed(view: View, asked: Parameters<typeof testOf>[2]): Uint16Array {
  const kept = useRef(new Map<string, { key: unknown[]; fail: Uint8Array | null }>());
  const { columns, figures, hits } = asked;
  const keys: Record<string, unknown[]> = {
    time: [view.from, view.to, view.undated],
    type: view.type,
    actor: view.actor,
    outlet: view.outlet,
    place: [view.unplaced, ...(view.bbox ?? []), "·", ...view.place],
    diff: [view.diff, figures],
    status: [view.status],
    history: [view.history],
    q: [hits],
  };
  let changed = false;
  const fails = DIMENSIONS.map((dimension) => {
    const key = keys[dimension] as unknown[];
    const before = kept.current.get(dimension);
    if (before && before.key.length === key.length && key.every((part, n) => part === before.key[n]))
      return before.fail;
    changed = true;
    const fail = failing(testOf(dimension, view, asked), columns.size);
    kept.current.set(dimension, { key, fail });
    return fail;
  });
  const last = useRef<Uint16Array | null>(null);
  if (changed || !last.current) last.current = combined(fails, columns.size);
  return last.current;
}

function useHits(dossier: Dossier, words: string): { hits: Set<number> | null; reading: boolean } {
  const [found, set] = useState<{ words: string; hits: Set<number> } | null>(null);
  useEffect(() => {
    let wanted = true;
    const index = words ? indexOf(dossier) : null;
    void index?.whole.then(() => wanted && set({ words, hits: index.incidents(words) }));
    return () => {
      wanted = false;
    };
  }, [dossier, words]);
  if (!words) return { hits: null, reading: false };
  return { hits: found?.hits ?? null, reading: found?.words !== words };
}

/** The address of the page without what only this reader has selected. */
export function linkOf(query: Query): string {
  return to("explore", [], { ...query, sel: "" });
}
