// The rows of the map's lines as Python writes them (src/rashomon/show/page/data_map.py, where each field is explained).

export type Way = number[];

export interface Basemap {
  west: number;
  south: number;
  east: number;
  north: number;
  unit: number;
  land: Way[];
  lines: Way[];
  dotted: Way[];
  note: string;
}
