import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Recorded answers of the real feed, beside the project; not part of it. */
export const RECORDED_FEED = fileURLToPath(new URL('../../../shared/data/hf', import.meta.url));

/** False in a clone that stands alone: tests of recorded answers are then skipped, with a printed line. */
export const hasRecordedFeed = existsSync(RECORDED_FEED);

/** Days whose elements the archiver turned into text: nothing of them may be stored. */
export const DAMAGED_DAYS = ['2024-12-11', '2024-12-12', '2024-12-13'];

export interface RecordedBody {
  folder: 'days' | 'oldest' | 'refetched';
  /** The day that was asked for. */
  date: string;
  text: string;
}

/** The recorded bodies of the named folders, oldest day first. Empty where there are none. */
export function readRecordedBodies(
  folders: RecordedBody['folder'][] = ['days', 'oldest', 'refetched'],
): RecordedBody[] {
  if (!hasRecordedFeed) {
    console.log(`Skipped: no recorded answers at ${RECORDED_FEED}`);
    return [];
  }
  return folders
    .flatMap((folder) =>
      readdirSync(join(RECORDED_FEED, folder))
        .filter((name) => name.endsWith('.json'))
        .map((name) => ({
          folder,
          date: name.slice(0, 10),
          text: readFileSync(join(RECORDED_FEED, folder, name), 'utf8'),
        })),
    )
    .sort((a, b) => (a.date < b.date ? -1 : 1));
}
