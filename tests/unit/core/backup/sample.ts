import { createHash } from 'node:crypto';
import type { BackupData, BackupPaper } from '@/lib/core/backup/backup';
import type { RestoredPapers } from '@/lib/core/backup/describe-restore';
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

const BARE = { summary: '', authors: [], keywords: [], mediaUrls: [], categories: [], upvotes: 0, comments: 0 };

/** One with everything on it, featured twice and seen; one of little, in no list. */
export const PAPERS: BackupPaper[] = [
  {
    ...BARE,
    id: '2611.00001',
    title: 'Agents',
    summary: 'About agents, “twice” \\ 𝔘.',
    authors: [{ name: 'Ines Okafor', user: 'ines' }, { name: '梅' }],
    publishedAt: '2026-11-18T00:00:00.000Z',
    dailyDate: '2026-11-24',
    upvotes: 12,
    keywords: ['planning'],
    aiSummary: 'Agents that plan.',
    organization: { name: 'northfield', fullname: 'Northfield Lab' },
    githubRepo: 'https://github.com/northfield/planners',
    githubStars: 7,
    projectPage: 'https://northfield.example/planners',
    thumbnail: 'https://cdn.example/a.png',
    mediaUrls: ['https://cdn.example/a.mp4'],
    categories: ['cs.AI'],
    submitter: 'ak',
    withdrawnAt: '2026-11-25T00:00:00.000Z',
    firstSeenAt: 10,
    updatedAt: 11,
    listings: [
      { source: 'huggingface', date: '2026-11-20', rank: 3, firstSeenAt: 10 },
      { source: 'huggingface', date: '2026-11-24', rank: 0, firstSeenAt: 11 },
    ],
    seenAt: 12,
  },
  {
    ...BARE,
    id: 'huggingface:x',
    title: 'A note',
    dailyDate: '2025-03-03',
    firstSeenAt: 1,
    updatedAt: 1,
    listings: [],
  },
];

/** What is told of the papers of a file without any. */
export const NO_PAPERS: RestoredPapers = {
  fresh: 0,
  here: 0,
  placed: 0,
  newlySeen: 0,
  old: 0,
  ahead: 0,
  placing: 0,
  writing: 0,
  keepDays: 0,
};

export const toText = async (data: BackupData = DATA) => (await toBackupFile(data, MADE, digest)).text;
export const toBytes = (text: string) => new TextEncoder().encode(text);
