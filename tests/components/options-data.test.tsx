import { act, configure, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import axe from 'axe-core';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { setFlag } from '@/lib/app/mark';
import { createTopic } from '@/lib/app/save-topic';
import { addDays, toUtcDay } from '@/lib/core/days/day';
import type { Schedule } from '@/lib/core/sync/state';
import { feedDb } from '@/lib/db/feed-database';
import { readTopics } from '@/lib/db/queries/user';
import { userDb } from '@/lib/db/user-database';
import { writeMeta } from '../harness/write-meta';
import { makePaper } from './make-paper';
import { openOptions } from './open-options';
import { background, resetWorld } from './options-world';
import { seedDay } from './seed-feed';

configure({ asyncUtilTimeout: 8000 });
vi.setConfig({ testTimeout: 30_000 });

vi.mock('@/lib/browser/permissions', async () => (await import('./options-world')).permissions);
vi.mock('@/lib/app/refresh-badge', () => ({ refreshBadge: async () => {} }));
vi.mock('@/lib/app/ask-sync', async () => (await import('./options-world')).background);

const copy = vi.hoisted(() => ({ writeCopy: vi.fn(async () => {}) }));
vi.mock('@/lib/app/second-copy', () => copy);

const TODAY = toUtcDay(Date.now());
const { askSync } = background;

beforeEach(async () => {
  await resetWorld();
  askSync.mockResolvedValue({ kind: 'finished', newPapers: 2, requests: 1 });
  await seedDay(TODAY, ['Agents that plan', 'Speech']);
  await createTopic({ name: 'Agents', query: 'agents' });
});

const row = async (name: string) => (await screen.findByRole('row', { name: new RegExp(`^${name}`) })).textContent;

describe('the data', () => {
  it('are counted table by table, and counted again as they change', async () => {
    await openOptions('#data');
    expect(await row('Papers \\d')).toMatch(/^Papers2about [\d.]+ (bytes|kB)$/);
    await createTopic({ name: 'Speech', query: 'speech' });
    await waitFor(async () => expect(await row('Topics')).toMatch(/^Topics, deleted ones too2about/));
  });

  it('are not said to be none before they are counted', async () => {
    const { container } = await openOptions('#data');
    const explains = () => container.querySelector('.switch-setting .explains')?.textContent;
    expect(explains()).not.toContain('stored');
    await waitFor(() => expect(explains()).toMatch(/^2 are stored/));
    await feedDb.papers.clear();
    await waitFor(() => expect(explains()).toBe('No papers are stored.'));
  });

  it('say where the second copy can’t be written, with what to do, until it can', async () => {
    copy.writeCopy.mockRejectedValue(new Error('QUOTA_BYTES quota exceeded'));
    await openOptions('#data');
    const told = await screen.findByText(/can’t be written \(Error: QUOTA_BYTES quota exceeded\)/);
    expect(told.textContent).toContain('free some disk space, or save a backup below');
    copy.writeCopy.mockResolvedValue();
    await createTopic({ name: 'Speech', query: 'speech' });
    await setFlag(makePaper({ id: '2611.00001' }), 'starred', true);
    await waitFor(() => expect(screen.queryByText(/can’t be written/)).toBeNull());
  });

  it('that are older than the user wants to keep them go once that is confirmed, and the page says what went', async () => {
    const old = addDays(TODAY, -120);
    await seedDay(old, ['Old', 'Older'], { readAt: 1 });
    await openOptions('#data');
    fireEvent.change(await screen.findByLabelText('Keep papers'), { target: { value: '90' } });
    await screen.findByText(/^2 papers older than .* will be deleted\. Nothing is deleted before you say so\.$/);
    expect(await feedDb.papers.count()).toBe(4);
    fireEvent.click(screen.getByRole('button', { name: 'Delete them' }));
    await screen.findByText(/^Last deleted \d\d:\d\d: 2 papers up to .*, for their age\.$/);
    expect((await feedDb.papers.toArray()).map(({ title }) => title)).toEqual(['Agents that plan', 'Speech']);
    await waitFor(async () => expect(await row('Papers \\d')).toMatch(/^Papers2/));
  });

  it('go only after a word was typed, with all that is named, and the page shows it by itself', async () => {
    await openOptions('#data');
    const ask = await screen.findByRole('button', { name: 'Delete everything I made…' });
    ask.focus();
    fireEvent.click(ask);
    const dialog = await screen.findByRole('dialog');
    const go = within(dialog).getByRole('button', { name: 'Delete all of it' });
    fireEvent.click(go);
    expect(await readTopics()).toHaveLength(1);
    fireEvent.input(within(dialog).getByLabelText('Type “delete” to go on'), { target: { value: 'Delete ' } });
    go.focus();
    fireEvent.click(go);
    await screen.findByText(/as it was after the installation/);
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Delete everything I made…' }));
    expect(await userDb.topics.count()).toBe(0);
    expect(await feedDb.papers.count()).toBe(2);
    await waitFor(async () => expect(await row('Topics')).toBe('Topics, deleted ones too0'));
  });

  it('do not come back from a text that was not saved', async () => {
    const { unmount } = await openOptions('#topics/new');
    fireEvent.input(await screen.findByLabelText('Matches papers that contain'), { target: { value: 'speech (' } });
    location.hash = '#data';
    dispatchEvent(new HashChangeEvent('hashchange'));
    fireEvent.click(await screen.findByRole('button', { name: 'Delete everything I made…' }));
    fireEvent.input(await screen.findByLabelText('Type “delete” to go on'), { target: { value: 'delete' } });
    fireEvent.click(screen.getByRole('button', { name: 'Delete all of it' }));
    await screen.findByText(/as it was after the installation/);
    unmount();
    expect(Object.keys(localStorage)).toEqual([]);
    expect(await userDb.topics.count()).toBe(0);
  });

  it('say so when they could not be deleted, and can be tried again; no text is lost', async () => {
    await openOptions('#topics/new');
    fireEvent.input(await screen.findByLabelText('Matches papers that contain'), { target: { value: 'speech (' } });
    location.hash = '#data';
    dispatchEvent(new HashChangeEvent('hashchange'));
    fireEvent.click(await screen.findByRole('button', { name: 'Delete everything I made…' }));
    fireEvent.input(await screen.findByLabelText('Type “delete” to go on'), { target: { value: 'delete' } });
    vi.spyOn(userDb, 'transaction').mockRejectedValueOnce(new DOMException('no', 'UnknownError') as never);
    fireEvent.click(screen.getByRole('button', { name: 'Delete all of it' }));
    expect((await screen.findByRole('alert')).textContent).toContain('could not be deleted');
    expect(await readTopics()).toHaveLength(1);
    expect(Object.keys(localStorage)).toEqual(['topic-draft:new']);
    fireEvent.click(screen.getByRole('button', { name: 'Delete all of it' }));
    await screen.findByText(/as it was after the installation/);
    expect(Object.keys(localStorage)).toEqual([]);
  });

  it('of the feed go alone, and are asked for again', async () => {
    await openOptions('#data');
    askSync.mockClear();
    fireEvent.click(await screen.findByRole('button', { name: /^Delete the stored papers/ }));
    fireEvent.click(await screen.findByRole('button', { name: 'Delete and fetch again' }));
    await screen.findByText(/The old papers were deleted\. Read\. 2/);
    expect(askSync).toHaveBeenCalledWith('hand');
    expect(await feedDb.papers.count()).toBe(0);
    expect(await readTopics()).toHaveLength(1);
  });

  it('go all at once, named before, and are fetched again', async () => {
    await feedDb.seen.put({ paperId: 'x', at: 1 });
    localStorage.setItem('popup-place', '{}');
    await openOptions('#data');
    askSync.mockClear();
    fireEvent.click(await screen.findByRole('button', { name: /^Delete everything and begin anew/ }));
    const dialog = await screen.findByRole('dialog', { name: 'Delete everything and begin anew?' });
    for (const named of [
      /Topics, marks/,
      /shown to you, the days you picked, the list of requests/,
      /All papers/,
      /begun to type/,
    ])
      within(dialog).getByText(named);
    const go = within(dialog).getByRole('button', { name: 'Delete everything' });
    fireEvent.click(go);
    expect(await readTopics()).toHaveLength(1);
    fireEvent.input(within(dialog).getByLabelText('Type “delete” to go on'), { target: { value: 'delete' } });
    fireEvent.click(go);
    await screen.findByText(/^Everything was deleted\. Read\. 2/);
    expect(askSync).toHaveBeenCalledWith('hand');
    for (const table of [...feedDb.tables, ...userDb.tables].filter(({ name }) => name !== 'meta'))
      expect(await table.count(), table.name).toBe(0);
    expect(Object.keys(localStorage)).toEqual([]);
  });

  it('say that they could not be fetched again, and fetch them at another press', async () => {
    const failure = { kind: 'offline', at: 0 };
    askSync.mockImplementation(async (trigger) => ({ kind: 'finished', ...(trigger === 'hand' ? { failure } : {}) }));
    await openOptions('#data');
    fireEvent.click(await screen.findByRole('button', { name: /^Delete the stored papers/ }));
    fireEvent.click(await screen.findByRole('button', { name: 'Delete and fetch again' }));
    await screen.findByText(/The papers could not be fetched again\. You are offline\./);
    askSync.mockRejectedValueOnce(new Error('gone'));
    screen.getByRole('button', { name: 'Fetch them now' }).focus();
    fireEvent.click(screen.getByRole('button', { name: 'Fetch them now' }));
    await screen.findByText('The papers could not be fetched again (Error: gone).');
    askSync.mockResolvedValue({ kind: 'finished', newPapers: 2, requests: 1 });
    fireEvent.click(screen.getByRole('button', { name: 'Fetch them now' }));
    const said = await screen.findByText(/^Read\. 2/);
    await waitFor(() => expect(document.activeElement).toBe(said));
    expect(screen.queryByRole('button', { name: 'Fetch them now' })).toBeNull();
  });

  it.each<[string, Partial<Schedule>, RegExp]>([
    ['are there', {}, /The papers were fetched again\.$/],
    [
      'could not be fetched',
      { failure: { kind: 'offline', at: 0 }, failures: 1 },
      /could not be fetched again\. You are offline\.$/,
    ],
  ])('say when they %s where another reading was at it', async (_what, outcome, words) => {
    const job = {
      id: 'j',
      trigger: 'page',
      startedAt: 0,
      requests: 1,
      newPapers: 0,
      daysDone: 0,
      daysPlanned: 3,
    } as const;
    askSync.mockImplementation(async (trigger) => {
      if (trigger === 'hand') await writeMeta({ job });
      return { kind: 'under-way' };
    });
    await openOptions('#data');
    fireEvent.click(await screen.findByRole('button', { name: /^Delete the stored papers/ }));
    fireEvent.click(await screen.findByRole('button', { name: 'Delete and fetch again' }));
    await screen.findByText(/A reading is under way and goes on by itself\.$/);
    await act(() => writeMeta({ schedule: { nextDueAt: null, failures: 0, lastSuccessAt: 1, ...outcome }, job: null }));
    await screen.findByText(words);
    expect(screen.queryByText(/under way/)).toBeNull();
  });

  it('do not come back from another page that was being typed in', async () => {
    const { unmount } = await openOptions('#topics/new');
    const field = await screen.findByLabelText('Matches papers that contain');
    fireEvent.input(field, { target: { value: 'glaciers' } });
    localStorage.clear();
    act(() => void window.dispatchEvent(new StorageEvent('storage', { key: null })));
    const after = await screen.findByLabelText<HTMLTextAreaElement>('Matches papers that contain');
    expect(after.value).toBe('');
    unmount();
    expect(await userDb.topics.where('id').notEqual('').count()).toBe(1);
    expect(Object.keys(localStorage)).toEqual([]);
  });

  it('that another page deletes take a question along, and the page says why', async () => {
    await openOptions('#data');
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Delete everything I made…' })));
    await screen.findByRole('dialog');
    act(() => void window.dispatchEvent(new StorageEvent('storage', { key: null })));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await screen.findByText(/^Another page has deleted everything you made\. What was open here was closed/);
    await act(async () => {
      location.hash = '#about';
    });
    await waitFor(() => expect(screen.queryByText(/^Another page has deleted/)).toBeNull());
  });

  it('have dialogs without a fault that axe knows', async () => {
    await openOptions('#data');
    fireEvent.click(await screen.findByRole('button', { name: 'Delete everything I made…' }));
    const { violations } = await axe.run(await screen.findByRole('dialog'), {
      rules: { 'color-contrast': { enabled: false } },
    });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });
});

describe('the debug information', () => {
  const writeText = vi.fn(async (_text: string) => {});
  beforeEach(() => {
    writeText.mockReset();
    vi.stubGlobal('navigator', Object.assign(navigator, { clipboard: { writeText } }));
  });

  it('is copied as it is shown, without a topic unless that was ticked', async () => {
    const { container } = await openOptions('#about');
    await waitFor(() => expect(container.querySelector('pre')?.textContent).toContain('feed papers: 2'));
    expect(container.querySelector('pre')?.textContent).toContain(`daily-papers-user: version ${userDb.verno}`);
    fireEvent.click(screen.getByRole('button', { name: 'Copy debug information' }));
    await screen.findByText('Copied.');
    expect(writeText.mock.calls[0]?.[0]).toBe(container.querySelector('pre')?.textContent);
    expect(writeText.mock.calls[0]?.[0]).not.toMatch(/agents/i);
    fireEvent.click(screen.getByRole('checkbox', { name: 'Also my topics and reading interests' }));
    await waitFor(() => expect(container.querySelector('pre')?.textContent).toContain('Agents (on, badge): agents'));
  });

  it('says what to do where the browser refuses to copy', async () => {
    writeText.mockRejectedValue(new DOMException('no', 'NotAllowedError'));
    const { container } = await openOptions('#about');
    await waitFor(() => expect(container.querySelector('pre')?.textContent).not.toBe(''));
    fireEvent.click(screen.getByRole('button', { name: 'Copy debug information' }));
    await screen.findByText(/refused to copy/);
  });
});
