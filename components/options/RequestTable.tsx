import './data-table.css';
import './request-table.css';
import type { JSX } from 'preact';
import type { RequestLine } from '@/lib/core/sync/request-words';

export interface RequestTableProps {
  /** Newest first. */
  lines: readonly RequestLine[];
}

/** Every request as it went out. */
export function RequestTable({ lines }: RequestTableProps): JSX.Element {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by key.
    <section class="request-scroll" tabIndex={0} aria-label="Requests, newest first">
      <table class="data-table requests">
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">Host and path</th>
            <th scope="col">Status</th>
            <th scope="col" class="is-number">
              Received
            </th>
            <th scope="col">Why</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.key}>
              <td>
                <time dateTime={line.iso}>{line.when}</time>
              </td>
              <td>
                <code>
                  {toPieces(line).map((piece, i) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text, never reordered.
                    <span key={i}>{piece}</span>
                  ))}
                </code>
              </td>
              <td class={line.isBad ? 'is-bad' : undefined}>{line.status}</td>
              <td class="is-number">{line.size}</td>
              <td>{line.why}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** An address in the pieces that may stand on a line of their own: a date torn in two can't be read. */
function toPieces({ host, path }: RequestLine): string[] {
  return [host, ...path.split(/(?=[?&])/)];
}
