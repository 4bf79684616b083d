import { expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { readRoomMark, writeRoomMark } from '@/lib/browser/room-mark';

it('keeps the mark in either of its places, whichever of them is refused', async () => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  });
  const { session } = browser.storage;
  const refused = [
    vi.spyOn(session, 'set').mockRejectedValue(new Error('quota')),
    vi.spyOn(session, 'get').mockRejectedValue(new Error('no')),
  ];
  await writeRoomMark(7);
  expect(await readRoomMark()).toBe(7);
  for (const spy of refused) spy.mockRestore();
  vi.stubGlobal('localStorage', undefined);
  await writeRoomMark(9);
  expect(await readRoomMark()).toBe(9);
  vi.unstubAllGlobals();
});
