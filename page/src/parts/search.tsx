// Search over the whole case: a dialog with a combobox (ARIA Authoring Practices), opened by its button or by “/”.

import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Dossier } from "../case";
import { announce } from "../context";
import { acting, useKeydown } from "../keys";
import { go } from "../route";
import { addressOf, belowOf, indexOf } from "../search";
import type { Entry, Group } from "../search";
import { many, number, shown } from "../text";
import { Empty, isolated } from "./words";
import { Button } from "./button";
import { Count, Note, Sub } from "./small";
import "../style/search.css";

export function Search({ dossier }: { dossier: Dossier }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const back = useRef<Element | null>(null);
  const [open, set] = useState(false);
  const show = () => {
    back.current = document.activeElement;
    set(true);
  };
  const close = (returns: boolean) => {
    set(false);
    dialog.current?.close();
    if (returns && back.current instanceof HTMLElement) back.current.focus();
    else if (returns && back.current instanceof SVGElement) back.current.focus();
  };
  useKeydown((event) => {
    if (acting(event) !== "/" || dialog.current?.open) return;
    event.preventDefault();
    show();
  });
  useLayoutEffect(() => {
    // at once, and with the focus in its field, so that no key typed after the first is lost
    if (open) dialog.current?.showModal();
  }, [open]);
  return (
    <>
      <Button class="search-open" onClick={show} aria-haspopup="dialog" aria-keyshortcuts="/">
        Search <kbd aria-hidden="true">/</kbd>
      </Button>
      <dialog
        ref={dialog}
        class="search"
        aria-label="Search"
        onCancel={(event) => {
          event.preventDefault();
          close(true);
        }}
        onClick={(event) => event.target === dialog.current && close(true)}
      >
        {open && <Box dossier={dossier} close={close} />}
      </dialog>
    </>
  );
}

function Box({ dossier, close }: { dossier: Dossier; close: (returns: boolean) => void }) {
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  const [, tell] = useState(0);
  const index = indexOf(dossier);
  const groups = useMemo(() => index.find(text), [text, index.done]);
  const all = groups.flatMap((group) => group.found);
  const chosen = all[Math.min(at, all.length - 1)];
  useEffect(() => {
    // while the index still grows, look again
    const timer = index.ready ? 0 : setInterval(() => tell((times) => times + 1), 100);
    return () => clearInterval(timer);
  }, [index.ready]);
  useEffect(() => {
    if (text)
      announce(
        many(
          groups.reduce((sum, group) => sum + group.all, 0),
          "result",
        ),
      );
  }, [text, index.ready]);
  const open = (entry: Entry) => {
    close(false);
    go(addressOf(entry, dossier));
  };
  const pressed = (event: KeyboardEvent) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step && all.length) setAt((Math.min(at, all.length - 1) + step + all.length) % all.length);
    else if (event.key === "Enter" && chosen) open(chosen);
    else if (event.key === "Escape") close(true);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <input
        type="text"
        role="combobox"
        aria-label="Search incidents, actors, places, reports and sentences"
        aria-expanded={all.length > 0}
        aria-controls="search-found"
        aria-autocomplete="list"
        aria-activedescendant={chosen && `found-${chosen.id}`}
        placeholder="Incidents, actors, places, reports, sentences"
        autocomplete="off"
        spellcheck={false}
        dir="auto"
        value={text}
        onInput={(event) => {
          setText(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={pressed}
      />
      <Button class="search-close" onClick={() => close(true)}>
        Close
      </Button>
      {!index.ready && (
        <Note>Reading {index.total < Infinity && `${number(index.done)} of ${number(index.total)}`}…</Note>
      )}
      {text.trim() && !all.length && index.ready && (
        <Empty>Nothing in this dossier has all of these words. Try fewer, or the beginning of one.</Empty>
      )}
      <div id="search-found" class="search-found" role="listbox" aria-label="Results">
        {groups.map((group) => (
          <Found key={group.kind} group={group} dossier={dossier} chosen={chosen} open={open} />
        ))}
      </div>
      <p class="sub search-help">↑ ↓ choose · Enter opens · Esc closes</p>
    </>
  );
}

function Found(props: { group: Group; dossier: Dossier; chosen?: Entry; open: (entry: Entry) => void }) {
  const { kind, label, found, all } = props.group;
  return (
    <div role="group" aria-labelledby={`search-${kind}`}>
      <h3 id={`search-${kind}`} role="presentation">
        {label} <Count>{all > found.length ? `the best ${found.length} of ${number(all)}` : all}</Count>
      </h3>
      {found.map((entry) => (
        <Option key={entry.id} entry={entry} {...props} />
      ))}
    </div>
  );
}

function Option(props: { entry: Entry; dossier: Dossier; chosen?: Entry; open: (entry: Entry) => void }) {
  const { entry, dossier, chosen, open } = props;
  const row = useRef<HTMLDivElement>(null);
  const here = chosen?.id === entry.id;
  useEffect(() => {
    if (here) row.current?.scrollIntoView({ block: "nearest" });
  }, [here]);
  return (
    <div
      ref={row}
      id={`found-${entry.id}`}
      role="option"
      class="search-option"
      aria-selected={here}
      onClick={() => open(entry)}
    >
      <span class={entry.kind === "claim" ? "search-name source" : "search-name"} dir="auto">
        {shown(entry.name)}
      </span>
      <Sub>{isolated(belowOf(entry, dossier))}</Sub>
    </div>
  );
}
