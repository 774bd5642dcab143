// What the browser keeps for a reader; a page opened from a file may have no storage: then a choice lasts as long as the page.

const chosen = new Map<string, string>();

export function stored(key: string): string {
  try {
    return chosen.get(key) ?? localStorage.getItem(`rashomon.${key}`) ?? "";
  } catch {
    return "";
  }
}

/** Keeps a choice; an empty one is the usual, and nothing is kept. */
export function store(key: string, value: string): void {
  chosen.set(key, value);
  try {
    if (value) localStorage.setItem(`rashomon.${key}`, value);
    else localStorage.removeItem(`rashomon.${key}`);
  } catch {
    // it is in `chosen`
  }
}
