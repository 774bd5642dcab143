// The keyboard: one table for what keys do, from which the help page is made. No key has two meanings.

import { useLayoutEffect, useRef } from "preact/hooks";
import { store, stored } from "./stored";

export interface Key {
  /** What `KeyboardEvent.key` says; several that do the same. */
  keys: string[];
  does: string;
  /** Where it works; everywhere if empty. */
  on?: string;
}

export const KEYS: Key[] = [
  { keys: ["/"], does: "search" },
  { keys: ["?"], does: "all keys" },
  { keys: ["j", "ArrowDown"], does: "next row or claim" },
  { keys: ["k", "ArrowUp"], does: "previous row or claim" },
  { keys: ["Enter"], does: "open" },
  { keys: ["Escape"], does: "close, then clear the selection" },
  { keys: ["n"], does: "next highlight", on: "reports" },
  { keys: ["p"], does: "previous highlight", on: "reports" },
  { keys: ["g"], does: "next report of the incident", on: "incidents" },
  { keys: ["["], does: "move the time window back by its length", on: "explore and network" },
  { keys: ["]"], does: "move the time window on by its length", on: "explore and network" },
];

const OFF = "keys.off";

/** Whether single letters act; a reader can switch them off (WCAG 2.1.4). */
export function lettersAct(): boolean {
  return !stored(OFF);
}

export function setLetters(act: boolean): void {
  store(OFF, act ? "" : "1");
}

/** Whether somebody is typing, so that keys are letters. */
function typing(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName))
  );
}

/** The key of an event, if it may act: not while typing, not with Ctrl, Alt or Meta, no letters if they are off. */
export function acting(event: KeyboardEvent): string {
  const { key } = event;
  if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return "";
  if (key !== "Escape" && typing(event.target)) return "";
  return key.length === 1 && !lettersAct() ? "" : key;
}

/** Listens to the keys of the whole window while a part is drawn; `before` others do. */
export function useKeydown(act: (event: KeyboardEvent) => void, before = false): void {
  const now = useRef(act);
  now.current = act;
  useLayoutEffect(() => {
    const pressed = (event: KeyboardEvent) => now.current(event);
    addEventListener("keydown", pressed, before);
    return () => removeEventListener("keydown", pressed, before);
  }, []);
}
