/** Line breaks, tabs, no-break spaces, control characters: all of it is one space between words. */
const GAPS = /[\s\p{Cc}]+/gu;
/** Soft hyphens and zero-width spaces hide a word from every search; direction overrides turn the rest of a card round. */
const INVISIBLE = /[\u00AD\u200B\u2060\u202A-\u202E\u2066-\u2069]/g;
const LONE_SURROGATE = /\p{Cs}/gu;

/**
 * Text of a feed as one line of words: gaps collapsed to single spaces, ends trimmed, invisible characters removed,
 * lone surrogates replaced by U+FFFD (they cannot be written as UTF-8: a backup would damage them), cut at `maxLength`
 * UTF-16 units. LaTeX and tag-like words stay as they are (SOURCES trap 4: it is half-stripped and cannot be restored).
 */
export function toLine(text: string, maxLength: number): string {
  const line = text.replace(INVISIBLE, '').replace(GAPS, ' ').trim();
  return cut(line, maxLength).replace(LONE_SURROGATE, '\uFFFD');
}

/** Never between the halves of one character. */
function cut(line: string, maxLength: number): string {
  if (line.length <= maxLength) return line;
  return line
    .slice(0, maxLength)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd();
}
