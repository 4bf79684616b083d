import './query-reference.css';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { REFERENCE } from '@/lib/core/query/reference';

export interface QueryReferenceProps {
  /** An example was clicked. */
  onPick(example: string): void;
}

/** The query language on one page, opened beside the field. Each example is a button that adds it to the query. */
export function QueryReference({ onPick }: QueryReferenceProps): JSX.Element {
  const [picked, setPicked] = useState('');
  return (
    <details class="query-reference">
      <summary>How to write a query</summary>
      <div class="reference-page">
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
          A click adds an example to the query. Words are found in any case, with or without accents, one or many:
          “agent” finds “Agents”. A query has at most 2,000 characters.
        </p>
        <p class="said" role="status">
          {picked && `${picked} is added to the query`}
        </p>
      </div>
    </details>
  );
}
