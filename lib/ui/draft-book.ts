import type { Topic, TopicId } from '@/lib/core/topics/topic';
import { giveWay, isChangedElsewhere } from './draft-conflict';
import { type DraftKey, type Entry, isUnsaved, NEW_TOPIC, toKept } from './draft-entry';
import type { DraftStore, TopicDraft } from './draft-store';

/** A text whose topic was deleted elsewhere. */
export interface LostDraft {
  key: TopicId;
  /** The topic's; unknown to a page that was opened later. */
  name?: string;
  offer: TopicDraft;
}

/** The drafts of a page and the stored rows beside them. */
export interface DraftBook {
  readonly entries: Map<DraftKey, Entry>;
  /** The rows as last heard of. */
  readonly rows: ReadonlyMap<TopicId, Topic>;
  entryOf(key: DraftKey): Entry;
  /** Keeps what would be lost with the page, and nothing else. */
  keep(entry: Entry): void;
  /** The same for whatever stands under the key of new topics now, if anything does. */
  keepNew(): void;
  /** The stored topics, as they were read. */
  hear(topics: readonly Topic[]): void;
  /** A row as it was written, or found at a save. */
  learn(topic: Topic): void;
  /** True where the topic was listed before and is no more: it was deleted elsewhere. */
  isGone(key: DraftKey): boolean;
  /** What was being written on a topic that was deleted elsewhere. */
  findLost(): LostDraft | undefined;
  /** Lets a draft give way where its topic was changed elsewhere. */
  check(entry: Entry): void;
  /** Takes the offer of a topic out, if there is one. */
  takeOffer(key: DraftKey): TopicDraft | undefined;
  drop(key: DraftKey): void;
  dropAll(): void;
}

export function createDraftBook(store: DraftStore): DraftBook {
  const entries = new Map<DraftKey, Entry>();
  const rows = new Map<TopicId, Topic>();
  /** Every topic that was listed, and whether it still is. */
  const listed = new Map<TopicId, boolean>();

  function keep(entry: Entry): void {
    const { key } = entry;
    // One that was left may have given its place to the next new one.
    if (entry.isDropped || (entries.get(key) ?? entry) !== entry) return;
    if (isUnsaved(entry)) store.write(key, toKept(entry));
    else store.remove(key);
  }

  function drop(key: DraftKey): void {
    const entry = entries.get(key);
    clearTimeout(entry?.timer);
    if (entry) entry.isDropped = true;
    entries.delete(key);
    store.remove(key);
  }

  const isGone = (key: DraftKey) => listed.get(key) === false;

  return {
    entries,
    rows,
    keep,
    entryOf(key) {
      const known = entries.get(key);
      if (known) return known;
      const draft = key === NEW_TOPIC ? { name: '' } : {};
      const entry: Entry = { key, draft, base: {}, state: 'clean', queue: Promise.resolve() };
      entries.set(key, entry);
      return entry;
    },
    keepNew() {
      const next = entries.get(NEW_TOPIC);
      if (next) keep(next);
      else store.remove(NEW_TOPIC);
    },
    hear(topics) {
      for (const key of listed.keys()) listed.set(key, false);
      for (const topic of topics) {
        listed.set(topic.id, true);
        // News that was on its way while this page wrote tells of the time before.
        if (topic.updatedAt >= (rows.get(topic.id)?.updatedAt ?? 0)) rows.set(topic.id, topic);
      }
    },
    learn: (topic) => rows.set(topic.id, topic),
    isGone,
    findLost() {
      for (const { key, offer } of entries.values()) {
        if (!offer || key === NEW_TOPIC || listed.get(key)) continue;
        const name = rows.get(key)?.name;
        return { key, offer, ...(name === undefined ? {} : { name }) };
      }
      return undefined;
    },
    check(entry) {
      const row = rows.get(entry.key);
      // While it is being saved nobody can tell whose the change is: looked at again when it is stored.
      if (!row || entry.state === 'saving') return;
      const isDeleted = row.deletedAt !== undefined || isGone(entry.key);
      if (isDeleted || isChangedElsewhere(entry, row)) giveWay(entry, row);
    },
    takeOffer(key) {
      const entry = entries.get(key);
      const offer = entry?.offer;
      if (!entry || !offer) return undefined;
      delete entry.offer;
      keep(entry);
      return offer;
    },
    drop,
    dropAll() {
      for (const key of [...entries.keys(), ...store.readAll().keys()]) drop(key);
    },
  };
}
