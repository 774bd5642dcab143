// Everything that is told differently: side by side, with why; then what only seems to be.

import { useDossier } from "../context";
import type { Dispute } from "../data";
import { Empty, Evidence, many } from "../parts/words";
import { go, to, useRoute } from "../route";
import { shown } from "../text";
import "../style/disagreements.css";

const VIEWS: [name: string, label: string, of: (one: Dispute) => boolean][] = [
  ["", "Between reports", (one) => !one.seeming && !one.within],
  ["within", "Inside one report", (one) => !one.seeming && one.within],
  ["seeming", "No disagreement, and why", (one) => one.seeming],
];

export function Disagreements() {
  const { data } = useDossier();
  const { query } = useRoute();
  const view = VIEWS.find(([name]) => name === (query.view ?? "")) ?? VIEWS[0];
  if (!view) return null;
  const found = data.disputes.filter(view[2]);
  const kinds = [...new Set(found.map((one) => one.kind))].sort();
  const listed = found.filter((one) => !query.type || one.kind === query.type);
  const change = (key: string, value: string) => go(to("disagreements", [], { ...query, [key]: value }));
  return (
    <div class="reading">
      <h1>Disagreements</h1>
      <p class="lede">
        What reports tell differently, each position with its sentences. Nothing here is averaged away.
      </p>
      <fieldset class="choices" aria-label="Which">
        {VIEWS.map(([name, label, of]) => (
          <button type="button" key={name} aria-pressed={view[0] === name} onClick={() => change("view", name)}>
            {label} <span class="count">{data.disputes.filter(of).length}</span>
          </button>
        ))}
        <label>
          about{" "}
          <select value={query.type ?? ""} onChange={(event) => change("type", event.currentTarget.value)}>
            <option value="">everything</option>
            {kinds.map((kind) => (
              <option key={kind} value={kind}>
                {kind}
              </option>
            ))}
          </select>
        </label>
      </fieldset>
      {listed.length === 0 && <Empty why="No two accounts of this case differ here." />}
      {listed.map((one, n) => (
        <Differing key={one.id || n} one={one} />
      ))}
    </div>
  );
}

function Differing({ one }: { one: Dispute }) {
  const dossier = useDossier();
  const incident = dossier.data.incidents[one.incident];
  return (
    <section class="dispute" id={one.id}>
      <h2>
        {incident ? (
          <a href={to("incident", [incident.id])}>
            <bdi>{shown(one.about)}</bdi>
          </a>
        ) : (
          <bdi>{shown(one.about)}</bdi>
        )}
      </h2>
      <p class="sub">
        {one.kind}
        {one.tension && " · a tension: both may hold"} · {shown(one.why)}
      </p>
      <div class="sides">
        {one.sides.map((side) => (
          <div key={side.says}>
            <h3>
              <bdi>{shown(side.says)}</bdi> <span class="count">{many(side.claims.length, "claim")}</span>
            </h3>
            {side.claims.map((at) => (
              <Evidence key={at} at={at} />
            ))}
          </div>
        ))}
      </div>
    </section>
  );
}
