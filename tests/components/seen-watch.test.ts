import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSeenWatch } from '@/lib/ui/seen-watch';
import { installObservers, showElement } from './fake-observers';

const onSeen = vi.fn();
let card: HTMLElement;
let watch: ReturnType<typeof createSeenWatch>;

beforeEach(() => {
  vi.useFakeTimers();
  installObservers();
  onSeen.mockReset();
  card = document.createElement('article');
  watch = createSeenWatch(null, onSeen);
  watch.setElement('a', card);
});

afterEach(() => {
  watch.close();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a card counts as seen', () => {
  it('after a second in which half of it was in sight', () => {
    showElement(card, 50);
    vi.advanceTimersByTime(999);
    expect(onSeen).not.toHaveBeenCalled();
    vi.advanceTimersByTime(500);
    expect(onSeen).toHaveBeenCalledWith(['a']);
  });

  it('when it is taller than the window and fills half of that', () => {
    showElement(card, 200, 900, 400);
    vi.advanceTimersByTime(1_500);
    expect(onSeen).toHaveBeenCalledWith(['a']);
  });

  it('not when less than half was in sight', () => {
    showElement(card, 49);
    vi.advanceTimersByTime(5_000);
    expect(onSeen).not.toHaveBeenCalled();
  });

  it('not when it was scrolled past within the second', () => {
    showElement(card, 100);
    vi.advanceTimersByTime(900);
    showElement(card, 0);
    vi.advanceTimersByTime(5_000);
    expect(onSeen).not.toHaveBeenCalled();
  });

  it('not while the page is hidden; the second begins anew when it comes back', () => {
    showElement(card, 100);
    vi.advanceTimersByTime(900);
    watch.setVisible(false);
    vi.advanceTimersByTime(5_000);
    expect(onSeen).not.toHaveBeenCalled();
    watch.setVisible(true);
    vi.advanceTimersByTime(900);
    expect(onSeen).not.toHaveBeenCalled();
    vi.advanceTimersByTime(500);
    expect(onSeen).toHaveBeenCalledWith(['a']);
  });

  it('once, and together with others seen at the same time', () => {
    const other = document.createElement('article');
    watch.setElement('b', other);
    showElement(card, 100);
    vi.advanceTimersByTime(100);
    showElement(other, 100);
    vi.advanceTimersByTime(5_000);
    showElement(card, 60);
    vi.advanceTimersByTime(5_000);
    expect(onSeen.mock.calls).toEqual([[['a', 'b']]]);
  });

  it('not when it left the list before', () => {
    showElement(card, 100);
    watch.setElement('a', null);
    vi.advanceTimersByTime(5_000);
    expect(onSeen).not.toHaveBeenCalled();
  });

  it('also when the popup closes before the batch is written', () => {
    showElement(card, 100);
    vi.advanceTimersByTime(1_050);
    watch.close();
    expect(onSeen).toHaveBeenCalledWith(['a']);
  });
});
