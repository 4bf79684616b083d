import { waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { inPopup, mount, openPopup, usePopupWorld } from './popup-world';
import { seedDay, seedSetting } from './seed-feed';

vi.mock('@/lib/screens/popup/actions', async () => (await import('./popup-world')).useCases);

describe('the looks the user chose', () => {
  usePopupWorld();
  afterEach(() => {
    for (const name of ['theme', 'textSize']) delete document.documentElement.dataset[name];
  });

  it('stand before the popup shows anything: no frame in another size or colour', async () => {
    await seedDay('2026-11-23', ['Monday one']);
    await seedSetting('textSize', 'huge');
    await seedSetting('theme', 'dark');
    const seen: unknown[] = [];
    new MutationObserver((_records, observer) => {
      if (!inPopup('.popup')) return;
      observer.disconnect();
      seen.push({ ...document.documentElement.dataset });
    }).observe(document.body, { subtree: true, childList: true });
    mount();
    await waitFor(() => expect(seen).toEqual([{ theme: 'dark', textSize: 'huge' }]));
  });

  it('change in an open popup as they are chosen in the options', async () => {
    await openPopup();
    await seedSetting('textSize', 'large');
    await waitFor(() => expect(document.documentElement.dataset.textSize).toBe('large'));
    await seedSetting('textSize', 'normal');
    await waitFor(() => expect(document.documentElement.dataset.textSize).toBeUndefined());
  });
});
