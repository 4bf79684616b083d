import { afterCommit } from './after-commit';
import { ensureAlarms } from './alarms';
import { tellArrivals } from './tell-arrivals';

/** After a sync, at a wake, at a doorbell: tells what there is to tell, and leaves the doorbells as the database says. */
export async function rearm(): Promise<void> {
  await afterCommit(tellArrivals);
  await ensureAlarms();
}
