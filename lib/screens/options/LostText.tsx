import type { JSX } from 'preact';
import { LostOffer } from '@/components/topics/DraftOffer';
import type { TopicDrafts } from '@/lib/ui/topic-drafts';

/** What was being written of a topic that another page deleted, above the topics that are left. */
export function LostText({ drafts }: { drafts: TopicDrafts }): JSX.Element {
  const lost = drafts.deleted();
  return (
    <LostOffer
      lost={lost}
      isNewTaken={!drafts.isNewFree()}
      onMakeNew={() => {
        if (lost) drafts.makeNew(lost.key);
        location.hash = 'topics/new';
        // Its field takes the focus when it comes; where it is on show already nothing comes.
        focusOn('.topic-editor textarea');
      }}
      onLetGo={() => {
        if (lost) drafts.letGo(lost.key);
        focusOn('.topic-list [aria-current], .topics-new a');
      }}
    />
  );
}

function focusOn(selector: string): void {
  document.querySelector<HTMLElement>(selector)?.focus();
}
