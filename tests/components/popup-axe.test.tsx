import { act, fireEvent, screen, waitFor } from '@testing-library/preact';
import axe from 'axe-core';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { inPopup, openPopup, settle, tab, titles, usePopupWorld } from './popup-world';
import { installBadge } from './real-actions';
import { seedDay, seedTopic } from './seed-feed';

vi.mock('@/lib/screens/popup/actions', async () => (await import('./real-actions')).withRealMarks());

async function expectNothing(): Promise<void> {
  // Colours need a layout; they are checked in a real browser and by the contrast table of the tokens.
  const { violations } = await axe.run(document.body, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}

describe('axe finds nothing', () => {
  usePopupWorld();
  beforeEach(async () => {
    installBadge();
    await seedDay('2026-11-23', ['Agents at speech', 'Speech', 'Poetry']);
    await seedTopic('Agents', 'agents');
    await seedTopic('Speech', 'speech');
    await openPopup();
    await screen.findAllByRole('button', { name: 'Star' });
    await act(settle);
  });

  it('in a card with its tools and its menu, and in what was done', async () => {
    fireEvent.click(screen.getAllByRole('button', { name: 'Star' })[0] as Element);
    await waitFor(() => expect(inPopup('.popup-done')?.textContent).toContain('Undo'));
    fireEvent.click(screen.getAllByRole('button', { name: 'More' })[0] as Element);
    await expectNothing();
  });

  it('in the sum behind the badge and the menu of the list', async () => {
    fireEvent.click(tab(/New/));
    await waitFor(() => expect(inPopup('.badge-sum')).toBeTruthy());
    fireEvent.click(screen.getByRole('button', { name: 'Lists' }));
    await expectNothing();
  });

  it('in the search, also with a mistake in it', async () => {
    fireEvent.click(screen.getByRole('button', { name: 'Search' }));
    const field = await screen.findByRole('textbox');
    fireEvent.input(field, { target: { value: 'speech' } });
    await waitFor(() => expect(titles()).toHaveLength(2));
    await expectNothing();
    fireEvent.input(field, { target: { value: 'speech author:' } });
    await waitFor(() => expect(field.getAttribute('aria-invalid')).toBe('true'));
    await expectNothing();
  });

  it('in the calendar and in the keys', async () => {
    fireEvent.keyDown(document.body, { key: 'c' });
    await screen.findByRole('grid');
    await act(settle);
    await expectNothing();
    fireEvent.keyDown(screen.getByRole('dialog'), { key: 'Escape' });
    fireEvent.keyDown(document.body, { key: '?' });
    await screen.findByRole('dialog', { name: 'Keys' });
    await expectNothing();
  });
});
