import { createHash } from 'node:crypto';
import type { BackupData } from '@/lib/core/backup/backup';
import { toBackupFile } from '@/lib/core/backup/to-backup-file';

/** As the browser's. */
export const digest = async (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

export const MADE = { at: Date.UTC(2026, 10, 26, 21, 5), app: '0.1.0' };

export const DATA: BackupData = {
  statuses: [
    {
      paperId: '2611.00001',
      title: 'Agents',
      link: 'https://huggingface.co/papers/2611.00001',
      starred: { value: true, at: 5 },
      note: { value: 'read “twice” \\ 𝔘', at: 6 },
      tags: { value: ['later', 'ml'], at: 7 },
    },
    { paperId: '2611.00002', read: { value: false, at: 8 } },
  ],
  topics: [
    {
      id: '00000000-0000-4000-8000-000000000001',
      name: 'Agents',
      query: 'agent* -survey',
      colour: 3,
      badge: true,
      notify: false,
      enabled: true,
      position: 0,
      createdAt: 1,
      updatedAt: 4,
      times: { query: 4, name: 1 },
    },
  ],
  settings: [
    { key: 'theme', value: 'dark', at: 9 },
    { key: 'density', at: 3 },
  ],
};

export const toText = async (data: BackupData = DATA) => (await toBackupFile(data, MADE, digest)).text;
export const toBytes = (text: string) => new TextEncoder().encode(text);
