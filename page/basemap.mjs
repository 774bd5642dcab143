// Turns Natural Earth (world-atlas 2.0.2: version 4.1.0, de facto) into rings of land and lines of borders, from which
// Python clips the region of a case (src/rashomon/show/page/basemap.py). Run by `npm run build`.
// No countries are kept: which land is whose is not for this map to say.

import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { feature, mesh } from "topojson-client";

const UNIT = 400; // per degree: 0.0025 degrees, below the 0.0036 of the source
const OUT = new URL("../src/rashomon/show/built/basemap.json", import.meta.url);
const require = createRequire(import.meta.url);

function read(name) {
  return JSON.parse(readFileSync(require.resolve(`world-atlas/${name}.json`), "utf8"));
}

/** Points as whole units, each as its distance from the one before, those that fall together once. */
function coded(points) {
  const found = [];
  let [x, y] = [0, 0];
  for (const [lon, lat] of points) {
    const [nextX, nextY] = [Math.round(lon * UNIT), Math.round(lat * UNIT)];
    if (found.length && nextX === x && nextY === y) continue;
    found.push(nextX - x, nextY - y);
    [x, y] = [nextX, nextY];
  }
  return found;
}

function polygons(geometry) {
  if (geometry.type === "FeatureCollection") return geometry.features.flatMap((one) => polygons(one.geometry));
  return geometry.type === "MultiPolygon" ? geometry.coordinates : [geometry.coordinates];
}

function scale(name) {
  const land = read(`land-${name}`);
  const countries = read(`countries-${name}`);
  return {
    land: polygons(feature(land, land.objects.land)).flat().map(coded),
    lines: mesh(countries, countries.objects.countries, (a, b) => a !== b).coordinates.map(coded),
  };
}

writeFileSync(OUT, JSON.stringify({ unit: UNIT, fine: scale("10m"), coarse: scale("50m") }));
