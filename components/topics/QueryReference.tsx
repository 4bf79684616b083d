import './query-reference.css';
import type { JSX } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import { REFERENCE } from '@/lib/core/query/reference';
import { memo } from '../controls/memo';

export interface QueryReferenceProps {
  /** An example was clicked. */
  onPick(example: string): void;
}

/**
 * The query language on one page, and the button that opens it: beside the editor where there is room, else below the
 * field. It stays open while the query is typed and until the button closes it.
 */
export function QueryReference({ onPick }: QueryReferenceProps): JSX.Element {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const latest = useRef(onPick);
  latest.current = onPick;
  // The same function each time, or the page would be drawn again at each key.
  const pick = useRef((example: string) => latest.current(example)).current;
  return (
    <>
      <button
        type="button"
        class="reference-button"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        How to write a query
      </button>
      {isOpen && <Page id={id} onPick={pick} />}
    </>
  );
}

const Page = memo(ReferencePage);

/** Each example is a button that adds it to the query. */
function ReferencePage({ id, onPick }: QueryReferenceProps & { id: string }): JSX.Element {
  const [picked, setPicked] = useState('');
  return (
    <section id={id} class="reference-page" aria-label="How to write a query">
      {REFERENCE.map(({ title, lines }) => (
        <section key={title} aria-label={title}>
          <h2>{title}</h2>
          <dl>
            {lines.map(({ example, means }) => (
              <div key={example}>
                <dt>
                  <button
                    type="button"
                    aria-label={`Add ${example} to the query`}
                    onClick={() => {
                      onPick(example);
                      setPicked(example);
                    }}
                  >
                    {example}
                  </button>
                </dt>
                <dd>{means}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <p class="explains">
        A click adds an example to the query. Words are found in any case, with or without accents, one or many: “agent”
        finds “Agents”. A query has at most 2,000 characters.
      </p>
      <p class="said" role="status">
        {picked && `${picked} is added to the query`}
      </p>
    </section>
  );
}
