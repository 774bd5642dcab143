// Whether highlights are drawn in texts; a reader can switch them off, and the browser keeps it.

import { useState } from "preact/hooks";

const KEY = "rashomon.highlights.off";
let off: boolean | null = null;

function isOff(): boolean {
  if (off === null) {
    try {
      off = localStorage.getItem(KEY) !== null;
    } catch {
      off = false;
    }
  }
  return off;
}

/** Whether highlights are drawn, and the switch. */
export function useMarking(): [marked: boolean, set: (marked: boolean) => void] {
  const [marked, set] = useState(!isOff());
  const change = (now: boolean) => {
    off = !now;
    try {
      if (now) localStorage.removeItem(KEY);
      else localStorage.setItem(KEY, "1");
    } catch {
      // a page opened from a file may have no storage: the switch then lasts as long as the page
    }
    set(now);
  };
  return [marked, change];
}

export function Marking({ marked, mark }: { marked: boolean; mark: (marked: boolean) => void }) {
  return (
    <button type="button" class="marking" aria-pressed={marked} onClick={() => mark(!marked)}>
      highlights
    </button>
  );
}
