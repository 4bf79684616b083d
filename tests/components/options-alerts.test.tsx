import { act, configure, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import axe from 'axe-core';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createTopic, updateTopic } from '@/lib/app/save-topic';
import { SENT_WORDS } from '@/lib/core/sync/sent-words';
import { readSettings, readTopics } from '@/lib/db/queries/user';
import { userDb } from '@/lib/db/user-database';
import { openOptions } from './open-options';
import { resetWorld, setAlerts, world } from './options-world';

configure({ asyncUtilTimeout: 8000 });
vi.setConfig({ testTimeout: 30_000 });

vi.mock('@/lib/browser/permissions', async () => (await import('./options-world')).permissions);
vi.mock('@/lib/app/refresh-badge', () => ({ refreshBadge: async () => {} }));
vi.mock('@/lib/app/ask-sync', async () => (await import('./options-world')).background);

const revoke = () => act(() => void setAlerts(false));

beforeEach(resetWorld);

/** As by key: the button has the focus, which goes with it. */
const press = (button: HTMLElement) => {
  button.focus();
  fireEvent.click(button);
};
const notifyMe = () => screen.findByRole<HTMLInputElement>('switch', { name: 'Notify me' });
const readNotify = async () => (await readTopics())[0]?.notify;
const findFaults = async (container: Element) => {
  const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
};

describe('“Notify me” of a topic', () => {
  it('is off at first, asks the browser at the first switch, and is stored when that agrees', async () => {
    await createTopic({ name: 'Agents', query: 'agents' });
    await openOptions('#topics');
    expect((await notifyMe()).checked).toBe(false);
    expect(world.asked).toBe(0);
    fireEvent.click(await notifyMe());
    await waitFor(async () => expect(await readNotify()).toBe(true));
    await waitFor(async () => expect((await notifyMe()).checked).toBe(true));
    expect(world.asked).toBe(1);
    await screen.findByText(/Last change: Alerts for “Agents” switched on\./);
    fireEvent.click(await notifyMe());
    await waitFor(async () => expect(await readNotify()).toBe(false));
    expect(world.asked).toBe(1);
  });

  it('stays off where the browser refuses, says so, and asks again at the next switch', async () => {
    await createTopic({ name: 'Agents', query: 'agents', badge: false });
    const { container } = await openOptions('#topics');
    expect(container.textContent).toContain('those that count on the badge make its number');
    world.answer = false;
    for (let time = 1; time <= 2; time += 1) {
      fireEvent.click(await notifyMe());
      const words = await screen.findByText(/The browser did not allow alerts, so “Notify me” stays off/);
      expect(words.textContent).toMatch(/; the popup lists these papers in any case\.$/);
      await waitFor(async () => expect((await notifyMe()).checked).toBe(false));
      expect(world.asked).toBe(time);
    }
    expect(await readNotify()).toBe(false);
    world.answer = true;
    fireEvent.click(await notifyMe());
    await waitFor(async () => expect(await readNotify()).toBe(true));
    await waitFor(() => expect(screen.queryByText(/did not allow/)).toBeNull());
  });

  it('says that nothing is shown when the permission was taken back', async () => {
    const { id } = await createTopic({ name: 'Agents', query: 'agents' });
    await updateTopic(id, { notify: true });
    world.alertsGranted = true;
    const { container } = await openOptions('#topics');
    await waitFor(async () => expect((await notifyMe()).checked).toBe(true));
    expect(container.textContent).not.toContain('does not allow alerts');
    await revoke();
    await screen.findByText(/The browser does not allow alerts, so none is shown/);
    expect(await findFaults(container)).toEqual([]);
    fireEvent.click(await notifyMe());
    await waitFor(async () => expect(await readNotify()).toBe(false));
    await waitFor(() => expect(screen.queryByText(/does not allow alerts, so none is shown/)).toBeNull());
    fireEvent.click(await notifyMe());
    await waitFor(async () => expect(await readNotify()).toBe(true));
    expect(world.alertsGranted).toBe(true);
  });
});

describe('“Badge and alerts”', () => {
  it('tells which topics alert, and what to do where none does', async () => {
    await openOptions('#badge');
    await screen.findByText(/No topic alerts you/);
    await screen.findByText(/The browser will ask you when you first switch/);
    for (const [name, notify] of [
      ['Agents', true],
      ['Speech', false],
    ] as const) {
      const { id } = await createTopic({ name, query: name });
      await updateTopic(id, { notify });
    }
    const links = () => {
      const heading = screen.getByRole('heading', { level: 2, name: 'Alerts' });
      return within(heading.parentElement as HTMLElement).queryAllByRole('link');
    };
    await waitFor(() => expect(links().map(({ textContent }) => textContent)).toEqual(['Agents']));
    expect(links()[0]?.getAttribute('href')).toMatch(/^#topics\/.{36}$/);
  });

  it('shows a permission that was taken back, and asks for it', async () => {
    const { id } = await createTopic({ name: 'Agents', query: 'agents', badge: false });
    await updateTopic(id, { notify: true });
    world.alertsGranted = true;
    const { container } = await openOptions('#badge');
    await screen.findByText(/The browser allows alerts/);
    await revoke();
    const words = (await screen.findByText('Not allowed.')).parentElement?.textContent;
    expect(words).toMatch(/The popup lists the papers all the same\.$/);
    world.answer = false;
    fireEvent.click(screen.getByRole('button', { name: 'Allow alerts' }));
    await screen.findByText('The browser did not allow it. You can ask again.');
    expect(await findFaults(container)).toEqual([]);
    world.answer = true;
    press(screen.getByRole('button', { name: 'Allow alerts' }));
    const line = await screen.findByText(/The browser allows alerts/);
    expect(document.activeElement).toBe(line);
  });

  it('sets the quiet hours, says what they mean, and takes them back', async () => {
    const { container } = await openOptions('#badge');
    expect(screen.queryByLabelText('From')).toBeNull();
    fireEvent.click(await screen.findByRole('switch', { name: 'Quiet hours' }));
    const from = await screen.findByLabelText<HTMLSelectElement>('From');
    const to = screen.getByLabelText<HTMLSelectElement>('to');
    expect([from.value, to.value]).toEqual(['22', '7']);
    screen.getByText(/Every night from 22:00 to 07:00 of the next day/);
    fireEvent.change(from, { target: { value: '1' } });
    await screen.findByText(/Every day from 01:00 to 07:00/);
    fireEvent.change(to, { target: { value: '1' } });
    await screen.findByText(/there are no quiet hours/);
    expect((await readSettings()).settings).toMatchObject({ quietHours: true, quietFrom: 1, quietTo: 1 });
    expect(await findFaults(container)).toEqual([]);
    fireEvent.click(await screen.findByRole('button', { name: 'Undo: When the quiet hours end was changed.' }));
    await screen.findByText(/Every day from 01:00 to 07:00/);
  });

  it('shows an hour that is none as what it is, and uses its own', async () => {
    await userDb.settings.bulkPut([
      { key: 'quietHours', value: true },
      { key: 'quietTo', value: 24 },
    ]);
    await openOptions('#badge');
    await screen.findByText(/“Quiet hours, to” is stored as/);
    expect((await screen.findByLabelText<HTMLSelectElement>('to')).value).toBe('7');
  });
});

describe('“Privacy”', () => {
  it('leads from the button that grants access to the words that take its place', async () => {
    world.feedGranted = false;
    await openOptions('#privacy');
    press(await screen.findByRole('button', { name: /^Grant access/ }));
    const line = (await screen.findByText(/The extension may ask huggingface\.co/)).closest('p');
    expect(document.activeElement).toBe(line);
  });

  it('tells what a request says in the words of every page that tells it', async () => {
    await openOptions('#privacy');
    await screen.findByText(SENT_WORDS);
  });

  it('tells whether alerts are allowed, and takes it back', async () => {
    world.alertsGranted = true;
    const { container } = await openOptions('#privacy');
    await screen.findByText(/No alert appears\. The popup lists the same papers\./);
    press(await screen.findByRole('button', { name: 'Take it back: Show alerts' }));
    const line = () => container.querySelector('dd a[href="#badge"]')?.parentElement;
    await waitFor(() => expect(line()?.textContent).toMatch(/^Not granted/));
    expect(document.activeElement).toBe(line());
    expect(world.alertsGranted).toBe(false);
    expect(screen.queryByRole('button', { name: 'Take it back: Show alerts' })).toBeNull();
    expect(await findFaults(container)).toEqual([]);
  });
});
