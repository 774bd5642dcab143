// What two outlets call the same, and whom each of them quotes.

import type { Beside } from "../../beside";
import { useDossier } from "../../context";
import type { OutletQuoted, OutletWords } from "../../data-outlets";
import { Empty, isolated } from "../../parts/words";
import { to } from "../../route";
import { shown } from "../../text";
import { Name, Told } from "./parts";
import { Count, Note, Part } from "../../parts/small";

const FIRST = 12;

export function Called({ title, rows }: { title: string; rows: OutletWords[] }) {
  const { actors } = useDossier().data;
  return (
    <Part title={title}>
      {rows.length === 0 && <Empty why="Both use the same words, or only one has any." />}
      <ul class="o-called">
        {rows.map((row, n) => (
          <li key={n}>
            <p>
              {row.incident >= 0 && (
                <>
                  <Told incident={row.incident} when={false} />:{" "}
                </>
              )}
              {actors[row.actor] ? (
                <a href={to("actor", [actors[row.actor]?.id ?? ""])}>{isolated(row.about)}</a>
              ) : (
                isolated(row.about)
              )}
            </p>
            <Words side="A" words={row.a} />
            <Words side="B" words={row.b} />
            <Note>{row.how}</Note>
          </li>
        ))}
      </ul>
    </Part>
  );
}

function Words({ side, words }: { side: string; words: [string, number][] }) {
  return (
    <p>
      <span class="letter">{side}</span>{" "}
      {words.map(([word, times], n) => (
        <span key={word}>
          {n > 0 && ", "}
          <bdi class="source">{shown(word)}</bdi>
          {times > 1 && <Count> {times}×</Count>}
        </span>
      ))}
    </p>
  );
}

export function Quoted({ beside, a, b }: { beside: Beside; a: number; b: number }) {
  const groups: [title: preact.ComponentChildren, of: Beside["quoted"]][] = [
    ["Both", beside.quoted.filter((one) => one.a && one.b)],
    [<OnlyBy outlet={a} side="A" />, beside.quoted.filter((one) => one.a && !one.b)],
    [<OnlyBy outlet={b} side="B" />, beside.quoted.filter((one) => one.b && !one.a)],
  ];
  return (
    <Part title="Who is quoted">
      <Note>With the number of claims on their word, in all reports of the two, not only in shared incidents.</Note>
      <div class="o-sides o-three">
        {groups.map(([title, people], n) => (
          <div key={n}>
            <h3>
              {title} <Count>{people.length}</Count>
            </h3>
            {people.length === 0 && <Empty>nobody</Empty>}
            <People people={people.slice(0, FIRST)} />
            {people.length > FIRST && (
              <details>
                <summary>{people.length - FIRST} more</summary>
                <People people={people.slice(FIRST)} />
              </details>
            )}
          </div>
        ))}
      </div>
    </Part>
  );
}

function OnlyBy({ outlet, side }: { outlet: number; side: string }) {
  return (
    <>
      Only <span class="letter">{side}</span> <Name outlet={outlet} />
    </>
  );
}

function People({ people }: { people: Beside["quoted"] }) {
  return (
    <ul class="o-list">
      {people.map(({ who, a, b }, n) => (
        <li key={n}>
          <Person who={who} /> <Count>{[a && `A ${a}`, b && `B ${b}`].filter(Boolean).join(" · ")}</Count>
        </li>
      ))}
    </ul>
  );
}

function Person({ who }: { who: OutletQuoted }) {
  const actor = useDossier().actor(who.actor);
  const words = isolated(who.words);
  return actor ? <a href={to("actor", [actor.id])}>{words}</a> : words;
}
