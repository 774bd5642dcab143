// All actors of the case, searchable by name and by the words that reports use for them.

import { useEffect, useMemo, useState } from "preact/hooks";
import { announce, useDossier } from "../context";
import type { Actor } from "../data";
import { Empty, isolated, linked } from "../parts/words";
import { go, to, useRoute } from "../route";
import { many, shown } from "../text";
import { degrees } from "../ties/model";
import { Button, Pick, type Choice } from "../parts/button";
import { Count, Heads, Note, Page } from "../parts/small";
import "../style/actor.css";

const FIRST = 100;

export function Actors() {
  const { data } = useDossier();
  const { query } = useRoute();
  const [all, setAll] = useState(false);
  const ties = useMemo(() => degrees(data.network.ties.map((tie) => ({ tie }))), [data]);
  const ranked = useMemo(() => {
    const order = data.actors.map((_, at) => at);
    const weigh = (at: number) => (data.actors[at]?.incidents.length ?? 0) + (ties.get(at) ?? 0);
    return order.sort((a, b) => weigh(b) - weigh(a) || names(data.actors[a]).localeCompare(names(data.actors[b])));
  }, [data, ties]);
  const found = ranked.filter((at) => matches(data.actors[at] as Actor, query.q ?? "", query.type ?? ""));
  const listed = all ? found : found.slice(0, FIRST);
  const count = many(found.length, "actor");
  useEffect(() => announce(count), [count]);
  const change = (key: string, value: string, typing = false) =>
    go(to("actors", [], { ...query, [key]: value }), typing);
  return (
    <Page title="Actors">
      <p class="lede">
        Everybody whom reports name and who was told apart from others, those in most incidents and ties first.{" "}
        <a href={to("network")}>How they stand to each other</a>
      </p>
      <Search change={change} count={count} />
      {found.length === 0 ? (
        <Empty why="No actor is called so.">
          <Button onClick={() => go(to("actors"))}>Show all</Button>
        </Empty>
      ) : (
        <table class="actors">
          <Heads labels={["Actor", "Kind", "Also called", "Incidents", "Ties"]} />
          <tbody>
            {listed.map((at) => (
              <Row key={at} actor={data.actors[at] as Actor} ties={ties.get(at) ?? 0} />
            ))}
          </tbody>
        </table>
      )}
      {listed.length < found.length && (
        <Note>
          Showing {listed.length} of {count}. <Button onClick={() => setAll(true)}>Show all</Button>
        </Note>
      )}
    </Page>
  );
}

function Search({ change, count }: { change: (key: string, value: string, typing?: boolean) => void; count: string }) {
  const { data } = useDossier();
  const { query } = useRoute();
  const kinds = [...new Set(data.actors.map((actor) => actor.kind))].sort();
  return (
    <div class="choices" role="search" aria-label="Actors">
      <label>
        name or words{" "}
        <input type="search" value={query.q ?? ""} onInput={(event) => change("q", event.currentTarget.value, true)} />
      </label>
      <Pick
        label="kind"
        value={query.type ?? ""}
        choices={[["", "every kind"], ...kinds.map((kind): Choice => [kind, kind])]}
        pick={(kind) => change("type", kind)}
      />
      <Count>{count}</Count>
    </div>
  );
}

function names(actor: Actor | undefined): string {
  return actor?.name ?? "";
}

export function matches(actor: Actor, words: string, kind: string): boolean {
  if (kind && actor.kind !== kind) return false;
  const sought = words.trim().toLocaleLowerCase();
  return (
    !sought ||
    [actor.name, ...actor.aliases.map((alias) => alias[1])].some((name) => name.toLocaleLowerCase().includes(sought))
  );
}

function Row({ actor, ties }: { actor: Actor; ties: number }) {
  const own = actor.name.toLocaleLowerCase();
  const said = new Map<string, number>();
  for (const [, words, count] of actor.aliases)
    if (words.toLocaleLowerCase() !== own) said.set(words, (said.get(words) ?? 0) + count);
  const others = [...said].sort((a, b) => b[1] - a[1]).map(([words]) => words);
  return (
    <tr>
      <th scope="row">{linked("actor", actor.id, actor.name)}</th>
      <td>{shown(actor.kind)}</td>
      <td class="also">
        {others.slice(0, 4).map((name, n) => (
          <span key={name}>
            {n > 0 && ", "}
            {isolated(name)}
          </span>
        ))}
        {others.length > 4 && <Count> +{others.length - 4}</Count>}
      </td>
      <td class="nr">{actor.incidents.length || <span class="vh">none</span>}</td>
      <td class="nr">{ties || <span class="vh">none</span>}</td>
    </tr>
  );
}
