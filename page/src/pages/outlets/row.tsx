// One incident as its outlets tell it.

import { useDossier } from "../../context";
import type { Axis } from "../../draw/axis";
import type { Dot } from "../../draw/dots";
import { Dots } from "../../draw/dots";
import type { Field, Mark, Named, Row } from "../../outlets";
import { delayed, named, standsAt } from "../../outlets";
import { linked, sentenceAt, Whole } from "../../parts/words";
import { go, to } from "../../route";
import { many, shown, untimed } from "../../text";
import { Letter, Name, Said } from "./parts";
import { Note, Sub } from "../../parts/small";

const SHOWN = 3;

interface Given {
  row: Row;
  mark: string[];
  pins: number[];
  axis: Axis;
  measure: string;
}

export function IncidentRow({ row, mark, pins, axis, measure }: Given) {
  const incident = useDossier().incident(row.incident);
  return (
    <li class="o-row" id={`o-${incident.id}`}>
      <div>
        <h2>{linked("incident", incident.id, untimed(incident))}</h2>
        <Note>
          {incident.when}
          {!incident.title.includes(incident.where) && <> · {shown(incident.where)}</>}
        </Note>
        <Note>
          {many(row.tellings.length, "outlet")}, {many(incident.docs.length, "report")}
        </Note>
      </div>
      {pins.map((outlet) => (
        <Pin key={outlet} row={row} outlet={outlet} />
      ))}
      <div class="o-figures">
        {row.fields.slice(0, SHOWN).map((field) => (
          <FieldOf key={field.finding.field} field={field} mark={mark} pins={pins} axis={axis} />
        ))}
        {row.fields.length > SHOWN && (
          <Note>
            <a href={to("incident", [incident.id])}>{many(row.fields.length - SHOWN, "more group")} counted apart</a>
          </Note>
        )}
        <Silent row={row} mark={mark} measure={measure} />
      </div>
      <HowTold row={row} mark={mark} />
    </li>
  );
}

/** What a pinned outlet says: its figures, or that it gives none; blank if it does not tell the incident. */
function Pin({ row, outlet }: { row: Row; outlet: number }) {
  const marks = row.fields.flatMap(({ marks, finding }) =>
    marks.filter((mark) => mark.outlet === outlet).map((mark) => ({ mark, group: finding.group })),
  );
  const tells = row.tellings.some((telling) => telling.outlet === outlet);
  return (
    <div class={tells ? "o-cell" : "o-cell o-blank"}>
      <span class="o-label">
        <Name outlet={outlet} />:{" "}
      </span>
      {marks.map(({ mark, group }, n) => (
        <p key={n}>
          <Said words={mark.words} claims={mark.claims} /> {group && <Sub>{shown(group)}</Sub>}
        </p>
      ))}
      {marks.length === 0 && (tells ? <Sub>no figure</Sub> : <span class="vh">does not tell it</span>)}
    </div>
  );
}

function FieldOf({ field, mark, pins, axis }: { field: Field; mark: string[]; pins: number[]; axis: Axis }) {
  const dossier = useDossier();
  const { finding, marks, outlets } = field;
  const dot = (one: Mark): Dot => {
    const claim = dossier.claim(one.claims[0] ?? 0);
    return {
      ...{ letter: mark[one.outlet] ?? "?", low: one.low, high: one.high, shape: one.shape, at: standsAt(one) },
      label: `${dossier.data.outlets[one.outlet]}: ${one.words}`,
      strong: pins.length === 0 || pins.includes(one.outlet),
      pick: () => go(sentenceAt(dossier, claim)),
    };
  };
  const drawn = marks.filter(({ low, high }) => low !== null || high !== null);
  return (
    <div class="o-field">
      <p class="o-whole">{outlets > 1 ? <Whole finding={finding} /> : <Whole finding={{ ...finding, gap: "" }} />}</p>
      <div class="o-axis">
        <Dots axis={axis} dots={drawn.map(dot)} band={[finding.low, finding.high]} />
      </div>
      <ul class="o-said">
        {marks.map((one, n) => (
          <li key={n}>
            <Letter outlet={one.outlet} mark={mark} /> <Said words={one.words} claims={one.claims} />
          </li>
        ))}
        {finding.aside.length > 0 && <li class="sub">{finding.aside.length} set aside by the rule</li>}
      </ul>
    </div>
  );
}

/** Those that tell the incident without such a figure. */
function Silent({ row, mark, measure }: { row: Row; mark: string[]; measure: string }) {
  if (row.silent.length === 0) return null;
  return (
    <p class="sub o-silent">
      No figure ({measure}) from{" "}
      {row.silent.map((outlet) => (
        <Letter key={outlet} outlet={outlet} mark={mark} />
      ))}
    </p>
  );
}

function HowTold({ row, mark }: { row: Row; mark: string[] }) {
  const doers = named(row.tellings, "doers");
  const dated = row.tellings.filter(({ delay }) => delay !== null);
  const replaced = row.tellings.filter((telling) => telling.replaced.length > 0);
  const nobody = row.tellings.filter((telling) => telling.doers.length === 0).map(({ outlet }) => outlet);
  return (
    <dl class="o-how">
      <dt>Doer</dt>
      <dd>
        <Names names={doers} mark={mark} />
        {nobody.length > 0 && (
          <span class="o-name">
            {doers.length > 0 ? "names no one" : "no one is named"}{" "}
            {nobody.map((outlet) => (
              <Letter key={outlet} outlet={outlet} mark={mark} />
            ))}
          </span>
        )}
      </dd>
      <dt>Quoted</dt>
      <dd>
        <Names names={named(row.tellings, "quoted")} mark={mark} none="nobody" />
      </dd>
      {dated.length > 0 && (
        <>
          <dt>First report</dt>
          <dd>
            {[...new Set(dated.map(({ delay }) => delay))].map((delay) => (
              <span key={delay} class="o-name">
                {delayed(delay)}{" "}
                {dated
                  .filter((telling) => telling.delay === delay)
                  .map(({ outlet }) => (
                    <Letter key={outlet} outlet={outlet} mark={mark} />
                  ))}
              </span>
            ))}
          </dd>
        </>
      )}
      {replaced.length > 0 && (
        <>
          <dt>Corrected</dt>
          <dd>
            {replaced.map(({ outlet, replaced: old }) => (
              <span key={outlet} class="o-name">
                {many(old.length, "report")} replaced by a later version <Letter outlet={outlet} mark={mark} />
              </span>
            ))}
          </dd>
        </>
      )}
    </dl>
  );
}

/** Names, each leading to the sentence that has it, with the outlets that give it; the first few. */
function Names({ names, mark, none = "" }: { names: Named[]; mark: string[]; none?: string }) {
  if (names.length === 0) return <>{none}</>;
  return (
    <>
      {names.slice(0, 2 * SHOWN).map(({ name, by }) => (
        <span key={name} class="o-name">
          <Said words={name} claims={by.slice(0, 1).map(([, claim]) => claim)} />{" "}
          {by.map(([outlet]) => (
            <Letter key={outlet} outlet={outlet} mark={mark} />
          ))}
        </span>
      ))}
      {names.length > 2 * SHOWN && <span class="o-name sub">and {names.length - 2 * SHOWN} more</span>}
    </>
  );
}
