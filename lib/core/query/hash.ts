/** Of the empty word. */
export const FIRST_HASH = 0x811c9dc5;

/** The hash of a word that goes on with `unit`, as a signed number: `>>> 0` ends it. */
export function nextHash(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

/** FNV-1a over UTF-16 units, 32 bits. */
export function hashOf(word: string): number {
  let hash = FIRST_HASH;
  for (let i = 0; i < word.length; i++) hash = nextHash(hash, word.charCodeAt(i));
  return hash >>> 0;
}
