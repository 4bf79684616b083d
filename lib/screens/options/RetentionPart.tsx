import type { JSX } from 'preact';
import { Part } from '@/components/options/Section';
import { SelectRow } from '@/components/options/SelectRow';
import { SETTING_NAMES } from '@/components/options/setting-names';
import { saveSetting } from '@/lib/app/save-setting';
import type { KeepDays } from '@/lib/core/settings/settings';
import type { Pruned } from '@/lib/core/sync/retention';
import { toPrunedWords } from '@/lib/core/sync/retention-words';
import { attempt } from './attempt';

const CHOICES: readonly { value: KeepDays; words: string }[] = [
  { value: 0, words: 'For ever' },
  { value: 730, words: 'For two years' },
  { value: 365, words: 'For a year' },
  { value: 180, words: 'For 180 days' },
  { value: 90, words: 'For 90 days' },
];

/** How long the stored papers stay. */
export function RetentionPart({
  keepDays,
  pruned,
  now,
}: {
  keepDays: KeepDays;
  pruned: Pruned | undefined;
  now: number;
}): JSX.Element {
  const choose = async (days: KeepDays) => {
    await saveSetting('keepDays', days);
    const { pruneFeed } = await import('@/lib/app/prune-feed');
    await pruneFeed();
  };
  return (
    <Part title="Age">
      <SelectRow
        label={SETTING_NAMES.keepDays}
        explains="Older ones are deleted at once, and day by day. Papers with a star, a note, a tag or kept for later stay, and so does all that you made; a deleted day can be picked in the calendar and is fetched again. On a full disk, the oldest papers go first."
        choices={CHOICES}
        value={keepDays}
        onChange={(days) => attempt(choose(days))}
      />
      {pruned && <p class="explains">{toPrunedWords(pruned, now)}</p>}
    </Part>
  );
}
