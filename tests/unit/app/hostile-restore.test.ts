import { beforeEach, describe, expect, it } from 'vitest';
import { setFlag } from '@/lib/app/mark';
import { previewRestore, readBackup } from '@/lib/app/restore-work';
import { createTopic } from '@/lib/app/save-topic';
import type { BackupData } from '@/lib/core/backup/backup';
import { toBackupFile } from '@/lib/core/backup/to-backup-file';
import type { Topic } from '@/lib/core/topics/topic';
import { readBackupData } from '@/lib/db/queries/backup';
import { readTopics } from '@/lib/db/queries/user';
import { userDb } from '@/lib/db/user-database';
import { clearDatabases } from '../../components/seed-feed';
import { installFakeLocks } from '../../harness/fake-locks';
import { installSilentBadge } from '../../harness/silent-badge';
import { DATA, digest, MADE, toBytes, toText } from '../core/backup/sample';
import { restoreBackup } from './restore-here';

const LAST_TIME = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

beforeEach(async () => {
  installFakeLocks();
  await clearDatabases();
  installSilentBadge();
});

async function restore(text: string): Promise<void> {
  const result = await readBackup(toBytes(text));
  if (!result.ok) throw new Error(result.problem);
  await previewRestore(result.backup);
  await restoreBackup(result.backup);
}

/** Everything as a backup has it. */
async function backUp(): Promise<{ text: string; data: BackupData }> {
  const { text, leftOut } = await toBackupFile(await readBackupData(), MADE, digest);
  expect(leftOut).toBe(0);
  const result = await readBackup(toBytes(text));
  if (!result.ok) throw new Error(result.problem);
  return { text, data: result.backup.data };
}

it('counts the topics of a backup with those that are here, also where it has others', async () => {
  const [topic] = DATA.topics as [Topic];
  await userDb.topics.bulkPut(Array.from({ length: 200 }, (_, i) => ({ ...topic, id: `${i}`, name: `${i}` })));
  const { kinds } = await previewRestore({ made: 0, app: '0.1.0', data: DATA });
  expect(kinds[1]?.note).toMatch(/^There would be 201 topics\./);
  await userDb.topics.delete('0');
  expect((await previewRestore({ made: 0, app: '0.1.0', data: DATA })).kinds[1]?.note).toBeUndefined();
});

describe('a backup whose values go to the limit', () => {
  it('is beaten by whatever is done after it, and the next backup has it all', async () => {
    const id = '2611.00001';
    const marks = { paperId: id, starred: { value: true, at: LAST_TIME }, note: { value: 'mine', at: 1 } };
    const text = await toText({ ...DATA, statuses: [marks] });
    await restore(text);
    await setFlag([{ id, title: 'A' }], 'starred', false);
    await restore(text);
    expect((await userDb.statuses.get(id))?.starred?.value).toBe(false);
    expect((await backUp()).data.statuses).toMatchObject([
      { paperId: id, starred: { value: false, at: LAST_TIME }, note: marks.note },
    ]);
  });

  it('leaves room behind its topics, and the next backup has them', async () => {
    const position = 1_000_000_000;
    await restore(await toText({ ...DATA, topics: DATA.topics.map((topic) => ({ ...topic, position })) }));
    await createTopic({ name: 'Mine', query: 'mine' });
    await createTopic({ name: 'Mine too', query: 'mine' });
    expect((await readTopics()).map(({ name }) => name)).toEqual(['Agents', 'Mine', 'Mine too']);
    expect((await backUp()).data.topics.map((topic) => topic.position)).toEqual([position, position, position]);
    expect((await readTopics()).map((topic) => topic.position)).toEqual([position, position + 1, position + 2]);
  });
});
