import { setTimeout as wait } from 'node:timers/promises';
import { DAY_MS, startOfDay, toUtcDay } from '@/lib/core/days/day';

/** Longer than a file of end-to-end tests takes on a busy machine: its tests share a browser, a feed and what is today. */
const LONGEST_FILE_MS = 6 * 60_000;

// Before the first test of a file and outside of its limits of time: one that runs over midnight UTC would see two todays.
const leftMs = startOfDay(toUtcDay(Date.now())) + DAY_MS - Date.now();
if (leftMs < LONGEST_FILE_MS) {
  console.log(`Waiting ${Math.ceil(leftMs / 1000)} s for midnight UTC.`);
  await wait(leftMs + 1_000);
}
