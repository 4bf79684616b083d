import { fireEvent, render, screen } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { CardTools, type CardToolsProps } from '@/components/paper/CardTools';
import { makePaper } from './make-paper';

function show(change: Partial<CardToolsProps> = {}) {
  const actions = { onFlag: vi.fn(), onCopy: vi.fn(), onMarkAround: vi.fn(), onFollow: vi.fn() };
  const paper = makePaper();
  render(<CardTools paper={paper} read={false} actions={actions} {...change} />);
  return { actions, paper };
}

const button = (name: string) => screen.getByRole('button', { name });

describe('the tools of a card', () => {
  it.each([
    ['Star', 'starred', 's'],
    ['Read later', 'later', 'l'],
    ['Mark as read', 'read', 'x'],
    ['Dismiss', 'dismissed', 'd'],
  ])('%s sets the mark, and names its key', (name, flag, key) => {
    const { actions, paper } = show();
    fireEvent.click(button(name));
    expect(actions.onFlag).toHaveBeenCalledWith(paper, flag, true);
    expect(button(name).getAttribute('aria-keyshortcuts')).toBe(key);
  });

  it('take each mark back, and say which are set', () => {
    const { actions } = show({ starred: true, later: true, dismissed: true, read: true });
    for (const name of ['Star', 'Read later', 'Dismiss']) {
      expect(button(name).getAttribute('aria-pressed')).toBe('true');
      fireEvent.click(button(name));
    }
    fireEvent.click(button('Mark as unread'));
    expect(actions.onFlag.mock.calls.map(([, flag, value]) => [flag, value])).toEqual([
      ['starred', false],
      ['later', false],
      ['dismissed', false],
      ['read', false],
    ]);
  });
});

describe('each of the tools', () => {
  it('says of which paper it is', () => {
    const { paper } = show();
    for (const tool of screen.getAllByRole('button'))
      expect(tool.getAttribute('aria-describedby'), tool.title).toBe(`title-${paper.id}`);
  });
});

describe('the menu', () => {
  const open = () => fireEvent.click(button('More'));
  const items = () => screen.getAllByRole('menuitem').map((item) => item.textContent);

  it('opens with the focus on its first item, and moves by arrow keys round its ends', () => {
    show();
    open();
    const all = screen.getAllByRole('menuitem');
    expect(document.activeElement).toBe(all[0]);
    fireEvent.keyDown(all[0] as Element, { key: 'ArrowUp' });
    expect(document.activeElement).toBe(all.at(-1));
    fireEvent.keyDown(document.activeElement as Element, { key: 'ArrowDown' });
    expect(document.activeElement).toBe(all[0]);
  });

  it.each([
    ['ArrowDown', 0],
    ['ArrowUp', -1],
  ])('opens by %s too, at that end', (key, index) => {
    show();
    const more = button('More');
    more.focus();
    expect(fireEvent.keyDown(more, { key })).toBe(false);
    expect(document.activeElement).toBe(screen.getAllByRole('menuitem').at(index));
  });

  it('closes by Esc without a choice and gives the focus back', () => {
    const { actions } = show();
    open();
    fireEvent.keyDown(document.activeElement as Element, { key: 'Escape' });
    expect(screen.queryByRole('menu')).toBeNull();
    expect(document.activeElement).toBe(button('More'));
    expect(actions.onMarkAround).not.toHaveBeenCalled();
  });

  it.each([
    ['Copy link', 'link'],
    ['Copy citation as BibTeX', 'bibtex'],
    ['Copy citation as text', 'text'],
  ])('has “%s”', (name, what) => {
    const { actions, paper } = show();
    open();
    fireEvent.click(screen.getByRole('menuitem', { name }));
    expect(actions.onCopy).toHaveBeenCalledWith(paper, what);
  });

  it('marks the papers above or below as read', () => {
    const { actions, paper } = show();
    open();
    expect(items().slice(-2)).toEqual(['Mark those above as read', 'Mark those below as read']);
    fireEvent.click(screen.getByRole('menuitem', { name: 'Mark those below as read' }));
    expect(actions.onMarkAround).toHaveBeenCalledWith(paper, 'below');
    expect(screen.queryByRole('menu')).toBeNull();
  });
});
