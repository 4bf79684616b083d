import './size-table.css';
import type { JSX } from 'preact';

export interface SizeLine {
  name: string;
  /** "9,581". */
  rows: string;
  /** "about 20 MB". */
  size: string;
}

export interface SizeTableProps {
  caption: string;
  lines: readonly SizeLine[];
}

/** What a database holds, table by table. */
export function SizeTable({ caption, lines }: SizeTableProps): JSX.Element {
  return (
    <table class="size-table">
      <caption>{caption}</caption>
      <thead class="said">
        <tr>
          <th scope="col">What</th>
          <th scope="col">How many</th>
          <th scope="col">Size</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ name, rows, size }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{rows}</td>
            <td>{size}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
