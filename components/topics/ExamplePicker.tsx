import './example-picker.css';
import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { Button } from '../controls/Button';

export interface ExampleLine {
  name: string;
  query: string;
  /** The field of research it stands under. */
  field: string;
  /** Hits among the stored papers of the last 30 days; `undefined` while they are being counted. */
  hits: number | undefined;
  /** A topic with this query exists. */
  isAdded: boolean;
}

export interface ExamplePickerProps {
  examples: readonly ExampleLine[];
  /** Said above them where they could not be counted. */
  failure?: ComponentChildren;
  onAdd(example: ExampleLine): void;
  onClose(): void;
}

/** Ready-made topics by field, each with what it would have caught. A native dialog: it holds the focus and Escape closes it. */
export function ExamplePicker({ examples, failure, onAdd, onClose }: ExamplePickerProps): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  const fields = [...new Set(examples.map((example) => example.field))];
  return (
    <dialog
      ref={dialog}
      class="example-picker"
      aria-labelledby={id}
      onClose={onClose}
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
        {failure}
        <div class="example-fields">
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
