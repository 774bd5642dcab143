// The bar above the map: how many of how many, the filters that are on, a link to this view, and its files.

import { give, png, svgSheet } from "../export";
import { bit, without } from "./board";
import { type Chip, chipsOf } from "./chips";
import { asCsv, asGeoJson, asJson, type Shown } from "./files";
import type { Board } from "./use-board";
import { NONE, SORTS } from "./view";
import { many, number } from "../text";
import { Button } from "../parts/button";
import { Copy } from "../parts/copy";
import { Files, type Saving } from "../parts/files";
import { Empty } from "../parts/words";

export function Bar({ board, onFilters }: { board: Board; onFilters: (() => void) | null }) {
  const { rows, dossier, view } = board;
  const chips = chipsOf(view, dossier);
  const all = dossier.data.incidents.length;
  return (
    <div class="ex-bar">
      <h1>
        {number(rows.length)} of {number(all)}
        <span class="ex-unit"> {all === 1 ? "incident" : "incidents"}</span>
      </h1>
      {onFilters && (
        <Button class="ex-open" onClick={onFilters}>
          Filters{chips.length > 0 && ` (${chips.length})`}
        </Button>
      )}
      <Chips board={board} chips={chips} />
      <div class="ex-actions">
        <Copy text={() => location.href} label="Copy link" />
        <Export board={board} chips={chips} />
      </div>
    </div>
  );
}

function Chips({ board, chips }: { board: Board; chips: Chip[] }) {
  if (chips.length === 0) return null;
  return (
    <ul class="ex-chips" aria-label="Filters that are on">
      {chips.map((chip) => (
        <li key={`${chip.dimension} ${chip.words}`}>
          <Button
            class="chip"
            onClick={() => {
              board.set(chip.off);
              // the chip is gone: the focus goes to what was narrowed
              document.querySelector<HTMLElement>(".ex-chips .chip, .ex-bar .ex-actions button")?.focus();
            }}
          >
            <bdi>{chip.words}</bdi> <span aria-hidden="true">✕</span>
            <span class="vh">: remove</span>
          </Button>
        </li>
      ))}
      <li>
        <Button
          class="quiet"
          onClick={() => {
            board.set(NONE);
            document.querySelector<HTMLElement>(".ex-bar .ex-actions button")?.focus();
          }}
        >
          reset
        </Button>
      </li>
    </ul>
  );
}

/** What is shown, as files; they hold the rows of the list in its order. */
function Export({ board, chips }: { board: Board; chips: Chip[] }) {
  const { dossier, figures, policy, rows, view } = board;
  const title = dossier.data.case;
  const given = (): Shown => ({
    ...{ dossier, figures, policy, rows },
    filters: chips.map(({ words }) => words),
    sort: SORTS.find(([key]) => key === view.sort)?.[1] ?? "",
    address: location.hash,
  });
  const sheet = () => {
    const drawn = [...document.querySelectorAll<SVGSVGElement>(".ex-map > svg")];
    const note = dossier.data.basemap?.note ?? "";
    const notes = [`${title}: ${many(rows.length, "incident")}; ${given().filters.join("; ") || "no filter"}`, note];
    return drawn.length ? svgSheet(drawn, notes) : null;
  };
  const rowsAs = (ending: string, made: (shown: Shown) => string) => () =>
    give(title, "incidents", ending, made(given()));
  const files: Saving[] = [
    ["CSV", rowsAs("csv", asCsv)],
    ["GeoJSON", rowsAs("geojson", asGeoJson)],
    ["JSON", rowsAs("json", asJson)],
    [
      "Map as SVG",
      () => {
        const made = sheet();
        if (made) give(title, "map", "svg", made.text);
      },
    ],
    [
      "Map as PNG",
      () => {
        const made = sheet();
        if (made) void png(made).then((blob) => blob && give(title, "map", "png", blob));
      },
    ],
  ];
  const drawn = dossier.data.basemap !== null;
  return (
    <Files
      shown={many(rows.length, "incident")}
      note=", with the filters in the file’s head"
      files={files.filter(([label]) => drawn || !label.startsWith("Map"))}
    />
  );
}

/** Nothing matches: which filter takes most away, to be removed with one click. */
export function Nothing({ board }: { board: Board }) {
  const chips = chipsOf(board.view, board.dossier);
  const history = board.dossier.data.incidents.length > 0 && chips.length === 0;
  const gains = chips.map((chip) => ({ chip, gain: without(board.failed, bit(chip.dimension)) }));
  const best = gains.sort((a, b) => b.gain - a.gain)[0];
  return (
    <div class="ex-nothing">
      <Empty>
        {board.reading
          ? "Reading the sentences…"
          : history
            ? "All incidents are background history."
            : "No incident matches all of these."}
      </Empty>
      {best && (
        <Button onClick={() => board.set(best.gain ? best.chip.off : NONE)}>
          {best.gain ? (
            <>
              Remove “<bdi>{best.chip.words}</bdi>”: {many(best.gain, "incident")}
            </>
          ) : (
            "Remove all filters"
          )}
        </Button>
      )}
      {history && <Button onClick={() => board.set({ history: "1" })}>Show background history</Button>}
    </div>
  );
}
