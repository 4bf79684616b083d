import type { JSX } from 'preact';
import { ChoiceGroup } from '@/components/controls/ChoiceGroup';
import { ProblemNotes, toProblemsOf } from '@/components/options/ProblemNotes';
import { Part, Section } from '@/components/options/Section';
import { SETTING_NAMES } from '@/components/options/setting-names';
import { saveSetting } from '@/lib/app/save-setting';
import type { SettingProblem, Settings } from '@/lib/core/settings/settings';
import { attempt } from './attempt';
import { storeDefault } from './store-default';

const THEMES: readonly { value: Settings['theme']; words: string; explains?: string }[] = [
  { value: 'system', words: 'As the system', explains: 'Changes with it, at night for example.' },
  { value: 'light', words: 'Light' },
  { value: 'dark', words: 'Dark' },
];

const DENSITIES: readonly { value: Settings['density']; words: string; explains: string }[] = [
  { value: 'comfortable', words: 'Comfortable', explains: 'Each card shows two lines of its abstract.' },
  { value: 'compact', words: 'Compact', explains: 'Cards without abstract: more papers at a glance.' },
];

export interface AppearanceSectionProps {
  settings: Settings;
  problems: readonly SettingProblem[];
}

/** How the pages look. */
export function AppearanceSection({ settings, problems }: AppearanceSectionProps): JSX.Element {
  return (
    <Section title="Appearance" lead="How the popup and this page look. Text follows the browser’s text size.">
      <ProblemNotes problems={toProblemsOf(problems, ['theme', 'density'])} onReplace={storeDefault} />
      <Part title="Colours">
        <ChoiceGroup
          legend={SETTING_NAMES.theme}
          choices={THEMES}
          value={settings.theme}
          onChange={(value) => attempt(saveSetting('theme', value))}
        />
      </Part>
      <Part title="Lists">
        <ChoiceGroup
          legend={SETTING_NAMES.density}
          explains="Of the cards in the popup."
          choices={DENSITIES}
          value={settings.density}
          onChange={(value) => attempt(saveSetting('density', value))}
        />
      </Part>
    </Section>
  );
}
