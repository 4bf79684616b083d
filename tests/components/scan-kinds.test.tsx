import { act, configure, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { beforeEach, expect, it, vi } from 'vitest';
import { toUtcDay } from '@/lib/core/days/day';
import { readQuery } from '@/lib/core/query/read-query';
import { createTallier } from '@/lib/core/topics/preview-tally';
import { WelcomeScreen } from '@/lib/screens/welcome/WelcomeScreen';
import type { AskKind, PaperScanner } from '@/lib/ui/paper-scanner';
import type { PreviewAsk } from '@/lib/ui/preview-run';
import { makePaper } from './make-paper';
import { openOptions } from './open-options';
import { resetWorld } from './options-world';
import { seedTopic } from './seed-feed';

configure({ asyncUtilTimeout: 8000 });

vi.mock('@/lib/browser/permissions', async () => (await import('./options-world')).permissions);
vi.mock('@/lib/app/ask-sync', async () => (await import('./options-world')).background);

const TODAY = toUtcDay(Date.now());

/** The thread that searches: it answers, and fails at the kinds named here. */
const thread = vi.hoisted(() => ({ broken: new Set<AskKind>(), asked: new Set<AskKind>() }));
vi.mock('@/lib/ui/scanner-thread', () => ({
  openThreadedScanner: (): PaperScanner => ({
    watch(kind, ask, onAnswer, onError) {
      thread.asked.add(kind);
      const timer = setTimeout(() => {
        if (thread.broken.has(kind)) onError(new Error('damaged'));
        else if (kind === 'preview') onAnswer(toAnswer(ask as PreviewAsk) as never);
        else onAnswer((kind === 'counts' ? new Map((ask as string[]).map((query) => [query, 3])) : []) as never);
      });
      return () => clearTimeout(timer);
    },
    close() {},
  }),
}));

function toAnswer(ask: PreviewAsk) {
  const parsed = readQuery(ask.query);
  if (!parsed.ok) throw new Error('not complete');
  const tallier = createTallier(parsed.query, TODAY);
  for (const id of ['a', 'b', 'c']) {
    tallier.add({
      paper: makePaper({ id, title: 'Agents', dailyDate: TODAY }),
      seen: false,
      today: TODAY,
      status: undefined,
    });
  }
  const { examples: _examples, ofDay: _ofDay, ...tally } = tallier.toTally();
  return { ask, tally, examples: [], ofDay: [], final: true };
}

beforeEach(async () => {
  thread.broken.clear();
  thread.asked.clear();
  await resetWorld();
});

const type = (field: HTMLTextAreaElement, text: string) =>
  act(async () => {
    field.focus();
    field.value = text;
    field.setSelectionRange(text.length, text.length);
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  });
const untilAsked = (kind: AskKind) => waitFor(() => expect(thread.asked).toContain(kind));

const tryAgain = async () => {
  thread.broken.clear();
  const button = await screen.findByRole('button', { name: 'Try again' });
  button.focus();
  fireEvent.click(button);
};
/** What has the focus, as it is spoken. */
const focused = () => document.activeElement?.getAttribute('aria-label');

it('keeps the numbers of a query when a name could not be looked up', async () => {
  thread.broken.add('names');
  await seedTopic('Agents', 'agents');
  await openOptions('#topics');
  await screen.findByText('of 3 stored papers');
  await type(await screen.findByLabelText('Matches papers that contain'), 'agents author:o');
  await untilAsked('names');
  await act(() => new Promise((resolve) => setTimeout(resolve, 20)));
  expect(screen.queryByRole('alert')).toBeNull();
  screen.getByText('of 3 stored papers');
});

it('keeps the numbers of a query when the examples could not be counted, and says it beside those', async () => {
  thread.broken.add('counts');
  await seedTopic('Agents', 'agents');
  await openOptions('#topics');
  await screen.findByText('of 3 stored papers');
  fireEvent.click(screen.getByRole('button', { name: 'Pick from examples…' }));
  const alert = await screen.findByText(/could not be searched/);
  expect(alert.closest('dialog')).not.toBeNull();
  screen.getByText('of 3 stored papers');
  await tryAgain();
  await waitFor(() => expect(screen.queryByText(/could not be searched/)).toBeNull());
  expect(focused()).toBe('Examples');
});

it('gives the focus back to the button that opened the examples', async () => {
  await seedTopic('Agents', 'agents');
  await openOptions('#topics');
  const button = await screen.findByRole('button', { name: 'Pick from examples…' });
  button.focus();
  fireEvent.click(button);
  fireEvent.click(await screen.findByRole('button', { name: 'Done' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(document.activeElement).toBe(button);
});

it('says in the workshop that the papers could not be searched, in the place of its numbers, and counts at another try', async () => {
  thread.broken.add('preview');
  await seedTopic('Agents', 'agents');
  await openOptions('#topics');
  expect((await screen.findByRole('alert')).textContent).toMatch(/could not be searched.*damaged/);
  expect(screen.queryByText(/Counting/)).toBeNull();
  await tryAgain();
  await screen.findByText('of 3 stored papers');
  expect(focused()).toBe('What it would have caught');
  expect(screen.queryByRole('alert')).toBeNull();
});

it('says so on the welcome page too', async () => {
  thread.broken.add('counts');
  render(<WelcomeScreen />);
  expect((await screen.findByRole('alert')).textContent).toMatch(/could not be searched/);
  await tryAgain();
  await waitFor(() => screen.getByRole('checkbox', { name: /^Language agents 3 of 3 papers/ }));
  expect(focused()).toBe('Topics to pick');
  expect(screen.queryByRole('alert')).toBeNull();
});
