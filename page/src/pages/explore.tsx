// Explore: narrow to the incidents that matter by time, place, type, who, who tells it, and how far accounts differ.

import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { announce } from "../context";
import { Bar, Nothing } from "../explore/bar";
import { sayWindow } from "../days";
import { Drawer } from "../explore/drawer";
import { Filters } from "../explore/filters";
import { type Light, List } from "../explore/list";
import { MapView } from "../explore/map";
import { useMedia } from "../explore/media";
import { Places } from "../explore/places";
import { Timeline } from "../explore/timeline";
import { type Board, setKeys, useBoard } from "../explore/use-board";
import { acting, useKeydown } from "../keys";
import { Empty } from "../parts/words";
import { many } from "../text";
import { Button } from "../parts/button";
import { Page } from "../parts/small";
import "../style/explore.css";
import "../style/explore-map.css";
import "../style/explore-time.css";

const TABS = ["List", "Map", "Time"] as const;
type Tab = (typeof TABS)[number];

export function Explore() {
  const board = useBoard();
  const [filters, open] = useState(false);
  const wide = useMedia("(width >= 1160px)");
  const phone = useMedia("(width < 700px)");
  const [light, setLight] = useState<Light>({ row: -1, places: new Set() });
  const [selected, select] = useSelection(board.view.sel);
  useTold(board);
  useEscape(() => select("", true));
  const frame = useRoom();
  const count = many(board.rows.length, "incident");
  const list = (
    <>
      <List
        board={board}
        light={light}
        onLight={(row) => setLight({ row, places: new Set() })}
        selected={selected}
        onSelect={select}
      />
      {board.rows.length === 0 && <Nothing board={board} />}
    </>
  );
  const map = <Middle board={board} light={light} onLight={(places) => setLight({ row: -1, places })} />;
  const time = <Timeline board={board} tall={phone} />;
  if (board.dossier.data.incidents.length === 0)
    return (
      <Page title="No incidents">
        <Empty why="No report of this case tells of an incident that could be told apart. The claims are with the reports." />
      </Page>
    );
  return (
    <div class={`explore${wide ? " wide" : phone ? " phone" : ""}`} ref={frame}>
      {wide ? (
        <div class="ex-filters" role="search" aria-label="Filters">
          <Filters board={board} />
        </div>
      ) : (
        <Drawer open={filters} onClose={() => open(false)} done={`Show ${count}`}>
          <Filters board={board} />
        </Drawer>
      )}
      <Bar board={board} onFilters={wide ? null : () => open(true)} />
      {phone ? (
        <Tabs board={board} panels={{ List: list, Map: map, Time: time }} />
      ) : (
        <>
          <div class="ex-middle">
            {map}
            {time}
          </div>
          <div class="ex-right">{list}</div>
        </>
      )}
    </div>
  );
}

function Middle(props: { board: Board; light: Light; onLight: (places: Set<number>) => void }) {
  const { data } = props.board.dossier;
  const located = props.board.columns.placed.some(Boolean);
  if (located && data.basemap) return <MapView {...props} basemap={data.basemap} />;
  const why = located
    ? "This dossier carries no lines to draw one."
    : "No incident has a place whose coordinates are known.";
  return <Places board={props.board} why={why} />;
}

/** On a phone one at a time, the list first; the chosen dates stay in sight and lead to the timeline. */
function Tabs({ board, panels }: { board: Board; panels: Record<Tab, preact.ComponentChildren> }) {
  const [tab, set] = useState<Tab>("List");
  const box = useRef<HTMLDivElement>(null);
  const step = (event: KeyboardEvent) => {
    const by = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (!by) return;
    event.preventDefault();
    const next = TABS[(TABS.indexOf(tab) + by + TABS.length) % TABS.length] as Tab;
    set(next);
    box.current?.querySelector<HTMLElement>(`#tab-${next}`)?.focus();
  };
  const { from, to, undated } = board.view;
  return (
    <>
      <div class="ex-tabs">
        <div role="tablist" aria-label="Views" ref={box} onKeyDown={step}>
          {TABS.map((name) => (
            <Button
              key={name}
              id={`tab-${name}`}
              role="tab"
              aria-selected={name === tab}
              aria-controls="ex-panel"
              tabIndex={name === tab ? 0 : -1}
              onClick={() => set(name)}
            >
              {name}
            </Button>
          ))}
        </div>
        <Button class="chip" onClick={() => set("Time")}>
          {undated ? "no date" : sayWindow(from, to)}
        </Button>
      </div>
      <div id="ex-panel" role="tabpanel" aria-labelledby={`tab-${tab}`} class={`ex-panel ${tab.toLowerCase()}`}>
        {panels[tab]}
      </div>
    </>
  );
}

/** The chosen row: at once on the page, soon in the address (browsers refuse to write it at every key). */
function useSelection(inAddress: string): [string, (id: string, now?: boolean) => void] {
  const [chosen, choose] = useState(inAddress);
  const timer = useRef(0);
  const wanted = useRef(inAddress);
  const wrote = useRef(inAddress);
  const write = () => {
    clearTimeout(timer.current);
    wrote.current = wanted.current;
    setKeys({ sel: wanted.current }, true);
  };
  useEffect(() => {
    // what this page wrote itself may be older than what is chosen by now
    if (inAddress === wrote.current) return;
    wrote.current = wanted.current = inAddress;
    choose(inAddress);
  }, [inAddress]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const select = (id: string, now = false) => {
    wanted.current = id;
    choose(id);
    clearTimeout(timer.current);
    if (now) write();
    else timer.current = setTimeout(write, 200);
  };
  return [chosen, select];
}

/** The count in the window's title and, politely, for those who hear the page. */
function useTold(board: Board): void {
  const count = board.rows.length;
  const first = useRef(true);
  useEffect(() => {
    const words = many(count, "incident");
    const timer = setTimeout(() => {
      document.title = `${words} · Explore · ${board.dossier.data.case}`;
    });
    if (!first.current) announce(words);
    first.current = false;
    return () => clearTimeout(timer);
  }, [count]);
}

/** Fills the window below the frame, whose height changes with its lines. */
function useRoom(): RefObject<HTMLDivElement | null> {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const header = document.querySelector("header.frame");
    if (!header || !box.current) return;
    const look = () => box.current?.style.setProperty("--ex-top", `${(header as HTMLElement).offsetHeight}px`);
    look();
    const watch = new ResizeObserver(look);
    watch.observe(header);
    return () => watch.disconnect();
  }, []);
  return box;
}

/** Escape clears what is chosen, unless it closes something first. */
function useEscape(clear: () => void): void {
  useKeydown((event) => {
    if (acting(event) === "Escape" && !document.querySelector("dialog[open]")) clear();
  });
}
