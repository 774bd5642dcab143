// The text of one report with its highlights: clicks on them, the outlined sentence, what is withheld or does not stand.

import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { coversOf } from "../covers";
import { useDossier } from "../context";
import { shown } from "../text";
import { ClaimMenu, type Choice } from "./claim-menu";
import { Passage } from "./passage";
import { Quote } from "./words";
import { grouped } from "../grouped";
import "../style/passage.css";

/**
 * `steady` keeps the place where the reader is if the sentence is in sight already; else it comes to the middle, again
 * with each `turn`.
 */
export function ReportText(props: {
  doc: number;
  claims: number[];
  active: number;
  marked: boolean;
  steady?: boolean;
  turn?: number;
  pick: (claim: number) => void;
  beside?: (line: number) => preact.ComponentChildren;
}) {
  const { doc: at, claims, active, marked, steady, turn, pick, beside } = props;
  const dossier = useDossier();
  const doc = dossier.doc(at);
  const covers = useMemo(() => coversOf(dossier, claims, marked), [dossier, claims, marked]);
  const [choice, choose] = useState<Choice | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const claim = active >= 0 && dossier.claim(active).doc === at ? dossier.claim(active) : null;
  useLayoutEffect(() => {
    if (claim) reveal(box.current, Boolean(steady));
  }, [active, at, turn]);
  if (!doc) return <p class="notice">The report of this claim is not in this dossier.</p>;
  const clicked = (event: MouseEvent) => {
    const piece = (event.target as Element).closest<HTMLElement>("[data-claims]");
    if (!piece || getSelection()?.toString()) return;
    const found = (piece.dataset.claims ?? "").split(" ").map(Number);
    if (found.length === 1) pick(found[0] as number);
    else choose({ claims: found, x: event.clientX, y: event.clientY });
  };
  const stray = claim?.astray ? claim : null;
  return (
    <div class={marked ? "report-text" : "report-text unmarked"} ref={box} onClick={clicked}>
      {doc.withheld && <p class="notice">{doc.withheld}</p>}
      {stray && (
        <p class="notice astray" role="note">
          <b>This sentence does not stand in this text where it was read</b> (the text is another than the one that was
          read, or the place is wrong), so nothing is highlighted. It was read as: <Quote claim={stray} />
        </p>
      )}
      {doc.lines.length > 0 ? (
        <Passage
          lines={doc.lines}
          covers={covers}
          language={doc.language}
          excerpt={doc.withheld !== ""}
          outlined={claim && !stray ? claim : null}
          beside={beside}
        />
      ) : (
        <Sentences claims={claims} active={active} />
      )}
      {choice && (
        <ClaimMenu
          choice={choice}
          close={() => choose(null)}
          pick={(one) => {
            choose(null);
            pick(one);
          }}
        />
      )}
    </div>
  );
}

/** What is left of a report whose text is not carried: the sentence of each claim, once. */
function Sentences({ claims, active }: { claims: number[]; active: number }) {
  const dossier = useDossier();
  const found = grouped(
    claims.filter((at) => !dossier.claim(at).astray),
    (at) => dossier.claim(at).quote,
  );
  return (
    <div class="passage">
      {[...found].map(([quote, told]) => {
        const { doc } = dossier.claim(told[0] as number);
        const words = (
          <span class="told" data-claims={told.join(" ")}>
            {shown(quote)}
          </span>
        );
        return (
          <p class="line" key={quote} lang={dossier.doc(doc)?.language} dir="auto">
            {told.includes(active) ? <mark class="outlined">{words}</mark> : words}
          </p>
        );
      })}
    </div>
  );
}

/** Brings the outlined sentence to the middle of the nearest box that scrolls, without moving the page around it. */
export function reveal(box: HTMLElement | null, steady: boolean): void {
  const target = box?.querySelector(".outlined, .astray");
  const port = box?.closest<HTMLElement>("[data-scrolls]");
  if (!target || !port) return;
  const centre = () => {
    const [inner, outer] = [target.getBoundingClientRect(), port.getBoundingClientRect()];
    const scrolls = port.scrollHeight > port.clientHeight && getComputedStyle(port).overflowY !== "visible";
    const [top, bottom] = scrolls ? [outer.top, outer.bottom] : [0, innerHeight];
    if (steady && inner.top >= top && inner.bottom <= bottom) return;
    const by = (inner.top + inner.bottom) / 2 - (top + bottom) / 2;
    if (scrolls) port.scrollTop += by;
    else if (!steady) scrollBy(0, by);
  };
  centre();
  // lines that were never in sight have only been guessed at: their true heights come with the first look
  requestAnimationFrame(centre);
}
