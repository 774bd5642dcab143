// The filters where there is no room beside the map: a drawer over the page.

import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { Button } from "../parts/button";

interface DrawerProps {
  open: boolean;
  onClose: () => void;
  /** What closing it leads to: `Show 206 incidents`. */
  done: string;
  children: ComponentChildren;
}

export function Drawer({ open, onClose, done, children }: DrawerProps) {
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (open && !box.current?.open) box.current?.showModal();
    if (!open && box.current?.open) box.current.close();
  }, [open]);
  return (
    <dialog class="ex-drawer" ref={box} aria-label="Filters" onClose={onClose}>
      {open && (
        <>
          <div class="ex-drawer-head">
            <b>Filters</b>
            <Button aria-label="Close the filters" onClick={onClose}>
              ✕
            </Button>
          </div>
          {children}
          <Button class="ex-done" onClick={onClose}>
            {done}
          </Button>
        </>
      )}
    </dialog>
  );
}
