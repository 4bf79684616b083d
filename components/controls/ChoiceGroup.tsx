import './choice-group.css';
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';

export interface Choice<T extends string> {
  value: T;
  words: string;
  /** One line: what this choice does. */
  explains?: string;
}

export interface ChoiceGroupProps<T extends string> {
  legend: string;
  explains?: string;
  choices: readonly Choice<T>[];
  value: T;
  onChange(value: T): void;
}

/** One of a few: radio buttons, each with what it does. */
export function ChoiceGroup<T extends string>(props: ChoiceGroupProps<T>): JSX.Element {
  const { legend, explains, choices, value, onChange } = props;
  const id = useId();
  return (
    <fieldset class="choice-group" aria-describedby={explains ? `${id}-explains` : undefined}>
      <legend>{legend}</legend>
      {explains && (
        <p class="explains" id={`${id}-explains`}>
          {explains}
        </p>
      )}
      {choices.map((choice) => (
        <label class="choice" key={choice.value}>
          <input
            type="radio"
            name={id}
            value={choice.value}
            checked={choice.value === value}
            // The label holds the line too, which would be spoken twice.
            aria-labelledby={`${id}-${choice.value}-name`}
            aria-describedby={choice.explains ? `${id}-${choice.value}` : undefined}
            onChange={() => onChange(choice.value)}
          />
          <span id={`${id}-${choice.value}-name`}>{choice.words}</span>
          {choice.explains && (
            <span class="explains" id={`${id}-${choice.value}`}>
              {choice.explains}
            </span>
          )}
        </label>
      ))}
    </fieldset>
  );
}
