// Graphs as GraphML (http://graphml.graphdrawing.org), for programs that draw and measure them.

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
// What XML 1.0 can't hold, not even escaped.
const BARRED = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/** Text as XML 1.0 may hold it: its own marks escaped, characters that it forbids replaced. */
function xml(text: string): string {
  return text.replace(BARRED, "\ufffd").replace(/[&<>"]/g, (mark) => ENTITIES[mark] as string);
}

/** What is told of a node or an edge, by the name of the key; what is empty is left out. */
type Told = Record<string, string | number>;

export interface Graph {
  note: string;
  directed: boolean;
  nodes: { id: string; told: Told }[];
  edges: { from: string; to: string; told: Told }[];
}

function data(told: Told): string {
  return Object.entries(told)
    .map(([key, value]) => (value === "" ? "" : `<data key="${key}">${xml(String(value))}</data>`))
    .join("");
}

function keys(of: "node" | "edge", rows: { told: Told }[]): string[] {
  return Object.entries(rows[0]?.told ?? {}).map(
    ([id, value]) =>
      `<key id="${id}" for="${of}" attr.name="${id}" attr.type="${typeof value === "number" ? "int" : "string"}"/>`,
  );
}

export function graphml({ note, directed, nodes, edges }: Graph): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    `<desc>${xml(note)}</desc>`,
    ...keys("node", nodes),
    ...keys("edge", edges),
    `<graph edgedefault="${directed ? "" : "un"}directed">`,
    ...nodes.map(({ id, told }) => `<node id="${xml(id)}">${data(told)}</node>`),
    ...edges.map(
      ({ from, to, told }, n) => `<edge id="e${n}" source="${xml(from)}" target="${xml(to)}">${data(told)}</edge>`,
    ),
    "</graph>",
    "</graphml>",
    "",
  ].join("\n");
}
