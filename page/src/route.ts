// Addresses inside the page: `#/incident/i-1a2b?claim=c-3`. The same in a file and from a server.

import { useLayoutEffect, useState } from "preact/hooks";

export type Query = Record<string, string>;

export interface Route {
  page: string;
  /** What stands behind the page's name, by slashes. */
  path: string[];
  query: Query;
}

/** Keys come in this order, so that the same view has the same address; others follow by name. */
const ORDER = [
  "from",
  "to",
  "type",
  "actor",
  "outlet",
  "diff",
  "status",
  "q",
  "bbox",
  "sort",
  "sel",
  "claim",
  "c",
  "view",
  "sign",
  "min",
  "rows",
  "measure",
  "pin",
  "all",
  "rule",
];

export function parsed(hash: string): Route {
  const [path = "", query = ""] = hash.replace(/^#\/?/, "").split("?", 2);
  const [page = "", ...rest] = path.split("/").map(decoded);
  return { page, path: rest.filter(Boolean), query: Object.fromEntries(new URLSearchParams(query)) };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The address of a route; keys without a value are left out. */
export function written(page: string, path: string[] = [], query: Query = {}): string {
  const rank = (key: string) => (ORDER.includes(key) ? ORDER.indexOf(key) : ORDER.length);
  const kept = Object.entries(query).filter(([, value]) => value !== "");
  kept.sort(([a], [b]) => rank(a) - rank(b) || a.localeCompare(b));
  const search = kept.map(
    ([key, value]) => `${key}=${encodeURIComponent(value).replace(/%2C/g, ",").replace(/%20/g, "+")}`,
  );
  return `#/${[page, ...path].map(encodeURIComponent).join("/")}${search.length ? `?${search.join("&")}` : ""}`;
}

/** Goes to an address; `replace` while something is dragged, so that Back does not walk every step. */
export function go(address: string, replace = false): void {
  if (address === location.hash) return;
  if (replace) history.replaceState(null, "", address);
  else history.pushState(null, "", address);
  dispatchEvent(new Event("route"));
}

export function useRoute(): Route {
  const [route, set] = useState(() => parsed(location.hash));
  useLayoutEffect(() => {
    const changed = () => set(parsed(location.hash));
    const names = ["hashchange", "popstate", "route"];
    for (const name of names) addEventListener(name, changed);
    return () => {
      for (const name of names) removeEventListener(name, changed);
    };
  }, []);
  return route;
}

/** The address of a view, under the policy that the reader has chosen. */
export function to(page: string, path: string[] = [], query: Query = {}): string {
  const { rule } = parsed(location.hash).query;
  return written(page, path, rule ? { rule, ...query } : query);
}
