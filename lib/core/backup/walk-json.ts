/** Where and why a text is not JSON. */
export interface JsonMistake {
  at: number;
  problem: string;
}

const WORDS = ['true', 'false', 'null'];
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/**
 * Reads a text as JSON only to find places in it: `onValue` is told of every value where it begins, with its path. The
 * first mistake, or `undefined`. Browsers tell of mistakes each in its own words, and of no value where it stands.
 * Goes down a call per bracket: the depth is to be limited before.
 */
export function walkJson(
  text: string,
  onValue: (path: readonly (string | number)[], at: number) => void = () => undefined,
): JsonMistake | undefined {
  let at = 0;
  const path: (string | number)[] = [];

  const fail = (problem: string): never => {
    throw new Mistake(at, problem);
  };
  const skipSpace = () => {
    while (at < text.length && ' \t\n\r'.includes(text.charAt(at))) at++;
  };
  const take = (letter: string): boolean => {
    skipSpace();
    if (text.charAt(at) !== letter) return false;
    at++;
    return true;
  };
  const takeMatch = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0] ?? '';
    at += found.length;
    return found !== '';
  };
  const readString = (what: string): string => {
    skipSpace();
    const start = at;
    if (text.charAt(at) !== '"') fail(`${what} is expected here`);
    at++;
    while (text.charAt(at) !== '"') {
      if (at >= text.length) fail('a text is not closed');
      if (text.charCodeAt(at) < 0x20) fail('a line break or control character stands inside a text');
      if (text.charAt(at) !== '\\') at++;
      else if (!takeMatch(ESCAPE)) fail('a backslash is followed by something that means nothing');
    }
    at++;
    return JSON.parse(text.slice(start, at));
  };
  const readMembers = (close: string, readOne: (index: number) => void) => {
    if (take(close)) return;
    for (let index = 0; ; index++) {
      readOne(index);
      if (take(close)) return;
      if (!take(',')) fail(`a comma or ${close} is expected here`);
    }
  };
  const readMember = (key: string | number) => {
    path.push(key);
    readValue();
    path.pop();
  };
  const readValue = () => {
    skipSpace();
    onValue(path, at);
    if (take('{')) {
      readMembers('}', () => {
        const key = readString('the name of a field, in quotation marks,');
        if (!take(':')) fail('a colon is expected here');
        readMember(key);
      });
    } else if (take('[')) readMembers(']', readMember);
    else if (text.charAt(at) === '"') readString('a text');
    else {
      const word = WORDS.find((one) => text.startsWith(one, at));
      if (word) at += word.length;
      else if (!takeMatch(NUMBER)) fail('a value is expected here');
    }
  };

  try {
    readValue();
    skipSpace();
    if (at < text.length) fail('nothing more is expected after the end');
    return undefined;
  } catch (error) {
    if (error instanceof Mistake) return { at: error.at, problem: error.message };
    throw error;
  }
}

class Mistake extends Error {
  constructor(
    readonly at: number,
    problem: string,
  ) {
    super(problem);
  }
}

/** Where the value with this path begins; of one that is not there the nearest that holds it. */
export function findPlace(text: string, path: readonly (string | number)[]): number {
  let place = 0;
  let depth = -1;
  walkJson(text, (found, at) => {
    if (found.length > depth && found.length <= path.length && found.every((key, i) => key === path[i])) {
      place = at;
      depth = found.length;
    }
  });
  return place;
}

/** "line 12, character 7": both counted from 1. */
export function toPlaceWords(text: string, at: number): string {
  const before = text.slice(0, at).split('\n');
  return `line ${before.length.toLocaleString('en-US')}, character ${((before.at(-1)?.length ?? 0) + 1).toLocaleString('en-US')}`;
}
