import { act, fireEvent, render, screen } from '@testing-library/preact';
import { expect, it, vi } from 'vitest';
import { CardTools } from '@/components/paper/CardTools';
import { PaperCard } from '@/components/paper/PaperCard';
import { makePaper } from './make-paper';

const TOPICS = [
  { id: 'a', name: 'Agents', colour: 0 as const, tell: vi.fn(() => 'agents in title') },
  { id: 'b', name: 'Planning', colour: 1 as const, tell: vi.fn(() => 'plan in abstract') },
  { id: 'c', name: 'Not a survey', colour: 2 as const, tell: vi.fn(() => '') },
];

function show(change: { open?: boolean; topics?: typeof TOPICS } = {}) {
  const actions = { onToggle: vi.fn(), onOpenLink: vi.fn() };
  const marks = { onFlag: vi.fn(), onCopy: vi.fn(), onMarkAround: vi.fn(), onFollow: vi.fn() };
  const paper = makePaper();
  const view = render(
    <PaperCard
      paper={paper}
      isNew={false}
      read={false}
      open={false}
      compact={false}
      today="2026-11-20"
      topics={TOPICS}
      actions={actions}
      tools={({ paper, read, open, topics }) => (
        <CardTools paper={paper} read={read} open={open} topics={topics} actions={marks} />
      )}
      {...change}
    />,
  );
  const title = screen.getByRole('button', { name: paper.title });
  return { ...view, title };
}

/** What a screen reader says after the name. */
const described = (element: Element) =>
  [...(document.getElementById(element.getAttribute('aria-describedby') ?? '')?.children ?? [])].map(
    ({ textContent }) => textContent,
  );
/** This DOM takes every focus for one of the mouse. */
function focusByKey(title: HTMLElement, isByKey = true): void {
  vi.spyOn(title, 'matches').mockImplementation((selector: string) => selector === ':focus-visible' && isByKey);
  act(() => title.focus());
}

it('tells where every topic matched while the title has the focus by key, and looks for it only then', () => {
  const { title, container } = show();
  expect(TOPICS[0]?.tell).not.toHaveBeenCalled();
  expect(container.querySelector('.where-told')).toBeNull();
  focusByKey(title);
  expect(described(title)).toEqual(['Agents: agents in title', 'Planning: plan in abstract', 'Not a survey']);
  act(() => title.blur());
  expect(container.querySelector('.where-told')).toBeNull();
  expect(described(title)).toEqual([]);
});

it('stands behind the title before that has the focus: a screen reader asks for it at that moment', () => {
  const { title } = show();
  const before = document.getElementById(title.getAttribute('aria-describedby') ?? '');
  expect(before?.hidden).toBe(true);
  focusByKey(title);
  expect(document.getElementById(title.getAttribute('aria-describedby') ?? '')).toBe(before);
  expect(before?.hidden).toBe(false);
});

it('is put away by Esc, which the popup hears only the next time, and the focus stays', () => {
  const { title, container } = show();
  const outside = vi.fn();
  document.addEventListener('keydown', outside);
  const press = (key: string) => {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
    act(() => void title.dispatchEvent(event));
    return event.defaultPrevented;
  };
  focusByKey(title);
  expect(press('j')).toBe(false);
  expect(container.querySelector('.where-told')).not.toBeNull();
  expect(outside).toHaveBeenCalledTimes(1);
  expect(press('Escape')).toBe(true);
  expect(container.querySelector('.where-told')).toBeNull();
  expect(document.activeElement).toBe(title);
  expect(outside).toHaveBeenCalledTimes(1);
  expect(press('Escape')).toBe(false);
  expect(outside).toHaveBeenCalledTimes(2);
  document.removeEventListener('keydown', outside);
});

it('leaves Esc to the popup as long as it is not in sight', () => {
  const { title, container } = show();
  focusByKey(title);
  const box = container.querySelector<HTMLElement>('.where-told');
  box?.style.setProperty('visibility', 'hidden');
  expect(fireEvent.keyDown(title, { key: 'Escape' })).toBe(true);
  expect(container.querySelector('.where-told')).toBe(box);
});

/** Its foot and that of the list's window, as this DOM, which lays nothing out, is told them. */
function placeAt(container: Element, { box, list }: { box: number; list: number }): void {
  vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockImplementation(function (this: HTMLElement) {
    return new DOMRect(0, 0, 0, this === container ? list : this.className === 'where-told' ? box : 0);
  });
}

it('stands at the foot of the list’s window where it would be out of sight below it, and only as long as it is told', () => {
  const { title, container } = show();
  container.setAttribute('style', 'overflow-y: auto');
  placeAt(container, { box: innerHeight - 99, list: innerHeight - 100 });
  focusByKey(title);
  const box = container.querySelector<HTMLElement>('.where-told');
  expect(box?.style.position).toBe('fixed');
  expect(box?.style.inset).toBe('auto auto 103px 16px');
  act(() => title.blur());
  expect(document.getElementById(`where-${title.id}`)?.hasAttribute('style')).toBe(false);
});

it('stands under its card where there is room for it', () => {
  const { title, container } = show();
  container.setAttribute('style', 'overflow-y: auto');
  placeAt(container, { box: innerHeight - 100, list: innerHeight - 100 });
  focusByKey(title);
  expect(container.querySelector('.where-told')?.hasAttribute('style')).toBe(false);
});

it('measures by the window where no list around it scrolls', () => {
  const { title, container } = show();
  placeAt(container, { box: innerHeight + 1, list: 0 });
  focusByKey(title);
  expect(container.querySelector<HTMLElement>('.where-told')?.style.inset).toBe('auto auto 3px 16px');
});

it('does not stand in the way of the mouse, which has a tooltip', () => {
  const { title, container } = show();
  focusByKey(title, false);
  expect(container.querySelector('.where-told')).toBeNull();
});

it.each([{ open: true }, { topics: [] }])('says nothing of a card that needs no telling: %j', (change) => {
  const { title, container } = show(change);
  expect(title.hasAttribute('aria-describedby')).toBe(false);
  focusByKey(title);
  expect(container.querySelector('.where-told')).toBeNull();
  fireEvent.blur(title);
});
