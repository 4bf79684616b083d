import { finishCopy } from '@/lib/app/finish-copy';
import { untilOutOfView } from '@/lib/app/in-view';
import { askForNewLife, greetNewLife } from '@/lib/app/new-life';
import { rearm } from '@/lib/app/rearm';
import { refreshBadge } from '@/lib/app/refresh-badge';
import { repairStored } from '@/lib/app/repair-stored';
import { isSyncUnfinished } from '@/lib/app/sync-papers';
import { syncWithRoom } from '@/lib/app/sync-with-room';
import { openArrivals } from '@/lib/app/tell-arrivals';
import type { InstallReason } from '@/lib/browser/lifecycle';
import type { Message } from '@/lib/browser/messages';
import { openWelcomePage, resetPopup } from '@/lib/browser/tabs';
import type { Day } from '@/lib/core/days/day';
import type { SyncTrigger } from '@/lib/core/sync/state';

/** Names an un-awaited promise, so that its failure is told with what was being done. */
function run(what: string, work: Promise<unknown>): void {
  work.catch((error: unknown) => console.error(`${what} failed`, error));
}

/** Syncs if due, tells what came, and leaves the doorbells as the database says, whatever came of it. */
async function syncAndRearm(trigger: SyncTrigger, day?: Day) {
  try {
    return await syncWithRoom(trigger, day);
  } finally {
    await rearm();
  }
}

/**
 * Each start of the worker: alarms may be lost, the badge may be stale, a sync or an opening may be half-way, and so may the
 * copy of a click, whose page was closed and whose worker was killed on the way.
 */
export function handleWake(): void {
  run('wake', Promise.all([resumeSync(), refreshBadge(), resetPopup(), greetNewLife()]));
  run('copying what was left', finishCopy());
}

/** Goes on with a sync that an earlier life of the worker left, and only with that. */
async function resumeSync(): Promise<void> {
  if (await isSyncUnfinished()) await syncAndRearm('alarm');
  else await rearm();
}

/** The page is for a new user alone: an update that opens a tab is an intrusion. */
export function handleInstalled(reason: InstallReason): void {
  if (reason === 'install') run('welcome', openWelcomePage());
  else run('repair after an update', repairStored());
  run('sync after install', syncAndRearm(reason === 'install' ? 'install' : 'startup'));
}

export function handleBrowserStart(): void {
  run('sync at browser start', syncAndRearm('startup'));
}

export function handleAlarm(name: string): void {
  run('copying what was left', finishCopy());
  if (name === 'midnight' || name === 'alert' || name === 'anew')
    run(`recount at ${name}`, Promise.all([refreshBadge(), rearm()]));
  else run(`sync at alarm ${name}`, syncAndRearm('alarm'));
}

export async function handleMessage(message: Message): Promise<unknown> {
  switch (message.kind) {
    case 'ping':
      return { kind: 'pong' };
    case 'recount':
      await refreshBadge();
      run('telling after a popup', tellAfterPopup());
      return { kind: 'recounted' };
    case 'sync':
      return syncAndRearm(message.trigger, message.day);
  }
}

/** A page in which something was made has ended: it may have left the copy of its last click, and the badge with it. */
export function handlePageEnded(): void {
  const finish = async () => {
    if (await finishCopy()) await refreshBadge();
  };
  run('finishing what a page left', finish());
}

/** A popup that is left or closes asks for a recount: what was not told while it was in view is told now, where nobody saw it. */
async function tellAfterPopup(): Promise<void> {
  // A page says so before its lock has ended. Where another popup stays in view, its own end tells.
  await untilOutOfView().catch(() => undefined);
  await rearm();
}

/** A grant lets the feed in at once; a withdrawal is told at once. What is about alerts asks nothing of the feed. */
export function handlePermissionsChanged(isFeed: boolean): void {
  if (isFeed) run('sync after a change of permissions', syncAndRearm('permission'));
  else run('a new life after a change of permissions', askForNewLife());
}

export function handleAlertClicked(id: string): void {
  run('a click on an alert', openArrivals(id));
}
