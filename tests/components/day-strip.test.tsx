import { fireEvent, render, screen } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { DayStrip, type StripDay } from '@/components/days/DayStrip';

const DAYS: StripDay[] = [
  { day: '2026-11-18', look: 'failed', papers: 0, matches: 0, words: 'Wednesday, Nov 18: could not be read' },
  { day: '2026-11-19', look: 'full', papers: 10, matches: 5, words: 'Thursday, Nov 19: 10 papers' },
  { day: '2026-11-20', look: 'full', papers: 20, matches: 0, words: 'Friday, Nov 20: 20 papers' },
  { day: '2026-11-21', look: 'rest', papers: 0, matches: 0, words: 'Saturday, Nov 21: the feed rests on weekends' },
];

function show(chosen = '2026-11-20') {
  const onChoose = vi.fn();
  const view = render(<DayStrip days={DAYS} chosen={chosen} onChoose={onChoose} />);
  return { ...view, onChoose, buttons: screen.getAllByRole('button') };
}

describe('the day strip', () => {
  it('names each day’s state to a screen reader', () => {
    const { buttons } = show();
    expect(buttons.map((button) => button.getAttribute('aria-label'))).toEqual(DAYS.map((day) => day.words));
  });

  it('marks the chosen day, and only it is in the tab order', () => {
    const { buttons } = show();
    expect(buttons.map((button) => button.getAttribute('aria-current'))).toEqual([null, null, 'date', null]);
    expect(buttons.map((button) => button.tabIndex)).toEqual([-1, -1, 0, -1]);
  });

  it('can be entered by key when the chosen day is not in it', () => {
    const { buttons } = show('2026-10-01');
    expect(buttons.map((button) => button.tabIndex)).toEqual([-1, -1, -1, 0]);
  });

  it('draws bars as high as the papers, with the share of the matches', () => {
    const { container } = show();
    const heights = [...container.querySelectorAll<HTMLElement>('.strip-bar')].map((bar) => bar.style.height);
    expect(heights).toEqual(['', '12px', '23px', '']);
    const matches = [...container.querySelectorAll<HTMLElement>('.strip-matches')].map((bar) => bar.style.height);
    expect(matches).toEqual(['6px']);
  });

  it.each([
    ['ArrowLeft', '2026-11-19'],
    ['ArrowRight', '2026-11-21'],
    ['Home', '2026-11-18'],
    ['End', '2026-11-21'],
  ])('moves with %s', (key, day) => {
    const { buttons, onChoose } = show();
    fireEvent.keyDown(buttons[2] as Element, { key });
    expect(onChoose).toHaveBeenCalledWith(day);
    expect(document.activeElement?.getAttribute('aria-label')).toContain(DAYS.find((one) => one.day === day)?.words);
  });

  it('leaves other keys alone', () => {
    const { buttons, onChoose } = show();
    fireEvent.keyDown(buttons[2] as Element, { key: 'a' });
    expect(onChoose).not.toHaveBeenCalled();
  });

  it('tells a day’s words while the mouse is on it', () => {
    const { buttons, container } = show();
    fireEvent.mouseEnter(buttons[1] as Element);
    expect(container.querySelector('.strip-told')?.textContent).toBe('Thursday, Nov 19: 10 papers');
    fireEvent.mouseLeave(container.querySelector('.strip') as Element);
    expect(container.querySelector('.strip-told')).toBeNull();
  });
});
