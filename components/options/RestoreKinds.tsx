import './restore-kinds.css';
import type { JSX } from 'preact';
import type { Difference, RestoreKind, RestoreLine } from '@/lib/core/backup/describe-restore';
import { formatMoment } from '@/lib/core/days/format';
import { SETTING_NAMES } from './setting-names';

export interface RestoreKindsProps {
  kinds: readonly RestoreKind[];
  now: number;
}

/** What a restore would do, kind by kind: what is new, the same and different, with both values. */
export function RestoreKinds({ kinds, now }: RestoreKindsProps): JSX.Element {
  return (
    <>
      {kinds.map((kind) => (
        <Kind key={kind.kind} kind={kind} now={now} />
      ))}
    </>
  );
}

const KIND_NAMES: Readonly<Record<RestoreKind['kind'], { title: string; fresh: string; one: string }>> = {
  statuses: { title: 'Papers you marked', fresh: 'New marked papers', one: 'paper' },
  topics: { title: 'Topics', fresh: 'New topics', one: 'topic' },
  settings: { title: 'Settings', fresh: 'New settings', one: 'setting' },
};

function Kind({ kind, now }: { kind: RestoreKind; now: number }): JSX.Element | null {
  const { fresh, freshCount, equal, gone, different, differentCount, note } = kind;
  const words = KIND_NAMES[kind.kind];
  const count = (count: number) => `${format(count)} ${words.one}${count === 1 ? '' : 's'}`;
  if (freshCount + equal + gone + differentCount === 0) return null;
  const toName = (name: string) => (kind.kind === 'settings' ? toSettingName(name) : name);
  const parts = [
    freshCount > 0 && `${count(freshCount)} new`,
    differentCount > 0 && `${count(differentCount)} different`,
    equal > 0 && `${count(equal)} the same`,
    gone > 0 && `${count(gone)} deleted, and not here`,
  ].filter(Boolean);
  return (
    <section class="restore-kind">
      <h3>{words.title}</h3>
      <p>{parts.join(', ')}.</p>
      {note !== undefined && <p>{note}</p>}
      {fresh.length > 0 && (
        // Settings are few, and no name tells what one would become.
        <details open={kind.kind === 'settings'}>
          <summary>{words.fresh}</summary>
          <ul class={kind.kind === 'settings' ? 'restore-lines' : undefined}>
            {fresh.map((line) =>
              line.differences.length > 0 ? (
                <Line key={line.key} line={line} name={toName(line.name)} now={now} />
              ) : (
                <li key={line.key} dir="auto">
                  {toName(line.name)}
                </li>
              ),
            )}
            <More count={freshCount - fresh.length} />
          </ul>
        </details>
      )}
      {different.length > 0 && (
        <ul class="restore-lines">
          {different.map((line) => (
            <Line key={line.key} line={line} name={toName(line.name)} now={now} />
          ))}
          <More count={differentCount - different.length} />
        </ul>
      )}
    </section>
  );
}

function Line({ line, name, now }: { line: RestoreLine; name: string; now: number }): JSX.Element {
  return (
    <li>
      <span class="restore-name" dir="auto">
        {name}
      </span>
      {line.differences.map((difference) => (
        <Values key={difference.field} difference={difference} now={now} />
      ))}
    </li>
  );
}

/** Both values; the one that stays is said, and not by its look alone. */
function Values({ difference, now }: { difference: Difference; now: number }): JSX.Element {
  const { field, mine, theirs, winner } = difference;
  // Told, or nobody sees why one stays that is no later. Two of no known time are of no one moment.
  const tie = mine.at > 0 && mine.at === theirs.at ? ', both of one moment' : '';
  const side = (name: string, { words, at }: Difference['mine'], wins: boolean, verb: string) => (
    <span class={wins ? 'restore-value is-winner' : 'restore-value'}>
      {name}: <bdi>{words}</bdi>
      {at > 0 && `, ${formatMoment(at, now)}`}
      {wins && ` (${verb}${tie})`}
    </span>
  );
  return (
    <span class="restore-values">
      {field !== 'value' && <span class="restore-field">{field}</span>}
      {side('Here', mine, winner === 'mine', 'kept')}
      {side('Backup', theirs, winner === 'theirs', 'taken')}
    </span>
  );
}

function More({ count }: { count: number }): JSX.Element | null {
  return count > 0 ? <li class="explains">and {format(count)} more</li> : null;
}

function toSettingName(key: string): string {
  return Object.hasOwn(SETTING_NAMES, key) ? SETTING_NAMES[key as keyof typeof SETTING_NAMES] : key;
}

function format(count: number): string {
  return count.toLocaleString('en-US');
}
