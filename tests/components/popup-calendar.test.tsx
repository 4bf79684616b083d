import { act, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { heading, inPopup, openPopup, settle, titles, useCases, usePopupWorld } from './popup-world';
import { seedDay } from './seed-feed';

vi.mock('@/lib/screens/popup/actions', async () => (await import('./popup-world')).useCases);

const empty = () => inPopup('.empty')?.textContent;
const cell = (name: RegExp) => within(screen.getByRole('dialog')).getByRole('button', { name });
const press = (key: string, more: object = {}) =>
  fireEvent.keyDown(document.activeElement as Element, { key, ...more });
const askedDays = () => useCases.askSync.mock.calls.filter(([trigger]) => trigger === 'hand').map(([, ask]) => ask);

async function openCalendar(): Promise<void> {
  fireEvent.click(screen.getByRole('button', { name: /, Nov \d+$|, Nov \d+, / }));
  await screen.findByRole('grid');
  // The days stand before it is known how each of them is.
  await screen.findAllByRole('button', { name: /, Nov \d+: / });
  await act(settle);
}

describe('the calendar', () => {
  usePopupWorld();

  it('shows how each day of the month stands', async () => {
    await seedDay('2026-11-20', ['Friday one']);
    await seedDay('2026-11-23', ['Monday one', 'Monday two']);
    await openPopup();
    await openCalendar();
    expect(cell(/^Monday, Nov 23: 2 papers/).className).toContain('look-filling');
    expect(cell(/^Friday, Nov 20: 1 paper/).className).toContain('look-full');
    expect(cell(/^Saturday, Nov 21: the feed rests/).className).toContain('look-rest');
    expect(cell(/^Tuesday, Nov 3: not read yet/).className).toContain('look-unread');
    expect(cell(/^Tuesday, Nov 24/).hasAttribute('disabled')).toBe(true);
  });

  it('is walked through by the keys of a date grid', async () => {
    await seedDay('2026-11-23', ['Monday one']);
    await openPopup();
    await openCalendar();
    const at = () => document.activeElement?.getAttribute('aria-label');
    expect(at()).toMatch(/^Monday, Nov 23/);
    press('ArrowUp');
    expect(at()).toMatch(/^Monday, Nov 16/);
    press('End');
    expect(at()).toMatch(/^Sunday, Nov 22/);
    press('Home');
    press('ArrowLeft');
    expect(at()).toMatch(/^Sunday, Nov 15/);
    press('PageUp');
    await waitFor(() => expect(at()).toMatch(/^Thursday, Oct 15/));
    press('PageUp', { shiftKey: true });
    await waitFor(() => expect(at()).toMatch(/^Wednesday, Oct 15, 2025/));
    for (let year = 0; year < 5; year++) press('PageUp', { shiftKey: true });
    await waitFor(() => expect(at()).toMatch(/^Thursday, May 4, 2023/));
    press('Escape');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('tells of the day under the pointer, and keeps the one the keys are at', async () => {
    await seedDay('2026-11-23', ['Monday one']);
    await openPopup();
    await openCalendar();
    const point = (name: RegExp) => fireEvent.mouseMove(cell(name), { movementX: 1 });
    const told = () => document.querySelector('.calendar-told')?.textContent;
    point(/^Thursday, Nov 5/);
    await act(settle);
    expect(told()).toMatch(/^Thursday, Nov 5/);
    expect(document.activeElement).toBe(cell(/^Monday, Nov 23/));
    expect(cell(/^Thursday, Nov 5/).tabIndex).toBe(-1);
    // From where the keys are, however the pointer rests; and the words follow the keys again.
    press('ArrowLeft');
    await act(settle);
    expect(document.activeElement).toBe(cell(/^Sunday, Nov 22/));
    expect(told()).toMatch(/^Sunday, Nov 22/);
    fireEvent.mouseMove(cell(/^Thursday, Nov 5/), { movementX: 0 });
    await act(settle);
    expect(told()).toMatch(/^Sunday, Nov 22/);
    point(/^Thursday, Nov 5/);
    fireEvent.mouseLeave(screen.getByRole('grid'));
    await act(settle);
    expect(told()).toMatch(/^Sunday, Nov 22/);
  });

  it('steps by years, no further than the feed goes', async () => {
    await seedDay('2026-11-23', ['Monday one']);
    await openPopup();
    await openCalendar();
    const month = () => within(screen.getByRole('dialog')).getByRole('heading', { level: 3 }).textContent;
    const step = async (name: string) => {
      fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name }));
      await act(settle);
    };
    await step('Earlier year');
    expect(month()).toBe('November 2025');
    for (let i = 0; i < 4; i++) await step('Earlier year');
    expect(month()).toBe('May 2023');
    await step('Later year');
    expect(month()).toBe('May 2024');
    for (let i = 0; i < 4; i++) await step('Later year');
    expect(month()).toBe('November 2026');
  });

  it('leads to a stored day without asking for it', async () => {
    await seedDay('2026-11-05', ['An older one']);
    await seedDay('2026-11-23', ['Monday one']);
    await openPopup();
    await openCalendar();
    fireEvent.click(cell(/^Thursday, Nov 5/));
    await waitFor(() => expect(titles()).toEqual(['An older one']));
    expect(heading()).toBe('Thursday, Nov 5');
    expect(askedDays()).toEqual([]);
  });

  it('has an unstored day read, shows that it is under way, then its papers', async () => {
    await seedDay('2026-11-23', ['Monday one']);
    useCases.askSync.mockImplementation((trigger) =>
      trigger === 'hand' ? new Promise(() => {}) : Promise.resolve({ kind: 'not-due' }),
    );
    await openPopup();
    await openCalendar();
    fireEvent.click(cell(/^Tuesday, Nov 3/));
    await waitFor(() => expect(askedDays()).toEqual([{ day: '2026-11-03' }]));
    await waitFor(() => expect(inPopup('.skeleton')?.textContent).toBe('Reading Nov 3'));
    await act(async () => void (await seedDay('2026-11-03', ['A paper of then'])));
    await waitFor(() => expect(titles()).toEqual(['A paper of then']));
  });

  it.each([
    [{ kind: 'barred', until: Date.parse('2026-11-23T10:00:00Z') }, 'The feed asked us to wait until'],
    [{ kind: 'refused', words: 'The feed begins on May 4, 2023.' }, 'The feed begins on May 4, 2023.'],
    [{ kind: 'finished', failure: { kind: 'offline', at: 0 } }, 'Tuesday, Nov 3 could not be read.'],
    [{ kind: 'finished', failure: { kind: 'no-permission', at: 0, host: 'huggingface.co' } }, 'Allow it'],
    [{ kind: 'finished' }, 'was not read yet.'],
  ])('says what became of it: %j', async (reply, expected) => {
    await seedDay('2026-11-23', ['Monday one']);
    useCases.askSync.mockImplementation(async (trigger) => (trigger === 'hand' ? reply : { kind: 'not-due' }) as never);
    await openPopup();
    await openCalendar();
    fireEvent.click(cell(/^Tuesday, Nov 3/));
    await waitFor(() => expect(empty()).toContain(expected));
  });

  it('says that nothing was listed, or that the feed rests', async () => {
    await seedDay('2026-11-03', []);
    await seedDay('2026-11-23', ['Monday one']);
    await openPopup();
    await openCalendar();
    fireEvent.click(cell(/^Tuesday, Nov 3/));
    await waitFor(() => expect(empty()).toContain('nothing was listed'));
    await openCalendar();
    fireEvent.click(cell(/^Sunday, Nov 1:/));
    await waitFor(() => expect(empty()).toContain('the feed rests on weekends'));
  });

  it('has a day of a weekend read too: a few Sundays had papers', async () => {
    await seedDay('2026-11-23', ['Monday one']);
    await openPopup();
    await openCalendar();
    fireEvent.click(cell(/^Sunday, Nov 1:/));
    await waitFor(() => expect(askedDays()).toEqual([{ day: '2026-11-01' }]));
    await act(async () => void (await seedDay('2026-11-01', ['A paper of Sunday'])));
    await waitFor(() => expect(titles()).toEqual(['A paper of Sunday']));
    await openCalendar();
    fireEvent.click(cell(/^Sunday, Nov 1: 1 paper/));
    await act(settle);
    expect(askedDays()).toHaveLength(1);
  });

  it('forgets the reading of a day when another one is chosen', async () => {
    await seedDay('2026-11-23', ['Monday one']);
    let answer = (_reply: object) => {};
    useCases.askSync.mockImplementation((trigger) =>
      trigger === 'hand'
        ? new Promise((resolve) => {
            answer = resolve as never;
          })
        : Promise.resolve({ kind: 'not-due' }),
    );
    await openPopup();
    await openCalendar();
    fireEvent.click(cell(/^Tuesday, Nov 3/));
    await waitFor(() => expect(inPopup('.skeleton')).toBeTruthy());
    await openCalendar();
    fireEvent.click(cell(/^Monday, Nov 23/));
    await waitFor(() => expect(titles()).toEqual(['Monday one']));
    await act(async () => answer({ kind: 'finished', failure: { kind: 'offline', at: 0 } }));
    expect(titles()).toEqual(['Monday one']);
    expect(empty()).toBeUndefined();
  });
});
