// One actor: who it is, what each outlet calls it, how it is said to stand to others, and in which incidents.

import { useMemo } from "preact/hooks";
import { useDossier, useShared } from "../context";
import type { Actor as Row, Claim } from "../data";
import { EventShape } from "../draw/glyphs";
import { Empty, Evidence, Whole, isolated, linked } from "../parts/words";
import { to, useRoute } from "../route";
import { many, shown, untimed } from "../text";
import { drawn, touches, viewOf } from "../ties/model";
import { Turns } from "../ties/panel";
import { TieTable } from "../ties/table";
import { Timeline } from "../ties/timeline";
import { grouped } from "../grouped";
import { Missing } from "../parts/words";
import { Count, Heads, Note } from "../parts/small";
import "../style/actor.css";

const FIRST = 50;

export function Actor() {
  const dossier = useDossier();
  const { path } = useRoute();
  const at = dossier.actorAt.get(path[0] ?? "");
  const actor = dossier.actor(at ?? -1);
  if (at === undefined || !actor) return <Missing what="actor" id={path[0] ?? ""} />;
  return (
    <div class="reading actor-page">
      <Head actor={actor} />
      <Ties at={at} actor={actor} />
      <Words actor={actor} />
      <Incidents actor={actor} />
      <Doing at={at} actor={actor} />
      <Why actor={actor} />
    </div>
  );
}

function Head({ actor }: { actor: Row }) {
  const said = actor.aliases.reduce((sum, [, , count]) => sum + count, 0);
  return (
    <header>
      <Note>
        <a href={to("actors")}>All actors</a> · <a href={to("network", [], { actor: actor.id })}>in the network</a>
      </Note>
      <h1>{isolated(actor.name)}</h1>
      <p>
        {shown(actor.kind)}
        {actor.country && ` · ${shown(actor.country)}`} · named {many(said, "time")} in{" "}
        {many(new Set(actor.aliases.map(([outlet]) => outlet)).size, "outlet")} ·{" "}
        {many(actor.incidents.length, "incident")}
      </p>
      <dl class="facts">
        {actor.roles.length > 0 && (
          <>
            <dt>said to be</dt>
            {actor.roles.map((role) => (
              <dd key={role}>{isolated(role)}</dd>
            ))}
          </>
        )}
        {actor.external.map(([name, id]) => (
          <div key={name}>
            <dt>{shown(name)}</dt>
            <dd>
              <code>{shown(id)}</code>
            </dd>
          </div>
        ))}
        <div>
          <dt>id</dt>
          <dd>
            <code>{actor.id}</code>
          </dd>
        </div>
      </dl>
    </header>
  );
}

function Ties({ at, actor }: { at: number; actor: Row }) {
  const { ties, turns } = useDossier().data.network;
  const lines = useMemo(() => drawn(ties, viewOf({})).filter(({ tie }) => touches(tie, at)), [ties, at]);
  const axis = useMemo(() => new Timeline(lines.flatMap((line) => line.shown)), [lines]);
  return (
    <section aria-labelledby="ties">
      <h2 id="ties">Ties over time</h2>
      {lines.length ? (
        <TieTable lines={lines} axis={axis} label={`Ties of ${shown(actor.name)}`} of={at} />
      ) : (
        <Empty>No report says how this actor stands to another one that is identified.</Empty>
      )}
      <Turns turns={turns.filter((turn) => turn.left === at || turn.right === at)} />
    </section>
  );
}

/** What each outlet calls the actor: a row an outlet, its words with how often, the commonest first. */
function Words({ actor }: { actor: Row }) {
  const { data } = useDossier();
  const by = grouped(actor.aliases, ([outlet]) => outlet);
  if (!by.size) return null;
  return (
    <section aria-labelledby="words">
      <h2 id="words">What it is called, by outlet</h2>
      <table class="names">
        <Heads labels={["Outlet", "Words, and how often"]} />
        <tbody>
          {[...by].map(([outlet, said]) => (
            <tr key={outlet}>
              <th scope="row">{isolated(data.outlets[outlet] ?? "unknown report")}</th>
              <td>
                <ul class="spellings">
                  {said
                    .sort((a, b) => b[2] - a[2] || a[1].localeCompare(b[1]))
                    .map(([, words, count]) => (
                      <li key={words}>
                        <q class="source" dir="auto">
                          {shown(words)}
                        </q>{" "}
                        <Count>× {count}</Count>
                      </li>
                    ))}
                </ul>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The incidents in which the actor is named, with what the reader's policy makes of their figures. */
function Incidents({ actor }: { actor: Row }) {
  const { dossier, policy } = useShared();
  const found = actor.incidents.map((at) => dossier.incident(at)).sort((a, b) => b.from.localeCompare(a.from));
  if (!found.length) return null;
  return (
    <section aria-labelledby="incidents">
      <h2 id="incidents">{many(found.length, "incident")} that name it</h2>
      <ul class="incident-list">
        {found.slice(0, FIRST).map((incident) => {
          const finding = dossier.main(incident, policy);
          return (
            <li class="ruled" key={incident.id}>
              <EventShape family={incident.family} />
              {linked("incident", incident.id, untimed(incident))}
              <Note>
                {incident.when} · {shown(incident.where)} · {incident.grade}
                {incident.background && " · told as history"}
              </Note>
              {finding && (
                <p>
                  <Whole finding={finding} />
                </p>
              )}
            </li>
          );
        })}
      </ul>
      {found.length > FIRST && (
        <Note>
          Showing the latest {FIRST} of {found.length}.{" "}
          <a href={to("explore", [], { actor: actor.id })}>All in Explore</a>
        </Note>
      )}
    </section>
  );
}

const PARTS: [name: string, label: string][] = [
  ["who", "as who did it"],
  ["target", "as whom it was done to"],
];

/** Acts that it is said to have done, and that were done to it; their sentences on request. */
function Doing({ at, actor }: { at: number; actor: Row }) {
  const dossier = useDossier();
  const claims = actor.named.map((n) => [n, dossier.claim(n)] as const);
  const told = (part: string) =>
    claims.filter(([, claim]: readonly [number, Claim]) =>
      claim.answers.some((answer) => answer.question === part && answer.actor === at),
    );
  const found = PARTS.map(([part, label]) => [label, told(part)] as const).filter(([, list]) => list.length);
  if (!found.length) return null;
  return (
    <section aria-labelledby="acts">
      <h2 id="acts">Acts that reports tell of</h2>
      {found.map(([label, list]) => (
        <details key={label}>
          <summary>
            {many(list.length, "claim")} {label}
          </summary>
          {list.slice(0, FIRST).map(([n]) => (
            <Evidence key={n} at={n} />
          ))}
          {list.length > FIRST && (
            <Note>
              Showing {FIRST} of {list.length}.
            </Note>
          )}
        </details>
      ))}
    </section>
  );
}

/** By what mentions were held to mean this actor. */
function Why({ actor }: { actor: Row }) {
  if (!actor.why.length) return null;
  return (
    <section aria-labelledby="why">
      <h2 id="why">Why these words are held to mean it</h2>
      <ul class="whys">
        {actor.why.map(([words, count]) => (
          <li key={words}>
            {shown(words)} <Count>{many(count, "mention")}</Count>
          </li>
        ))}
      </ul>
    </section>
  );
}
