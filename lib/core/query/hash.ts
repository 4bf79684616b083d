/** FNV-1a over UTF-16 units, 32 bits. */
export const HASH_START = 0x811c9dc5;

/** One unit more. Signed in between: finish with `>>> 0`. */
export function addToHash(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

export function hashOf(word: string): number {
  let hash = HASH_START;
  for (let i = 0; i < word.length; i++) hash = addToHash(hash, word.charCodeAt(i));
  return hash >>> 0;
}
