// The causal map as GraphML (http://graphml.graphdrawing.org), for programs that draw and measure graphs.

import type { CauseArrow, CauseMap } from "./data-causes";

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text as XML 1.0 may hold it: its own marks escaped, characters that it forbids left out. */
function xml(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, "")
    .replace(/[&<>"]/g, (mark) => ENTITIES[mark] as string);
}

function data(values: Record<string, string | number>): string {
  return Object.entries(values)
    .map(([key, value]) => `<data key="${key}">${xml(String(value))}</data>`)
    .join("");
}

const KEYS: [id: string, of: "node" | "edge", type: "string" | "int"][] = [
  ["label", "node", "string"],
  ["kind", "node", "string"],
  ["said", "node", "string"],
  ["how", "edge", "string"],
  ["says", "edge", "string"],
  ["denies", "edge", "string"],
  ["origins", "edge", "int"],
  ["denying", "edge", "int"],
];

/** The given arrows with their boxes; what is said and denied stands at each arrow. */
export function graphml(map: CauseMap, arrows: CauseArrow[]): string {
  const used = [...new Set(arrows.flatMap((arrow) => [arrow.cause, arrow.effect]))].sort((a, b) => a - b);
  const keys = KEYS.map(([id, of, type]) => `<key id="${id}" for="${of}" attr.name="${id}" attr.type="${type}"/>`);
  const nodes = used.map((at) => {
    const box = map.boxes[at];
    return box ? `<node id="${xml(box.id)}">${data({ label: box.name, kind: box.kind, said: box.said })}</node>` : "";
  });
  const edges = arrows.map((arrow) => {
    const ends = `source="${xml(map.boxes[arrow.cause]?.id ?? "")}" target="${xml(map.boxes[arrow.effect]?.id ?? "")}"`;
    const { way, says, denies, origins, denying } = arrow;
    return `<edge ${ends}>${data({ how: way, says, denies, origins, denying })}</edge>`;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...keys,
    '<graph edgedefault="directed">',
    ...nodes,
    ...edges,
    "</graph></graphml>",
  ].join("\n");
}
