// The methods of a case as Python writes them (src/rashomon/show/page/data_methods.py).

import type { Pairs } from "./data";

export interface Methods {
  terms: Pairs;
  rules: string[];
  bounds: [words: string, example: string, read: string, reason: string][];
  limits: string[];
  makers: [stage: string, version: string, settings: string, model: string][];
  model: Pairs;
  decisions: Pairs;
  reviewed: string;
  sources: [outlet: string, reports: string, dates: string][];
  licences: Pairs;
  basemap: string;
  stored: Pairs;
  stored_where: string;
}
