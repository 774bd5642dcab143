// What is said of one arrow or one box of the causal map: in full words, with its sentences.

import { useDossier } from "../context";
import type { CauseArrow, CauseBox, Way } from "../data-causes";
import { Evidences, isolated, linked } from "../parts/words";
import { many, shown } from "../text";
import { Button } from "../parts/button";
import { Count, Note } from "../parts/small";

export const WAYS: Record<Way, string> = {
  stated: "stated",
  implied: "implied",
  denied: "denied, and nobody says it did",
  expected: "expected, not said to have happened",
};
const KINDS = {
  incident: "incident",
  event: "event of no incident",
  condition: "condition",
  part: "part of an incident",
};

/** Who says so and who denies it, each with how many count once. */
export function Tellers({ arrow }: { arrow: CauseArrow }) {
  return (
    <>
      {arrow.claims.length > 0 && (
        <span class="cause-who">
          <b>{many(arrow.origins, "origin")}</b> {arrow.origins === 1 ? "says" : "say"} so: {shown(arrow.says)}
        </span>
      )}
      {arrow.denied.length > 0 && (
        <span class="cause-who">
          <b>⊘ {many(arrow.denying, "origin")}</b> {arrow.denying === 1 ? "denies" : "deny"} it: {shown(arrow.denies)}
        </span>
      )}
      {arrow.expected.length > 0 && (
        <span class="cause-who">
          <b>{many(arrow.expected.length, "claim")}</b> that it would
        </span>
      )}
    </>
  );
}

function Sentences({ title, claims }: { title: string; claims: number[] }) {
  if (!claims.length) return null;
  return (
    <section>
      <h3>
        {title} <Count>{many(claims.length, "sentence")}</Count>
      </h3>
      <Evidences claims={claims} />
    </section>
  );
}

/** The sentences of an arrow: who says it led there, who denies it, who expects it. */
export function ArrowSentences({ arrow }: { arrow: CauseArrow }) {
  return (
    <div class="cause-sentences">
      <Sentences title="Says that it led there" claims={arrow.claims} />
      <Sentences title="Says that it did not" claims={arrow.denied} />
      <Sentences title="Says that it would" claims={arrow.expected} />
    </div>
  );
}

/** What a box stands for, linked to its incident if it is one. */
export function End({ box, words }: { box: CauseBox; words: string }) {
  const incident = useDossier().data.incidents[box.incident];
  if (!incident) return isolated(words);
  return linked("incident", incident.id, words);
}

/** An arrow in full. */
export function ArrowSays({ arrow }: { arrow: CauseArrow }) {
  const { causes } = useDossier().data;
  const [cause, effect] = [causes.boxes[arrow.cause], causes.boxes[arrow.effect]];
  if (!cause || !effect) return null;
  return (
    <>
      <h2 class="cause-ends">
        <End box={cause} words={arrow.first} /> <span class="cause-to">led to</span>{" "}
        <End box={effect} words={arrow.then} />
      </h2>
      <Note>
        {WAYS[arrow.way]}
        {arrow.note && !(arrow.way === "denied" || arrow.way === "expected") && ` · ${arrow.note}`}
        {arrow.circle > 0 && ` · in circle ${arrow.circle}`}
      </Note>
      <p class="cause-tellers">
        <Tellers arrow={arrow} />
      </p>
      <ArrowSentences arrow={arrow} />
    </>
  );
}

/** A box in full: its words, why they are one, what led to it, what it led to, its sentences. */
export function BoxSays({ at, select }: { at: number; select: (id: string) => void }) {
  const { causes } = useDossier().data;
  const box = causes.boxes[at];
  if (!box) return null;
  const into = causes.arrows.filter((arrow) => arrow.effect === at);
  const from = causes.arrows.filter((arrow) => arrow.cause === at);
  return (
    <>
      <h2>
        <End box={box} words={box.name} />
      </h2>
      <Note>
        {KINDS[box.kind]}
        {box.said && ` · in the reports’ words: “${shown(box.said)}”`}
        {box.why && ` · put together by: ${shown(box.why)}`}
      </Note>
      <Ways title="Said to have come of" arrows={into} words={(arrow) => arrow.first} select={select} />
      <Ways title="Said to have led to" arrows={from} words={(arrow) => arrow.then} select={select} />
      <Sentences title="The event itself" claims={box.claims} />
    </>
  );
}

function Ways(props: {
  title: string;
  arrows: CauseArrow[];
  words: (arrow: CauseArrow) => string;
  select: (id: string) => void;
}) {
  if (!props.arrows.length) return null;
  return (
    <section>
      <h3>{props.title}</h3>
      <ul class="cause-ways">
        {props.arrows.map((arrow) => (
          <li key={arrow.id}>
            <Button onClick={() => props.select(arrow.id)}>
              {isolated(props.words(arrow))}{" "}
              <Count>
                {WAYS[arrow.way]}
                {arrow.claims.length > 0 && `, ${many(arrow.origins, "origin")}`}
                {arrow.denied.length > 0 && arrow.claims.length > 0 && `, ⊘ denied by ${many(arrow.denying, "origin")}`}
              </Count>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
