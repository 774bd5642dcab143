// The filters on the left, each value with how many incidents it would leave.

import { useRef, useState } from "preact/hooks";
import { isolated } from "../parts/words";
import { EventShape } from "../draw/glyphs";
import { bit, counted, without } from "./board";
import { FAMILIES, FAMILY, killedIn, STATES } from "./columns";
import { indexOf } from "../search";
import type { Board } from "./use-board";
import { slug, STOPS, toggled } from "./view";
import { many, number } from "../text";
import { Button, Check } from "../parts/button";
import { Count, Note } from "../parts/small";

const FEW = 6;

export function Filters({ board }: { board: Board }) {
  return (
    <>
      <Search board={board} />
      <Killed board={board} />
      <Types board={board} />
      <Status board={board} />
      <Apart board={board} />
      <Names board={board} dimension="actor" label="Actor" />
      <Names board={board} dimension="outlet" label="Outlet" />
      <History board={board} />
    </>
  );
}

function Search({ board }: { board: Board }) {
  const { view, dossier, reading, set } = board;
  const timer = useRef(0);
  const typed = (words: string) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => set({ q: words.trim() }, view.q !== ""), 150);
  };
  return (
    <section class="facet">
      <label>
        <b>Words</b>
        <input
          type="search"
          placeholder="place, actor, words…"
          value={view.q}
          onFocus={() => indexOf(dossier)}
          onInput={(event) => typed(event.currentTarget.value)}
        />
      </label>
      <Note>{reading ? "Reading the sentences…" : "Titles, places, actors and every sentence."}</Note>
    </section>
  );
}

/** Sums, each named for what is summed: none of them is anybody's count. */
function Killed({ board }: { board: Board }) {
  const { rows, figures } = board;
  const sum = killedIn(rows, figures);
  const none = rows.length - sum.counted;
  const partial = sum.without > 0 && sum.without < sum.counted;
  return (
    <section class="facet killed-sums" aria-labelledby="killed-sums">
      <h2 id="killed-sums">People reported killed</h2>
      {sum.counted === 0 ? (
        <Note>No figure in {rows.length === 1 ? "this incident" : `these ${many(rows.length, "incident")}`}.</Note>
      ) : (
        <>
          <dl>
            <dt>sum of lows</dt>
            <dd>{number(sum.low)}</dd>
            <dt>sum of bests{partial && `, of ${number(sum.counted - sum.without)}`}</dt>
            <dd>{sum.without === sum.counted ? "–" : number(sum.best)}</dd>
            <dt>sum of highs</dt>
            <dd>
              {sum.open > 0 && "at least "}
              {number(sum.high)}
            </dd>
          </dl>
          <Note>
            {many(sum.counted, "incident")} with a figure{none > 0 && `, ${number(none)} without`}
            {sum.without > 0 &&
              `; by this rule ${number(sum.without)} of them ${sum.without === 1 ? "has" : "have"} no best`}
            .
          </Note>
        </>
      )}
    </section>
  );
}

function Types({ board }: { board: Board }) {
  const { failed, columns, view, set } = board;
  const counts = counted(failed, bit("type"), FAMILIES.length, (at) => [columns.family[at] as number]);
  return (
    <fieldset class="facet">
      <legend>Event type</legend>
      {FAMILIES.map((family, n) => (
        <Check
          key={family}
          kind="choice"
          on={view.type.includes(family)}
          turn={() => set({ type: toggled(view.type, family) })}
        >
          <EventShape family={family} />
          <span>{FAMILY[family]}</span>
          <Count>{(counts[n] as number).toLocaleString("en")}</Count>
        </Check>
      ))}
    </fieldset>
  );
}

function Status({ board }: { board: Board }) {
  const { failed, columns, view, set } = board;
  const own = bit("status");
  const counts = counted(failed, own, STATES.length, (at) =>
    STATES.flatMap((_, n) => ((columns.states[at] as number) & (1 << n) ? [n] : [])),
  );
  const choices: [string, string, number][] = [
    ["", "any", without(failed, own)],
    ...STATES.map((state, n): [string, string, number] => [state, state, counts[n] as number]),
  ];
  return (
    <fieldset class="facet">
      <legend>Record status</legend>
      {choices.map(([value, label, count]) => (
        <label key={value} class="choice">
          <input type="radio" name="status" checked={view.status === value} onChange={() => set({ status: value })} />
          <span>{label}</span>
          <Count>{number(count)}</Count>
        </label>
      ))}
    </fieldset>
  );
}

/** The slider: how many times the low the high is at least. */
function Apart({ board }: { board: Board }) {
  const { view, set, failed, figures } = board;
  const stop = STOPS.findLastIndex((least) => view.diff >= least);
  const words = (n: number) => (STOPS[n] ? `high at least ${STOPS[n]}× low` : "any");
  let apart = 0;
  for (let at = 0; at < failed.length; at++)
    if (((failed[at] as number) & ~bit("diff")) === 0 && (figures.ratio[at] as number) >= (STOPS[1] as number)) apart++;
  return (
    <section class="facet">
      <label>
        <b>How far accounts differ</b>
        <input
          type="range"
          min={0}
          max={STOPS.length - 1}
          step={1}
          value={stop}
          aria-valuetext={words(stop)}
          onInput={(event) => {
            const least = STOPS[Number(event.currentTarget.value)] ?? 0;
            set({ diff: least ? String(least) : "" }, true);
          }}
        />
      </label>
      <Note>
        {words(stop)} · {many(apart, "figure")} with a gap
      </Note>
    </section>
  );
}

/** A facet of names, the most frequent first, the others on demand. */
function Names({ board, dimension, label }: { board: Board; dimension: "actor" | "outlet"; label: string }) {
  const { failed, columns, view, set, dossier } = board;
  const [all, showAll] = useState(false);
  const { actors, outlets, incidents } = dossier.data;
  const values =
    dimension === "actor" ? actors.map((one) => [one.id, one.name]) : outlets.map((one) => [slug(one), one]);
  const of =
    dimension === "actor" ? (at: number) => incidents[at]?.actors ?? [] : (at: number) => columns.outlets[at] ?? [];
  const counts = counted(failed, bit(dimension), values.length, of);
  const picked = view[dimension];
  const named = values.map(([key, name], n) => ({ key: key ?? "", name: name ?? "", count: counts[n] as number }));
  const ranked = named
    .filter((one) => one.count > 0 || picked.includes(one.key))
    .sort((a, b) => Number(picked.includes(b.key)) - Number(picked.includes(a.key)) || b.count - a.count);
  const listed = all ? ranked.slice(0, 200) : ranked.slice(0, Math.max(FEW, picked.length));
  return (
    <fieldset class="facet">
      <legend>{label}</legend>
      {ranked.length === 0 && <Note>None in what is shown.</Note>}
      {listed.map(({ key, name, count }) => (
        <Check
          key={key}
          kind="choice"
          on={picked.includes(key)}
          turn={() => set({ [dimension]: toggled(picked, key) })}
        >
          {isolated(name)}
          <Count>{number(count)}</Count>
        </Check>
      ))}
      {ranked.length > FEW && (
        <Button class="quiet" aria-expanded={all} onClick={() => showAll(!all)}>
          {all ? "fewer" : `${ranked.length - listed.length} more…`}
        </Button>
      )}
    </fieldset>
  );
}

function History({ board }: { board: Board }) {
  const { view, set, failed, columns } = board;
  const own = bit("history");
  const [, history] = counted(failed, own, 2, (at) => [columns.background[at] as number]);
  return (
    <section class="facet">
      <Check kind="choice" on={view.history} turn={() => set({ history: view.history ? "" : "1" })}>
        <span>background history too</span>
        <Count>{number(history ?? 0)}</Count>
      </Check>
      <Note>What reports tell of earlier times, to explain.</Note>
    </section>
  );
}
