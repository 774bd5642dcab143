// Whether highlights are drawn in texts; a reader can switch them off, and the browser keeps it.

import { useState } from "preact/hooks";
import { store, stored } from "../stored";
import { Button } from "./button";

const OFF = "highlights.off";

/** Whether highlights are drawn, and the switch. */
export function useMarking(): [marked: boolean, set: (marked: boolean) => void] {
  const [marked, set] = useState(!stored(OFF));
  const change = (now: boolean) => {
    store(OFF, now ? "" : "1");
    set(now);
  };
  return [marked, change];
}

export function Marking({ marked, mark }: { marked: boolean; mark: (marked: boolean) => void }) {
  return (
    <Button class="marking" aria-pressed={marked} onClick={() => mark(!marked)}>
      highlights
    </Button>
  );
}
