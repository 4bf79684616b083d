import type { DraftBook } from './draft-book';
import { type DraftKey, isComplete, NEW_TOPIC, toBase } from './draft-entry';

/** What becomes of a draft when its user goes on to something else. */
export interface DraftLeaving {
  /** A field was left: saves, and lets the field show the name that was stored; it may have been cut or got a number. */
  done(key: DraftKey): Promise<void>;
  /** The user left this topic: what is stored needs no draft any more, a text with an error keeps it. */
  leave(key: DraftKey): Promise<void>;
}

/** `flush` saves what is complete, and resolves when it is stored. */
export function createDraftLeaving(
  { entries, rows, keep }: DraftBook,
  flush: (key: DraftKey) => Promise<void>,
  onChange: () => void,
): DraftLeaving {
  return {
    async done(key) {
      const entry = entries.get(key);
      await flush(key);
      if (entry?.state !== 'saved' || entry.draft.name === undefined) return;
      // A blank name follows the query from here on.
      if (entry.draft.name.trim() === '' && entry.good !== undefined) return;
      delete entry.draft.name;
      delete entry.base.name;
      delete entry.savedName;
      onChange();
    },
    async leave(key) {
      const stored = flush(key);
      const left = entries.get(NEW_TOPIC);
      if (key === NEW_TOPIC && left?.state === 'saving' && isComplete(left.draft.query ?? '')) {
        left.isLeft = true;
        entries.delete(NEW_TOPIC);
      }
      await stored;
      const entry = entries.get(key);
      if (!entry || entry.state === 'failed' || entry.state === 'waiting') return;
      const { query } = entry.draft;
      const isStored = query === undefined || isComplete(query);
      if (isStored && !entry.offer) entries.delete(key);
      entry.draft = isStored ? {} : { query };
      entry.base = toBase(rows.get(key), entry.draft);
      keep(entry);
      onChange();
    },
  };
}
