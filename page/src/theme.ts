// Light, dark, or as the system has it; kept in the browser where it can be.

import { useEffect } from "preact/hooks";

export type Theme = "system" | "light" | "dark";

const KEY = "rashomon.theme";
const ORDER: Theme[] = ["system", "light", "dark"];
let chosen: Theme | null = null;

export function theme(): Theme {
  if (chosen === null) {
    try {
      chosen = (localStorage.getItem(KEY) as Theme) ?? "system";
    } catch {
      chosen = "system";
    }
  }
  return ORDER.includes(chosen) ? chosen : "system";
}

export function nextTheme(): void {
  chosen = ORDER[(ORDER.indexOf(theme()) + 1) % ORDER.length] as Theme;
  try {
    localStorage.setItem(KEY, chosen);
  } catch {
    // a page opened from a file may have no storage: the theme then lasts as long as the page
  }
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
