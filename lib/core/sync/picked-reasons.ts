import type { Day } from '../days/day';
import { formatDayHeading, formatPaperDate, formatUntil } from '../days/format';
import type { EmptyReason } from './empty-reasons';
import type { Failure } from './failure';
import { toFailureText } from './failure-texts';
import { toNewerReason } from './newer-words';

/** What became of the reading of a day the user picked. */
export type PickReply =
  | { kind: 'finished'; failure?: Failure | undefined }
  | { kind: 'under-way' | 'not-due' | 'newer' }
  | { kind: 'barred'; until: number }
  | { kind: 'refused'; words: string };

/**
 * Why a picked day has no papers, or that it is being read. `undefined` where its ledger row tells. `reply` is absent
 * until there is one; `isReading` while a sync is under way.
 */
export function toPickedReason(
  day: Day,
  reply: PickReply | undefined,
  { today, now, isReading }: { today: Day; now: number; isReading: boolean },
): EmptyReason | undefined {
  const loading: EmptyReason = { title: `Reading ${formatPaperDate(day, today)}`, loading: true };
  const action = { kind: 'read-day', day, label: 'Try again' } as const;
  switch (reply?.kind) {
    case undefined:
      return loading;
    case 'under-way':
      return isReading ? loading : undefined;
    case 'barred':
      return {
        title: `The feed asked us to wait until ${formatUntil(reply.until, now)}.`,
        detail: `Too many requests came from your network. ${formatDayHeading(day, today)} can be read after that.`,
        action,
      };
    case 'refused':
      return { title: reply.words };
    case 'newer':
      return toNewerReason();
    case 'not-due':
      return undefined;
    case 'finished': {
      if (!reply.failure) return undefined;
      const { title, advice } = toFailureText(reply.failure, now);
      return {
        title: `${formatDayHeading(day, today)} could not be read.`,
        detail: `${title} ${advice}`,
        action: reply.failure.kind === 'no-permission' ? { kind: 'grant', label: 'Allow it' } : action,
      };
    }
  }
}
