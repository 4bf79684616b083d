import './setting-row.css';
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';

export interface SelectRowProps<T extends number> {
  label: string;
  explains: string;
  choices: readonly { value: T; words: string }[];
  value: T;
  onChange(value: T): void;
}

/** A setting with more values than radio buttons are good for. */
export function SelectRow<T extends number>({
  label,
  explains,
  choices,
  value,
  onChange,
}: SelectRowProps<T>): JSX.Element {
  const id = useId();
  return (
    <div class="setting-row">
      <label for={id}>{label}</label>
      <select
        id={id}
        class="field"
        aria-describedby={`${id}-explains`}
        value={String(value)}
        onChange={(event) => {
          const choice = choices.find((known) => String(known.value) === event.currentTarget.value);
          if (choice) onChange(choice.value);
        }}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={String(choice.value)}>
            {choice.words}
          </option>
        ))}
      </select>
      <p class="explains" id={`${id}-explains`}>
        {explains}
      </p>
    </div>
  );
}
