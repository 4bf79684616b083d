import { formatMoment } from '../days/format';
import { toMadeWords } from './copy-words';
import { readManifests, type StoredItems } from './manifest';
import { readCopy } from './read-copy';
import { type Restored, toMade } from './restored';

/**
 * What is the matter with the databases. `feed`: only what can be fetched again is damaged. `user`: what the user made is.
 * `silent-feed`, `silent`: the browser does not say; they may be whole. `refused`: the browser makes no database at all.
 * `holds` is what the second copy has; `later`: a later version has written it, and this one can't read it.
 */
export type Diagnosis =
  | { kind: 'fine' }
  | { kind: 'feed'; detail: string }
  | { kind: 'silent-feed'; detail: string }
  | { kind: 'user' | 'silent' | 'refused'; detail: string; holds: Holds };

export type Holds = Restored | 'later' | undefined;

/** What can be done about it. */
export type Remedy = 'restore' | 'begin-anew' | 'rebuild' | 'reload';

/** In words, with what the user can press. */
export interface RecoveryWords {
  title: string;
  detail: string;
  remedies: { remedy: Remedy; label: string }[];
}

/** What the copy holds, as far as it can be read; `undefined` where there is none. `last`: as for `readCopy`. */
export function toHolds(items: StoredItems, last: number): Holds {
  if (readManifests(items).isNewer) return 'later';
  const copy = readCopy(items, last);
  return copy && { ...toMade(copy.rows), at: copy.manifest.at, isPartial: copy.refused.length > 0 || copy.isOlder };
}

const SILENT = 'The browser does not answer, and nothing was changed. Try again; restarting the browser may help.';
const REFETCHED = 'those of the last two weeks are fetched again, older ones when you pick their day';

const LATER = 'written by a later version of Daily Papers, which this one can’t read: update the extension';

const AGAIN = { remedy: 'reload', label: 'Try again' } as const;
const RESTORE = { remedy: 'restore', label: 'Restore from the second copy' } as const;

/** What happened, what is safe, and what can be done. */
export function toRecoveryWords(diagnosis: Exclude<Diagnosis, { kind: 'fine' }>, now: number): RecoveryWords {
  const { detail } = diagnosis;
  const says = `The browser says: ${detail}`;
  if (diagnosis.kind === 'feed')
    return {
      title: 'The stored papers are damaged.',
      detail: `What you made is not: it is kept apart. The papers can be deleted: ${REFETCHED}. ${says}`,
      remedies: [{ remedy: 'rebuild', label: 'Delete and fetch them again' }, AGAIN],
    };
  if (diagnosis.kind === 'silent-feed')
    return {
      title: 'The stored papers can’t be read at the moment.',
      detail: `${SILENT} Where it does not, the papers can be deleted: ${REFETCHED}. What you made is kept apart.`,
      remedies: [AGAIN, { remedy: 'rebuild', label: 'Delete and fetch them again' }],
    };
  const { kind, holds } = diagnosis;
  const isLater = holds === 'later';
  const inCopy = holds && !isLater && `${toMadeWords(holds)}, as of ${formatMoment(holds.at, now)}`;
  if (kind === 'refused')
    return {
      title: 'The browser refuses to store or read the papers.',
      detail: [
        `A private window, “never remember history”, a full disk or a damaged profile can be the reason. ${says}`,
        inCopy &&
          `The second copy of what you made can be read: ${inCopy}. It is brought back as soon as the browser opens a database again.`,
        isLater && `Of what you made there is a second copy, ${LATER}.`,
      ]
        .filter(Boolean)
        .join(' '),
      remedies: [AGAIN],
    };
  if (kind === 'silent')
    return {
      title: 'What you made can’t be read at the moment.',
      detail: `${SILENT}${inCopy ? ` Where it does not, a new database can be filled from the second copy: ${inCopy}. What was done after that, and what could be undone, would be lost.` : ''}${isLater ? ` There is a second copy, ${LATER}.` : ''}`,
      remedies: holds && !isLater ? [AGAIN, RESTORE] : [AGAIN],
    };
  if (isLater)
    return {
      title: 'What you made can’t be read by this version.',
      detail: `Its database is damaged. There is a second copy beside it, ${LATER}, and what it holds comes back. Until then you can begin with an empty database: the damaged one is deleted, the copy stays. ${says}`,
      remedies: [AGAIN, { remedy: 'begin-anew', label: 'Begin anew, keep the copy' }],
    };
  if (!holds)
    return {
      title: 'What you made can’t be read.',
      detail: `Its database is damaged, and no second copy of it is whole. Restarting the browser may help. Beginning anew deletes marks, topics and settings for good; the papers stay, and a backup can be restored afterwards. ${says}`,
      remedies: [AGAIN, { remedy: 'begin-anew', label: 'Delete it and begin anew' }],
    };
  const rest = holds.isPartial ? ' Parts of the copy can’t be read: something may be missing.' : '';
  return {
    title: 'The database of what you made is damaged.',
    detail: `The second copy beside it can be read: ${inCopy}.${rest} Restoring puts a new database in the place of the damaged one; what was done before can’t be undone afterwards. ${says}`,
    remedies: [RESTORE, AGAIN],
  };
}
