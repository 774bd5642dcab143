// What is shown, as files: a menu of them.

import { useRef } from "preact/hooks";
import { announce } from "../context";
import { Button } from "./button";
import { Note } from "./small";

export type Saving = readonly [label: string, save: () => void];

/** `shown` says what is in the files: `12 incidents`. */
export function Files({ shown, files, note = "" }: { shown: string; files: readonly Saving[]; note?: string }) {
  const menu = useRef<HTMLDetailsElement>(null);
  const close = () => {
    if (menu.current) menu.current.open = false;
  };
  return (
    <details
      class="files"
      ref={menu}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !menu.current?.open) return;
        event.stopPropagation();
        close();
        menu.current.querySelector("summary")?.focus();
      }}
    >
      <summary>Export</summary>
      <div class="popup">
        <Note>
          The {shown} shown{note}.
        </Note>
        {files.map(([label, save]) => (
          <Button
            key={label}
            onClick={() => {
              save();
              close();
              announce(`${label} saved: ${shown}`);
            }}
          >
            {label}
          </Button>
        ))}
      </div>
    </details>
  );
}
