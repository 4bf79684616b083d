import type { JSX } from 'preact';
import { ChoiceGroup } from '@/components/controls/ChoiceGroup';
import { Switch } from '@/components/controls/Switch';
import { BadgeSum } from '@/components/options/BadgeSum';
import { ProblemNotes, toProblemsOf } from '@/components/options/ProblemNotes';
import { Part, Section } from '@/components/options/Section';
import { SETTING_NAMES } from '@/components/options/setting-names';
import { Counted } from '@/components/topics/Counted';
import { UnreadableNote } from '@/components/topics/UnreadableNote';
import { saveSetting } from '@/lib/app/save-setting';
import type { Day } from '@/lib/core/days/day';
import { VALUE_WORDS } from '@/lib/core/settings/setting-words';
import type { ClearNewBy, SettingKey, SettingProblem, Settings } from '@/lib/core/settings/settings';
import type { Topic } from '@/lib/core/topics/topic';
import { useTopicCounts } from '@/lib/ui/use-topic-counts';
import { AlertsPart } from './AlertsPart';
import { attempt } from './attempt';
import { toCounting } from './counting';
import { storeDefault } from './store-default';

const CLEAR_BY: readonly { value: ClearNewBy; words: string; explains: string }[] = [
  {
    value: 'visible',
    words: VALUE_WORDS.clearNewBy.visible,
    explains: 'At least half of its card was visible for one second.',
  },
  {
    value: 'open',
    words: VALUE_WORDS.clearNewBy.open,
    explains: 'Everything the badge counts at that moment; the New tab keeps it until the popup closes.',
  },
  {
    value: 'hand',
    words: VALUE_WORDS.clearNewBy.hand,
    explains:
      'By “Mark all as seen”, by following a link, or by marking it read. After 14 days it is not new in any case.',
  },
];

const SETTINGS: readonly SettingKey[] = ['showBadge', 'clearNewBy', 'quietHours', 'quietFrom', 'quietTo'];

export interface BadgeSectionProps {
  settings: Settings;
  problems: readonly SettingProblem[];
  topics: readonly Topic[];
  today: Day;
}

/** The number on the icon, whether it is shown, how it goes down, what it is made of; and the alerts beside it. */
export function BadgeSection({ settings, problems, topics, today }: BadgeSectionProps): JSX.Element {
  const { counts, unreadable, failure, retry } = useTopicCounts(topics, today);
  const counted = topics.filter((topic) => topic.enabled && topic.badge);
  return (
    <Section
      title="Badge and alerts"
      lead="The number on the toolbar icon tells how many new papers match your topics; an alert tells when they come."
    >
      <ProblemNotes problems={toProblemsOf(problems, SETTINGS)} onReplace={storeDefault} />
      <Part title="Now" explains="Counted again from the stored papers at every change.">
        <Counted label="The sum behind the badge" {...toCounting(failure, retry)}>
          {failure === undefined && counts && (
            <BadgeSum
              total={counts.total}
              perTopic={counted.map((topic) => ({ ...topic, count: counts.newByTopic.get(topic.id) ?? 0 }))}
              repeats={counts.repeats}
              enabledTopics={topics.filter((topic) => topic.enabled).length}
              isHidden={!settings.showBadge}
            />
          )}
          <UnreadableNote count={unreadable} />
        </Counted>
      </Part>
      <Part title="The icon">
        <Switch
          checked={settings.showBadge}
          onChange={(value) => attempt(saveSetting('showBadge', value))}
          explains="Without it the icon stays plain; its tooltip still tells the number."
        >
          {SETTING_NAMES.showBadge}
        </Switch>
      </Part>
      <Part title="What is new">
        <ChoiceGroup
          legend={SETTING_NAMES.clearNewBy}
          choices={CLEAR_BY}
          value={settings.clearNewBy}
          onChange={(value) => attempt(saveSetting('clearNewBy', value))}
        />
      </Part>
      <AlertsPart settings={settings} topics={topics} />
    </Section>
  );
}
