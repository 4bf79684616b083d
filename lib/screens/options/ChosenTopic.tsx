import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { DraftOffer } from '@/components/topics/DraftOffer';
import { TopicEditor } from '@/components/topics/TopicEditor';
import { updateTopic } from '@/lib/app/save-topic';
import type { Day } from '@/lib/core/days/day';
import type { Topic, TopicColour, TopicId } from '@/lib/core/topics/topic';
import { type DraftKey, NEW_TOPIC, type SaveState, type TopicDrafts } from '@/lib/ui/topic-drafts';
import { useKnownNames } from '@/lib/ui/use-known-names';
import type { ScannerState } from '@/lib/ui/use-paper-scanner';
import { attempt } from './attempt';
import { CaughtPapers } from './CaughtPapers';
import { type TopicText, toTopicText } from './topic-text';
import { type Access, useAlertAccess } from './use-access';

export interface ChosenTopicProps {
  /** Absent for the topic that has no row yet. */
  topic: Topic | undefined;
  draftKey: DraftKey;
  drafts: TopicDrafts;
  papers: ScannerState;
  today: Day;
  /** Every topic, this one too. */
  topics: readonly Topic[];
  onDelete(): void;
}

/** One topic: its fields, and live what they would catch. */
export function ChosenTopic(props: ChosenTopicProps): JSX.Element {
  const { topic, draftKey, drafts, papers, today, topics } = props;
  const text = toTopicText(topic, drafts);
  const draft = drafts.draft(draftKey);
  const colour: TopicColour = draft.colour ?? topic?.colour ?? ((topics.length % 8) as TopicColour);
  const names = useKnownNames(papers.scanner);
  const alerts = useAlertAccess();
  const [told, setTold] = useState('');
  const editor = useRef<HTMLDivElement>(null);
  const focusQuery = () => editor.current?.querySelector('textarea')?.focus();
  useEffect(() => {
    if (draftKey === NEW_TOPIC) editor.current?.querySelector('textarea')?.focus();
  }, [draftKey]);

  return (
    <div ref={editor}>
      <DraftOffer
        offer={text.offer}
        onUse={() => {
          drafts.use(draftKey);
          focusQuery();
        }}
        onLetGo={() => {
          drafts.letGo(draftKey);
          focusQuery();
        }}
      />
      <TopicEditor
        isStored={topic !== undefined}
        name={text.name}
        defaultName={text.defaultName}
        query={text.query}
        tokens={text.tokens}
        error={text.error}
        names={names}
        errorNote={toErrorNote(text, topic !== undefined)}
        colour={colour}
        badge={draft.badge ?? topic?.badge ?? true}
        enabled={topic?.enabled ?? true}
        spoken={told}
        saveWords={toSaveWords(drafts.state(draftKey), text)}
        onName={(name) => drafts.edit(draftKey, { name })}
        onQuery={(query) => drafts.edit(draftKey, { query })}
        // One that waits for the row of a new topic is replaced there, or it would be written over this one.
        onColour={(value) =>
          topic && draft.colour === undefined
            ? attempt(updateTopic(topic.id, { colour: value }))
            : drafts.edit(draftKey, { colour: value })
        }
        onBadge={(badge) =>
          topic && draft.badge === undefined
            ? attempt(updateTopic(topic.id, { badge }))
            : drafts.edit(draftKey, { badge })
        }
        notify={topic?.notify === true}
        notifyNote={toNotifyNote(alerts, topic)}
        onNotify={(notify) => topic && attempt(setNotify(topic.id, notify, alerts))}
        onEnabled={(enabled) => topic && attempt(updateTopic(topic.id, { enabled }))}
        onDone={() => void drafts.done(draftKey)}
        onDelete={props.onDelete}
      >
        <CaughtPapers
          topic={draftKey}
          query={text.good}
          others={topics.filter(({ id }) => id !== topic?.id)}
          papers={papers}
          isStale={text.isUnsaved}
          colour={colour}
          today={today}
          onTold={setTold}
        />
      </TopicEditor>
    </div>
  );
}

/** What becomes of the topic while its text has an error. A stored one without a good version is of another program, or damaged. */
function toErrorNote({ good }: TopicText, isStored: boolean): string | undefined {
  if (good !== '') return 'Showing the last version that was complete.';
  return isStored ? 'Until it is mended, the topic matches nothing.' : undefined;
}

/** The browser is asked at each switch on: it answers by itself where it has allowed alerts before. */
async function setNotify(id: TopicId, notify: boolean, alerts: Access): Promise<void> {
  if (notify && !(await alerts.request())) return;
  await updateTopic(id, { notify });
}

function toNotifyNote({ granted, refused }: Access, topic: Topic | undefined): string | undefined {
  if (granted !== false) return undefined;
  if (topic?.enabled && topic.notify) {
    return 'The browser does not allow alerts, so none is shown. Switch “Notify me” off and on again to be asked.';
  }
  return refused
    ? 'The browser did not allow alerts, so “Notify me” stays off. Switch it on again to be asked once more; the popup lists these papers in any case.'
    : undefined;
}

function toSaveWords(state: SaveState, { isUnsaved, good }: { isUnsaved: boolean; good: string }): string {
  if (state === 'failed') return 'Could not be saved. The text is kept here and tried again when you leave the field.';
  if (isUnsaved) return good === '' ? 'Saved as soon as it is complete' : '';
  if (good === '') return 'Saved as soon as there is something to match';
  if (state === 'waiting' || state === 'saving') return 'Saving…';
  return state === 'saved' ? 'Saved' : '';
}
