import { act, configure, renderHook, waitFor } from '@testing-library/preact';
import { beforeEach, expect, it, vi } from 'vitest';
import type { WrittenBackup } from '@/lib/app/restore-work';
import type { Restorer } from '@/lib/app/restorer';
import type { RestoreOffer } from '@/lib/core/backup/describe-restore';
import { useRestore } from '@/lib/screens/options/use-restore';

// The first restore loads what it needs.
configure({ asyncUtilTimeout: 8000 });

vi.mock('@/lib/app/restorer-thread', () => ({ openThreadedRestorer: () => open() }));
vi.mock('@/lib/app/after-user-write', () => ({ afterUserWrite: async () => {}, copySoon: () => {} }));
vi.mock('@/lib/app/refresh-badge', () => ({ refreshBadge: async () => {} }));

const OFFER: RestoreOffer = {
  ok: true,
  made: 0,
  app: '0.1.0',
  description: { kinds: [], changing: 1, writing: 1, isKeptLonger: false },
};
const WRITTEN: WrittenBackup = { count: 1, words: 'A backup was restored (1 change).', isOwn: true, settings: [] };

/** The threads that were started, each with what it is asked for. */
let threads: { isOpen: boolean; offer(): void; write: undefined | (() => void) }[] = [];
beforeEach(() => {
  threads = [];
});

function open(): Restorer {
  const thread: (typeof threads)[number] = { isOpen: true, offer: () => {}, write: undefined };
  threads.push(thread);
  return {
    offer: () => new Promise((resolve) => (thread.offer = () => resolve(OFFER))),
    restore: () => new Promise((resolve) => (thread.write = () => resolve(WRITTEN))),
    close: () => {
      thread.isOpen = false;
    },
  };
}

const isOpen = () => threads.map((thread) => thread.isOpen);

function show() {
  const { result, unmount } = renderHook(() => useRestore(() => {}));
  const choose = async (name: string) => {
    const count = threads.length;
    await act(async () => void result.current.choose(new File([], name)));
    await waitFor(() => expect(threads).toHaveLength(count + 1));
  };
  const restore = async (index: number) => {
    await act(async () => threads[index]?.offer());
    await act(async () => void result.current.restore({ papers: true }));
    await waitFor(() => expect(threads[index]?.write).toBeDefined());
  };
  return { result, unmount, choose, restore };
}

it('reads a file no further when another one is chosen, the section is left or its dialog is closed', async () => {
  const { result, unmount, choose } = show();
  await choose('large.json');
  await choose('small.json');
  expect(isOpen()).toEqual([false, true]);
  await act(async () => threads[1]?.offer());
  expect(result.current).toMatchObject({ reading: false, chosen: { fileName: 'small.json' } });
  act(() => result.current.close());
  expect(isOpen()).toEqual([false, false]);
  await choose('next.json');
  act(() => unmount());
  expect(isOpen()).toEqual([false, false, false]);
});

it('begins no thread for a section that was left while its code was loaded', async () => {
  const { result, unmount } = show();
  act(() => void result.current.choose(new File([], 'old.json')));
  act(() => unmount());
  await import('@/lib/app/restorer-thread');
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(threads).toHaveLength(0);
});

it('lets a restore come to its end, whatever is chosen or left meanwhile', async () => {
  const { result, unmount, choose, restore } = show();
  await choose('first.json');
  await restore(0);
  await choose('next.json');
  act(() => result.current.close());
  expect(isOpen()).toEqual([true, false]);
  await act(async () => threads[0]?.write?.());
  await waitFor(() => expect(result.current.done).toMatchObject({ count: 1 }));
  expect(isOpen()).toEqual([false, false]);
  await choose('third.json');
  await restore(2);
  act(() => unmount());
  expect(isOpen()).toEqual([false, false, true]);
});
