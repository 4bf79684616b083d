import { expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { setFlag } from '@/lib/app/mark';
import { previewRestore, readBackup } from '@/lib/app/restore-work';
import { undoGroup } from '@/lib/app/undo';
import { toBackupFile } from '@/lib/core/backup/to-backup-file';
import { readBackupData } from '@/lib/db/queries/backup';
import { clearDatabases } from '../../components/seed-feed';
import { installFakeLocks } from '../../harness/fake-locks';
import { refineEach, toForgedBytes } from '../core/backup/hostile-file-of';
import { digest, MADE } from '../core/backup/sample';
import { restoreBackup } from './restore-here';

vi.mock('@/lib/app/ask-sync', () => ({ askSync: async () => ({ kind: 'finished' }) }));

it('every forged file that is taken is previewed, restored, worked on, backed up again and taken back', async () => {
  installFakeLocks();
  const paint = async () => undefined;
  Object.assign(browser, {
    action: { setBadgeText: paint, setTitle: paint, setBadgeBackgroundColor: paint, setBadgeTextColor: paint },
  });
  await clearDatabases();
  const files = await Promise.all((await refineEach()).map(toForgedBytes));
  Object.freeze(Object.prototype);
  let taken = 0;
  for (const file of files) {
    const result = await readBackup(file);
    if (!result.ok) continue;
    taken += 1;
    await clearDatabases();
    const { writing } = await previewRestore(result.backup);
    expect(writing).toBeGreaterThan(0);
    const { group } = await restoreBackup(result.backup);
    for (const { paperId, starred } of result.backup.data.statuses)
      await setFlag([{ id: paperId, title: 'A' }], 'starred', !starred?.value);
    const { leftOut } = await toBackupFile(await readBackupData(), MADE, digest);
    expect(leftOut).toBe(0);
    expect(await undoGroup(group)).toBeDefined();
  }
  expect(taken).toBeGreaterThan(100);
  expect(Object.isFrozen(Object.prototype)).toBe(true);
});
