import { act, renderHook } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { PreviewAnswer, PreviewAsk } from '@/lib/ui/preview-run';
import type { PageScanner } from '@/lib/ui/use-paper-scanner';
import { useTopicPreview } from '@/lib/ui/use-topic-preview';

let waiting: Map<number, () => void>;
/** The page has nothing to do, once. */
const rest = () =>
  act(() => {
    const [[handle, run] = [0, () => {}]] = waiting;
    waiting.delete(handle);
    run();
  });

beforeEach(() => {
  waiting = new Map();
  let last = 0;
  vi.stubGlobal('requestIdleCallback', (run: () => void) => {
    waiting.set(++last, run);
    return last;
  });
  vi.stubGlobal('cancelIdleCallback', (handle: number) => waiting.delete(handle));
});
afterEach(() => void vi.unstubAllGlobals());

function open(first: PreviewAsk | undefined) {
  let answer = (_answer: PreviewAnswer) => {};
  const scanner: PageScanner = {
    watch: (_kind, _ask, onAnswer) => {
      answer = onAnswer as never;
      return () => {};
    },
  };
  const { result, rerender } = renderHook(({ ask }) => useTopicPreview(ask, scanner), { initialProps: { ask: first } });
  return {
    result,
    rerender: (ask: PreviewAsk | undefined) => rerender({ ask }),
    answer: (value: object) => act(() => answer(value as PreviewAnswer)),
  };
}

const ASK: PreviewAsk = { query: 'agents', topics: [] };
const ANSWER = { ask: ASK };

it('shows the numbers of an answer before its papers, each when the page is at rest, and is busy until both are there', () => {
  const { result, answer } = open(ASK);
  answer(ANSWER);
  expect(result.current).toEqual({ answer: undefined, listed: undefined, isCurrent: false });
  rest();
  expect(result.current).toEqual({ answer: ANSWER, listed: undefined, isCurrent: false });
  rest();
  expect(result.current).toEqual({ answer: ANSWER, listed: ANSWER, isCurrent: true });
});

it('keeps the papers on show until those of the next answer', () => {
  const { result, rerender, answer } = open(ASK);
  answer(ANSWER);
  rest();
  rest();
  const next = { ...ASK, query: 'agents that plan' };
  rerender(next);
  expect(result.current).toEqual({ answer: ANSWER, listed: ANSWER, isCurrent: false });
  const second = { ask: next };
  answer(second);
  rest();
  expect(result.current).toEqual({ answer: second, listed: ANSWER, isCurrent: false });
  rest();
  expect(result.current).toEqual({ answer: second, listed: second, isCurrent: true });
});

it('shows nothing once nothing is asked', () => {
  const { result, rerender, answer } = open(ASK);
  answer(ANSWER);
  rest();
  rest();
  rerender(undefined);
  expect(result.current).toEqual({ answer: undefined, listed: undefined, isCurrent: false });
});
