// Light, dark, or as the system has it; kept in the browser where it can be.

import { useEffect } from "preact/hooks";
import { store, stored } from "./stored";

export type Theme = "system" | "light" | "dark";

const ORDER: Theme[] = ["system", "light", "dark"];

export function theme(): Theme {
  return ORDER.find((one) => one === stored("theme")) ?? "system";
}

export function nextTheme(): void {
  store("theme", ORDER[(ORDER.indexOf(theme()) + 1) % ORDER.length] as Theme);
  apply();
}

function apply(): void {
  const now = theme();
  if (now === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = now;
}

export function useTheme(): void {
  useEffect(apply, []);
}
