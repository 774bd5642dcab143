// Where several claims share some words: a small menu to pick one of them.

import { useLayoutEffect, useRef } from "preact/hooks";
import { useDossier } from "../context";
import { isolated } from "./words";
import { Button } from "./button";

export interface Choice {
  claims: number[];
  /** Where it opens, in the window. */
  x: number;
  y: number;
}

export function ClaimMenu(props: { choice: Choice; pick: (claim: number) => void; close: () => void }) {
  const { choice, pick, close } = props;
  const dossier = useDossier();
  const menu = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = menu.current;
    if (!element) return;
    const { width, height } = element.getBoundingClientRect();
    element.style.left = `${Math.max(8, Math.min(choice.x, innerWidth - width - 8))}px`;
    element.style.top = `${Math.max(8, Math.min(choice.y + 8, innerHeight - height - 8))}px`;
    element.querySelector("button")?.focus({ preventScroll: true });
    const away = (event: Event) => !element.contains(event.target as Node) && close();
    addEventListener("pointerdown", away);
    return () => removeEventListener("pointerdown", away);
  }, [choice]);
  const pressed = (event: KeyboardEvent) => {
    const items = [...(menu.current?.querySelectorAll("button") ?? [])];
    const now = items.indexOf(document.activeElement as HTMLButtonElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) items[(now + step + items.length) % items.length]?.focus();
    else if (event.key === "Home") items[0]?.focus();
    else if (event.key === "End") items[items.length - 1]?.focus();
    else if (event.key === "Escape" || event.key === "Tab") close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div class="claim-menu" role="menu" aria-label="Claims of these words" ref={menu} onKeyDown={pressed}>
      {choice.claims.map((at) => {
        const claim = dossier.claim(at);
        return (
          <Button role="menuitem" tabIndex={-1} key={at} onClick={() => pick(at)}>
            <span class="kind">{claim.kind}</span> {isolated(claim.says)}
            {claim.flag && <span class="flag">{claim.flag}</span>}
          </Button>
        );
      })}
    </div>
  );
}
