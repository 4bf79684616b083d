import { renderHook, waitFor } from '@testing-library/preact';
import { expect, it } from 'vitest';
import { useDrawn } from '@/lib/screens/popup/use-drawn';

const draw = (list: string, count: number, awaited?: number) => {
  /** Every number of cards that was drawn, in order. */
  const limits: number[] = [];
  const view = renderHook(
    (props: { list: string; count: number }) => {
      const drawn = useDrawn(props.list, props.count, awaited);
      if (limits.at(-1) !== drawn.limit) limits.push(drawn.limit);
      return drawn;
    },
    { initialProps: { list, count } },
  );
  return { ...view, limits };
};

it('the first frame has four cards, the others come in slices', async () => {
  const { result, limits } = draw('all', 30);
  await waitFor(() => expect(result.current.limit).toBeGreaterThanOrEqual(30));
  expect(limits).toEqual([4, 14, 24, 34]);
  expect(result.current.isPainted).toBe(true);
});

it('the card at which the list was left comes with the second frame', async () => {
  const { result, limits } = draw('all', 100, 60);
  await waitFor(() => expect(result.current.limit).toBeGreaterThanOrEqual(100));
  expect(limits).toEqual([4, 70, 80, 90, 100]);
});

it('another list begins with a slice, and leaves what was not drawn of the one before', async () => {
  const { result, rerender, limits } = draw('search a', 150);
  await waitFor(() => expect(result.current.limit).toBeGreaterThanOrEqual(150));
  rerender({ list: 'search ag', count: 40 });
  expect(result.current.limit).toBe(10);
  rerender({ list: 'search age', count: 15 });
  expect(result.current.limit).toBe(10);
  await waitFor(() => expect(result.current.limit).toBe(20));
  expect(limits.slice(-3)).toEqual([154, 10, 20]);
});
