import { act, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { openPopup, settle, tab, titles, usePopupWorld } from './popup-world';
import { installBadge } from './real-actions';
import { seedDay, seedSetting, seedTopic } from './seed-feed';

vi.mock('@/lib/screens/popup/actions', async () => (await import('./real-actions')).withRealMarks());

/** What has the focus; `undefined` where it is lost. */
const focused = () =>
  document.activeElement === document.body || !document.activeElement?.isConnected
    ? undefined
    : (document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent);
const press = (key: string) =>
  act(async () => {
    const target = document.activeElement ?? document.body;
    target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    await settle();
  });
const click = (element: HTMLElement) =>
  act(async () => {
    element.focus();
    fireEvent.click(element);
    await settle();
  });

/** Opens the popup and waits until its keys are there. */
async function openWithKeys(): Promise<void> {
  await openPopup();
  await screen.findByRole('button', { name: 'Lists' });
  await act(settle);
}

describe('the focus goes on', () => {
  usePopupWorld();
  beforeEach(installBadge);

  it.each([
    ['s', /Starred/],
    ['l', /Later/],
  ] as const)('to the next card when %s takes one out of its list, at its end to the tab', async (key, name) => {
    await seedDay('2026-11-23', ['One', 'Two']);
    await openWithKeys();
    await press('j');
    for (const title of ['One', 'Two']) {
      expect(focused()).toBe(title);
      vi.setSystemTime(Date.now() + 1_000);
      await press(key);
      await press('j');
    }
    await click(tab(name));
    await waitFor(() => expect(titles()).toEqual(['Two', 'One']));
    await press('k');
    expect(focused()).toBe('Two');
    await press(key);
    await waitFor(() => expect(titles()).toEqual(['One']));
    expect(focused()).toBe('One');
    await press(key);
    await waitFor(() => expect(titles()).toEqual([]));
    expect(document.activeElement).toBe(tab(name));
    await press('z');
    await waitFor(() => expect(titles()).toEqual(['One']));
    expect(focused()).toBeDefined();
  });

  it('when undo takes the card of the focus out of its list', async () => {
    await seedDay('2026-11-23', ['One', 'Two']);
    await openWithKeys();
    await press('j');
    await press('s');
    await press('j');
    vi.setSystemTime(Date.now() + 1_000);
    await press('s');
    await click(tab(/Starred/));
    await waitFor(() => expect(titles()).toEqual(['Two', 'One']));
    await press('k');
    expect(focused()).toBe('Two');
    await press('z');
    await waitFor(() => expect(titles()).toEqual(['One']));
    expect(focused()).toBe('One');
  });

  it.each(['Escape', 'the button'])('to the search button when %s closes the search', async (way) => {
    await seedDay('2026-11-23', ['Agents', 'Speech']);
    await openWithKeys();
    await click(screen.getByRole('button', { name: 'Search' }));
    fireEvent.input(screen.getByRole('textbox'), { target: { value: 'speech' } });
    await act(settle);
    if (way === 'Escape') await press('Escape');
    else await click(screen.getByRole('button', { name: 'Close the search' }));
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(focused()).toBe('Search');
  });

  it('to the card from which the key opened the search', async () => {
    await seedDay('2026-11-23', ['Agents', 'Speech']);
    await openWithKeys();
    await press('j');
    await press('j');
    await press('/');
    expect(document.activeElement).toBe(screen.getByRole('textbox'));
    await press('Escape');
    expect(focused()).toBe('Speech');
  });

  it('to the search button when the search is followed', async () => {
    await seedDay('2026-11-23', ['Agents', 'Speech']);
    await openWithKeys();
    await click(screen.getByRole('button', { name: 'Search' }));
    fireEvent.input(screen.getByRole('textbox'), { target: { value: 'speech' } });
    await act(settle);
    await click(screen.getByRole('button', { name: 'Follow this search' }));
    await waitFor(() => expect(tab(/Speech/).getAttribute('aria-selected')).toBe('true'));
    expect(focused()).toBe('Search');
  });

  it('to the card the keys mean when the message about it is closed', async () => {
    await seedDay('2026-11-23', ['One', 'Two', 'Three']);
    await openWithKeys();
    await press('j');
    await press('j');
    await press('s');
    await click(await screen.findByRole('button', { name: 'Close this message' }));
    expect(screen.queryByRole('button', { name: 'Close this message' })).toBeNull();
    expect(focused()).toBe('Two');
  });

  it('to the part of the sum that was chosen when all is shown again', async () => {
    await seedDay('2026-11-23', ['Agents', 'Speech']);
    await seedTopic('Agents', 'agents');
    await openWithKeys();
    await click(tab(/New/));
    const part = (name: RegExp) =>
      within(screen.getByRole('group', { name: 'The number on the badge' })).getByRole('button', { name });
    await click(part(/Agents/));
    await click(part(/Show all/));
    expect(document.activeElement).toBe(part(/Agents/));
  });

  it('to the first card when all are marked as seen', async () => {
    await seedSetting('clearNewBy', 'hand');
    await seedDay('2026-11-23', ['One', 'Two']);
    await openWithKeys();
    await click(screen.getByRole('button', { name: 'Mark all as seen' }));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Mark all as seen' })).toBeNull());
    expect(focused()).toBe('One');
  });
});
