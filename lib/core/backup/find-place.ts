import { toStringEnd } from './find-excess';

const [QUOTE, COMMA] = [0x22, 0x2c];
const [OPEN_LIST, OPEN_OBJECT, CLOSE_LIST, CLOSE_OBJECT] = [0x5b, 0x7b, 0x5d, 0x7d];

/**
 * Where the value with this path begins in a text that is JSON; of one that is not there what would hold it. Steps over
 * everything else without looking into it: the mistake may stand at the end of 100 MB.
 */
export function findPlace(text: string, path: readonly (string | number)[]): number {
  let place = skipSpace(text, 0);
  for (const key of path) {
    const found = findMember(text, place, key);
    if (found === undefined) break;
    place = found;
  }
  return place;
}

/** Of a name that is there twice the last: so does the parser. */
function findMember(text: string, start: number, key: string | number): number | undefined {
  const isList = text.charAt(start) === '[';
  if (!isList && text.charAt(start) !== '{') return undefined;
  let found: number | undefined;
  let at = skipSpace(text, start + 1);
  for (let index = 0; at < text.length && !']}'.includes(text.charAt(at)); index++) {
    let isIt = index === key;
    if (!isList) {
      const end = toStringEnd(text, at) + 1;
      isIt = isName(text.slice(at, end), key);
      at = skipSpace(text, skipSpace(text, end) + 1);
    }
    if (isIt) found = at;
    if (isIt && isList) break;
    at = skipSpace(text, skipValue(text, at));
    if (text.charAt(at) === ',') at = skipSpace(text, at + 1);
  }
  return found;
}

function isName(quoted: string, key: string | number): boolean {
  return quoted.includes('\\') ? JSON.parse(quoted) === key : quoted.slice(1, -1) === key;
}

/** Behind the value that begins at `at`. */
function skipValue(text: string, start: number): number {
  let depth = 0;
  let at = start;
  for (; at < text.length; at++) {
    const letter = text.charCodeAt(at);
    if (letter === QUOTE) at = toStringEnd(text, at);
    else if (letter === OPEN_LIST || letter === OPEN_OBJECT) depth++;
    else if (letter === CLOSE_LIST || letter === CLOSE_OBJECT) {
      if (depth === 0) return at;
      depth--;
    } else if (letter === COMMA && depth === 0) return at;
  }
  return at;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) <= 0x20) at++;
  return at;
}

/** "line 12, character 7": both counted from 1. */
export function toPlaceWords(text: string, at: number): string {
  let line = 1;
  let start = 0;
  // Not by cutting the text into its lines: there may be a hundred million.
  for (let end = text.indexOf('\n'); end !== -1 && end < at; end = text.indexOf('\n', start)) {
    line++;
    start = end + 1;
  }
  return `line ${line.toLocaleString('en-US')}, character ${(at - start + 1).toLocaleString('en-US')}`;
}
