import type { JSX } from 'preact';
import { ChoiceGroup } from '@/components/controls/ChoiceGroup';
import { Switch } from '@/components/controls/Switch';
import { ProblemNotes, toProblemsOf } from '@/components/options/ProblemNotes';
import { Part, Section } from '@/components/options/Section';
import { SETTING_NAMES } from '@/components/options/setting-names';
import { saveSetting } from '@/lib/app/save-setting';
import { VALUE_WORDS } from '@/lib/core/settings/setting-words';
import type { SettingProblem, Settings } from '@/lib/core/settings/settings';
import { attempt } from './attempt';
import { storeDefault } from './store-default';

const THEMES: readonly { value: Settings['theme']; words: string; explains: string }[] = [
  { value: 'system', words: VALUE_WORDS.theme.system, explains: 'Changes with it, at night for example.' },
  { value: 'light', words: VALUE_WORDS.theme.light, explains: 'Dark ink on light paper, by day and by night.' },
  { value: 'dark', words: VALUE_WORDS.theme.dark, explains: 'Light ink on dark paper, by day and by night.' },
];

const DENSITIES: readonly { value: Settings['density']; words: string; explains: string }[] = [
  {
    value: 'comfortable',
    words: VALUE_WORDS.density.comfortable,
    explains: 'Each card shows two lines of its abstract.',
  },
  {
    value: 'compact',
    words: VALUE_WORDS.density.compact,
    explains: 'Cards without abstract: more papers at a glance.',
  },
];

const TEXT_SIZES: readonly { value: Settings['textSize']; words: string; explains: string }[] = [
  { value: 'small', words: VALUE_WORDS.textSize.small, explains: 'A tenth smaller: more papers at a glance.' },
  { value: 'normal', words: VALUE_WORDS.textSize.normal, explains: 'The size your browser is set to.' },
  { value: 'large', words: VALUE_WORDS.textSize.large, explains: 'A quarter larger.' },
  {
    value: 'huge',
    words: VALUE_WORDS.textSize.huge,
    explains: 'Half as large again. The popup keeps its size and shows fewer lines.',
  },
];

export interface AppearanceSectionProps {
  settings: Settings;
  problems: readonly SettingProblem[];
}

/** How the pages look. */
export function AppearanceSection({ settings, problems }: AppearanceSectionProps): JSX.Element {
  return (
    <Section title="Appearance" lead="How the popup and the pages of Daily Papers look.">
      <ProblemNotes
        problems={toProblemsOf(problems, ['theme', 'textSize', 'density', 'letterKeys'])}
        onReplace={storeDefault}
      />
      <Part title="Colours">
        <ChoiceGroup
          legend={SETTING_NAMES.theme}
          choices={THEMES}
          value={settings.theme}
          onChange={(value) => attempt(saveSetting('theme', value))}
        />
      </Part>
      <Part title="Text">
        <ChoiceGroup
          legend={SETTING_NAMES.textSize}
          explains="In every page, on top of the browser’s own text size."
          choices={TEXT_SIZES}
          value={settings.textSize}
          onChange={(value) => attempt(saveSetting('textSize', value))}
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
      <Part title="Keys">
        <Switch
          checked={settings.letterKeys}
          explains="In the popup, s stars a paper and / searches. Off, for speech input or a hand that slips, only the arrows, Enter and Esc act."
          onChange={(value) => attempt(saveSetting('letterKeys', value))}
        >
          {SETTING_NAMES.letterKeys}
        </Switch>
      </Part>
    </Section>
  );
}
