// The network as other programs read it: a graph, and rows for CSV.

import type { Actor } from "../data";
import { type Drawn, SIGNS, spanOf } from "./model";
import type { Graph } from "../graphml";

/** The relations of a line, each once. */
export function relations(line: Drawn): string[] {
  return [...new Set(line.shown.map((one) => one.relation))];
}

export function signName(line: Drawn): string {
  return SIGNS.find(([sign]) => sign === line.tie.sign)?.[1] ?? "";
}

/** Actors and lines as a graph; `note` says what is in it. Edges have no direction: a line may be asserted both ways. */
export function tieGraph(lines: Drawn[], actors: Actor[], note: string): Graph {
  const idOf = (at: number) => actors[at]?.id ?? "";
  const ids = [...new Set(lines.flatMap(({ tie }) => [tie.left, tie.right]))];
  return {
    note,
    directed: false,
    nodes: ids.map((at) => ({ id: idOf(at), told: { name: actors[at]?.name ?? "", kind: actors[at]?.kind ?? "" } })),
    edges: lines.map((line) => {
      const [first, last] = spanOf(line);
      const told = { sign: signName(line), relation: relations(line).join(", "), origins: line.origins.length };
      return { from: idOf(line.tie.left), to: idOf(line.tie.right), told: { ...told, first, last } };
    }),
  };
}

/** One row a line, for CSV. */
export function tieRows(lines: Drawn[], actors: Actor[], claims: { id: string }[]): Record<string, unknown>[] {
  return lines.map((line) => {
    const [first, last] = spanOf(line);
    return {
      left: actors[line.tie.left]?.name,
      right: actors[line.tie.right]?.name,
      sign: signName(line),
      relation: relations(line).join("; "),
      origins: line.origins.length,
      asserted_by: line.origins.map((at) => line.tie.origins[at]).join("; "),
      first,
      last,
      without_time: line.shown.filter((one) => one.as_of === "none").length,
      claims: line.shown.map((one) => claims[one.claim]?.id).join(" "),
    };
  });
}
