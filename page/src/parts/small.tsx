// Small words: how many, what is said beside, a note in a line of its own.

import type { ComponentChildren } from "preact";

interface Words {
  children?: ComponentChildren;
}

export function Count({ children }: Words) {
  return <span class="count">{children}</span>;
}

export function Sub({ children }: Words) {
  return <span class="sub">{children}</span>;
}

export function Note({ children }: Words) {
  return <p class="sub">{children}</p>;
}
