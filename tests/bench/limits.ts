/** What one limit came to at one number of stored papers. */
export interface Figure {
  papers: number;
  /** What is held against the limit. */
  value: number;
  /** How it came about, in words. */
  detail: string;
}

export interface Limit {
  name: string;
  most: number;
  unit: '' | ' ms' | ' s' | ' kB';
  decimals: number;
}

export const LIMITS = {
  popup: {
    name: 'popup: frame with the first card over first paint of a plain one',
    most: 1.5,
    unit: '',
    decimals: 2,
  },
  worker: { name: 'cold worker: first answer over a one-listener worker', most: 2, unit: '', decimals: 2 },
  matching: { name: '100 new papers x 50 topics', most: 20, unit: ' ms', decimals: 1 },
  typing: { name: 'typing a topic: longest task of the page', most: 50, unit: ' ms', decimals: 0 },
  click: { name: 'a click: what the second copy adds, with as many papers marked', most: 5, unit: ' ms', decimals: 1 },
  copied: { name: 'the second copy: written for one changed mark of as many', most: 50, unit: ' kB', decimals: 1 },
  restore: { name: 'a backup of as many marks: read, shown, restored', most: 10, unit: ' s', decimals: 1 },
  papers: {
    name: 'a backup with as many papers: longest task of the page while it is read, shown, restored',
    most: 100,
    unit: ' ms',
    decimals: 0,
  },
} satisfies Record<string, Limit>;

export function isMet({ most }: Limit, { value }: Figure): boolean {
  return value <= most;
}

/** "popup: … at 20,000 papers: 1.31 (72 ms over 55 ms), limit 1.5: met" */
export function toLine(limit: Limit, figure: Figure): string {
  const { name, most, unit } = limit;
  const verdict = isMet(limit, figure) ? 'met' : 'MISSED';
  const papers = figure.papers.toLocaleString('en-US').padStart(7);
  return `${name}, ${papers} papers: ${toText(limit, figure.value)} (${figure.detail}), limit ${most}${unit}: ${verdict}`;
}

/** "popup: … grows from 1.28 at 1,000 papers to 1.35 at 100,000: x 1.05" */
export function toGrowthLine(limit: Limit, figures: readonly Figure[]): string {
  const [first] = figures;
  const last = figures.at(-1);
  if (!first || !last) throw new Error(`${limit.name} was not measured.`);
  const [from, to] = [first, last].map(
    ({ value, papers }) => `${toText(limit, value)} at ${papers.toLocaleString('en-US')}`,
  );
  return `${limit.name}: ${from}, ${to} papers: ${toTimes(last.value / first.value)} the cost for ${last.papers / first.papers} times the data`;
}

export function toMedian(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  if (low === undefined || high === undefined) throw new Error('There is no median of nothing.');
  return (low + high) / 2;
}

function toText({ decimals, unit }: Limit, value: number): string {
  return `${value.toFixed(decimals)}${unit}`;
}

function toTimes(factor: number): string {
  return `${factor.toFixed(2)} times`;
}
