// What is shown, as files: the rows of the list in its order, with the filters in the head of each file.

import type { Dossier } from "../case";
import { csv } from "../export";
import type { Figures } from "./columns";

export interface Shown {
  dossier: Dossier;
  figures: Figures;
  policy: number;
  /** The incidents of the list, in its order. */
  rows: ArrayLike<number>;
  /** The filters that are on, and the sort, in words. */
  filters: string[];
  sort: string;
  address: string;
}

type Cell = string | number | null;

/** One incident as a row; a figure that nobody gives is blank, not 0. */
function rowOf({ dossier, figures }: Shown, at: number): Record<string, Cell> {
  const incident = dossier.incident(at);
  const { data } = dossier;
  const place = dossier.place(incident.place);
  const main = figures.main[at];
  const outlets = new Set(incident.docs.map((doc) => dossier.outletOf(doc)));
  return {
    id: incident.id,
    title: incident.title,
    act: incident.act,
    family: incident.family,
    from: incident.from || null,
    to: incident.to || null,
    when: incident.when,
    date_precision: incident.precision || null,
    place: incident.where,
    place_precision: place?.near || null,
    latitude: place?.lat ?? null,
    longitude: place?.lon ?? null,
    radius_km: place?.radius ?? null,
    actors: incident.actors.map((actor) => data.actors[actor]?.name ?? "").join("; "),
    outlets: [...outlets].join("; "),
    reports: incident.docs.length,
    origins: incident.origins.length,
    figure: main?.whole ?? null,
    counts: main?.label ?? null,
    low: main?.low ?? null,
    best: main?.best ?? null,
    high: main?.high ?? null,
    accounts: main?.backing.length ?? null,
    gap: main?.gap || null,
    grade: incident.grade,
    record: incident.state || "machine only",
    background: incident.background ? "background" : "",
  };
}

function rowsOf(shown: Shown): Record<string, Cell>[] {
  return Array.from(shown.rows, (at) => rowOf(shown, at));
}

/** What each file says of itself. */
function head({ dossier, policy, rows, filters, sort, address }: Shown): Record<string, string> {
  const { data } = dossier;
  return {
    case: data.case,
    built: `${data.built}, Rashomon ${data.version}`,
    shown: `${rows.length} of ${data.incidents.length} incidents, ${sort}`,
    filter: filters.length ? filters.join("; ") : "none",
    figures: `the span of what accounts say, by the rule “${data.policies[policy]?.name ?? ""}”`,
    address,
    note: "What the reports say, not what happened.",
  };
}

export function asCsv(shown: Shown): string {
  const notes = Object.entries(head(shown)).map(([name, value]) => `${name}: ${value}`);
  return csv(rowsOf(shown), notes);
}

export function asJson(shown: Shown): string {
  return JSON.stringify({ ...head(shown), incidents: rowsOf(shown) }, null, 1);
}

/** GeoJSON (RFC 7946); an incident without coordinates is there, with no geometry. */
export function asGeoJson(shown: Shown): string {
  const features = rowsOf(shown).map(({ id, latitude, longitude, ...properties }) => ({
    type: "Feature",
    id,
    geometry: latitude === null ? null : { type: "Point", coordinates: [longitude, latitude] },
    properties,
  }));
  return JSON.stringify({ type: "FeatureCollection", ...head(shown), features }, null, 1);
}
