// The network as files that other programs read: GraphML (http://graphml.graphdrawing.org) and rows for CSV.

import type { Actor } from "../data";
import { type Drawn, SIGNS, spanOf } from "./model";

const KEYS: [id: string, of: "node" | "edge", type: string][] = [
  ["name", "node", "string"],
  ["kind", "node", "string"],
  ["sign", "edge", "string"],
  ["relation", "edge", "string"],
  ["origins", "edge", "int"],
  ["first", "edge", "string"],
  ["last", "edge", "string"],
];

// What XML 1.0 can't hold, not even escaped.
const BARRED = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

function escaped(text: string): string {
  return text
    .replace(BARRED, "\ufffd")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;");
}

function data(key: string, value: string | number): string {
  return value === "" ? "" : `      <data key="${key}">${escaped(String(value))}</data>\n`;
}

/** The relations of a line, each once. */
export function relations(line: Drawn): string[] {
  return [...new Set(line.shown.map((one) => one.relation))];
}

export function signName(line: Drawn): string {
  return SIGNS.find(([sign]) => sign === line.tie.sign)?.[1] ?? "";
}

/** Actors and lines as GraphML; `note` says what is in it. Edges have no direction: a line may be asserted both ways. */
export function graphml(lines: Drawn[], actors: Actor[], note: string): string {
  const ids = [...new Set(lines.flatMap(({ tie }) => [tie.left, tie.right]))];
  const nodes = ids.map((at) => {
    const actor = actors[at] as Actor;
    return `    <node id="${escaped(actor.id)}">\n${data("name", actor.name)}${data("kind", actor.kind)}    </node>`;
  });
  const edges = lines.map((line, n) => {
    const [first, last] = spanOf(line);
    const [a, b] = [line.tie.left, line.tie.right].map((at) => escaped(actors[at]?.id ?? ""));
    const told = [
      data("sign", signName(line)),
      data("relation", relations(line).join(", ")),
      data("origins", line.origins.length),
      data("first", first),
      data("last", last),
    ].join("");
    return `    <edge id="e${n}" source="${a}" target="${b}">\n${told}    </edge>`;
  });
  const keys = KEYS.map(([id, of, type]) => `  <key id="${id}" for="${of}" attr.name="${id}" attr.type="${type}"/>`);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    `  <desc>${escaped(note)}</desc>`,
    ...keys,
    '  <graph id="ties" edgedefault="undirected">',
    ...nodes,
    ...edges,
    "  </graph>",
    "</graphml>",
    "",
  ].join("\n");
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
