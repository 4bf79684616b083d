import { act, configure, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import axe from 'axe-core';
import { beforeEach, expect, it, vi } from 'vitest';
import { createTopic, deleteTopic, importTopics, updateTopic } from '@/lib/app/save-topic';
import type { Topic } from '@/lib/core/topics/topic';
import { readTopics } from '@/lib/db/queries/user';
import { OptionsScreen } from '@/lib/screens/options/OptionsScreen';
import { resetWorld } from './options-world';

configure({ asyncUtilTimeout: 8000 });
vi.setConfig({ testTimeout: 30_000 });

vi.mock('@/lib/browser/permissions', async () => (await import('./options-world')).permissions);
vi.mock('@/lib/app/refresh-badge', () => ({ refreshBadge: async () => {} }));
vi.mock('@/lib/app/ask-sync', async () => (await import('./options-world')).background);

let topic: Topic;

beforeEach(async () => {
  await resetWorld();
  topic = await createTopic({ name: 'Agents', query: 'agents' });
  location.hash = `#topics/${topic.id}`;
});

const field = () => screen.getByLabelText<HTMLTextAreaElement>('Matches papers that contain');
const readQuery = async () => (await readTopics())[0]?.query;

async function write(text: string) {
  const view = render(<OptionsScreen />);
  await screen.findByLabelText('Matches papers that contain');
  fireEvent.input(field(), { target: { value: text } });
  return view;
}

it('a topic changed in another page shows its new version, and the text of this one is offered and can be used', async () => {
  const { container } = await write('agents AND (');
  await updateTopic(topic.id, { query: 'agents of change' });
  await screen.findByText(/changed elsewhere while you were writing/);
  expect(field().value).toBe('agents of change');
  screen.getByText('agents AND (', { selector: 'q' });
  const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
  expect(violations.map(({ id }) => id)).toEqual([]);
  fireEvent.click(screen.getByRole('button', { name: 'Use my text' }));
  expect(field().value).toBe('agents AND (');
  expect(document.activeElement).toBe(field());
  expect(screen.queryByText(/changed elsewhere/)).toBeNull();
  expect(await readQuery()).toBe('agents of change');
  fireEvent.input(field(), { target: { value: 'agents AND plans' } });
  await waitFor(async () => expect(await readQuery()).toBe('agents AND plans'));
});

it('an import is not hidden by a text that a closed page left, and the text can be let go', async () => {
  const { unmount } = await write('agents AND (');
  unmount();
  await importTopics([{ ...topic, query: 'imported' }]);
  render(<OptionsScreen />);
  await screen.findByText(/changed elsewhere while you were writing/);
  expect(field().value).toBe('imported');
  fireEvent.click(screen.getByRole('button', { name: 'Let it go' }));
  await waitFor(() => expect(screen.queryByText(/changed elsewhere/)).toBeNull());
  expect(document.activeElement).toBe(field());
  expect(await readQuery()).toBe('imported');
  expect(Object.keys(localStorage)).toEqual([]);
});

it('a text that was about to be stored is not stored over a change made elsewhere', async () => {
  await write('agents AND plans');
  // In the same moment: before this page has heard of it.
  const changed = updateTopic(topic.id, { query: 'agents of change' });
  await act(async () => void window.dispatchEvent(new Event('pagehide')));
  await changed;
  await screen.findByText(/changed elsewhere while you were writing/);
  expect(await readQuery()).toBe('agents of change');
  screen.getByText('agents AND plans', { selector: 'q' });
  fireEvent.click(screen.getByRole('button', { name: 'Let it go' }));
  await waitFor(() => expect(Object.keys(localStorage)).toEqual([]));
});

it('a text on a topic that another page deleted is offered, and becomes a new topic at a press', async () => {
  const { container } = await write('agents AND (');
  await deleteTopic(topic.id);
  await screen.findByText(/“Agents” was deleted while you were writing/);
  screen.getByText('agents AND (', { selector: 'q' });
  const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
  expect(violations.map(({ id }) => id)).toEqual([]);
  fireEvent.click(screen.getByRole('button', { name: 'Make a new topic of it' }));
  await waitFor(() => expect(field().value).toBe('agents AND ('));
  expect(screen.queryByText(/was deleted while/)).toBeNull();
  await waitFor(() => expect(document.activeElement).toBe(field()));
  fireEvent.input(field(), { target: { value: 'agents AND plans' } });
  await waitFor(async () => expect(await readQuery()).toBe('agents AND plans'));
  expect((await readTopics())[0]?.id).not.toBe(topic.id);
});

it('a text on a deleted topic is let go at a press', async () => {
  await createTopic({ name: 'Speech', query: 'speech' });
  await write('agents AND (');
  await deleteTopic(topic.id);
  fireEvent.click(await screen.findByRole('button', { name: 'Let it go' }));
  await waitFor(() => expect(screen.queryByText(/was deleted while/)).toBeNull());
  expect(document.activeElement).not.toBe(document.body);
  expect(Object.keys(localStorage)).toEqual([]);
});
