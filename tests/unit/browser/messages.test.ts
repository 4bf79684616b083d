import { describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { onMessage } from '@/lib/browser/messages';

/** What the background makes of `raw`: the message it answers, or `undefined` where it stays silent. */
async function receive(raw: unknown, sender: object = { id: fakeBrowser.runtime.id }): Promise<unknown> {
  const answer = vi.fn(async () => 'answered');
  onMessage(answer);
  await Promise.all(await fakeBrowser.runtime.onMessage.trigger(raw, sender as never, () => undefined));
  return answer.mock.calls.at(0)?.at(0);
}

describe('a message to the background', () => {
  it.each([
    [{ kind: 'ping' }],
    [{ kind: 'recount' }],
    [{ kind: 'sync', trigger: 'page' }],
    [{ kind: 'sync', trigger: 'hand' }],
    [{ kind: 'sync', trigger: 'hand', day: '2026-09-30' }],
  ])('is answered: %j', async (message) => {
    expect(await receive(message)).toEqual(message);
  });

  it.each([
    [undefined],
    ['ping'],
    [{ kind: 'wipe' }],
    [{ kind: 'sync', trigger: 'alarm' }],
    [{ kind: 'sync', day: '2026-09-30' }],
    [{ kind: 'sync', trigger: 'hand', day: '2026-02-30' }],
    [{ kind: 'sync', trigger: 'hand', day: '2026-09-30&p=3' }],
    [{ kind: 'sync', trigger: 'hand', day: 20260930 }],
    [{ kind: 'sync', trigger: 'hand', day: ['2026-09-30'] }],
    [{ kind: 'sync', trigger: 'hand', day: null }],
  ])('of another shape is not: %j', async (message) => {
    expect(await receive(message)).toBeUndefined();
  });

  it('carries nothing but what is known', async () => {
    expect(
      await receive({ kind: 'sync', trigger: 'hand', day: '2026-09-30', url: 'https://elsewhere.example' }),
    ).toEqual({ kind: 'sync', trigger: 'hand', day: '2026-09-30' });
  });

  it('of another extension is not answered', async () => {
    expect(await receive({ kind: 'ping' }, { id: 'another' })).toBeUndefined();
  });
});
