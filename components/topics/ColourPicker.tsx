import './colour-picker.css';
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { TOPIC_COLOURS } from '@/lib/core/topics/colours';
import type { TopicColour } from '@/lib/core/topics/topic';
import { TopicDot } from '../paper/TopicDot';

export interface ColourPickerProps {
  value: TopicColour;
  onChange(value: TopicColour): void;
}

/** Eight colours as radio buttons, each with its name; the chosen one's name is written out. */
export function ColourPicker({ value, onChange }: ColourPickerProps): JSX.Element {
  const name = useId();
  return (
    <fieldset class="colour-picker">
      <legend class="field-label">Colour: {TOPIC_COLOURS[value]?.name}</legend>
      <div class="colour-row">
        {TOPIC_COLOURS.map((choice) => (
          <label key={choice.colour} title={choice.name}>
            <input
              type="radio"
              name={name}
              value={choice.colour}
              aria-label={choice.name}
              checked={choice.colour === value}
              onChange={() => onChange(choice.colour)}
            />
            <TopicDot colour={choice.colour} />
          </label>
        ))}
      </div>
    </fieldset>
  );
}
