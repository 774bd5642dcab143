// What is pressed and what is picked from.

import type { JSX } from "preact";
import { shown } from "../text";

export function Button(props: JSX.IntrinsicElements["button"]) {
  return <button type="button" {...props} />;
}

export type Choice = readonly [value: string | number, label: string];

/** A choice of one of several, with its label before it. */
export function Pick(props: {
  label: preact.ComponentChildren;
  value: string | number;
  choices: readonly Choice[];
  pick: (value: string) => void;
  title?: string;
  kind?: string;
}) {
  const { label, value, choices, pick, title, kind } = props;
  return (
    <label class={kind}>
      {label}{" "}
      <select value={value} title={title} onChange={(event) => pick(event.currentTarget.value)}>
        {choices.map(([one, words]) => (
          <option key={one} value={one}>
            {shown(words)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** What a list can be narrowed to, each with how many there are; first all of them. */
export function narrowing(any: string, all: number, counts: Iterable<readonly [string, number]>): Choice[] {
  return [["", `${any} (${all})`], ...[...counts].map(([name, count]): Choice => [name, `${name} (${count})`])];
}

/** Something that is on or off, with its words after it. */
export function Check(props: {
  on: boolean;
  turn: (on: boolean) => void;
  disabled?: boolean;
  kind?: string;
  children: preact.ComponentChildren;
}) {
  const { on, turn, disabled, kind, children } = props;
  return (
    <label class={kind}>
      <input type="checkbox" checked={on} disabled={disabled} onChange={(event) => turn(event.currentTarget.checked)} />{" "}
      {children}
    </label>
  );
}
