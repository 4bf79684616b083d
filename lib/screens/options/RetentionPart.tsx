import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { AskDelete } from '@/components/options/AskDelete';
import { Part } from '@/components/options/Section';
import { SelectRow } from '@/components/options/SelectRow';
import { SETTING_NAMES } from '@/components/options/setting-names';
import { addDays, toUtcDay } from '@/lib/core/days/day';
import { formatPaperDate } from '@/lib/core/days/format';
import { VALUE_WORDS } from '@/lib/core/settings/setting-words';
import type { KeepDays } from '@/lib/core/settings/settings';
import { isShorter, type Pruned } from '@/lib/core/sync/retention';
import { toPrunedWords } from '@/lib/core/sync/retention-words';
import { attempt } from './attempt';
import { useRetention } from './use-retention';

const CHOICES: readonly { value: KeepDays; words: string }[] = [
  { value: 0, words: VALUE_WORDS.keepDays[0] },
  { value: 730, words: VALUE_WORDS.keepDays[730] },
  { value: 365, words: VALUE_WORDS.keepDays[365] },
  { value: 180, words: VALUE_WORDS.keepDays[180] },
  { value: 90, words: VALUE_WORDS.keepDays[90] },
];

/** How long the stored papers stay. A choice by which papers go is asked about first. */
export function RetentionPart({
  keepDays,
  pruned,
  now,
}: {
  keepDays: KeepDays;
  pruned: Pruned | undefined;
  now: number;
}): JSX.Element {
  const [said, setSaid] = useState('');
  const status = useRef<HTMLParagraphElement>(null);
  const { asked, choose, keep, remove } = useRetention({ keepDays, prunedAt: pruned?.at }, setSaid);
  const isAsking = asked !== undefined && !asked.isGoing && isShorter(asked.keepDays, keepDays);
  const wasAsking = useRef(false);
  useLayoutEffect(() => {
    // A question that another page has answered takes its buttons along, and the focus with them.
    if (wasAsking.current && !isAsking && document.activeElement === document.body) status.current?.focus();
    wasAsking.current = isAsking;
  }, [isAsking]);
  const andStay = (work: () => void) => () => {
    work();
    // The button has gone, and the focus with it.
    status.current?.focus();
  };
  return (
    <Part title="Age">
      <SelectRow
        label={SETTING_NAMES.keepDays}
        explains="Older ones are deleted, now and day by day. Papers with a star, a note, a tag or kept for later stay, and so does all that you made; a deleted day can be picked in the calendar and is fetched again. On a full disk, the oldest papers go first."
        choices={CHOICES}
        value={asked?.keepDays ?? keepDays}
        onChange={(days) => attempt(choose(days))}
      />
      {isAsking && (
        <AskDelete
          papers={asked.papers}
          first={formatPaperDate(addDays(toUtcDay(now), -asked.keepDays), toUtcDay(now))}
          onDelete={andStay(() => attempt(remove()))}
          onKeep={andStay(keep)}
        />
      )}
      <p role="status" ref={status} tabIndex={-1}>
        {said}
      </p>
      {pruned && <p class="explains">{toPrunedWords(pruned, now)}</p>}
    </Part>
  );
}
