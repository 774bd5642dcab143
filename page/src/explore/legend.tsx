// What the signs on the map mean.

import { EventShape } from "../draw/glyphs";
import { FAMILIES, FAMILY } from "./columns";

export function Legend() {
  return (
    <ul class="ex-legend" aria-label="Signs">
      {FAMILIES.map((family) => (
        <li key={family}>
          <EventShape family={family} />
          {FAMILY[family]}
        </li>
      ))}
      <li>
        <svg class="shape" width={16} height={16} aria-hidden="true">
          <circle class="map-reach" cx={8} cy={8} r={6.5} />
        </svg>
        dashed: known only to a district or wider
      </li>
    </ul>
  );
}
