// The map: lines below in an SVG of their own, above them the incidents, those that lie on each other as one circle.

import { useMemo, useRef, useState } from "preact/hooks";
import type { Basemap } from "../data-map";
import { perKm, scaleBar, sheetOf, latitude } from "../draw/mercator";
import { Ground, MapNote } from "../parts/basemap";
import { boxOf, seenBy, useCamera, type Camera } from "./camera";
import { type Cluster, clustersOf, pinsOf, splits } from "./clusters";
import { Legend } from "./legend";
import type { Light } from "./list";
import { Members } from "./members";
import { Points } from "./points";
import { useSize } from "../parts/size";
import type { Board } from "./use-board";
import { many, number } from "../text";
import { Button, Check } from "../parts/button";

const NEAR = 36; // px: circles nearer than this are one

export interface MapProps {
  board: Board;
  light: Light;
  onLight: (places: Set<number>) => void;
  basemap: Basemap;
}

export function MapView({ board, light, onLight, basemap }: MapProps) {
  const { rows, dossier, view } = board;
  const [box, size] = useSize<HTMLDivElement>();
  const svg = useRef<SVGSVGElement>(null);
  const pins = useMemo(() => pinsOf(rows, dossier), [rows, dossier]);
  const sheet = sheetOf(basemap).box;
  const camera = useCamera({
    ...{ svg, sheet, pins, size, view },
    settled: (at) => {
      if (view.bbox) board.set({ bbox: seenBy(at, size) }, true);
    },
  });
  const { k } = camera.at;
  const clusters = useMemo(() => clustersOf(pins, NEAR / k), [pins, k]);
  const [open, setOpen] = useState(-1);
  const opened = clusters.find(({ pins: inside }) => inside.some(({ place }) => place === open));
  const choose = (cluster: Cluster) => {
    if (splits(cluster) && k < camera.most * 0.99) camera.split(boxOf(cluster.pins));
    else setOpen(cluster.pins[0]?.place ?? -1);
  };
  return (
    <section class="ex-map" aria-label="Map" ref={box}>
      <svg class="ex-under" aria-hidden="true">
        <g transform={camera.at.toString()}>
          <Ground basemap={basemap} />
        </g>
      </svg>
      <Points {...{ svg, clusters, dossier, camera, size, light, onLight, choose }} />
      <Placed board={board} pins={pins.length ? pins.reduce((sum, pin) => sum + pin.incidents.length, 0) : 0} />
      <Buttons camera={camera} fit={() => camera.fit(pins.length ? boxOf(pins) : sheet)} />
      <InView board={board} seen={() => seenBy(camera.at, size)} />
      <footer class="ex-map-foot">
        <Legend />
        <Bar camera={camera} height={size.height} />
        <MapNote basemap={basemap} />
      </footer>
      {opened && (
        <Members
          board={board}
          cluster={opened}
          at={camera.at.apply(opened.spot)}
          size={size}
          onClose={() => {
            setOpen(-1);
            svg.current?.querySelector<SVGElement>('[tabindex="0"]')?.focus();
          }}
        />
      )}
    </section>
  );
}

/** How many of the incidents are on the map; those that are not are listed on demand. */
function Placed({ board, pins }: { board: Board; pins: number }) {
  const { rows, view } = board;
  const left = rows.length - pins;
  return (
    <p class="ex-map-count" data-placed={pins} data-unplaced={left}>
      {many(pins, "incident")} on the map
      {(left > 0 || view.unplaced) && (
        <Button
          class="quiet"
          aria-pressed={view.unplaced}
          onClick={() => board.set({ place: view.unplaced ? "" : "none", bbox: "" })}
        >
          {number(left)} {left === 1 ? "has" : "have"} no place
        </Button>
      )}
    </p>
  );
}

function Buttons({ camera, fit }: { camera: Camera; fit: () => void }) {
  return (
    <div class="ex-zoom" role="group" aria-label="Zoom">
      <Button aria-label="Zoom in" title="Zoom in" onClick={() => camera.by(2)}>
        +
      </Button>
      <Button aria-label="Zoom out" title="Zoom out" onClick={() => camera.by(0.5)}>
        −
      </Button>
      <Button aria-label="Show all incidents" title="Show all incidents" onClick={fit}>
        ⤢
      </Button>
    </div>
  );
}

function InView({ board, seen }: { board: Board; seen: () => string }) {
  const on = board.view.bbox !== null;
  return (
    <Check kind="ex-inview" on={on} turn={() => board.set({ bbox: on ? "" : seen(), place: "" })}>
      only what is in view
    </Check>
  );
}

function Bar({ camera, height }: { camera: Camera; height: number }) {
  const [, middle] = camera.at.invert([0, height / 2]);
  const { km, width } = scaleBar(perKm(latitude(middle)) * camera.at.k, 110);
  return (
    <svg class="map-scale" width={width + 2} height={20} role="img" aria-label={`Scale: ${km} kilometres`}>
      <path d={`M1 12V17H${width + 1}V12`} />
      <text x={width / 2 + 1} y={11} text-anchor="middle">
        {number(km)} km
      </text>
    </svg>
  );
}
