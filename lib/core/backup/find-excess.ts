/** What of a JSON text is counted, and how much of it is too much. */
export interface JsonLimits {
  /** Of brackets in one another. */
  depth: number;
  /** Of all values. */
  values: number;
  /** Of the entries of one list or object. */
  entries: number;
  /** In so many brackets a list is one of the file's own lists, and may have any number of entries. */
  listDepth: number;
}

/** What there is too much of, and where that is seen. */
export interface Excess {
  of: 'depth' | 'values' | 'entries';
  at: number;
}

/**
 * What is too much in a text, whatever it holds. Asked before it is parsed: a reader that goes down a call per bracket
 * would die of a million, and ten million values of two letters each fill the memory before any of them is looked at.
 */
export function findExcess(text: string, limits: JsonLimits): Excess | undefined {
  const commas: number[] = new Array(limits.depth + 1).fill(0);
  const isOwnList: boolean[] = new Array(limits.depth + 1).fill(false);
  let depth = 0;
  let values = 0;
  for (let at = 0; at < text.length; at++) {
    const letter = text.charCodeAt(at);
    if (letter === QUOTE) at = toStringEnd(text, at);
    else if (letter === COMMA) {
      values++;
      const count = (commas[depth] ?? 0) + 1;
      commas[depth] = count;
      if (count >= limits.entries && !isOwnList[depth]) return { of: 'entries', at };
    } else if (letter === OPEN_LIST || letter === OPEN_OBJECT) {
      if (++depth > limits.depth) return { of: 'depth', at };
      values++;
      commas[depth] = 0;
      isOwnList[depth] = letter === OPEN_LIST && depth === limits.listDepth;
    } else if ((letter === CLOSE_LIST || letter === CLOSE_OBJECT) && depth > 0) depth--;
    if (values > limits.values) return { of: 'values', at };
  }
  return undefined;
}

/** How many values a JSON text has; one more for every empty list and object. */
export function countValues(text: string): number {
  let values = 1;
  for (let at = 0; at < text.length; at++) {
    const letter = text.charCodeAt(at);
    if (letter === QUOTE) at = toStringEnd(text, at);
    else if (letter === COMMA || letter === OPEN_LIST || letter === OPEN_OBJECT) values++;
  }
  return values;
}

/** Where the text that begins at `at` has its closing quotation mark; the end where it has none. */
export function toStringEnd(text: string, at: number): number {
  for (let i = at + 1; i < text.length; i++) {
    const letter = text.charCodeAt(i);
    if (letter === BACKSLASH) i++;
    else if (letter === QUOTE) return i;
  }
  return text.length;
}

const [QUOTE, COMMA, BACKSLASH] = [0x22, 0x2c, 0x5c];
const [OPEN_LIST, OPEN_OBJECT, CLOSE_LIST, CLOSE_OBJECT] = [0x5b, 0x7b, 0x5d, 0x7d];
