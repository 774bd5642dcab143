// Every filter that is on in words, each with the change of address that takes it away.

import type { Dossier } from "../case";
import type { Query } from "../route";
import { shown } from "../text";
import { type Dimension } from "./board";
import { FAMILY } from "./columns";
import { sayWindow } from "../days";
import { slug, toggled, type View } from "./view";

export interface Chip {
  dimension: Dimension;
  words: string;
  off: Query;
}

export function chipsOf(view: View, { data, actorAt, placeAt }: Dossier): Chip[] {
  const found: Chip[] = [];
  const put = (dimension: Dimension, words: string, off: Query) => found.push({ dimension, words: shown(words), off });
  if (view.undated) put("time", "no date", { dates: "" });
  else if (view.from !== null || view.to !== null)
    put("time", sayWindow(view.from, view.to), { from: "", to: "", grow: "" });
  for (const type of view.type) put("type", FAMILY[type] ?? type, { type: toggled(view.type, type) });
  for (const id of view.actor)
    put("actor", data.actors[actorAt.get(id) ?? -1]?.name ?? id, { actor: toggled(view.actor, id) });
  for (const one of view.outlet)
    put("outlet", data.outlets.find((name) => slug(name) === one) ?? one, { outlet: toggled(view.outlet, one) });
  if (view.unplaced) put("place", "not on the map", { place: "" });
  else if (view.bbox) put("place", "in view", { bbox: "" });
  else
    for (const id of view.place)
      put("place", data.places[placeAt.get(id) ?? -1]?.name ?? id, { place: toggled(view.place, id) });
  if (view.diff) put("diff", `high at least ${view.diff}× low`, { diff: "" });
  if (view.status) put("status", view.status, { status: "" });
  if (view.history) put("history", "with background history", { history: "" });
  if (view.q) put("q", `“${view.q}”`, { q: "" });
  return found;
}
