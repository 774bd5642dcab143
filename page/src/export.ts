// What is shown, as files. Cells that a spreadsheet would run as a formula are made text.

// At the head of the cell or of one of its lines, after any blanks: spreadsheets look past these, and past full width.
const DANGEROUS = /(?:^|[\r\n])(?:[\t\r]|[\s\u00a0\u200b\ufeff]*[=+\-@＝＋－＠])/;
const NUMBER = /^-?\d+(\.\d+)?$/;

function cell(value: unknown): string {
  let text = value === null || value === undefined ? "" : String(value);
  if (DANGEROUS.test(text) && !NUMBER.test(text)) text = `'${text}`;
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

/** Rows as CSV (RFC 4180), all with the keys of the first; `notes` stand on top, each a line that begins with `#`. */
export function csv(rows: Record<string, unknown>[], notes: string[] = []): string {
  const keys = Object.keys(rows[0] ?? {});
  const lines = rows.map((row) => keys.map((key) => cell(row[key])).join(","));
  return [...notes.map((note) => `# ${note.replace(/[\r\n]+/g, " ")}`), keys.map(cell).join(","), ...lines].join(
    "\r\n",
  );
}

const TYPES: Record<string, string> = {
  csv: "text/csv",
  geojson: "application/geo+json",
  graphml: "application/graphml+xml",
  json: "application/json",
  svg: "image/svg+xml",
};

/** Gives the reader a file, named for the case and what is in it; nothing leaves the machine. */
export function give(title: string, what: string, ending: string, content: string | Blob): void {
  const type = `${TYPES[ending]};charset=utf-8`;
  const blob = typeof content === "string" ? new Blob([content], { type }) : content;
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = fileName(title, what, ending);
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

/** An SVG of the page as a file of its own: with the computed colours and strokes, which it has from the style sheet. */
export function svgText(svg: SVGSVGElement): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const kept = [
    "fill",
    "stroke",
    "stroke-width",
    "stroke-dasharray",
    "opacity",
    "font-size",
    "font-family",
    "font-weight",
  ];
  const [from, into] = [
    [svg, ...svg.querySelectorAll("*")],
    [copy, ...copy.querySelectorAll("*")],
  ];
  from.forEach((element, n) => {
    const style = getComputedStyle(element);
    for (const name of kept) (into[n] as Element).setAttribute(name, style.getPropertyValue(name));
  });
  const { width, height } = svg.getBoundingClientRect();
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("width", String(width));
  copy.setAttribute("height", String(height));
  return new XMLSerializer().serializeToString(copy);
}

/** A drawing as text, with its size in pixels. */
export interface Drawing {
  text: string;
  width: number;
  height: number;
}

/** SVGs that lie on each other as one drawing on the page's ground, with notes below it. */
export function svgSheet(layers: SVGSVGElement[], notes: string[] = []): Drawing {
  const { width, height } = (layers[0] as SVGSVGElement).getBoundingClientRect();
  const style = getComputedStyle(document.body);
  const line = 18;
  const whole = height + notes.length * line + (notes.length ? 8 : 0);
  const escaped = (words: string) => words.replace(/&/g, "&amp;").replace(/</g, "&lt;");
  const told = notes.map(
    (note, n) =>
      `<text x="8" y="${height + (n + 1) * line}" font-family="sans-serif" font-size="12" fill="${style.color}">${escaped(note)}</text>`,
  );
  const clipped = layers.map((layer) => svgText(layer).replace("<svg ", '<svg overflow="hidden" '));
  const text =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${whole}" viewBox="0 0 ${width} ${whole}">` +
    `<rect width="${width}" height="${whole}" fill="${style.backgroundColor}"/>${clipped.join("")}${told.join("")}</svg>`;
  return { text, width, height: whole };
}

/** A drawing as a PNG at twice its size. */
export async function png(drawing: Drawing): Promise<Blob | null> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(drawing.text)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [2 * drawing.width, 2 * drawing.height];
  const pen = canvas.getContext("2d");
  if (!pen) return null;
  pen.fillStyle = getComputedStyle(document.body).backgroundColor;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done) => canvas.toBlob(done, "image/png"));
}

/** A name for a file: the case and what is in it. */
export function fileName(title: string, what: string, ending: string): string {
  const plain = title
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "")
    .toLowerCase();
  return `${plain.slice(0, 60) || "case"}-${what}.${ending}`;
}
