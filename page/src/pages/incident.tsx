// One incident: what does each account say, and where exactly does it say so.

import { useShared } from "../context";
import { Empty, isolated } from "../parts/words";
import { to, useRoute } from "../route";
import { shown } from "../text";
import { Compare } from "./incident/compare";
import { Story } from "./incident/story";
import "../style/incident.css";

export function IncidentPage() {
  const { dossier } = useShared();
  const { path } = useRoute();
  const [id = "", more] = path;
  const at = dossier.incidentAt.get(id) ?? dossier.merged.get(id) ?? -1;
  const incident = dossier.data.incidents[at];
  if (!incident) return <Missing what="incident" id={id} />;
  const moved = id !== incident.id && (
    <p class="notice moved" role="note">
      {isolated(id)} was merged into this incident, <bdi>{incident.id}</bdi>.
    </p>
  );
  return more === "compare" ? <Compare at={at} moved={moved} /> : <Story key={at} at={at} moved={moved} />;
}

/** A page for an id that the dossier does not hold. */
export function Missing({ what, id }: { what: string; id: string }) {
  return (
    <div class="reading">
      <h1>No such {what}</h1>
      <Empty why={`This dossier holds no ${what} “${shown(id).slice(0, 80)}”.`}>
        <a href={to(what === "report" ? "reports" : "")}>
          Go to {what === "report" ? "all reports" : "the first page"}
        </a>
      </Empty>
    </div>
  );
}
