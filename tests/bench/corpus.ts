import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { addDays, toUtcDay } from '@/lib/core/days/day';
import { parseDailyPapers } from '@/lib/sources/huggingface/wire';
import { createDice, type Dice } from '../harness/sample-feed/dice';
import { createSampleFeed } from '../harness/sample-feed/sample-feed';

/** The part of a paper whose length and wording decide what reading and matching cost. */
export interface TextRecord {
  title: string;
  summary: string;
  authors: string[];
}

export interface Corpus {
  /** Where the texts are from, in words. */
  origin: string;
  /** The text of paper number `index`; the same for the same number, in every run. */
  toRecord(index: number): TextRecord;
}

const RECORDED = resolve(import.meta.dirname, '../../../shared/data/scale/arxiv-50k.jsonl.gz');
/** The share of words replaced in a record that is used again: the copy is a paper of its own, of the same length. */
const REPLACED = 0.1;

/** Recorded arXiv texts where they are at hand, else generated ones. Endless: beyond the last record come copies. */
export function openCorpus(): Corpus {
  const recorded = existsSync(RECORDED);
  const records = recorded ? readRecorded() : generate();
  const origin = `${records.length.toLocaleString('en-US')} ${recorded ? 'recorded' : 'generated'} texts`;
  return { origin, toRecord: (index) => toRecord(records, index) };
}

function readRecorded(): TextRecord[] {
  return gunzipSync(readFileSync(RECORDED))
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const { title, summary, authors } = JSON.parse(line) as TextRecord;
      return { title: toOneLine(title), summary: toOneLine(summary), authors };
    });
}

/** A year of the sample feed, newest first: about 6,500 papers. */
function generate(): TextRecord[] {
  const today = toUtcDay(Date.now());
  const feed = createSampleFeed({ from: addDays(today, -365) });
  return feed
    .days(today)
    .reverse()
    .flatMap((day) => {
      const answer = parseDailyPapers(feed.read(day), day);
      return answer.ok ? answer.papers : [];
    })
    .map(({ title, summary = '', authors = [] }) => ({ title, summary, authors: authors.map(({ name }) => name) }));
}

function toRecord(records: readonly TextRecord[], index: number): TextRecord {
  const record = records[index % records.length] as TextRecord;
  if (index < records.length) return record;
  const dice = createDice(`words ${index}`);
  return {
    title: replaceWords(record.title, records, dice),
    summary: replaceWords(record.summary, records, dice),
    authors: record.authors,
  };
}

/** Every tenth word becomes one of another paper's title, so that the copy matches other topics than its model. */
function replaceWords(text: string, records: readonly TextRecord[], dice: Dice): string {
  return text
    .split(' ')
    .map((word) => {
      if (!dice.chance(REPLACED)) return word;
      return dice.pick(dice.pick(records).title.split(' '));
    })
    .join(' ');
}

/** As the product stores text: white space is one space. */
function toOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
