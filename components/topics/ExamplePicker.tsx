import './example-picker.css';
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { Button } from '../controls/Button';
import { useModal } from '../controls/use-modal';
import { Counted, type CountedProps } from './Counted';

export interface ExampleLine {
  name: string;
  query: string;
  /** The field of research it stands under. */
  field: string;
  /** Hits among the stored papers of the last 30 days; `undefined` while they are being counted. */
  hits: number | undefined;
  /** A topic with this query is on. */
  isAdded: boolean;
}

export interface ExamplePickerProps {
  examples: readonly ExampleLine[];
  /** Said above them where they could not be counted. */
  counting: Omit<CountedProps, 'label' | 'children'>;
  onAdd(example: ExampleLine): void;
  onClose(): void;
}

/** Ready-made topics by field, each with what it would have caught. A native dialog: it holds the focus and Escape closes it. */
export function ExamplePicker({ examples, counting, onAdd, onClose }: ExamplePickerProps): JSX.Element {
  const dialog = useModal();
  const id = useId();
  const fields = [...new Set(examples.map((example) => example.field))];
  return (
    <dialog
      ref={dialog}
      class="example-picker"
      aria-labelledby={id}
      // At its own end the page closes it too, and has gone on by then.
      onClose={() => dialog.current && onClose()}
      // A click beside it closes it too, where the browser knows this.
      {...{ closedby: 'any' }}
    >
      <div class="example-sheet">
        <header>
          <div>
            <h2 id={id} class="heading-2">
              Pick from examples
            </h2>
            <p class="explains">The number is what each would have caught in the stored papers of the last 30 days.</p>
          </div>
          <Button onClick={() => dialog.current?.close()}>Done</Button>
        </header>
        <div class="example-fields">
          <Counted label="Examples" {...counting}>
            {fields.map((field) => (
              <section key={field} aria-label={field}>
                <h3>{field}</h3>
                <ul>
                  {examples
                    .filter((example) => example.field === field)
                    .map((example) => (
                      <Example key={example.query} example={example} onAdd={onAdd} />
                    ))}
                </ul>
              </section>
            ))}
          </Counted>
        </div>
      </div>
    </dialog>
  );
}

function Example({ example, onAdd }: { example: ExampleLine; onAdd(example: ExampleLine): void }): JSX.Element {
  const { name, query, hits, isAdded } = example;
  return (
    <li>
      <div class="example-words">
        <span class="example-name">{name}</span>
        <code>{query}</code>
      </div>
      <span class="example-hits">{hits === undefined ? '' : hits === 1 ? '1 hit' : `${hits} hits`}</span>
      <Button onClick={() => onAdd(example)} disabled={isAdded} label={isAdded ? `${name} is added` : `Add ${name}`}>
        {isAdded ? 'Added' : 'Add'}
      </Button>
    </li>
  );
}
