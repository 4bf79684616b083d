import { browser } from 'wxt/browser';

export type AlarmName = 'sync' | 'resume' | 'midnight' | 'alert' | 'anew';

/** A doorbell at an absolute time, and again every `periodMin` minutes in case nobody was there to set it anew. */
export interface AlarmPlan {
  when: number;
  periodMin?: number;
  /** An alarm that rings sooner will do: frequent wakes must not push it ahead of them for ever. */
  orSooner?: boolean;
}

/**
 * Makes the alarm stand at `plan.when`; `undefined`: makes it not stand. Creates only when it is missing or
 * different: an alarm re-created at every wake is always postponed and never rings (FAULTS 3).
 */
export async function ensureAlarm(name: AlarmName, plan: AlarmPlan | undefined): Promise<void> {
  if (!plan) {
    await browser.alarms.clear(name);
    return;
  }
  const standing = await browser.alarms.get(name);
  const same =
    standing !== undefined &&
    (Math.abs(standing.scheduledTime - plan.when) < 1_000 ||
      (plan.orSooner === true && standing.scheduledTime < plan.when)) &&
    (standing.periodInMinutes ?? undefined) === plan.periodMin;
  if (same) return;
  browser.alarms.create(name, {
    when: plan.when,
    ...(plan.periodMin === undefined ? {} : { periodInMinutes: plan.periodMin }),
  });
}

/** Must be called in the first turn of the background (law 1). */
export function onAlarm(ring: (name: string) => void): void {
  browser.alarms.onAlarm.addListener((alarm) => ring(alarm.name));
}
