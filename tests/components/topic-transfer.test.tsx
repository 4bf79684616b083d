import { act, fireEvent, render, screen, within } from '@testing-library/preact';
import axe from 'axe-core';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { undoGroup } from '@/lib/app/undo';
import { toShown } from '@/lib/core/topics/plan-topics';
import type { Topic } from '@/lib/core/topics/topic';
import { toTopicsFile } from '@/lib/core/topics/topics-file';
import { feedDb } from '@/lib/db/feed-database';
import { userDb } from '@/lib/db/user-database';
import { TopicTransfer } from '@/lib/screens/options/TopicTransfer';
import { installFakeLocks } from '../harness/fake-locks';

const MINE: Topic = {
  id: '00000000-0000-4000-8000-000000000001',
  name: 'Agents',
  query: 'agents',
  colour: 2,
  badge: true,
  notify: false,
  enabled: true,
  position: 0,
  createdAt: 1,
  updatedAt: 1,
};
const OTHER: Topic = { ...MINE, id: '00000000-0000-4000-8000-000000000002', name: 'Speech', query: 'speech (' };

beforeEach(async () => {
  installFakeLocks();
  for (const db of [feedDb, userDb]) {
    await db.delete();
    await db.open();
  }
  await userDb.topics.put(MINE);
});

async function choose(text: string) {
  const onImported = vi.fn();
  const view = render(<TopicTransfer topics={[MINE]} today="2026-11-20" onImported={onImported} />);
  const input = screen.getByLabelText('Import topics…') as HTMLInputElement;
  Object.defineProperty(input, 'files', { value: [new File([text], 'topics.json')] });
  await act(async () => void fireEvent.change(input));
  return { ...view, onImported, dialog: await screen.findByRole('dialog') };
}

const names = async () => toShown(await userDb.topics.toArray()).map(({ name, query }) => [name, query]);

describe('topics from a file', () => {
  it('are shown from the beginning, with the focus there', async () => {
    const { dialog } = await choose(toTopicsFile([OTHER]));
    expect(document.activeElement).toBe(within(dialog).getByRole('heading', { name: 'Import topics' }));
  });

  it('are shown before anything is written, imported at a click, and taken back by one undo', async () => {
    const { dialog, onImported } = await choose(toTopicsFile([{ ...MINE, query: 'agent*' }, OTHER]));
    within(dialog).getByText(/^1 new, 1 different from yours\. /);
    within(dialog).getByText('different: query');
    within(dialog).getByText(/matches nothing until its query is mended: .*bracket/);
    expect(await names()).toEqual([['Agents', 'agents']]);
    await act(async () => void fireEvent.click(within(dialog).getByRole('button', { name: 'Import 2 topics' })));
    await vi.waitFor(() => expect(onImported).toHaveBeenCalled());
    expect(await names()).toEqual([
      ['Agents', 'agent*'],
      ['Speech', 'speech ('],
    ]);
    const [done] = onImported.mock.lastCall ?? [];
    expect(done.words).toBe('2 topics imported.');
    await undoGroup(done.group);
    expect(await names()).toEqual([['Agents', 'agents']]);
  });

  it('change nothing when one entry is wrong, and it is named', async () => {
    const { dialog } = await choose(toTopicsFile([OTHER, { ...MINE, position: 1, colour: 9 as never }]));
    expect(within(dialog).getByRole('alert').textContent).toBe(
      'Topic 2, “Agents”: colour must be a whole number from 0 to 7. Nothing was changed.',
    );
    expect(within(dialog).queryByRole('button', { name: /Import/ })).toBeNull();
    expect(await names()).toEqual([['Agents', 'agents']]);
  });

  it('are not offered when all of them are there already', async () => {
    const { dialog } = await choose(toTopicsFile([MINE]));
    within(dialog).getByText('All of these topics are here already, so nothing would change.');
    within(dialog).getByRole('button', { name: 'Close' });
  });

  it('have no fault that axe knows', async () => {
    const { container } = await choose(toTopicsFile([OTHER]));
    const { violations } = await axe.run(container, {
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    });
    expect(violations.map(({ id }) => id)).toEqual([]);
  });
});

describe('topics to a file', () => {
  it('are one JSON file, named after the day', async () => {
    const made: Blob[] = [];
    const names: string[] = [];
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      made.push(blob as Blob);
      return 'blob:topics';
    });
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      names.push(this.download);
    });
    render(<TopicTransfer topics={[MINE]} today="2026-11-20" onImported={vi.fn()} />);
    fireEvent.click(screen.getByRole('button', { name: 'Export topics' }));
    expect(names).toEqual(['daily-papers-topics-2026-11-20.json']);
    expect(await made[0]?.text()).toBe(toTopicsFile([MINE]));
    vi.restoreAllMocks();
  });
});
