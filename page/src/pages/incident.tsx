// One incident: what does each account say, and where exactly does it say so.

import { useShared } from "../context";
import { Missing, isolated } from "../parts/words";
import { useRoute } from "../route";
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
