import { fireEvent, render, screen } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { EmptyNote } from '@/components/feed/EmptyNote';
import { FeedFooter } from '@/components/feed/FeedFooter';
import { Skeleton } from '@/components/feed/Skeleton';
import type { FeedNote } from '@/lib/core/sync/feed-words';

function footer(note: FeedNote) {
  const actions = { onRefresh: vi.fn(), onOptions: vi.fn(), onGrant: vi.fn() };
  const view = render(<FeedFooter note={note} {...actions} />);
  return { ...view, ...actions };
}

describe('the state of the feed', () => {
  it('is read aloud when something is under way or wrong, not at every minute', () => {
    const { rerender } = footer({ tone: 'calm', text: 'Read 5 min ago, next 14:05' });
    expect(screen.getByRole('status').textContent).toBe('');
    const nothing = { onRefresh() {}, onOptions() {}, onGrant() {} };
    rerender(<FeedFooter note={{ tone: 'busy', text: 'Reading Nov 18 (4 of 11)' }} {...nothing} />);
    expect(screen.getByRole('status').textContent).toBe('Reading Nov 18 (4 of 11)');
  });

  it('does not ask again while it reads, and the button keeps the focus', () => {
    const { onRefresh } = footer({ tone: 'busy', text: 'Reading Nov 18 (4 of 11)' });
    const button = screen.getByRole('button', { name: 'Reading the feed' });
    button.focus();
    fireEvent.click(button);
    expect(onRefresh).not.toHaveBeenCalled();
    expect(document.activeElement).toBe(button);
  });

  it('offers the permission where it is missing', () => {
    const { onGrant } = footer({ tone: 'wrong', text: 'Not allowed to read huggingface.co', action: 'grant' });
    fireEvent.click(screen.getByRole('button', { name: 'Allow' }));
    expect(onGrant).toHaveBeenCalled();
  });

  it('reads the feed and opens the options', () => {
    const { onRefresh, onOptions } = footer({ tone: 'calm', text: 'Not read yet' });
    fireEvent.click(screen.getByRole('button', { name: 'Read the feed now' }));
    fireEvent.click(screen.getByRole('button', { name: 'Options' }));
    expect(onRefresh).toHaveBeenCalledTimes(1);
    expect(onOptions).toHaveBeenCalledTimes(1);
  });
});

describe('an empty list', () => {
  it('says why and hands its action over', () => {
    const onAct = vi.fn();
    const action = { kind: 'show-day', day: '2026-11-20', label: 'Show Friday, Nov 20' } as const;
    render(<EmptyNote reason={{ title: 'No paper today matches Speech.', action }} onAct={onAct} />);
    expect(screen.getByRole('status').textContent).toContain('No paper today matches Speech.');
    fireEvent.click(screen.getByRole('button', { name: 'Show Friday, Nov 20' }));
    expect(onAct).toHaveBeenCalledWith(action);
  });

  it('is said to be on its way while it loads', () => {
    render(<Skeleton words="Reading the first papers" />);
    expect(screen.getByRole('status').textContent).toBe('Reading the first papers');
  });
});
