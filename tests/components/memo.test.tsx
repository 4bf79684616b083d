import { render } from '@testing-library/preact';
import { expect, it, vi } from 'vitest';
import { memo } from '@/components/controls/memo';

const draw = vi.fn(({ words }: { words: string; list: readonly string[]; more?: string }) => <p>{words}</p>);
const View = memo(draw);

it('draws a view again only where one of its props is another', () => {
  const list = ['a'];
  const { rerender, container } = render(<View words="one" list={list} />);
  rerender(<View words="one" list={list} />);
  expect(draw).toHaveBeenCalledTimes(1);
  rerender(<View words="one" list={['a']} />);
  rerender(<View words="two" list={list} />);
  rerender(<View words="two" list={list} more="x" />);
  rerender(<View words="two" list={list} />);
  expect(draw).toHaveBeenCalledTimes(5);
  expect(container.textContent).toBe('two');
});
