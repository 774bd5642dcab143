// J and K (and the arrows, once a row has the focus) walk from row to row of a list.

import { acting, useKeydown } from "../keys";

const STEPS: Record<string, number> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };

/** Walks the focus over what `selector` finds in the page, in its order. */
export function useRowKeys(selector: string): void {
  useKeydown((event) => {
    const step = STEPS[acting(event)];
    if (!step) return;
    const rows = [...document.querySelectorAll<HTMLElement>(selector)];
    const here = rows.findIndex((row) => (row.closest("li") ?? row).contains(document.activeElement));
    if (event.key.length > 1 && here < 0) return;
    const next = rows[here < 0 && step < 0 ? rows.length - 1 : here + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
}
