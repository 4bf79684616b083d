import { render, screen } from '@testing-library/preact';
import type { JSX } from 'preact';
import { expect, it, vi } from 'vitest';
import { Counted } from '@/components/topics/Counted';

/** Numbers that can't be had while `failure` is set, beside a control that stays. */
function show(failure: string | undefined): JSX.Element {
  return (
    <>
      <button type="button">Elsewhere</button>
      <Counted label="Numbers" failure={failure} onRetry={() => {}}>
        <p>3 papers</p>
      </Counted>
    </>
  );
}
const numbers = () => screen.getByRole('group', { name: 'Numbers' });
const retry = () => screen.getByRole('button', { name: 'Try again' });

it('takes the focus of a control that goes, without scrolling, and is no place for a click before and after', () => {
  const { rerender } = render(show('gone'));
  expect(numbers().hasAttribute('tabindex')).toBe(false);
  const focus = vi.spyOn(numbers(), 'focus');
  retry().focus();
  rerender(show(undefined));
  expect(document.activeElement).toBe(numbers());
  expect(focus.mock.calls).toEqual([[{ preventScroll: true }]]);
  screen.getByRole('button', { name: 'Elsewhere' }).focus();
  expect(numbers().hasAttribute('tabindex')).toBe(false);
});

it('moves nothing at a recovery by itself, while nothing has the focus', () => {
  const { rerender } = render(show('gone'));
  const focus = vi.spyOn(numbers(), 'focus');
  expect(document.activeElement).toBe(document.body);
  rerender(show(undefined));
  expect(document.activeElement).toBe(document.body);
  expect(focus).not.toHaveBeenCalled();
});

it('moves nothing where the focus went on from the control before that goes', () => {
  const { rerender } = render(show('gone'));
  retry().focus();
  retry().blur();
  rerender(show(undefined));
  expect(document.activeElement).toBe(document.body);
  rerender(show('gone'));
  const elsewhere = screen.getByRole('button', { name: 'Elsewhere' });
  elsewhere.focus();
  rerender(show(undefined));
  expect(document.activeElement).toBe(elsewhere);
});
