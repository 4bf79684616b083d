import { act, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { readTopics } from '@/lib/db/queries/user';
import { heading, inPopup, openPopup, settle, tab, titles, usePopupWorld } from './popup-world';
import { installBadge } from './real-actions';
import { seedDay, seedTopic } from './seed-feed';

vi.mock('@/lib/screens/popup/actions', async () => (await import('./real-actions')).withRealMarks());

const words = () => inPopup('#search-words')?.textContent;
const marks = () => [...document.querySelectorAll('mark')].map((mark) => mark.textContent);
const field = () => screen.findByRole('textbox', { name: 'Search the last 14 days' });

async function search(text: string): Promise<void> {
  fireEvent.click(screen.getByRole('button', { name: 'Search' }));
  fireEvent.input(await field(), { target: { value: text } });
  await act(settle);
}

describe('the search box', () => {
  usePopupWorld();
  beforeEach(installBadge);

  it('finds papers of the last 14 days by day, with the words marked at rest, and counts them', async () => {
    await seedDay('2026-11-05', ['Agents too old']);
    await seedDay('2026-11-19', ['Agents on Thursday', 'Speech on Thursday']);
    await seedDay('2026-11-23', ['Agents on Monday']);
    await openPopup();
    await search('agents');
    await waitFor(() => expect(words()).toBe('2 papers of the last 14 days'));
    expect(titles()).toEqual(['Agents on Monday', 'Agents on Thursday']);
    expect([...document.querySelectorAll('.papers-day')].map((day) => day.textContent)).toEqual([
      'Monday, Nov 23 1',
      'Thursday, Nov 19 1',
    ]);
    expect(marks()).toEqual(['Agents', 'Agents', 'Agents', 'Agents']);
  });

  it('that finds nothing says how many papers it looked at, and can be followed from there', async () => {
    await seedDay('2026-11-05', ['Glaciers too old']);
    await seedDay('2026-11-23', ['Agents', 'Speech']);
    await openPopup();
    await search('glaciers');
    await waitFor(() => expect(inPopup('.empty-title')?.textContent).toBe('Nothing found in the last 14 days.'));
    expect(inPopup('.empty-detail')?.textContent).toContain('2 papers were looked at');
    fireEvent.click(screen.getByRole('button', { name: 'Follow it as a topic' }));
    await waitFor(async () => expect(await readTopics()).toMatchObject([{ query: 'glaciers' }]));
    await waitFor(() => expect(tab(/Glaciers/).getAttribute('aria-selected')).toBe('true'));
  });

  it('that finds nothing does not offer to follow what is followed', async () => {
    await seedDay('2026-11-23', ['Agents']);
    await seedTopic('Mine', 'glaciers');
    await openPopup();
    await search('glaciers');
    await waitFor(() => expect(inPopup('.empty-detail')?.textContent).toContain('You follow it'));
    expect(screen.queryByRole('button', { name: 'Follow it as a topic' })).toBeNull();
  });

  it('says where the matches go of a followed search that is off the badge', async () => {
    await seedDay('2026-11-23', ['Agents']);
    await seedTopic('Mine', 'glaciers', { badge: false });
    await openPopup();
    await search('glaciers');
    await waitFor(() =>
      expect(inPopup('.empty-detail')?.textContent).toContain('You follow it: what comes stands in the list “Mine”.'),
    );
  });

  it('is quiet below the box while there is nothing to look for', async () => {
    await seedDay('2026-11-23', ['Agents']);
    await openPopup();
    await search(' ');
    expect(inPopup('.empty')).toBeNull();
    fireEvent.input(await field(), { target: { value: 'author:' } });
    await act(settle);
    expect(inPopup('.empty')).toBeNull();
  });

  it('speaks the language of the topics', async () => {
    await seedDay('2026-11-23', ['Agents at work', 'Agents at rest', 'Speech']);
    await openPopup();
    await search('agents -rest');
    await waitFor(() => expect(titles()).toEqual(['Agents at work']));
  });

  it('says under the field what is wrong, and keeps what was found before', async () => {
    await seedDay('2026-11-23', ['Agents at work', 'Speech']);
    await openPopup();
    await search('agents');
    await waitFor(() => expect(titles()).toEqual(['Agents at work']));
    fireEvent.input(await field(), { target: { value: 'agents author:' } });
    await waitFor(() => expect(words()).toContain('Write what to look for right after the colon'));
    expect((await field()).getAttribute('aria-invalid')).toBe('true');
    expect(titles()).toEqual(['Agents at work']);
    expect(screen.queryByRole('button', { name: 'Follow this search' })).toBeNull();
  });

  it('goes on to what was found by Enter, and closes by Esc back to the list that was there', async () => {
    await seedDay('2026-11-20', ['Friday one']);
    await seedDay('2026-11-23', ['Agents at work', 'Speech']);
    await openPopup();
    await search('speech');
    await waitFor(() => expect(titles()).toEqual(['Speech']));
    fireEvent.keyDown(await field(), { key: 'Enter' });
    expect(document.activeElement?.textContent).toBe('Speech');
    fireEvent.keyDown(document.activeElement as Element, { key: 'Escape' });
    await waitFor(() => expect(titles()).toEqual(['Agents at work', 'Speech']));
    expect(heading()).toBe('Monday, Nov 23');
  });

  it('is filled by the author, organisation or keyword of an open card', async () => {
    await seedDay('2026-11-23', ['One', 'Two']);
    await openPopup();
    fireEvent.click(screen.getByRole('button', { name: 'One' }));
    fireEvent.click(within(screen.getByRole('article', { name: 'One' })).getByRole('button', { name: 'Ines Okafor' }));
    expect(((await field()) as HTMLInputElement).value).toBe('author:"Ines Okafor"');
    await waitFor(() => expect(words()).toBe('2 papers of the last 14 days'));
  });

  it('can be followed: a topic of its query appears, and undo takes it away', async () => {
    await seedDay('2026-11-23', ['Agents at work', 'Speech']);
    await openPopup();
    await search('agents');
    fireEvent.click(await screen.findByRole('button', { name: 'Follow this search' }));
    await waitFor(() => expect(tab(/Agents/).getAttribute('aria-selected')).toBe('true'));
    expect(await readTopics()).toMatchObject([{ name: 'Agents', query: 'agents', badge: true }]);
    await waitFor(() => expect(titles()).toEqual(['Agents at work']));
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(screen.queryByRole('tab', { name: /Agents/ })).toBeNull());
    expect(await readTopics()).toEqual([]);
  });

  it('is followed once, however fast the button is pressed twice', async () => {
    await seedDay('2026-11-23', ['Agents at work']);
    await openPopup();
    await search('agents');
    const button = await screen.findByRole('button', { name: 'Follow this search' });
    fireEvent.click(button);
    fireEvent.click(button);
    await waitFor(() => expect(inPopup('.popup-done')?.textContent).toContain('You follow “Agents”'));
    await act(settle);
    expect(await readTopics()).toHaveLength(1);
  });

  it('that is followed is what the key for undo takes back first', async () => {
    await seedDay('2026-11-23', ['Agents at work']);
    await openPopup();
    await search('agents');
    fireEvent.click(await screen.findByRole('button', { name: 'Follow this search' }));
    await waitFor(() => expect(tab(/Agents/).getAttribute('aria-selected')).toBe('true'));
    fireEvent.keyDown(document.body, { key: 'z' });
    await waitFor(async () => expect(await readTopics()).toEqual([]));
  });

  it('switches a topic on that has it already and is off', async () => {
    await seedDay('2026-11-23', ['Agents at work']);
    await seedTopic('Mine', 'agents', { enabled: false });
    await openPopup();
    await search('agents');
    fireEvent.click(await screen.findByRole('button', { name: 'Follow this search' }));
    await waitFor(() => expect(tab(/Mine/).getAttribute('aria-selected')).toBe('true'));
    expect(inPopup('.popup-done')?.textContent).toContain('You follow “Mine” again');
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(async () => expect(await readTopics()).toMatchObject([{ name: 'Mine', enabled: false }]));
  });

  it('does not offer to follow what is followed', async () => {
    await seedDay('2026-11-23', ['Agents at work']);
    await seedTopic('Mine', 'agents');
    await openPopup();
    await search('agents');
    const button = await screen.findByRole('button', { name: 'You follow it' });
    fireEvent.click(button);
    await act(settle);
    expect(await readTopics()).toHaveLength(1);
  });
});
