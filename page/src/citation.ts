// A sentence of a report as somebody cites it: where it stands, in which copy, and how to check the copy.

import type { Dossier } from "./case";
import type { Claim } from "./data";
import { shown } from "./text";

/** Where a claim's sentence begins and ends, in characters as the record counts them (code points). */
export function characters({ points, start, end }: Claim): [from: number, to: number] {
  const [from = start, to = end] = points;
  return [from, to];
}

/** Outlet, title, date, address; the sentence with its characters; the dossier; the digest of the text. */
export function citation(dossier: Dossier, claim: Claim): string {
  const { data } = dossier;
  const doc = dossier.doc(claim.doc);
  const head = [dossier.outletOf(claim.doc), doc && `“${doc.title}”`, doc?.date, doc?.url].filter(Boolean);
  const [from, to] = characters(claim);
  const where = claim.astray ? "the text does not bear it where it was read" : `characters ${from}–${to}`;
  const copy = doc ? ` Text of the report: sha256 ${doc.digest}.` : "";
  return shown(
    `${head.join(", ")}. “${dossier.quote(claim)}” (${where}). ` +
      `From the dossier “${data.case}”, built ${data.built} (Rashomon ${data.version}), claim ${claim.id}.${copy}`,
  );
}
