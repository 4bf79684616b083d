/** Where and why a text is not JSON. */
export interface JsonMistake {
  at: number;
  problem: string;
}

const WORDS = ['true', 'false', 'null'];
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const [TAB, LINE_FEED, RETURN, SPACE, QUOTE, BACKSLASH] = [0x09, 0x0a, 0x0d, 0x20, 0x22, 0x5c];

/**
 * The first mistake in a text that should be JSON, or `undefined`. Browsers tell of mistakes each in its own words, and
 * not always where. Goes down a call per bracket: the depth is to be limited before. By codes and without making values,
 * since the mistake may stand at the end of 100 MB.
 */
export function walkJson(text: string): JsonMistake | undefined {
  let at = 0;

  const fail = (problem: string): never => {
    throw new Mistake(at, problem);
  };
  const skipSpace = () => {
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code !== SPACE && code !== LINE_FEED && code !== RETURN && code !== TAB) return;
    }
  };
  const take = (letter: string): boolean => {
    skipSpace();
    if (text.charAt(at) !== letter) return false;
    at++;
    return true;
  };
  const takeMatch = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    if (!pattern.test(text)) return false;
    at = pattern.lastIndex;
    return true;
  };
  const readString = (what: string) => {
    skipSpace();
    if (text.charCodeAt(at) !== QUOTE) fail(`${what} is expected here`);
    at++;
    for (let code = text.charCodeAt(at); code !== QUOTE; code = text.charCodeAt(at)) {
      if (at >= text.length) fail('a text is not closed');
      if (code < SPACE) fail('a line break or control character stands inside a text');
      if (code !== BACKSLASH) at++;
      else if (!takeMatch(ESCAPE)) fail('a backslash is followed by something that means nothing');
    }
    at++;
  };
  const readMembers = (close: string, readOne: () => void) => {
    if (take(close)) return;
    for (;;) {
      readOne();
      if (take(close)) return;
      if (!take(',')) fail(`a comma or ${close} is expected here`);
    }
  };
  const readField = () => {
    readString('the name of a field, in quotation marks,');
    if (!take(':')) fail('a colon is expected here');
    readValue();
  };
  const readValue = () => {
    if (take('{')) readMembers('}', readField);
    else if (take('[')) readMembers(']', readValue);
    else if (text.charCodeAt(at) === QUOTE) readString('a text');
    else if (!takeMatch(NUMBER)) {
      const word = WORDS.find((one) => text.startsWith(one, at));
      if (!word) fail('a value is expected here');
      else at += word.length;
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
