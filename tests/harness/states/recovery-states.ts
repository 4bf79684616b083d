import { seal } from '@/lib/core/copy/checksum';
import { eventually } from '../browsers/extension-browser';
import { withTopics } from './arrange-topics';
import { leaveBoth, leaveLost, leaveRestored, refuseUser } from './inject';
import { NARROW, type State } from './state';
import type { StateWorld } from './worlds';

/** The part of `chrome` that is used here. */
interface Storage {
  local: { get(key: string): Promise<object>; set(items: object): Promise<void> };
}
declare const chrome: { storage: Storage };

/** Topics, and a second copy that holds them. */
async function withCopy(world: StateWorld): Promise<void> {
  await withTopics(world);
  const { browser } = world;
  const options = await browser.openOptions();
  const control = await browser.controlPage();
  await eventually(
    () =>
      control.evaluate(async () =>
        JSON.stringify(await chrome.storage.local.get('copy-manifest-0')).includes('topics'),
      ),
    { what: 'a second copy' },
  );
  await options.close();
}

/** The same, and what a later version has written since. */
async function withLaterCopy(world: StateWorld): Promise<void> {
  await withCopy(world);
  const control = await world.browser.controlPage();
  await control.evaluate((sealed) => chrome.storage.local.set({ 'copy-manifest-1': sealed }), seal('{"version":2}'));
}

const DAMAGED: Omit<State, 'surface' | 'name'> = {
  world: 'full',
  before: withCopy,
  inject: refuseUser,
  shows: 'The second copy beside it can be read',
};

/** What the damage of stored data looks like, in the popup and in the options alike. */
export const RECOVERY_STATES: readonly Omit<State, 'surface'>[] = [
  {
    name: 'restored from the second copy',
    world: 'full',
    before: withTopics,
    inject: leaveRestored,
    shows: 'was restored',
  },
  {
    name: 'restored from the second copy in 320 px, 200 % text',
    world: 'full',
    size: NARROW,
    textScale: 2,
    inject: leaveRestored,
    shows: 'was restored',
  },
  { name: 'papers deleted, the rest restored', world: 'full', inject: leaveBoth, shows: 'could not be read and were' },
  { name: 'what the user made can’t be found', world: 'full', inject: leaveLost, shows: 'can’t be found' },
  { name: 'what the user made is damaged, the second copy whole', ...DAMAGED },
  {
    name: 'what the user made is damaged, the second copy whole, in 320 px, 200 % text',
    ...DAMAGED,
    size: NARROW,
    textScale: 2,
  },
  {
    name: 'what the user made is damaged, the second copy of a later version',
    world: 'full',
    before: withLaterCopy,
    inject: refuseUser,
    shows: 'written by a later version',
  },
  {
    name: 'what the user made is damaged, no second copy',
    world: 'full',
    inject: refuseUser,
    shows: 'no second copy of it is whole',
  },
];
