import type { TopicId } from '@/lib/core/topics/topic';
import type { DraftBook, LostDraft } from './draft-book';
import { type DraftKey, NEW_TOPIC } from './draft-entry';
import type { TopicDraft } from './draft-store';

/** The texts that gave way to a change made elsewhere, until the user has decided on them. */
export interface DraftOffers {
  /** What was being written when the topic was changed elsewhere. */
  offer(key: DraftKey): TopicDraft | undefined;
  /** Goes on with the offer, over what is stored now. */
  use(key: DraftKey): void;
  /** Forgets the offer. */
  letGo(key: DraftKey): void;
  /** What was being written on a topic that was deleted elsewhere. */
  deleted(): LostDraft | undefined;
  /** True where the new topic has no text that another would replace. */
  isNewFree(): boolean;
  /** Goes on with such a text as a new topic, where that is free. */
  makeNew(key: TopicId): void;
}

/** `edit` takes what the user goes on with as if it were typed. */
export function createDraftOffers(
  book: DraftBook,
  edit: (key: DraftKey, patch: TopicDraft) => void,
  onChange: () => void,
): DraftOffers {
  const { entries, rows } = book;
  const isNewFree = () => {
    const { name, query } = entries.get(NEW_TOPIC)?.draft ?? {};
    return !name?.trim() && !query?.trim();
  };
  return {
    offer: (key) => entries.get(key)?.offer,
    use(key) {
      const offer = book.takeOffer(key);
      if (offer) edit(key, offer);
    },
    letGo(key) {
      book.takeOffer(key);
      onChange();
    },
    deleted: () => book.findLost(),
    isNewFree,
    makeNew(key) {
      const offer = isNewFree() ? book.takeOffer(key) : undefined;
      if (!offer) return;
      const name = rows.get(key)?.name;
      book.drop(key);
      edit(NEW_TOPIC, { ...(name === undefined ? {} : { name }), ...offer });
    },
  };
}
