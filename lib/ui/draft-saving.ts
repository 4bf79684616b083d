import type { Topic, TopicColour, TopicId } from '@/lib/core/topics/topic';
import { toTopicName } from '@/lib/core/topics/topic-name';
import {
  type DraftKey,
  type Entry,
  NEW_TOPIC,
  type SaveState,
  toBase,
  toChoices,
  toName,
  toPatch,
} from './draft-entry';
import type { TopicDraft } from './draft-store';

export interface TopicSaver {
  /** Asked again with the same `id` it makes no second topic. */
  create(topic: { name: string; query: string; colour?: TopicColour; badge?: boolean }, id: TopicId): Promise<Topic>;
  /**
   * Writes the patch where the row still holds what `from` says. Answers with the row as it is then; refused: it was
   * changed elsewhere, and was left alone.
   */
  update(id: TopicId, patch: TopicDraft, from: TopicDraft): Promise<{ topic?: Topic | undefined; isRefused: boolean }>;
}

/** What a save needs of the drafts of its page. */
export interface SavingContext {
  saver: TopicSaver;
  entries: Map<DraftKey, Entry>;
  /** The row as it was just written or read. */
  learn(topic: Topic): void;
  keep(entry: Entry): void;
  /** Keeps what stands under the key of new topics now, if anything does. */
  keepNew(): void;
  onChange(): void;
  onCreated(topic: Topic, isShown: boolean): void;
}

/** Saves drafts, each one after the other: two saves at once would create the new topic twice. */
export function createDraftSaving({ saver, entries, learn, keep, keepNew, onChange, onCreated }: SavingContext) {
  async function save(entry: Entry): Promise<void> {
    const name = toName(entry);
    const query = entry.good;
    const choices = toChoices(entry.draft);
    let saved: Topic | undefined;
    if (entry.key === NEW_TOPIC) {
      if (query === undefined) return;
      entry.asked ??= crypto.randomUUID();
      keep(entry);
      saved = await saver.create({ name: name ?? toTopicName(query), query, ...choices }, entry.asked);
      settleCreated(entry, saved);
    } else {
      const patch = toPatch(entry);
      if (Object.keys(patch).length === 0) return;
      const answer = await saver.update(entry.key, patch, toFrom(entry, patch));
      if (answer.topic) learn(answer.topic);
      if (answer.isRefused) {
        // Not stored, and not a failure either: the draft gives way to what it was told of.
        entry.state = 'waiting';
        return;
      }
      saved = answer.topic;
    }
    if (name !== undefined) entry.savedName = name;
    if (query !== undefined) entry.savedQuery = query;
    // From here on the row tells them. Another one, chosen meanwhile, goes with the next patch.
    if (entry.draft.colour === choices.colour) delete entry.draft.colour;
    if (entry.draft.badge === choices.badge) delete entry.draft.badge;
    entry.base = toBase(saved, entry.draft);
  }

  /** The new topic has its row: its draft is that row's from now on. */
  function settleCreated(entry: Entry, topic: Topic): void {
    const isShown = !entry.isLeft && !entry.isDropped;
    if (isShown) {
      entries.delete(NEW_TOPIC);
      entries.set(topic.id, entry);
    }
    entry.key = topic.id;
    delete entry.asked;
    learn(topic);
    keep(entry);
    keepNew();
    onCreated(topic, isShown);
  }

  /** A key pressed while the database wrote has set `waiting` again: that one is not saved yet. */
  function settle(entry: Entry, state: SaveState): void {
    if (entry.state === 'saving') entry.state = state;
    // Not stored, and nowhere to be seen: it comes back as the new topic, unless another was begun.
    if (state === 'failed' && entry.isLeft && !entry.isDropped && !entries.has(NEW_TOPIC)) {
      entry.isLeft = false;
      entries.set(NEW_TOPIC, entry);
    }
  }

  /** Saves under way, also of drafts that were left. */
  const underWay = new Set<Promise<void>>();

  /** Saves now what is complete; `after` follows each save. Resolves when it is stored; never rejects. */
  function flush(key: DraftKey, after: (entry: Entry) => void): Promise<void> {
    const entry = entries.get(key);
    if (!entry) return Promise.resolve();
    clearTimeout(entry.timer);
    if (entry.state !== 'waiting' && entry.state !== 'failed') return entry.queue;
    if (entry.key === NEW_TOPIC && entry.good === undefined) return entry.queue;
    entry.state = 'saving';
    onChange();
    entry.queue = entry.queue
      .then(() => save(entry))
      .then(
        () => settle(entry, 'saved'),
        () => settle(entry, 'failed'),
      )
      .then(() => after(entry));
    const { queue } = entry;
    underWay.add(queue);
    void queue.then(() => underWay.delete(queue));
    return queue;
  }

  return { flush, settled: () => Promise.all(underWay) };
}

/** What the patch is meant to replace. */
function toFrom({ base }: Entry, patch: TopicDraft): TopicDraft {
  const fields = Object.keys(patch) as (keyof TopicDraft)[];
  return Object.fromEntries(fields.flatMap((field) => (base[field] === undefined ? [] : [[field, base[field]]])));
}
