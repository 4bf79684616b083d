import '../controls/file-dialog.css';
import './import-dialog.css';
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { ImportDescription, ImportLine } from '@/lib/core/topics/describe-import';
import { Button } from '../controls/Button';
import { useModal } from '../controls/use-modal';
import { TopicDot } from '../paper/TopicDot';

export interface ImportDialogProps {
  fileName: string;
  /** What the file would change, or why it can't be imported. */
  description: ImportDescription;
  onImport(): void;
  onClose(): void;
}

/** What a file of topics would change, before anything is written. */
export function ImportDialog({ fileName, description, onImport, onClose }: ImportDialogProps): JSX.Element {
  const dialog = useModal();
  const id = useId();
  const lines = description.ok ? description.lines : [];
  const changing = lines.filter(({ kind }) => kind !== 'same').length;
  return (
    <dialog
      ref={dialog}
      class="file-dialog import-dialog"
      aria-labelledby={id}
      onClose={() => dialog.current && onClose()}
    >
      <h2 id={id} class="heading-2" tabIndex={-1}>
        {description.ok ? 'Import topics' : 'Not imported'}
      </h2>
      <p class="explains file-dialog-name">{fileName}</p>
      {description.ok ? (
        <>
          <p>{toSummary(lines)}</p>
          <ul>
            {lines.map((line) => (
              <Line key={line.id} line={line} />
            ))}
          </ul>
        </>
      ) : (
        <p role="alert">{description.problem} Nothing was changed.</p>
      )}
      <p class="file-dialog-actions">
        {changing > 0 && (
          <Button
            look="solid"
            onClick={() => {
              onImport();
              dialog.current?.close();
            }}
          >
            {changing === 1 ? 'Import 1 topic' : `Import ${changing} topics`}
          </Button>
        )}
        <Button onClick={() => dialog.current?.close()}>{changing > 0 ? 'Cancel' : 'Close'}</Button>
      </p>
    </dialog>
  );
}

function Line({ line }: { line: ImportLine }): JSX.Element {
  const { name, query, colour, kind, changes, queryError } = line;
  return (
    <li class={kind === 'same' ? 'is-same' : undefined}>
      <TopicDot colour={colour} />
      <div>
        <span class="import-name" dir="auto">
          {name}
        </span>
        <code>{query}</code>
        {queryError !== undefined && (
          <span class="import-error">It matches nothing until its query is mended: {queryError}</span>
        )}
      </div>
      <span class="import-kind">{kind === 'different' ? `different: ${changes}` : kind}</span>
    </li>
  );
}

function toSummary(lines: readonly ImportLine[]): string {
  const count = (kind: ImportLine['kind']) => lines.filter((line) => line.kind === kind).length;
  if (count('same') === lines.length) return 'All of these topics are here already, so nothing would change.';
  const parts = [
    [count('new'), 'new'],
    [count('different'), 'different from yours'],
    [count('same'), 'the same'],
  ] as const;
  const words = parts.flatMap(([number, what]) => (number > 0 ? [`${number} ${what}`] : [])).join(', ');
  return `${words}. ${count('different') > 0 ? 'What is different takes the words of the file. ' : ''}One undo takes the whole import back.`;
}
