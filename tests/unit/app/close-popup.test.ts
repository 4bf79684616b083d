import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { openOptions, openPaperLink } from '@/lib/app/open-link';
import { makePaper } from '../../components/make-paper';
import { installFakeLocks } from '../../harness/fake-locks';

const URL = 'https://arxiv.org/abs/2611.01234';
let views: unknown[];
const close = vi.fn();
const steps: string[] = [];

beforeEach(() => {
  installFakeLocks();
  views = [];
  steps.length = 0;
  vi.stubGlobal(
    'close',
    close.mockReset().mockImplementation(() => steps.push('close')),
  );
  vi.spyOn(browser.extension, 'getViews').mockImplementation(((filter: { type: string }) =>
    filter.type === 'popup' ? views : [globalThis]) as never);
  vi.spyOn(browser.tabs, 'create').mockImplementation((async () => steps.push('tab')) as never);
  vi.spyOn(browser.runtime, 'openOptionsPage').mockImplementation((async () => steps.push('options')) as never);
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('a page that opens another in front', () => {
  it('closes where it is the popup, after the tab: Firefox leaves it open above what was asked for', async () => {
    views = [globalThis];
    await openPaperLink(makePaper(), URL);
    expect(steps).toEqual(['tab', 'close']);
    await openOptions();
    expect(steps).toEqual(['tab', 'close', 'options', 'close']);
  });

  it('stays where the tab is opened behind it', async () => {
    views = [globalThis];
    await openPaperLink(makePaper(), URL, { background: true });
    expect(steps).toEqual(['tab']);
  });

  it('stays where it is a tab or a side panel itself', async () => {
    await openPaperLink(makePaper(), URL);
    await openOptions();
    expect(steps).toEqual(['tab', 'options']);
  });

  it('stays where the tab could not be opened', async () => {
    views = [globalThis];
    vi.mocked(browser.tabs.create).mockRejectedValueOnce(new Error('no window'));
    await expect(openPaperLink(makePaper(), URL)).rejects.toThrow('no window');
    expect(close).not.toHaveBeenCalled();
  });
});
