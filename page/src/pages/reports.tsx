// All reports of the case in one table, to sort and to open.

import { useMemo } from "preact/hooks";
import type { Dossier } from "../case";
import { announce, useDossier } from "../context";
import { Empty, isolated, linked } from "../parts/words";
import { go, to, useRoute } from "../route";
import { Button } from "../parts/button";
import { Count } from "../parts/small";
import "../style/reports.css";

interface Row {
  at: number;
  id: string;
  outlet: string;
  title: string;
  day: string;
  date: string;
  claims: number;
  incidents: number;
  notes: string;
}

type Column = "outlet" | "title" | "day" | "claims" | "incidents" | "notes";

const COLUMNS: [column: Column, label: string, number: boolean][] = [
  ["title", "Report", false],
  ["outlet", "Outlet", false],
  ["day", "Published", false],
  ["claims", "Claims", true],
  ["incidents", "Incidents", true],
  ["notes", "Reprints and versions", false],
];

export function Reports() {
  const dossier = useDossier();
  const { query } = useRoute();
  const rows = useMemo(() => rowsOf(dossier), [dossier]);
  const [name = "day", way = "up"] = (query.sort ?? "").split(".").filter(Boolean);
  const column = COLUMNS.find(([one]) => one === name)?.[0] ?? "day";
  const sorted = useMemo(() => [...rows].sort((a, b) => compared(a, b, column, way)), [rows, column, way]);
  const sort = (next: Column, number: boolean) => {
    const other = way === "up" ? "down" : "up";
    const now = next === column ? other : number ? "down" : "up";
    go(to("reports", [], { ...query, sort: next === "day" && now === "up" ? "" : `${next}.${now}` }));
    announce(`sorted by ${COLUMNS.find(([one]) => one === next)?.[1]}, ${now === "up" ? "ascending" : "descending"}`);
  };
  return (
    <div class="reading">
      <h1>
        Reports <Count>{rows.length}</Count>
      </h1>
      {rows.length === 0 && <Empty why="No report was read into this case." />}
      <table class="reports">
        <caption class="vh">All reports, sorted by {column}</caption>
        <thead>
          <tr>
            {COLUMNS.map(([one, label, number]) => (
              <th
                key={one}
                scope="col"
                class={number ? "number" : undefined}
                aria-sort={one !== column ? undefined : way === "up" ? "ascending" : "descending"}
              >
                <Button class="sorts" onClick={() => sort(one, number)}>
                  {label} <span aria-hidden="true">{one !== column ? "" : way === "up" ? "↑" : "↓"}</span>
                </Button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.map((row) => (
            <tr key={row.id}>
              <th scope="row">{linked("doc", row.id, row.title)}</th>
              <td>{isolated(row.outlet)}</td>
              <td class={row.day ? undefined : "empty"}>{row.date}</td>
              <td class="number" data-of="claims">
                {row.claims}
              </td>
              <td class="number" data-of="incidents">
                {row.incidents}
              </td>
              <td class="sub">{isolated(row.notes)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function rowsOf(dossier: Dossier): Row[] {
  return dossier.data.docs.map((doc, at) => {
    const claims = dossier.claimsOf(at);
    const incidents = new Set(claims.map((one) => dossier.claim(one).incident).filter((one) => one >= 0));
    const later = dossier.doc(doc.superseded);
    const notes = [
      later && `superseded by “${later.title}”, ${later.date}`,
      ...doc.reprints.map(
        ([other, why]) => `one origin with ${dossier.outletOf(other)}, ${dossier.doc(other)?.date} (${why})`,
      ),
    ];
    return {
      at,
      id: doc.id,
      outlet: dossier.outletOf(at),
      title: doc.title,
      day: doc.day,
      date: doc.date,
      claims: claims.length,
      incidents: incidents.size,
      notes: notes.filter(Boolean).join("; "),
    };
  });
}

/** Undated reports and those without a note stand last, whichever way. */
function compared(a: Row, b: Row, column: Column, way: string): number {
  const [x, y] = [a[column], b[column]];
  if (x === "" || y === "") return Number(x === "") - Number(y === "");
  const found = typeof x === "number" && typeof y === "number" ? x - y : String(x).localeCompare(String(y));
  return way === "up" ? found : -found;
}
