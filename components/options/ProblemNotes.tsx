import './problem-notes.css';
import type { JSX } from 'preact';
import type { SettingKey, SettingProblem } from '@/lib/core/settings/settings';
import { Button } from '../controls/Button';
import { SETTING_NAMES } from './setting-names';

export interface ProblemNotesProps {
  problems: readonly SettingProblem[];
  /** The user wants the default in the place of the stored value. */
  onReplace(key: SettingKey): void;
}

/** Stored values this version does not understand: what stands there, and what is used meanwhile. */
export function ProblemNotes({ problems, onReplace }: ProblemNotesProps): JSX.Element | null {
  if (problems.length === 0) return null;
  return (
    <ul class="problem-notes">
      {problems.map(({ key, value }) => (
        <li key={key}>
          “{SETTING_NAMES[key]}” is stored as <code>{toShown(value)}</code>, which this version does not understand. Its
          default is used and the stored value is kept until you choose another, or{' '}
          <Button look="plain" onClick={() => onReplace(key)}>
            store the default
          </Button>
          .
        </li>
      ))}
    </ul>
  );
}

/** The problems of the settings that a section shows. */
export function toProblemsOf(problems: readonly SettingProblem[], keys: readonly SettingKey[]): SettingProblem[] {
  return problems.filter((problem) => keys.includes(problem.key));
}

/** A stored value can be anything, of any length. */
function toShown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
