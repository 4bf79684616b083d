import { toUtcDay } from '@/lib/core/days/day';
import type { ChooseDay, Start } from '@/lib/ui/start';

/**
 * The popup's start as it was kept when the badge was counted; `undefined` where the databases have to say: nothing was
 * kept, another day has begun since, or another day than the kept one is to be shown. `now` is our clock.
 */
export function toKeptStart(text: string | undefined, now: number, choose: ChooseDay): Start | undefined {
  if (text === undefined) return undefined;
  try {
    // Written by this very version: the browser forgets it with every update of the extension.
    const start = JSON.parse(text) as Start;
    if (start.today !== toUtcDay(now + (start.state.clock?.offsetMs ?? 0))) return undefined;
    return (choose(start) ?? start.newest) === start.day ? start : undefined;
  } catch {
    return undefined;
  }
}
