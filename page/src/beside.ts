// Two outlets beside one another: what both tell, what only one tells, whom each names and quotes.

import type { Dossier } from "./case";
import type { OutletPair, OutletQuoted, OutletTelling, OutletWords } from "./data-outlets";
import { filled } from "./filled";
import { tellingsOf } from "./outlets";

/** A pair seen from the other outlet. */
export function mirrored(pair: OutletPair): OutletPair {
  const turn = <T extends { a: unknown; b: unknown }>(one: T): T => ({ ...one, a: one.b, b: one.a });
  const words = (called: OutletWords[]) => called.map(turn);
  return { ...turn(pair), figures: pair.figures.map(turn), actors: words(pair.actors), acts: words(pair.acts) };
}

/** Two outlets, in the order asked for, with what both tell and what only one. */
export interface Beside {
  pair: OutletPair;
  both: number[];
  onlyA: number[];
  onlyB: number[];
  /** Somebody quoted by either, with how many claims of each. */
  quoted: { who: OutletQuoted; a: number; b: number }[];
  /** Who is named as doer of a shared incident by only one, and what the other says of it. */
  doersA: OneNames[];
  doersB: OneNames[];
}

export interface OneNames {
  incident: number;
  name: string;
  claim: number;
  others: string[];
}

export function besideOf(dossier: Dossier, a: number, b: number): Beside {
  const { pairs, quoted, rows } = dossier.data;
  const there = pairs.find((pair) => pair.a === a && pair.b === b);
  const back = there ? undefined : pairs.find((pair) => pair.a === b && pair.b === a);
  const told = tellingsOf(dossier);
  const tell = (outlet: number) => (at: number) => told.get(at)?.some((one) => one.outlet === outlet) ?? false;
  const day = (at: number) => dossier.incident(at).from || "9";
  const all = [...told.keys()].sort((x, y) => day(x).localeCompare(day(y)));
  const [byA, byB] = [all.filter(tell(a)), all.filter(tell(b))];
  const times = (by: [number, number][], outlet: number) => by.find(([at]) => at === outlet)?.[1] ?? 0;
  const both = byA.filter(tell(b));
  const people = quoted.map((who) => ({ who, a: times(who.by, a), b: times(who.by, b) }));
  return {
    pair: there ?? (back ? mirrored(back) : filled(rows, "OutletPair", { a, b })),
    both,
    onlyA: byA.filter((at) => !tell(b)(at)),
    onlyB: byB.filter((at) => !tell(a)(at)),
    quoted: people.filter((one) => one.a || one.b).sort((x, y) => y.a + y.b - x.a - x.b),
    doersA: both.flatMap((at) => onlyNames(told.get(at) ?? [], a, b)),
    doersB: both.flatMap((at) => onlyNames(told.get(at) ?? [], b, a)),
  };
}

function onlyNames(tellings: OutletTelling[], one: number, other: number): OneNames[] {
  const doers = (outlet: number) => tellings.find((telling) => telling.outlet === outlet)?.doers ?? [];
  const others = doers(other).map(([name]) => name);
  const known = new Set(others.map((name) => name.toLowerCase()));
  return doers(one)
    .filter(([name]) => !known.has(name.toLowerCase()))
    .map(([name, claim]) => ({ incident: tellings[0]?.incident ?? -1, name, claim, others }));
}

/** One line of a comparison, as it is given out; `claims` are places in the list of claims. */
export interface Line {
  what: string;
  about: string;
  first: string;
  other: string;
  how: string;
  claims: number[];
}

/** Everything that the page of a pair says, line by line, in the order of the page. */
export function linesOf(dossier: Dossier, beside: Beside): Line[] {
  const title = (at: number) => dossier.data.incidents[at]?.title ?? "";
  const words = (side: [string, number][]) => side.map(([word, n]) => (n > 1 ? `${word} (${n})` : word)).join(", ");
  const line = (what: string, about: string, first: string, other: string, how = "", claims: number[] = []): Line => {
    return { what, about, first, other, how, claims };
  };
  const doers = (found: OneNames[], first: boolean) =>
    found.map(({ incident, name, others, claim }) => {
      const rest = others.join(", ") || "names no one";
      return line("doer", title(incident), first ? name : rest, first ? rest : name, "one only", [claim]);
    });
  const called = (what: string) => (one: OutletWords) =>
    line(
      what,
      what === "act called" ? `${title(one.incident)}: ${one.about}` : one.about,
      words(one.a),
      words(one.b),
      one.how,
    );
  return [
    ...beside.pair.figures.map(({ incident, label, a, b, how }) =>
      line("figure", `${title(incident)}: ${label}`, a.words, b.words, how, [...a.claims, ...b.claims]),
    ),
    ...doers(beside.doersA, true),
    ...doers(beside.doersB, false),
    ...beside.onlyA.map((at) => line("incident", title(at), "told", "", "one only")),
    ...beside.onlyB.map((at) => line("incident", title(at), "", "told", "one only")),
    ...beside.pair.actors.map(called("actor called")),
    ...beside.pair.acts.map(called("act called")),
    ...beside.quoted.map(({ who, a, b }) =>
      line("quoted", who.words, String(a || ""), String(b || ""), a && b ? "both" : "one only"),
    ),
  ];
}
