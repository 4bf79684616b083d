import { Fragment, type JSX } from 'preact';

/** Part of a text, UTF-16 offsets. */
export interface TextRange {
  from: number;
  to: number;
}

/**
 * Text of the feed with the matched words marked, as text nodes only (law 12). `ranges` ascend and do not overlap;
 * what lies outside the text is left out.
 */
export function MarkedText({
  text,
  ranges,
}: {
  text: unknown;
  ranges?: readonly TextRange[] | undefined;
}): JSX.Element {
  const words = asText(text);
  const pieces: JSX.Element[] = [];
  let done = 0;
  for (const { from, to } of ranges ?? []) {
    if (from < done || to > words.length || to <= from) continue;
    if (from > done) pieces.push(<Fragment key={done}>{words.slice(done, from)}</Fragment>);
    pieces.push(<mark key={`${from}`}>{words.slice(from, to)}</mark>);
    done = to;
  }
  return (
    <>
      {pieces}
      {words.slice(done)}
    </>
  );
}

/** Stored rows can be older than the check at writing: an object shaped like a node must never reach the renderer. */
export function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
