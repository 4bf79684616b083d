import type { Paper } from '@/lib/core/papers/paper';

/** A paper with everything on it; `change` takes things away. */
export function makePaper(change: Partial<Paper> = {}): Paper {
  return {
    id: '2611.01234',
    title: 'Patient Planners: Long-Horizon Tool Use Without a Scratchpad',
    summary: 'We ask whether language agents can plan over hundreds of steps when nothing is written down.',
    authors: ['Ines Okafor', 'Daniel Brandt', 'Mei Tanaka', 'Luca Moretti', 'Ana Silva'].map((name) => ({ name })),
    publishedAt: '2026-11-18T00:00:00.000Z',
    dailyDate: '2026-11-20',
    upvotes: 128,
    comments: 3,
    keywords: [],
    organization: { name: 'northfield', fullname: 'Northfield Lab' },
    githubRepo: 'https://github.com/northfield/planners',
    githubStars: 1234,
    projectPage: 'https://northfield.example/planners',
    mediaUrls: [],
    categories: [],
    firstSeenAt: 0,
    updatedAt: 0,
    ...change,
  };
}
