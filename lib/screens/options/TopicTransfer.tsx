import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { ImportDialog } from '@/components/topics/ImportDialog';
import { TransferButtons } from '@/components/topics/TransferButtons';
import type { Done } from '@/lib/app/mark';
import { importTopics } from '@/lib/app/save-topic';
import { saveByLink } from '@/lib/browser/save-file';
import type { Day } from '@/lib/core/days/day';
import { describeImport, type ImportDescription } from '@/lib/core/topics/describe-import';
import type { Topic } from '@/lib/core/topics/topic';
import { toTopicsFile } from '@/lib/core/topics/topics-file';
import { attempt } from './attempt';

export interface TopicTransferProps {
  topics: readonly Topic[];
  today: Day;
  onImported(done: Done): void;
}

interface Chosen {
  fileName: string;
  incoming: readonly Topic[];
  description: ImportDescription;
}

/** Topics out to a file and in from one; nothing is written before what would change was shown. */
export function TopicTransfer({ topics, today, onImported }: TopicTransferProps): JSX.Element {
  const [chosen, setChosen] = useState<Chosen>();
  const read = async (file: File) => {
    const { readTopicsFile, TOPICS_FILE_LIMIT } = await import('@/lib/core/topics/read-topics-file');
    const refuse = (problem: string) =>
      setChosen({ fileName: file.name, incoming: [], description: { ok: false, problem } });
    // Bytes of UTF-8, at most three a character; a film is not read into memory to find out that it is none.
    if (file.size > TOPICS_FILE_LIMIT * 3) return refuse('The file is too large to be a file of topics.');
    let text: string;
    try {
      text = await file.text();
    } catch {
      return refuse('The browser could not read the file.');
    }
    const result = readTopicsFile(text);
    if (!result.ok) return refuse(result.problem);
    setChosen({ fileName: file.name, incoming: result.topics, description: describeImport(result.topics, topics) });
  };
  return (
    <>
      <TransferButtons
        canExport={topics.length > 0}
        onExport={() => saveByLink(`daily-papers-topics-${today}.json`, toTopicsFile(topics))}
        onFile={(file) => attempt(read(file))}
      />
      {chosen && (
        <ImportDialog
          fileName={chosen.fileName}
          description={chosen.description}
          onImport={() => attempt(importTopics(chosen.incoming).then(onImported))}
          onClose={() => setChosen(undefined)}
        />
      )}
    </>
  );
}
