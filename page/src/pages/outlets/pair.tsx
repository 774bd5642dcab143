// Two outlets side by side: figures joined by lines, the widest gap first; then what only one names or reports.

import { useMemo } from "preact/hooks";
import type { Beside, OneNames } from "../../beside";
import { besideOf, linesOf } from "../../beside";
import { useDossier } from "../../context";
import { csv, give } from "../../export";
import { Empty } from "../../parts/words";
import { to } from "../../route";
import { many, shown } from "../../text";
import { Figures } from "./figures";
import { noteOf } from "./pairs";
import { Name, pairAt, Said, Told } from "./parts";
import { Called, Quoted } from "./words";
import { Button } from "../../parts/button";
import { Count, Note, Page, Part, Sub } from "../../parts/small";

export function OnePair({ path }: { path: string[] }) {
  const { outlets } = useDossier().data;
  const [one = "", vs, other = ""] = path;
  const [a, b] = [outlets.indexOf(one), outlets.indexOf(other)];
  const unknown = [one, other].filter((name) => !outlets.includes(name));
  if (vs !== "vs" || path.length !== 3 || a === b || unknown.length > 0) {
    const why =
      vs === "vs" && unknown.length > 0
        ? `No outlet of this case is called “${shown(unknown[0] ?? "").slice(0, 80)}”.`
        : "Two different outlets are needed.";
    return (
      <Page title="No such pair of outlets" kind="outlets">
        <Empty why={why}>
          <a href={to("outlets", [], { rows: "pairs" })}>Show all pairs</a>
        </Empty>
      </Page>
    );
  }
  return <SideBySide a={a} b={b} />;
}

function SideBySide({ a, b }: { a: number; b: number }) {
  const dossier = useDossier();
  const { data } = dossier;
  const beside = useMemo(() => besideOf(dossier, a, b), [dossier, a, b]);
  const { pair, both, onlyA, onlyB } = beside;
  const names = [data.outlets[a], data.outlets[b]];
  const saved = () => {
    const rows = linesOf(dossier, beside).map(({ first, other, claims, ...line }) => ({
      ...{ outlet: names[0], other: names[1], what: line.what, about: line.about },
      ...{ "first says": first, "other says": other, how: line.how, note: pair.few },
      claims: claims.map((at) => dossier.claim(at).id).join(", "),
    }));
    give(data.case, "two-outlets", "csv", csv(rows, [data.case, location.hash]));
  };
  return (
    <div class="reading outlets o-two">
      <Note>
        <a href={to("outlets", [], { rows: "pairs" })}>All pairs of outlets</a>
      </Note>
      <h1>
        <Key side="A" outlet={a} /> <span class="o-and">and</span> <Key side="B" outlet={b} />
      </h1>
      <p class="lede">
        {many(both.length, "incident")} told by both, {onlyA.length} only by A, {onlyB.length} only by B
        {pair.copies > 0 && <>; {noteOf("", pair.copies)}</>}.
      </p>
      {pair.few && (
        <p class="o-few" role="note">
          <b>{pair.few}</b>: they share {both.length === 0 ? "no incident" : many(both.length, "incident")}, so a
          pattern here may be chance. What there is, is shown.
        </p>
      )}
      <p class="choices">
        <a href={pairAt(data.outlets, b, a)}>Swap sides</a>
        <Button onClick={saved}>CSV</Button>
      </p>
      {both.length > 0 && <Shared beside={beside} />}
      <Part title="Only one of them reports it">
        <div class="o-sides">
          <Blind side="A" outlet={a} incidents={onlyA} />
          <Blind side="B" outlet={b} incidents={onlyB} />
        </div>
      </Part>
      <Called title="What each calls the same actor" rows={pair.actors} />
      <Called title="What each calls the same act" rows={pair.acts} />
      <Quoted beside={beside} a={a} b={b} />
      {both.length > 0 && <Both incidents={both} names={names} />}
    </div>
  );
}

/** What is to be compared in the incidents that both tell. */
function Shared({ beside }: { beside: Beside }) {
  const { pair, doersA, doersB } = beside;
  return (
    <>
      <Figures pair={pair} />
      <Part title="Only one of them names it">
        <div class="o-sides">
          <OneSide side="A" outlet={pair.a} beside={beside} doers={doersA} />
          <OneSide side="B" outlet={pair.b} beside={beside} doers={doersB} />
        </div>
      </Part>
    </>
  );
}

function Key({ side, outlet }: { side: string; outlet: number }) {
  return (
    <>
      <span class="letter">{side}</span> <Name outlet={outlet} />
    </>
  );
}

/** What one of the two says of shared incidents and the other leaves out: blank there, which is not 0. */
function OneSide(props: { side: "A" | "B"; outlet: number; beside: Beside; doers: OneNames[] }) {
  const { side, outlet, beside, doers } = props;
  const own = beside.pair.figures.filter(({ a, b }) => (side === "A" ? b : a).claims.length === 0);
  const incidents = beside.both.filter((at) => [...doers, ...own].some(({ incident }) => incident === at));
  return (
    <div>
      <h3>
        Only <Key side={side} outlet={outlet} />
      </h3>
      {incidents.length === 0 && <Empty>nothing that the other leaves out</Empty>}
      {incidents.map((incident) => (
        <div key={incident} class="o-only">
          <p>
            <Told incident={incident} when={false} />
          </p>
          <ul class="o-list">
            {doers
              .filter((one) => one.incident === incident)
              .map(({ name, claim, others }) => (
                <li key={name}>
                  names as doer <Said words={name} claims={[claim]} />
                  <Sub> · the other {others.length ? `names ${shown(others.join(", "))}` : "names no one"}</Sub>
                </li>
              ))}
            {own
              .filter((one) => one.incident === incident)
              .map(({ label, a, b }, n) => (
                <li key={n}>
                  says <Said words={(side === "A" ? a : b).words} claims={(side === "A" ? a : b).claims} />{" "}
                  {shown(label)}
                  <Sub> · the other gives no figure</Sub>
                </li>
              ))}
          </ul>
        </div>
      ))}
    </div>
  );
}

function Blind({ side, outlet, incidents }: { side: string; outlet: number; incidents: number[] }) {
  return (
    <div>
      <h3>
        Only <Key side={side} outlet={outlet} /> <Count>{incidents.length}</Count>
      </h3>
      {incidents.length === 0 && <Empty>tells nothing that the other leaves out</Empty>}
      <ul class="o-list">
        {incidents.map((incident) => (
          <li key={incident}>
            <Told incident={incident} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The incidents that both tell, each to be read side by side. */
function Both({ incidents, names }: { incidents: number[]; names: (string | undefined)[] }) {
  const { data } = useDossier();
  return (
    <Part title="Told by both">
      <ul class="o-list">
        {incidents.map((incident) => (
          <li key={incident}>
            <Told incident={incident} />{" "}
            <a
              class="sub"
              href={to("incident", [data.incidents[incident]?.id ?? "", "compare"], {
                a: names[0] ?? "",
                b: names[1] ?? "",
              })}
            >
              read side by side
            </a>
          </li>
        ))}
      </ul>
    </Part>
  );
}
