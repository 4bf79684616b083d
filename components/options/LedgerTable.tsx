import './data-table.css';
import './ledger-table.css';
import type { JSX } from 'preact';
import type { Day } from '@/lib/core/days/day';
import type { LedgerLine } from '@/lib/core/sync/ledger-words';
import { Button } from '../controls/Button';

export interface LedgerTableProps {
  lines: readonly LedgerLine[];
  /** What became of the last click on a day's button. */
  answer?: { day: Day; words: string } | undefined;
  onRead(day: Day): void;
}

/** What is known of each day: the answer to "why is there nothing new". */
export function LedgerTable({ lines, answer, onRead }: LedgerTableProps): JSX.Element {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls sideways must be reachable by key.
    <section class="ledger-scroll" tabIndex={0} aria-label="Days">
      <table class="data-table ledger">
        <thead>
          <tr>
            <th scope="col">Day</th>
            <th scope="col">State</th>
            <th scope="col" class="is-number">
              Papers
            </th>
            <th scope="col">Last read</th>
            <th scope="col">
              <span class="said">Read again</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.date}>
              <th scope="row">
                <time dateTime={line.date}>{line.heading}</time>
              </th>
              <td class={line.isBad ? 'is-bad' : undefined}>
                {line.state}
                {answer?.day === line.date && !line.isBusy && <p class="ledger-answer">{answer.words}</p>}
                <Dropped line={line} />
              </td>
              <td class="is-number">{line.papers ?? ''}</td>
              <td>{line.read ?? ''}</td>
              <td>
                <Button
                  look="plain"
                  disabled={line.isBusy}
                  // Begins with the words on the button: who speaks to it says what is seen.
                  label={`${toButtonWords(line)}: ${line.heading}`}
                  onClick={() => onRead(line.date)}
                >
                  {toButtonWords(line)}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function toButtonWords({ isBusy, read }: LedgerLine): string {
  if (isBusy) return 'Reading…';
  return read === undefined ? 'Read' : 'Read again';
}

/** Items of the answer that could not be used, with why, on demand. */
function Dropped({ line: { dropped, droppedCount } }: { line: LedgerLine }): JSX.Element | null {
  if (droppedCount === 0) return null;
  const rest = droppedCount - dropped.length;
  return (
    <details class="dropped">
      <summary>{droppedCount === 1 ? '1 item could not be used' : `${droppedCount} items could not be used`}</summary>
      <ul>
        {dropped.map(({ index, id, why }) => (
          <li key={index}>
            {id ?? `Item ${index + 1}`}: {why}
          </li>
        ))}
        {rest > 0 && <li>and {rest} more</li>}
      </ul>
    </details>
  );
}
