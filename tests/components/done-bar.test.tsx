import { fireEvent, render, screen } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { LetterKeys } from '@/components/controls/letter-keys';
import { DoneBar } from '@/components/feed/DoneBar';

describe('the bar that takes back', () => {
  it('names the key that does the same, where keys of one letter act', () => {
    const bar = <DoneBar id={1} words="Starred “One”." onUndo={vi.fn()} onClose={vi.fn()} />;
    const { rerender } = render(bar);
    expect(screen.getByRole('button', { name: 'Undo' }).title).toBe('Undo (z)');
    expect(screen.getByRole('button', { name: 'Undo' }).getAttribute('aria-keyshortcuts')).toBe('z');
    rerender(<LetterKeys.Provider value={false}>{bar}</LetterKeys.Provider>);
    expect(screen.getByRole('button', { name: 'Undo' }).hasAttribute('title')).toBe(false);
    expect(screen.getByRole('button', { name: 'Undo' }).hasAttribute('aria-keyshortcuts')).toBe(false);
  });

  it('can be closed before its time', () => {
    const onClose = vi.fn();
    render(<DoneBar id={1} words="Starred “One”." onUndo={vi.fn()} onClose={onClose} />);
    fireEvent.click(screen.getByRole('button', { name: 'Close this message' }));
    expect(onClose).toHaveBeenCalledTimes(1);
  });
});
