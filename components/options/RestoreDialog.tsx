import './restore-dialog.css';
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { Difference, RestoreDescription, RestoreKind, RestoreLine } from '@/lib/core/backup/describe-restore';
import { formatMoment } from '@/lib/core/days/format';
import { Button } from '../controls/Button';
import { useModal } from '../controls/use-modal';
import { SETTING_NAMES } from './setting-names';

/** What a chosen file would do, or why it can't be restored. */
export type RestoreOffer =
  | { ok: true; made: number; app: string; description: RestoreDescription }
  | { ok: false; problem: string };

export interface RestoreDialogProps {
  fileName: string;
  offer: RestoreOffer;
  now: number;
  busy: boolean;
  onRestore(): void;
  onClose(): void;
}

/** More lines than these nobody reads; the rest is counted. */
const SHOWN = 100;

/** What restoring a backup would do, entry by entry, before anything is written. */
export function RestoreDialog({ fileName, offer, now, busy, onRestore, onClose }: RestoreDialogProps): JSX.Element {
  const dialog = useModal();
  const id = useId();
  return (
    <dialog ref={dialog} class="restore-dialog" aria-labelledby={id} onClose={() => dialog.current && onClose()}>
      <h2 id={id} class="heading-2">
        {offer.ok ? 'Restore a backup' : 'Not restored'}
      </h2>
      <p class="explains restore-file">
        {fileName}
        {offer.ok && `, made ${formatMoment(offer.made, now)} by version ${offer.app}`}
      </p>
      {offer.ok ? (
        <Preview description={offer.description} now={now} />
      ) : (
        <p role="alert">{offer.problem} Nothing was changed.</p>
      )}
      <p class="restore-actions">
        {offer.ok && offer.description.writing > 0 && (
          <Button look="solid" disabled={busy} onClick={onRestore}>
            {busy ? 'Restoring…' : 'Restore'}
          </Button>
        )}
        <Button onClick={() => dialog.current?.close()}>
          {offer.ok && offer.description.writing > 0 ? 'Cancel' : 'Close'}
        </Button>
      </p>
    </dialog>
  );
}

function Preview({ description, now }: { description: RestoreDescription; now: number }): JSX.Element {
  return (
    <>
      <p>{toSummary(description)}</p>
      {description.kinds.map((kind) => (
        <Kind key={kind.kind} kind={kind} now={now} />
      ))}
    </>
  );
}

function toSummary({ changing, writing }: RestoreDescription): string {
  if (writing === 0) return 'Everything in it is here already, so nothing would change.';
  if (changing === 0)
    return 'Everything in it is here already. Only when things were done, or deleted, would be noted for later.';
  return 'It is merged with what is here: of two values the later one stays, and nothing that only one side has is lost. One undo takes all of it back.';
}

const KIND_NAMES: Readonly<Record<RestoreKind['kind'], { title: string; count(count: number): string }>> = {
  statuses: { title: 'Papers you marked', count: (count) => (count === 1 ? '1 paper' : `${format(count)} papers`) },
  topics: { title: 'Topics', count: (count) => (count === 1 ? '1 topic' : `${format(count)} topics`) },
  settings: { title: 'Settings', count: (count) => (count === 1 ? '1 setting' : `${format(count)} settings`) },
};

function Kind({ kind, now }: { kind: RestoreKind; now: number }): JSX.Element | null {
  const { fresh, equal, different } = kind;
  const { title, count } = KIND_NAMES[kind.kind];
  if (fresh.length + equal + different.length === 0) return null;
  const toName = (name: string) => (kind.kind === 'settings' ? toSettingName(name) : name);
  const parts = [
    fresh.length > 0 && `${count(fresh.length)} new`,
    different.length > 0 && `${count(different.length)} different`,
    equal > 0 && `${count(equal)} the same`,
  ].filter(Boolean);
  return (
    <section class="restore-kind">
      <h3>{title}</h3>
      <p>{parts.join(', ')}.</p>
      {fresh.length > 0 && (
        <details>
          <summary>What is new</summary>
          <ul>
            {fresh.slice(0, SHOWN).map((name, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: names may be the same, and the list never changes
              <li key={index} dir="auto">
                {toName(name)}
              </li>
            ))}
            <More count={fresh.length} />
          </ul>
        </details>
      )}
      {different.length > 0 && (
        <ul class="restore-lines">
          {different.slice(0, SHOWN).map((line) => (
            <Line key={line.key} line={line} name={toName(line.name)} now={now} />
          ))}
          <More count={different.length} />
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
  const side = (name: string, { words, at }: Difference['mine'], wins: boolean, verb: string) => (
    <span class={wins ? 'restore-value is-winner' : 'restore-value'}>
      {name}: <bdi>{words}</bdi>
      {at > 0 && `, ${formatMoment(at, now)}`}
      {wins && ` (${verb})`}
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
  if (count <= SHOWN) return null;
  return <li class="explains">and {format(count - SHOWN)} more</li>;
}

function toSettingName(key: string): string {
  return Object.hasOwn(SETTING_NAMES, key) ? SETTING_NAMES[key as keyof typeof SETTING_NAMES] : key;
}

function format(count: number): string {
  return count.toLocaleString('en-US');
}
