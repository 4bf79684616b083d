/** A part of a text that is highlighted: UTF-16 offsets. */
export interface MarkRange {
  from: number;
  to: number;
}

/** Characters before the first match: enough to see the phrase it stands in. */
const LEAD = 60;

/**
 * The part of `text` that begins shortly before its first marked range, at most `length` characters, with the ranges
 * moved along. Cut at spaces, with an ellipsis where something is left out. Without ranges, the beginning.
 */
export function toExcerpt(
  text: string,
  ranges: readonly MarkRange[],
  length = 220,
): { text: string; ranges: MarkRange[] } {
  const first = Math.min(...ranges.map((range) => range.from), text.length);
  let from = ranges.length === 0 || first <= LEAD ? 0 : first - LEAD;
  if (from > 0) from = Math.min(first, text.indexOf(' ', from) + 1 || from);
  let to = Math.min(text.length, from + length);
  if (to < text.length) {
    const space = text.lastIndexOf(' ', to);
    if (space > first) to = space;
  }
  const before = from > 0 ? '… ' : '';
  const shift = before.length - from;
  return {
    text: `${before}${text.slice(from, to)}${to < text.length ? ' …' : ''}`,
    ranges: ranges
      .filter((range) => range.from >= from && range.to <= to)
      .map((range) => ({ from: range.from + shift, to: range.to + shift })),
  };
}
