// The letters of outlets, and which of them are pinned: a pinned outlet has a column of its own.

import { useRef, useState } from "preact/hooks";
import type { Dossier } from "../../case";
import { useDossier } from "../../context";
import { ordered } from "../../outlets";
import { go, to, useRoute } from "../../route";
import { Name, pairAt } from "./parts";
import { Button } from "../../parts/button";
import { Note } from "../../parts/small";

const MOST = 4;

/** Outlets pinned by an address, by place; names are divided by commas, those inside names are escaped. */
export function pinsOf(dossier: Dossier, pin: string): number[] {
  const named = pin.split(",").filter(Boolean).map(unescaped);
  return named.map((name) => dossier.data.outlets.indexOf(name)).filter((at) => at >= 0);
}

function unescaped(name: string): string {
  return name.replace(/%2C/g, ",").replace(/%25/g, "%");
}

function escaped(name: string): string {
  return name.replace(/%/g, "%25").replace(/,/g, "%2C");
}

/** The legend: a bar with one tab stop, arrows between outlets, a press pins. */
export function Legend({ mark, pins }: { mark: string[]; pins: number[] }) {
  const dossier = useDossier();
  const { outlets } = dossier.data;
  const { query } = useRoute();
  const order = ordered(dossier);
  const [stop, setStop] = useState(0);
  const bar = useRef<HTMLDivElement>(null);
  const toggle = (outlet: number) => {
    const kept = pins.includes(outlet) ? pins.filter((one) => one !== outlet) : [...pins, outlet].slice(-MOST);
    go(to("outlets", [], { ...query, pin: kept.map((one) => escaped(outlets[one] ?? "")).join(",") }));
  };
  const walk = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const next = (stop + step + order.length) % order.length;
    setStop(next);
    bar.current?.querySelectorAll("button")[next]?.focus();
  };
  return (
    <div class="o-legend">
      <div role="toolbar" aria-label="Outlets: press one to give it a column" ref={bar} onKeyDown={walk}>
        {order.map((outlet, n) => (
          <Button
            key={outlet}
            tabIndex={n === stop ? 0 : -1}
            aria-pressed={pins.includes(outlet)}
            onFocus={() => setStop(n)}
            onClick={() => toggle(outlet)}
          >
            <span class="letter" aria-hidden="true">
              {mark[outlet]}
            </span>{" "}
            <Name outlet={outlet} />
          </Button>
        ))}
      </div>
      {pins.length > 1 && (
        <Note>
          <a href={pairAt(outlets, pins[0] ?? 0, pins[1] ?? 0)}>
            <Name outlet={pins[0] ?? 0} /> and <Name outlet={pins[1] ?? 0} /> side by side
          </a>
        </Note>
      )}
    </div>
  );
}
