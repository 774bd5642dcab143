// The accounts of an incident: each figure as a strip on the axis of its measure, then the answers to each question.

import { useState } from "preact/hooks";
import { RangeGlyph, Ruler, Strip } from "../../draw/glyphs";
import { useShared } from "../../context";
import { Empty, isolated } from "../../parts/words";
import { to } from "../../route";
import {
  CROWD,
  contradicting,
  measured,
  questions,
  titled,
  type Account,
  type Answered,
  type Counted,
  type Measured,
} from "../../telling";
import { many, shown } from "../../text";
import { grouped } from "../../grouped";
import { Button } from "../../parts/button";
import { Count, Sub } from "../../parts/small";

/** Bases that need no word in a row: the finding is about this incident, and its reason says what was taken as that. */
const USUAL = ["this incident", "basis not said"];

/** What a list of claims does: which is selected, which is looked at, which speaks against it. */
export interface Pointing {
  selected: number;
  /** The one claim of the list that Tab reaches. */
  entry: number;
  against: Set<number>;
  pick: (claim: number) => void;
  look: (claim: number) => void;
}

type Shared = Omit<Pointing, "against" | "entry"> & { active: number };

export function Accounts({ at, shared }: { at: number; shared: Shared }) {
  const { dossier, policy } = useShared();
  const incident = dossier.incident(at);
  const measures = measured(dossier, incident, policy);
  const asked = questions(dossier, incident);
  const first = measures[0]?.groups[0]?.accounts[0]?.claim ?? asked[0]?.answers[0]?.claims[0]?.claim ?? -1;
  const against = shared.active >= 0 ? contradicting(dossier, shared.active) : new Set<number>();
  const pointing = { ...shared, against, entry: shared.selected >= 0 ? shared.selected : first };
  const claims = new Set(incident.claims).size;
  return (
    <div class="accounts" onKeyDown={walked} onMouseLeave={() => shared.look(-1)} onBlurCapture={left(shared)}>
      <h2>
        What each account says{" "}
        <Count>
          {many(claims, "claim")}, {many(incident.docs.length, "report")}
        </Count>
      </h2>
      {measures.length === 0 && <Empty>No account gives a figure. Blank is not 0.</Empty>}
      {measures.map((one) => (
        <Measure key={one.measure} one={one} pointing={pointing} />
      ))}
      {asked.map(({ key, title, answers }) => (
        <section key={key} class="question">
          <h3>
            {title} {answers.length > 1 && <Count>{answers.length} answers</Count>}
          </h3>
          <ul>
            {answers.map((answer) => (
              <Answer key={answer.words} answer={answer} pointing={pointing} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

/** Arrows walk the claims; Tab leaves them. */
function walked(event: KeyboardEvent) {
  const rows = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>("[data-claim]")];
  const now = rows.indexOf(document.activeElement as HTMLElement);
  const next = { ArrowDown: now + 1, ArrowUp: now - 1, Home: 0, End: rows.length - 1 }[event.key];
  if (next === undefined || now < 0) return;
  event.preventDefault();
  rows[next]?.focus();
}

function left({ look }: Shared) {
  return (event: FocusEvent) => {
    const inside = (event.currentTarget as HTMLElement).contains(event.relatedTarget as Node | null);
    if (!inside) look(-1);
  };
}

function Measure({ one, pointing }: { one: Measured; pointing: Pointing }) {
  return (
    <section class="measure">
      <h3>{titled(one.measure)}</h3>
      <Ruler axis={one.axis} />
      {one.groups.map((group) => (
        <Group key={group.label} group={group} of={one} pointing={pointing} />
      ))}
    </section>
  );
}

function Group({ group, of, pointing }: { group: Counted; of: Measured; pointing: Pointing }) {
  const { dossier } = useShared();
  const [all, show] = useState(false);
  const { finding, accounts } = group;
  const crowded = accounts.length > CROWD;
  const gone = accounts.filter(({ claim }) => dossier.claim(claim).superseded && claim !== pointing.selected);
  const listed = crowded && !all ? accounts.filter((one) => !gone.includes(one)) : accounts;
  const alone = accounts.length === 1;
  const vague = accounts.every(({ claim, aside }) => aside || dossier.claim(claim).figure?.shape === "vague");
  return (
    <div class="group">
      {finding && (
        <p class="range">
          {group.label !== of.measure && <span class="group-label">{titled(group.label)}</span>}
          <b>{finding.whole}</b>{" "}
          <Sub>
            {alone ? "one account" : many(finding.backing.length, "account")}
            {finding.aside.length > 0 && !alone && `, ${finding.aside.length} set aside`}
            {finding.gap && <span class="gap"> · {finding.gap}</span>}
          </Sub>
        </p>
      )}
      {!finding && <p class="range sub">{titled(group.label)}</p>}
      {finding && !alone && (
        <RangeGlyph axis={of.axis} low={finding.low} best={finding.best} high={finding.high} vague={vague} />
      )}
      {listed.map((account, n) => {
        const outlet = dossier.outletOf(dossier.claim(account.claim).doc);
        const before = listed[n - 1];
        const new_ = crowded && (!before || dossier.outletOf(dossier.claim(before.claim).doc) !== outlet);
        return (
          <div key={account.claim}>
            {new_ && <p class="by-outlet">{isolated(outlet)}</p>}
            <Row account={account} group={group} of={of} alone={alone} pointing={pointing} />
          </div>
        );
      })}
      {crowded && gone.length > 0 && (
        <Button class="more" aria-pressed={all} onClick={() => show(!all)}>
          show superseded ({gone.length})
        </Button>
      )}
    </div>
  );
}

interface RowProps {
  account: Account;
  group: Counted;
  of: Measured;
  alone: boolean;
  pointing: Pointing;
}

function Row({ account, group, of, alone, pointing }: RowProps) {
  const { dossier } = useShared();
  const claim = dossier.claim(account.claim);
  const { figure } = claim;
  if (!figure) return null;
  const { finding } = group;
  const notes = [
    claim.hedge && `“${claim.hedge}”`,
    !USUAL.includes(figure.basis) && figure.basis,
    asOf(figure.as_of, dossier.doc(claim.doc)?.date),
  ];
  return (
    <Button class={account.aside ? "account out" : "account"} {...handed(claim.id, account.claim, pointing)}>
      <span class="top">
        <span>
          <b>{isolated(dossier.outletOf(claim.doc))}</b> <Sub>{dossier.doc(claim.doc)?.date ?? "undated"}</Sub>
        </span>
        <b class="value">{figure.amount}</b>
      </span>
      <span class="who">
        {isolated(claim.told)}
        {figure.group && (
          <>
            {" · of "}
            {isolated(figure.group)}
          </>
        )}
        {notes.filter(Boolean).map((note) => ` · ${shown(String(note))}`)}
        {claim.flag && <span class="flag">{claim.flag}</span>}
        <Against at={account.claim} pointing={pointing} />
      </span>
      <Strip
        axis={of.axis}
        low={figure.low}
        high={figure.high}
        shape={figure.shape}
        band={finding && !alone ? [finding.low, finding.high] : undefined}
        best={alone ? null : finding?.best}
        aside={account.aside}
      />
      <span class="why">
        {account.aside && "set aside: "}
        {shown(account.reason)}
      </span>
    </Button>
  );
}

/** The day of a figure, if it is another than that of its report. */
function asOf(when: string, published = ""): string {
  return when && !published.startsWith(when) && !when.startsWith(published) ? `as of ${when}` : "";
}

/** What every row of a claim has: it can be looked at, picked, and walked to. */
function handed(id: string, at: number, { selected, entry, pick, look }: Pointing) {
  return {
    "data-claim": id,
    tabIndex: at === entry ? 0 : -1,
    "aria-current": at === selected ? ("true" as const) : undefined,
    onClick: () => pick(at),
    // moving, not entering: rows that scroll under a resting pointer are not looked at
    onMouseMove: () => look(at),
    onFocus: () => look(at),
  };
}

function Against({ at, pointing }: { at: number; pointing: Pointing }) {
  if (!pointing.against.has(at)) return null;
  return <span class="against">⇄ told differently</span>;
}

function Answer({ answer, pointing }: { answer: Answered; pointing: Pointing }) {
  const { dossier } = useShared();
  const actor = dossier.actor(answer.actor);
  const by = grouped(answer.claims, ({ claim }) => dossier.claim(claim).doc);
  const words = isolated(answer.words);
  return (
    <li>
      <p class="answer">
        <b>{actor ? <a href={to("actor", [actor.id])}>{words}</a> : words}</b> <Count>{many(by.size, "report")}</Count>
      </p>
      {[...by].map(([doc, claims]) => (
        <p class="by" key={doc}>
          <Sub>{isolated(dossier.outletOf(doc))}</Sub>
          {claims.map((one) => (
            <Chip key={one.claim} at={one.claim} words={one.words} pointing={pointing} />
          ))}
        </p>
      ))}
    </li>
  );
}

function Chip({ at, words, pointing }: { at: number; words: string; pointing: Pointing }) {
  const { dossier } = useShared();
  const claim = dossier.claim(at);
  // the word that tells the act, where the text is carried
  const told = claim.marks.find(([, , , label]) => label === claim.act);
  const trigger = told ? dossier.slice(claim.doc, told[0], told[1]) : "";
  return (
    <Button class="claim-chip" title={`${shown(claim.says)}, ${shown(claim.told)}`} {...handed(claim.id, at, pointing)}>
      {isolated(words || trigger ? `“${words || trigger}”` : claim.act)}
      {claim.flag && <span class="flag">{claim.flag}</span>}
      <Against at={at} pointing={pointing} />
    </Button>
  );
}
