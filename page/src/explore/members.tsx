// The incidents of one circle on the map, listed where it is; and the way to narrow to them.

import { useEffect, useRef } from "preact/hooks";
import type { Spot } from "../draw/mercator";
import { acting, useKeydown } from "../keys";
import { isolated } from "../parts/words";
import { to } from "../route";
import type { Cluster } from "./clusters";
import type { Size } from "../parts/size";
import type { Board } from "./use-board";
import { bounded, many, number, untimed } from "../text";
import { Button } from "../parts/button";
import { Note, Sub } from "../parts/small";

const MOST = 8;
const WIDTH = 300;

interface MembersProps {
  board: Board;
  cluster: Cluster;
  at: Spot;
  size: Size;
  onClose: () => void;
}

export function Members({ board, cluster, at, size, onClose }: MembersProps) {
  const { dossier } = board;
  const box = useRef<HTMLDivElement>(null);
  const inside = new Set(cluster.pins.flatMap(({ incidents }) => incidents));
  const found = Array.from(board.rows).filter((row) => inside.has(row));
  const place = dossier.place(cluster.pins[0]?.place ?? -1);
  const ids = cluster.pins.map((pin) => dossier.place(pin.place)?.id ?? "");
  useEffect(() => box.current?.focus(), [cluster.pins[0]?.place]);
  useKeydown((event) => {
    if (acting(event) !== "Escape") return;
    event.preventDefault();
    onClose();
  }, true);
  const left = bounded(at[0] + 16, 8, Math.max(size.width - WIDTH - 8, 8));
  const up = at[1] > size.height / 2;
  return (
    <div
      class="popup ex-members"
      ref={box}
      role="dialog"
      aria-label="Incidents here"
      tabIndex={-1}
      style={{ left: `${left}px`, ...(up ? { bottom: `${size.height - at[1] + 16}px` } : { top: `${at[1] + 16}px` }) }}
    >
      <h3>
        {many(found.length, "incident")} · {isolated(place?.name ?? "")}
        {cluster.pins.length > 1 && ` and ${many(cluster.pins.length - 1, "other")}`}
      </h3>
      {cluster.coarse && place?.near && <Note>known {place.near}</Note>}
      <ul>
        {found.slice(0, MOST).map((row) => {
          const incident = dossier.incident(row);
          return (
            <li key={row}>
              <a href={to("incident", [incident.id])} onClick={() => board.set({ sel: incident.id }, true)}>
                {isolated(untimed(incident))}
              </a>{" "}
              <Sub>{incident.when}</Sub>
            </li>
          );
        })}
      </ul>
      <p class="ex-members-foot">
        <Button onClick={() => board.set({ place: ids.join(","), bbox: "" })}>
          {found.length > MOST ? `all ${number(found.length)} in the list` : "only these in the list"}
        </Button>
        <Button onClick={onClose}>close</Button>
      </p>
    </div>
  );
}
