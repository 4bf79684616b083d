import { act, configure, fireEvent, screen, waitFor } from '@testing-library/preact';
import axe from 'axe-core';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { saveSetting } from '@/lib/app/save-setting';
import { createTopic } from '@/lib/app/save-topic';
import { addDays, toUtcDay } from '@/lib/core/days/day';
import { planNextDue } from '@/lib/core/sync/schedule';
import { EXAMPLE_TOPICS } from '@/lib/core/topics/examples';
import { TOPIC_NAME_LIMIT } from '@/lib/core/topics/plan-topics';
import { feedDb } from '@/lib/db/feed-database';
import { readSettings, readTopics } from '@/lib/db/queries/user';
import { userDb } from '@/lib/db/user-database';
import { makePaper } from './make-paper';
import { openOptions } from './open-options';
import { background, resetWorld, world } from './options-world';
import { seedTopic } from './seed-feed';

// Databases, badge and live queries take part: a busy machine needs more than the usual second.
configure({ asyncUtilTimeout: 8000 });
vi.setConfig({ testTimeout: 30_000 });

vi.mock('@/lib/browser/permissions', async () => (await import('./options-world')).permissions);
vi.mock('@/lib/app/ask-sync', async () => (await import('./options-world')).background);

const TODAY = toUtcDay(Date.now());
const { askSync } = background;

beforeEach(async () => {
  await resetWorld();
  await feedDb.papers.bulkPut(
    ['Agents that plan', 'Agents in video worlds', 'Speech'].map((title, i) =>
      makePaper({ id: `p${i}`, title, summary: '', dailyDate: TODAY }),
    ),
  );
  document.documentElement.removeAttribute('data-theme');
});

const go = (hash: string) =>
  act(() => {
    location.hash = hash;
    dispatchEvent(new HashChangeEvent('hashchange'));
  });

const field = () => screen.findByLabelText<HTMLTextAreaElement>('Matches papers that contain');

describe('the options', () => {
  it('make a topic of the first complete query and show what it catches', async () => {
    await openOptions('#topics/new');
    fireEvent.input(await field(), { target: { value: 'agents' } });
    await waitFor(() => expect(screen.getByText('of 3 stored papers').parentElement?.textContent).toContain('2'));
    await waitFor(async () => expect(await readTopics()).toMatchObject([{ name: 'Agents', query: 'agents' }]));
    await waitFor(() => expect(location.hash).toMatch(/^#topics\/.{36}$/));
    await screen.findByText('2 new');
  });

  it('do not lose a text with an error to a look at another topic or section, nor save it', async () => {
    const [agents, speech] = [
      await createTopic({ name: 'A', query: 'agents' }),
      await createTopic({ name: 'S', query: 'speech' }),
    ];
    await openOptions(`#topics/${agents.id}`);
    fireEvent.input(await field(), { target: { value: 'agents (' } });
    fireEvent.blur(await field());
    go(`topics/${speech.id}`);
    await waitFor(async () => expect((await field()).value).toBe('speech'));
    go('badge');
    await screen.findByRole('heading', { level: 1, name: 'Badge and alerts' });
    go(`topics/${agents.id}`);
    expect((await field()).value).toBe('agents (');
    expect((await readTopics()).map(({ query }) => query)).toEqual(['agents', 'speech']);
    expect(screen.getByText(/Showing the last version that was complete\./)).toBeTruthy();
  });

  it('show the text with an error again that was in the field when the page was closed', async () => {
    const agents = await createTopic({ name: 'A', query: 'agents' });
    const first = await openOptions(`#topics/${agents.id}`);
    fireEvent.input(await field(), { target: { value: 'agents (' } });
    first.unmount();
    await openOptions(`#topics/${agents.id}`);
    expect((await field()).value).toBe('agents (');
    await screen.findByText('not saved');
    expect((await readTopics()).map(({ query }) => query)).toEqual(['agents']);
  });

  it('say of a stored query that can’t be read what becomes of it, and count nothing', async () => {
    await seedTopic('Broken', 'planning OR');
    await openOptions('#topics');
    expect((await field()).value).toBe('planning OR');
    await screen.findByText(/Until it is mended, the topic matches nothing\./);
    await screen.findByText('What it would have caught appears here while you type.');
    expect(screen.getByLabelText<HTMLInputElement>('Name').value).toBe('Broken');
  });

  it('show the name that was stored: another topic bears the one that was typed', async () => {
    await createTopic({ name: 'Agents', query: 'agents' });
    const speech = await createTopic({ name: 'Speech', query: 'speech' });
    await openOptions(`#topics/${speech.id}`);
    const name = await screen.findByLabelText<HTMLInputElement>('Name');
    expect(name.maxLength).toBe(TOPIC_NAME_LIMIT);
    fireEvent.input(name, { target: { value: 'Agents' } });
    fireEvent.blur(name);
    await waitFor(() => expect(name.value).toBe('Agents 2'));
  });

  it('write a name in the direction of its own script', async () => {
    await createTopic({ name: 'نماذج', query: 'agent' });
    await openOptions('#topics');
    expect((await screen.findByLabelText('Name')).getAttribute('dir')).toBe('auto');
  });

  it('tell in a blank name field what the topic is called', async () => {
    await createTopic({ name: 'Agents', query: 'agent' });
    await openOptions('#topics/new');
    fireEvent.input(await field(), { target: { value: 'agents' } });
    fireEvent.blur(await field());
    await waitFor(() => expect(screen.getByLabelText('Name').getAttribute('placeholder')).toBe('Agents 2'));
  });

  it('add an example once, however fast it is clicked', async () => {
    await openOptions('#topics');
    fireEvent.click(await screen.findByRole('button', { name: 'Pick from examples' }));
    const add = (await screen.findAllByRole<HTMLButtonElement>('button', { name: /^Add / }))[0];
    add?.click();
    add?.click();
    await waitFor(() => expect(add?.textContent).toBe('Added'));
    await waitFor(async () => expect(await readTopics()).not.toEqual([]));
    expect(await readTopics()).toHaveLength(1);
  });

  it('offer an example whose topic is off, and switch that on', async () => {
    const { name, query } = EXAMPLE_TOPICS[0] as (typeof EXAMPLE_TOPICS)[number];
    await seedTopic('Mine', query, { enabled: false });
    await openOptions('#topics');
    fireEvent.click(await screen.findByRole('button', { name: 'Pick from examples…' }));
    fireEvent.click(await screen.findByRole('button', { name: `Add ${name}` }));
    await waitFor(async () => expect(await readTopics()).toMatchObject([{ name: 'Mine', enabled: true }]));
    await screen.findByRole('button', { name: `${name} is added` });
  });

  it('offer an example again that could not be added', async () => {
    await openOptions('#topics');
    fireEvent.click(await screen.findByRole('button', { name: 'Pick from examples' }));
    const add = (await screen.findAllByRole<HTMLButtonElement>('button', { name: /^Add / }))[0];
    vi.spyOn(userDb, 'transaction').mockRejectedValueOnce(new DOMException('full', 'QuotaExceededError') as never);
    fireEvent.click(add as Element);
    await screen.findByText(/could not be saved/);
    await waitFor(() => expect(add?.disabled).toBe(false));
  });

  it('read the feed when they are opened, if it is due, and once', async () => {
    await openOptions('#badge');
    go('schedule');
    await screen.findByRole('heading', { level: 1, name: 'Sources and schedule' });
    await waitFor(() => expect(askSync.mock.calls).toEqual([['page']]));
  });

  it('tell how much is added to the time between two readings, for every choice', async () => {
    await openOptions('#schedule');
    await screen.findByText(/Up to \d+ %/);
    const added = Number(/Up to (\d+) %/.exec(document.body.textContent ?? '')?.[1]);
    const choices = [...(await screen.findByLabelText<HTMLSelectElement>('Read the feed')).options];
    for (const everyMin of choices.map(({ value }) => Number(value)).filter((value) => value > 0)) {
      const latest = planNextDue({ everyMin, failures: 0 }, 0, 1) ?? 0;
      expect(latest / 60_000).toBeCloseTo(everyMin * (1 + added / 100), 3);
    }
  });

  it('explain the chosen interval in a line, and another one as soon as it is chosen', async () => {
    await openOptions('#schedule');
    const choice = await screen.findByLabelText<HTMLSelectElement>('Read the feed');
    const explains = () => document.getElementById(choice.getAttribute('aria-describedby') ?? '')?.textContent;
    expect(explains()).toMatch(/^About 22 readings a day/);
    fireEvent.change(choice, { target: { value: '0' } });
    await waitFor(() => expect(explains()).toMatch(/^Nothing is asked until you press a button/));
    expect((await readSettings()).settings.syncEveryMin).toBe(0);
  });

  it('say of a silent background that nothing is read by itself, and read the feed at a click', async () => {
    world.background = 'silent';
    await openOptions('#schedule');
    const words = await screen.findByText(/^Not updating by itself/);
    expect(words.className).toContain('is-wrong');
    screen.getByText(/Restarting the browser usually helps/);
    fireEvent.click(screen.getByRole('button', { name: 'Read again now' }));
    await waitFor(() => expect(askSync).toHaveBeenLastCalledWith('hand'));
  });

  it('tell of a full disk that the reading at opening or that of a day met, though nothing that is stored does', async () => {
    const toFull = () => ({
      kind: 'finished',
      failure: { kind: 'storage', at: Date.now(), detail: 'QuotaExceededError: full' },
      via: 'background',
    });
    askSync.mockResolvedValueOnce(toFull());
    await openOptions('#schedule');
    await screen.findByText(/^The browser could not store the papers/);
    const toRead = () => screen.getAllByRole('button', { name: /^Read: \w+, / })[0] as HTMLElement;
    askSync.mockResolvedValueOnce({ kind: 'finished', newPapers: 0, via: 'background' });
    fireEvent.click(screen.getByRole('button', { name: 'Read again now' }));
    await waitFor(() => expect(screen.queryByText(/^The browser could not store the papers/)).toBeNull());
    askSync.mockResolvedValueOnce({ ...toFull(), failure: { kind: 'refused', at: Date.now(), status: 404 } });
    fireEvent.click(toRead());
    await screen.findAllByText(/look for an update of the extension/);
    expect(screen.queryByText(/^Hugging Face refused the request/)).toBeNull();
    askSync.mockResolvedValueOnce(toFull());
    fireEvent.click(toRead());
    await screen.findByText(/^The browser could not store the papers/);
    askSync.mockResolvedValueOnce({ kind: 'finished', newPapers: 0, via: 'background' });
    fireEvent.click(screen.getByRole('button', { name: 'Read again now' }));
    await waitFor(() => expect(screen.queryByText(/^The browser could not store the papers/)).toBeNull());
  });

  it('show 15 days of the ledger, 60 on demand, and read any of them', async () => {
    askSync.mockImplementation(async (_trigger: string, ask?: { day?: string }) =>
      ask?.day ? { kind: 'under-way', via: 'background' } : { kind: 'not-due', via: 'background' },
    );
    await openOptions('#schedule');
    const rows = () => screen.getAllByRole('row').length - 1;
    await waitFor(() => expect(rows()).toBe(15));
    fireEvent.click(screen.getByRole('button', { name: 'Show the last 60 days' }));
    await waitFor(() => expect(rows()).toBe(60));
    fireEvent.click(screen.getAllByRole('button', { name: /^Read: \w+, / }).at(-1) as HTMLElement);
    await screen.findAllByText('A reading is under way; the day is read with it.');
    expect(askSync).toHaveBeenLastCalledWith('hand', { day: addDays(TODAY, -59) });
  });

  it('delete a topic and bring it back where it was', async () => {
    const first = await createTopic({ name: 'First', query: 'agents' });
    await createTopic({ name: 'Second', query: 'speech' });
    await openOptions(`#topics/${first.id}`);
    fireEvent.click(await screen.findByRole('button', { name: 'Delete topic' }));
    await screen.findByText('Topic “First” deleted.');
    await waitFor(async () => expect((await readTopics()).map(({ name }) => name)).toEqual(['Second']));
    expect(document.activeElement?.textContent).toBe('Undo');
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() =>
      expect(document.activeElement).toBe(document.querySelector(`.topic-list [href="#topics/${first.id}"]`)),
    );
    await waitFor(async () => expect((await readTopics()).map(({ name }) => name)).toEqual(['First', 'Second']));
  });

  it('delete a topic and stay where one has gone to in that moment', async () => {
    const first = await createTopic({ name: 'First', query: 'agents' });
    await createTopic({ name: 'Second', query: 'speech' });
    await openOptions(`#topics/${first.id}`);
    fireEvent.click(await screen.findByRole('button', { name: 'Delete topic' }));
    location.hash = 'badge';
    await waitFor(async () => expect((await readTopics()).map(({ name }) => name)).toEqual(['Second']));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(location.hash).toBe('#badge');
  });

  it('move a topic by key and say where it stands now', async () => {
    const first = await createTopic({ name: 'First', query: 'agents' });
    await createTopic({ name: 'Second', query: 'speech' });
    await openOptions(`#topics/${first.id}`);
    fireEvent.click(await screen.findByRole('button', { name: 'Move “First” down' }));
    await screen.findByText('First is now 2 of 2');
    expect((await readTopics()).map(({ name }) => name)).toEqual(['Second', 'First']);
  });

  it('say so when a setting could not be saved', async () => {
    await openOptions('#badge');
    vi.spyOn(userDb, 'transaction').mockRejectedValueOnce(new DOMException('full', 'QuotaExceededError') as never);
    fireEvent.click(await screen.findByRole('radio', { name: /Only by hand/ }));
    expect((await screen.findByRole('alert')).textContent).toBe(
      'That could not be saved (QuotaExceededError: full). Nothing was changed. The disk is full: free some space on it, then try again.',
    );
    expect((await readSettings()).settings.clearNewBy).toBe('visible');
  });

  it('say of each way a paper stops being new what it really does', async () => {
    await openOptions('#badge');
    const choices = (await screen.findAllByRole<HTMLInputElement>('radio')).map(
      ({ labels }) => labels?.[0]?.textContent,
    );
    expect(choices).toEqual([
      'When it was in sightAt least half of its card was visible for one second.',
      'When the popup opensEverything the badge counts at that moment; the New tab keeps it until the popup closes.',
      'Only by handBy “Mark all as seen”, by following a link, or by marking it read. After 14 days it is not new in any case.',
    ]);
  });

  it('paint the theme at once', async () => {
    await openOptions('#appearance');
    fireEvent.click(await screen.findByRole('radio', { name: /Dark/ }));
    await waitFor(() => expect(document.documentElement.dataset.theme).toBe('dark'));
    expect((await readSettings()).settings.theme).toBe('dark');
  });

  it('set the text in another size at once, and back', async () => {
    await openOptions('#appearance');
    fireEvent.click(await screen.findByRole('radio', { name: /Huge/ }));
    await waitFor(() => expect(document.documentElement.dataset.textSize).toBe('huge'));
    expect((await readSettings()).settings.textSize).toBe('huge');
    fireEvent.click(screen.getByRole('radio', { name: /Normal/ }));
    await waitFor(() => expect(document.documentElement.dataset.textSize).toBeUndefined());
  });

  it('switch the keys of one letter off and on, and say what that is for', async () => {
    await openOptions('#appearance');
    const keys = await screen.findByRole('switch', { name: 'Keys of one letter' });
    expect((keys as HTMLInputElement).checked).toBe(true);
    expect(document.getElementById(keys.getAttribute('aria-describedby') ?? '')?.textContent).toMatch(/speech/);
    fireEvent.click(keys);
    await waitFor(async () => expect((await readSettings()).settings.letterKeys).toBe(false));
  });

  it('show a stored value that was not understood and do not overwrite it', async () => {
    await userDb.settings.put({ key: 'theme', value: 'sepia' });
    await openOptions('#appearance');
    await screen.findByText(/is stored as/);
    expect(await userDb.settings.get('theme')).toEqual({ key: 'theme', value: 'sepia' });
  });

  it.each(['topics', 'schedule', 'badge', 'appearance'])(
    'explain each setting in a line of its own in #%s',
    async (hash) => {
      await createTopic({ name: 'Agents', query: 'agents' });
      await saveSetting('quietHours', true);
      await openOptions(`#${hash}`);
      const kinds = '[role="switch"], input[type="radio"], select';
      const settings = await waitFor(() => {
        // A colour says what it is by itself.
        const found = [...document.querySelectorAll(kinds)].filter((setting) => !setting.closest('.colour-row'));
        expect(found.length).toBeGreaterThan(0);
        return found;
      });
      const toLine = (setting: Element | null) =>
        document.getElementById(setting?.getAttribute('aria-describedby') ?? '')?.textContent;
      for (const setting of settings) {
        expect(toLine(setting) ?? toLine(setting.closest('fieldset')), setting.outerHTML).toMatch(/\w\.$/);
      }
    },
  );

  it('lead an unknown address to the topics', async () => {
    await openOptions('#nowhere/%');
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Topics');
  });

  it.each(['topics', 'topics/new', 'schedule', 'badge', 'appearance', 'data', 'privacy', 'about'])(
    'have no fault that axe knows in #%s',
    async (hash) => {
      await createTopic({ name: 'Agents', query: 'agents' });
      const { container } = await openOptions(`#${hash}`);
      const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    },
  );
});

describe('the last change', () => {
  it('is told and taken back step by step, also the text that is still in the field', async () => {
    const topic = await createTopic({ name: 'Agents', query: 'agent' });
    await openOptions(`#topics/${topic.id}`);
    fireEvent.input(await field(), { target: { value: 'robots' } });
    await screen.findByText(/Last change: The query of “Agents” changed\./);
    fireEvent.click(screen.getByRole('button', { name: 'Undo: The query of “Agents” changed.' }));
    await screen.findByText('Taken back: the query of “Agents” changed.');
    await waitFor(async () => expect((await field()).value).toBe('agent'));
    expect((await readTopics())[0]?.query).toBe('agent');
    fireEvent.click(await screen.findByRole('button', { name: 'Undo: Topic “Agents” created.' }));
    await screen.findByText('No topics yet');
    await waitFor(() => expect(screen.queryByText(/Last change/)).toBeNull());
  });

  it('of a setting is another one than that of a topic', async () => {
    await createTopic({ name: 'Agents', query: 'agent' });
    await openOptions('#appearance');
    expect(screen.queryByText(/Last change/)).toBeNull();
    fireEvent.click(await screen.findByLabelText('Dark'));
    fireEvent.click(await screen.findByRole('button', { name: 'Undo: The theme was changed.' }));
    await waitFor(async () => expect((await readSettings()).settings.theme).toBe('system'));
    expect(await readTopics()).toHaveLength(1);
  });
});
