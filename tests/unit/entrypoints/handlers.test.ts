import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import {
  handleAlarm,
  handleAlertClicked,
  handleBrowserStart,
  handleInstalled,
  handlePermissionsChanged,
  handleWake,
} from '@/entrypoints/background/handlers';
import { onNotificationClicked } from '@/lib/browser/notifications';
import { onPermissionsChanged } from '@/lib/browser/permissions';
import { installFakeLocks } from '../../harness/fake-locks';

const syncPapers = vi.hoisted(() => vi.fn(async (..._args: unknown[]) => ({ kind: 'under-way' })));
vi.mock('@/lib/app/sync-papers', () => ({ syncPapers, isSyncUnfinished: async () => false }));
const ensureAlarms = vi.hoisted(() => vi.fn(async () => {}));
vi.mock('@/lib/app/alarms', () => ({ ensureAlarms }));
const repairStored = vi.hoisted(() => vi.fn(async () => {}));
vi.mock('@/lib/app/repair-stored', () => ({ repairStored }));
vi.mock('@/lib/app/refresh-badge', () => ({ refreshBadge: async () => {} }));

beforeEach(() => {
  vi.clearAllMocks();
  installFakeLocks();
});

/** An event of the browser that the fake one does not have. */
function toEvent<T>() {
  const listeners = new Set<(value: T) => void>();
  return {
    addListener: (listener: (value: T) => void) => void listeners.add(listener),
    removeListener: (listener: (value: T) => void) => void listeners.delete(listener),
    tell: (value: T) => {
      for (const listener of listeners) listener(value);
    },
  };
}

describe('a change of permissions', () => {
  it('has the feed read at once, and does not say that the user asked for it', async () => {
    handlePermissionsChanged(true);
    await vi.waitFor(() => expect(ensureAlarms).toHaveBeenCalledTimes(1));
    expect(syncPapers.mock.calls.map(([trigger]) => trigger)).toEqual(['permission']);
  });

  it('asks nothing of the feed where it is about alerts', async () => {
    const onAdded = toEvent<{ origins?: string[]; permissions?: string[] }>();
    const onRemoved = toEvent<{ origins?: string[]; permissions?: string[] }>();
    Object.assign(browser, { permissions: { onAdded, onRemoved }, action: { setPopup: async () => undefined } });
    const end = onPermissionsChanged(handlePermissionsChanged);
    onAdded.tell({ permissions: ['notifications'], origins: [] });
    onRemoved.tell({ permissions: ['notifications'] });
    // The background has to hear of clicks on alerts from its first turn on.
    await vi.waitFor(async () => expect((await browser.alarms.get('anew'))?.periodInMinutes).toBe(1));
    handleAlarm('anew');
    handleWake();
    await vi.waitFor(async () => expect(await browser.alarms.get('anew')).toBeUndefined());
    expect(syncPapers).not.toHaveBeenCalled();
    onRemoved.tell({ permissions: [], origins: ['https://huggingface.co/*'] });
    await vi.waitFor(() => expect(syncPapers).toHaveBeenCalledTimes(1));
    end();
  });
});

describe('what an older version may have written', () => {
  it('is made right once, after the update that closed its pages', async () => {
    handleInstalled('install');
    expect(repairStored).not.toHaveBeenCalled();
    handleInstalled('update');
    handleBrowserStart();
    expect(repairStored).toHaveBeenCalledTimes(1);
    expect(syncPapers.mock.calls.map(([trigger]) => trigger)).toEqual(['install', 'startup', 'startup']);
  });
});

describe('a click on an alert', () => {
  const popup = '/popup.html';
  /** What was asked of the browser, in order. */
  let asked: unknown[];
  let refuses: string[];

  beforeEach(() => {
    asked = [];
    refuses = [];
    const log =
      (name: string) =>
      async (...given: unknown[]) => {
        asked.push([name, ...given]);
        if (refuses.includes(name)) throw new Error(`${name} is refused`);
      };
    Object.assign(browser, {
      action: { setPopup: log('setPopup'), openPopup: log('openPopup') },
      tabs: { ...browser.tabs, create: log('tab') },
      windows: { WINDOW_ID_CURRENT: -2, create: log('window'), update: log('raise') },
      notifications: { clear: log('clear') },
    });
  });

  it('opens the popup at its papers above the browser’s window, wherever that was, and leaves the button as it was', async () => {
    handleAlertClicked('7-9');
    await vi.waitFor(() =>
      expect(asked).toEqual([
        ['raise', -2, { focused: true }],
        ['setPopup', { popup: `${popup}#told=7-9` }],
        ['openPopup'],
        ['setPopup', { popup }],
        ['clear', '7-9'],
      ]),
    );
  });

  it('leaves the button as it was though the worker dies in between: each wake sets it right', async () => {
    handleWake();
    await vi.waitFor(() => expect(asked).toEqual([['setPopup', { popup }]]));
  });

  it('is not undone by the wake it made', async () => {
    handleAlertClicked('7-9');
    handleWake();
    await vi.waitFor(() => expect(asked.at(-1)).toEqual(['clear', '7-9']));
    expect(asked.map((one) => (one as unknown[])[0])).toEqual(['raise', 'setPopup', 'openPopup', 'setPopup', 'clear']);
  });

  it('opens the page of the popup in a tab where the browser opens no popup by itself', async () => {
    refuses = ['openPopup'];
    handleAlertClicked('7-9');
    await vi.waitFor(() => expect(asked.at(-1)).toEqual(['clear', '7-9']));
    expect(asked.slice(3)).toEqual([
      ['tab', { url: `${popup}#told=7-9` }],
      ['setPopup', { popup }],
      ['clear', '7-9'],
    ]);
  });

  it('opens a window where none is open', async () => {
    refuses = ['raise', 'tab'];
    handleAlertClicked('7-9');
    await vi.waitFor(() => expect(asked.at(-1)).toEqual(['clear', '7-9']));
    expect(asked).toContainEqual(['window', { url: `${popup}#told=7-9` }]);
  });

  it('is heard though alerts were allowed in the middle of the life of the worker', () => {
    const onAdded = toEvent<object>();
    Object.assign(browser, { permissions: { onAdded }, notifications: undefined });
    const clicked = vi.fn();
    onNotificationClicked(clicked);
    const onClicked = toEvent<string>();
    Object.assign(browser, { notifications: { onClicked } });
    onAdded.tell({ permissions: ['notifications'] });
    onAdded.tell({ origins: ['https://huggingface.co/*'] });
    onClicked.tell('a');
    expect(clicked.mock.calls).toEqual([['a']]);
  });
});
