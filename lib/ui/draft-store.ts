import type { TopicColour, TopicId } from '@/lib/core/topics/topic';

/** What was typed of a topic and may differ from what is stored. */
export interface TopicDraft {
  name?: string;
  query?: string;
  colour?: TopicColour;
  badge?: boolean;
}

/** A draft as it outlives its page. */
export interface KeptDraft {
  draft: TopicDraft;
  /** The last complete query, where the database may not have it. */
  good?: string;
  /** What the row held of these fields when they were begun: where it holds something else now, they must not be saved over it. */
  base?: TopicDraft;
  /** What was being written when the topic was changed elsewhere, until the user has decided. */
  offer?: TopicDraft;
  /** The id under which the row of a new topic was asked for: the page may have ended before it heard the answer. */
  asked?: TopicId;
}

/** Drafts that outlive their page, by key. Nothing here throws. */
export interface DraftStore {
  readAll(): Map<string, KeptDraft>;
  write(key: string, kept: KeptDraft): void;
  remove(key: string): void;
}

/** The part of `localStorage` that is used. */
export type SyncStorage = Pick<Storage, 'length' | 'key' | 'getItem' | 'setItem' | 'removeItem'>;

const PREFIX = 'topic-draft:';
/** Four times the longest query there can be; what was pasted by mistake is not worth the room. */
const MAX_LENGTH = 8_000;

/**
 * Keeps drafts in `open()`. Local storage and not a database: a page that closes has no time left, and this is the one
 * store that has written when the call returns.
 */
export function createDraftStore(open: () => SyncStorage = () => localStorage): DraftStore {
  /** Storage may be full, damaged or forbidden. The draft is then kept by the page alone, as long as that is open. */
  function withStorage<T>(work: (storage: SyncStorage) => T, otherwise: T): T {
    try {
      return work(open());
    } catch {
      return otherwise;
    }
  }

  return {
    readAll: () =>
      withStorage((storage) => {
        const keys = Array.from({ length: storage.length }, (_, i) => storage.key(i) ?? '');
        const found = keys.filter((key) => key.startsWith(PREFIX));
        return new Map(found.map((key) => [key.slice(PREFIX.length), toKept(storage.getItem(key) ?? '')]));
      }, new Map()),
    write(key, kept) {
      withStorage((storage) => {
        const text = JSON.stringify(kept);
        // An older version must not come back in the place of one that is too long.
        if (text.length > MAX_LENGTH) storage.removeItem(PREFIX + key);
        else storage.setItem(PREFIX + key, text);
      }, undefined);
    },
    remove: (key) => withStorage((storage) => storage.removeItem(PREFIX + key), undefined),
  };
}

/** Field by field: another version of the extension may have written it. What is not understood is left out. */
function toKept(text: string): KeptDraft {
  const { draft, base, good, offer, asked } = toRecord(toJson(text));
  return {
    draft: toDraft(draft),
    ...(base === undefined ? {} : { base: toDraft(base) }),
    ...(typeof good === 'string' ? { good } : {}),
    ...(offer === undefined ? {} : { offer: toDraft(offer) }),
    ...(typeof asked === 'string' ? { asked } : {}),
  };
}

function toDraft(value: unknown): TopicDraft {
  const { name, query, colour, badge } = toRecord(value);
  return {
    ...(typeof name === 'string' ? { name } : {}),
    ...(typeof query === 'string' ? { query } : {}),
    ...(isColour(colour) ? { colour } : {}),
    ...(typeof badge === 'boolean' ? { badge } : {}),
  };
}

function toJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function toRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function isColour(value: unknown): value is TopicColour {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 8;
}
