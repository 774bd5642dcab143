// Small words: how many, what is said beside, a note in a line of its own.

import type { ComponentChildren } from "preact";

interface Words {
  children?: ComponentChildren;
}

export function Count({ children }: Words) {
  return <span class="count">{children}</span>;
}

export function Sub({ children }: Words) {
  return <span class="sub">{children}</span>;
}

export function Note({ children }: Words) {
  return <p class="sub">{children}</p>;
}

/** A part of a page under its title. */
export function Part({ title, children }: Words & { title: ComponentChildren }) {
  return (
    <section>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** What can be chosen, in a row; the label is for those who don't see that they belong together. */
export function Choices({ label, children }: Words & { label: string }) {
  return (
    <fieldset class="choices" aria-label={label}>
      {children}
    </fieldset>
  );
}

/** The heads of a table's columns. */
export function Heads({ labels }: { labels: string[] }) {
  return (
    <thead>
      <tr>
        {labels.map((label) => (
          <th key={label} scope="col">
            {label}
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** A page to be read from top to bottom, under its title. */
export function Page({
  title,
  kind = "",
  nav,
  children,
}: Words & { title: ComponentChildren; kind?: string; nav?: ComponentChildren }) {
  return (
    <div class={`reading ${kind}`}>
      {nav}
      <h1>{title}</h1>
      {children}
    </div>
  );
}
