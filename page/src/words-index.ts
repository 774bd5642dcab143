// An index of words over short texts: which of them hold all words asked for, whole or begun, the best first.

/** What stands between two words. */
const APART = /[\n\r\p{Z}\p{P}]+/u;

/** Words without case and accents, so that they are found however they are typed. */
export function folded(word: string): string {
  return word.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

export function wordsOf(text: string): string[] {
  return text.split(APART).filter(Boolean).map(folded);
}

/** How much a word is worth in each field of a text: a name says more than what stands beside it. */
const WORTH = [2, 1, 1];

/** Where a word stands: the text, and what it is worth there. */
type Place = [text: number, worth: number];

export class WordsIndex {
  /** For each field the places of each word. */
  private readonly fields = WORTH.map(() => new Map<string, Place[]>());
  private size = 0;

  /** Takes in a text of several fields; gives its number. */
  add(text: string[]): number {
    const number = this.size++;
    text.forEach((field, n) => {
      const words = wordsOf(field);
      const worth = (WORTH[n] as number) / (2 + Math.log2(1 + words.length));
      const known = this.fields[n] as Map<string, Place[]>;
      for (const word of new Set(words)) {
        const places = known.get(word);
        if (places) places.push([number, worth]);
        else known.set(word, [[number, worth]]);
      }
    });
    return number;
  }

  /** The texts that hold a word or one that begins with it, in the first so many fields, with what each is worth. */
  private holding(asked: string, fields: number): Map<number, number> {
    const found = new Map<number, number>();
    for (const known of this.fields.slice(0, fields))
      for (const [word, places] of known) {
        if (!word.startsWith(asked)) continue;
        const part = asked.length / word.length;
        for (const [text, worth] of places) found.set(text, (found.get(text) ?? 0) + worth * part);
      }
    const rare = Math.log(1 + this.size / found.size);
    for (const [text, worth] of found) found.set(text, worth * rare);
    return found;
  }

  /** The texts that hold all these words, the best first. */
  search(words: string[], fields = WORTH.length): number[] {
    const [first, ...others] = words.map((word) => this.holding(word, fields));
    const all = [...(first ?? [])].filter(([text]) => others.every((held) => held.has(text)));
    const worth = new Map(
      all.map(([text, own]) => [text, others.reduce((sum, held) => sum + (held.get(text) ?? 0), own)]),
    );
    return [...worth].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([text]) => text);
  }
}
