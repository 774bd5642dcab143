// Where no place of the case has coordinates: the places by name in the map's stead, never a guess at where they lie.

import { useMemo } from "preact/hooks";
import { isolated } from "../parts/words";
import { bit, counted } from "./board";
import type { Board } from "./use-board";
import { toggled } from "./view";
import { many, number } from "../text";
import { Count, Note, Sub } from "../parts/small";
import { Check } from "../parts/button";

const MOST = 40;

export function Places({ board, why }: { board: Board; why: string }) {
  const { dossier, failed, view, set } = board;
  const { incidents, places } = dossier.data;
  const ranked = useMemo(() => {
    const counts = counted(failed, bit("place"), places.length, (at) => [incidents[at]?.place ?? -1]);
    return places
      .map((place, at) => ({ place, count: counts[at] as number }))
      .filter(({ place, count }) => count > 0 || view.place.includes(place.id))
      .sort((a, b) => b.count - a.count);
  }, [failed, view.place.join()]);
  const most = ranked[0]?.count ?? 1;
  const named = ranked.reduce((sum, { count }) => sum + count, 0);
  const shownNow = board.rows.length;
  return (
    <section class="ex-places" aria-label="Places">
      <h2>No map</h2>
      <Note>
        {why} The places as the reports name them{named > 0 && `, for ${many(named, "incident")}`}:
      </Note>
      <ul>
        {ranked.slice(0, MOST).map(({ place, count }) => (
          <li key={place.id}>
            <Check
              kind="choice"
              on={view.place.includes(place.id)}
              turn={() => set({ place: toggled(view.place, place.id) })}
            >
              {isolated(place.name)}
              <Sub>{place.near || place.kind}</Sub>
              <span class="ex-share" aria-hidden="true">
                <span style={{ width: `${(100 * count) / most}%` }} />
              </span>
              <Count>{number(count)}</Count>
            </Check>
          </li>
        ))}
      </ul>
      {ranked.length > MOST && <Note>and {many(ranked.length - MOST, "other place")}</Note>}
      <p class="ex-map-count" data-placed={0} data-unplaced={shownNow}>
        {many(shownNow, "incident")} shown, none with coordinates.
      </p>
    </section>
  );
}
