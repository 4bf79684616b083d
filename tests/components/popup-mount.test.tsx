import { act, screen, waitFor } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { feedDb } from '@/lib/db/feed-database';
import { mountOptions } from '@/lib/screens/options/mount-options';
import { heading, inPopup, mount, openPopup, settle, titles, usePopupWorld } from './popup-world';
import { seedDay } from './seed-feed';

vi.mock('@/lib/screens/popup/actions', async () => (await import('./popup-world')).useCases);

const starts = vi.hoisted(() => ({ count: 0, opening: Promise.resolve() }));
vi.mock('@/lib/ui/start', async (importOriginal) => {
  const start = await importOriginal<typeof import('@/lib/ui/start')>();
  const beginStart = async () => {
    starts.count++;
    await starts.opening;
    return start.beginStart();
  };
  return { ...start, beginStart };
});

const stubPrivate = (scheme: string, inIncognitoContext: boolean) =>
  vi.stubGlobal('browser', {
    runtime: { getURL: (path: string) => `${scheme}://daily-papers/${path}` },
    extension: { inIncognitoContext },
  });

describe('a private window of Firefox', () => {
  usePopupWorld();

  it('shows why there are no papers instead of an empty list, and does not touch the empty databases', async () => {
    stubPrivate('moz-extension', true);
    starts.count = 0;
    mount();
    await waitFor(() => expect(inPopup('.empty')?.textContent).toMatch(/^This is a private window\./));
    expect(inPopup('.empty')?.textContent).toContain('Open Daily Papers in an ordinary window.');
    expect(starts.count).toBe(0);
  });

  it('shows the same in the options: a topic made there would be lost', async () => {
    stubPrivate('moz-extension', true);
    const page = document.body.appendChild(document.createElement('div'));
    await act(() => mountOptions(page));
    expect(page.textContent).toContain('This is a private window.');
    expect(page.querySelector('nav')).toBeNull();
  });

  it.each([
    ['an ordinary window of Firefox', 'moz-extension', false],
    ['Chrome, whose windows share one set of databases', 'chrome-extension', true],
  ])('is not %s', async (_name, scheme, incognito) => {
    stubPrivate(scheme, incognito);
    await seedDay('2026-11-23', ['Monday one']);
    await openPopup();
    expect(titles()).toEqual(['Monday one']);
  });
});

describe('a damaged row of the newest day', () => {
  usePopupWorld();

  it.each([
    ['title', { title: undefined }],
    ['authors', { authors: undefined }],
    ['abstract', { summary: 5 }],
  ])('is left out of the list from its first frame, whatever became of its %s', async (_name, damage) => {
    const [, damaged] = await seedDay('2026-11-23', ['First', 'Damaged', 'Last']);
    await feedDb.papers.update(damaged?.id ?? '', damage as never);
    await openPopup();
    expect(titles()).toEqual(['First', 'Last']);
  });
});

describe('a database that does not open', () => {
  usePopupWorld();

  it('is told after two seconds, with a way to try again; the papers still come when it opens', async () => {
    await seedDay('2026-11-23', ['Monday one']);
    let open = () => {};
    starts.opening = new Promise((resolve) => {
      open = resolve;
    });
    mount();
    await settle();
    expect(inPopup('.empty')).toBeNull();
    await waitFor(() => expect(heading()).toBe('Daily Papers'));
    expect(inPopup('.empty')?.textContent).toContain('The browser has not opened the stored papers so far.');
    expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy();
    open();
    await waitFor(() => expect(titles()).toEqual(['Monday one']));
    expect(inPopup('.empty')).toBeNull();
  });
});
