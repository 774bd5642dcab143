// Beside the drawing: what is asserted of the chosen actor or pair, changes of sides, triads out of balance.

import { useDossier } from "../context";
import type { Trio, Turn } from "../data-ties";
import { Empty, Evidences } from "../parts/words";
import { to } from "../route";
import { many, shown } from "../text";
import { degrees, type Drawn, touches } from "./model";
import { Name, TieTable } from "./table";
import type { Timeline } from "./timeline";
import { Count, Note } from "../parts/small";

interface Props {
  lines: Drawn[];
  axis: Timeline;
  chosen: number[];
}

export function Panel({ lines, axis, chosen }: Props) {
  const { data } = useDossier();
  const mine = lines.filter(({ tie }) => chosen.every((actor) => touches(tie, actor)));
  const turns = data.network.turns.filter((turn) => chosen.every((actor) => [turn.left, turn.right].includes(actor)));
  const trios = data.network.trios.filter((trio) => chosen.every((actor) => trio.actors.includes(actor)));
  return (
    <aside class="tie-panel" aria-label="Chosen">
      {chosen.length ? <Chosen chosen={chosen} mine={mine} axis={axis} /> : <Nobody lines={lines} />}
      <Turns turns={turns} />
      <Trios trios={trios} />
      {!chosen.length && <Loose />}
    </aside>
  );
}

function Chosen({ chosen, mine, axis }: { chosen: number[]; mine: Drawn[]; axis: Timeline }) {
  const { data } = useDossier();
  const [first, second] = chosen.map((at) => data.actors[at]);
  if (!first) return null;
  const about = second ? `${first.name} and ${second.name}` : first.name;
  return (
    <>
      <h2>
        {chosen.map((at, n) => (
          <span key={at}>
            {n > 0 && " and "}
            <Name at={at} page={second ? "network" : "actor"} />
          </span>
        ))}
      </h2>
      <Note>
        {many(mine.length, "tie")} shown
        {!second && ` · named in ${many(first.incidents.length, "incident")} · ${first.kind} · `}
        {!second && <a href={to("actor", [first.id])}>all about this actor</a>}
      </Note>
      {mine.length > 0 ? (
        <TieTable
          lines={mine}
          axis={axis}
          label={`Ties of ${shown(about)}`}
          open={chosen.length > 1}
          of={second ? undefined : chosen[0]}
        />
      ) : (
        <Empty>No tie is asserted here in the time and with the signs that are shown.</Empty>
      )}
    </>
  );
}

/** Where nobody is chosen: what to do, and those with most ties. */
function Nobody({ lines }: { lines: Drawn[] }) {
  const ranked = [...degrees(lines)].sort((a, b) => b[1] - a[1]).slice(0, 8);
  return (
    <>
      <h2>Who stands with whom, and who says so</h2>
      <Note>
        Choose an actor or a line to read the sentences behind it. A line is what reports assert, not what is known.
      </Note>
      <ul class="most-tied">
        {ranked.map(([actor, count]) => (
          <li key={actor}>
            <Name at={actor} /> <Count>{many(count, "tie")}</Count>
          </li>
        ))}
      </ul>
      <Note>
        <a href={to("actors")}>All actors</a>
      </Note>
    </>
  );
}

/** Changes of sides, each with both sentences. */
export function Turns({ turns }: { turns: Turn[] }) {
  if (!turns.length) return null;
  return (
    <section class="turns" aria-labelledby="turns">
      <h3 id="turns">Changes of sides</h3>
      {turns.map((turn, n) => (
        <div class="ruled turn" key={n}>
          <p>
            <Name at={turn.left} /> and <Name at={turn.right} />
          </p>
          <div class="turn-sides">
            {(["before", "after"] as const).map((when) => (
              <div key={when}>
                <p>
                  <b>{when}</b> {shown(turn[when])}
                </p>
                {turn[`${when}_says`] && <Note>{shown(turn[`${when}_says`])}</Note>}
                <Evidences claims={turn[`${when}_claims`]} />
              </div>
            ))}
          </div>
          <Note>Why a change and no contradiction: {shown(turn.why)}.</Note>
        </div>
      ))}
    </section>
  );
}

/** Triads on request: those out of balance first. */
export function Trios({ trios }: { trios: Trio[] }) {
  if (!trios.length) return null;
  const out = trios.filter((trio) => trio.balance === "not balanced");
  return (
    <details class="trios">
      <summary>
        {out.length} of {many(trios.length, "triad")} out of balance
      </summary>
      <Note>
        Three actors of whom each two are tied are balanced if the friend of a friend is a friend, and the enemy of an
        enemy is one, too (Heider 1946; Cartwright and Harary 1956). It asks a question; it says nothing is wrong.
      </Note>
      {trios.map((trio, n) => (
        <div class="ruled trio" key={n}>
          <p>
            <b>{trio.balance}</b>:{" "}
            {trio.actors.map((at, m) => (
              <span key={at}>
                {m > 0 && ", "}
                <Name at={at} />
              </span>
            ))}
          </p>
          <Note>{shown(trio.why)}</Note>
          {trio.sides.map((side, m) => (
            <details key={side}>
              <summary>{shown(side)}</summary>
              <Evidences claims={trio.claims[m] ?? []} />
            </details>
          ))}
        </div>
      ))}
    </details>
  );
}

/** Sentences that assert a tie of somebody who is not identified: no line can be drawn for them. */
function Loose() {
  const { loose } = useDossier().data.network;
  if (!loose.length) return null;
  return (
    <details class="loose">
      <summary>{many(loose.length, "asserted tie")} not drawn: an end is not identified</summary>
      <Evidences claims={loose} />
    </details>
  );
}
