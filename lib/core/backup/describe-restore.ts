import { isSameValue, toCanonicalJson } from '../merge/canonical';
import { type KeepDays, type SettingRow, toSettings } from '../settings/settings';
import { isShorter } from '../sync/retention';
import type { BackupKind } from './backup';
import { isWritten, type Merged, type RestorePlan } from './plan-restore';
import { SETTING_VIEW, STATUS_VIEW, TOPIC_VIEW, type View } from './restore-views';
import { toTooManyWords, toTwinWords } from './restored-words';

/** A value that is not the same here and in the backup. */
export interface Difference {
  field: string;
  mine: { words: string; at: number };
  theirs: { words: string; at: number };
  /** The later one. */
  winner: 'mine' | 'theirs';
}

export interface RestoreLine {
  key: string;
  /** The paper's title, the topic's name, the setting's key. */
  name: string;
  differences: Difference[];
}

/** More of a kind nobody reads: they are counted. All of 20,000, on their way from another thread, would hold the page. */
const SHOWN = 100;

/** What a restore would do with one kind of entries. */
export interface RestoreKind {
  kind: BackupKind;
  /** The first `SHOWN` of those that are only in the backup; settings with the default that holds here. */
  fresh: RestoreLine[];
  freshCount: number;
  /** How many are the same. */
  equal: number;
  /** How many are there on neither side: a topic that was deleted, and is not here. */
  gone: number;
  /** How many rows would be written. */
  writing: number;
  /** The first `SHOWN` of those that are not. */
  different: RestoreLine[];
  differentCount: number;
  /** What to know before it. */
  note?: string | undefined;
}

/** What a restore would do with the papers of a file, in numbers. */
export interface RestoredPapers {
  /** Only in the backup. */
  fresh: number;
  here: number;
  /** Of those that are here: they are added to lists that they were in. */
  placed: number;
  /** Of those that are here: new, and not any more after it. */
  newlySeen: number;
  /** Left out: older than the user keeps them. */
  old: number;
  /** Left out: of days that are none yet. */
  ahead: number;
  /** Rows of papers and of their places in lists that would be written: an undo leaves them. */
  placing: number;
  /** Rows that would be written, those of what was seen among them. */
  writing: number;
  /** How long the user keeps papers. */
  keepDays: KeepDays;
}

/** Papers that are here and go, because the backup keeps them for a shorter time. */
export interface RestoredPruning {
  keepDays: KeepDays;
  papers: number;
}

/** What a restore would do with what the feed told, and with what of it is here. */
export interface RestoredFeed {
  /** Absent where the file has no papers. */
  papers?: RestoredPapers | undefined;
  /** Absent where nothing goes. */
  pruning?: RestoredPruning;
  /** What is stored of the feed can't be opened: the papers of the file are left out. */
  isWithoutFeed?: true;
  /** The user leaves the papers of the file alone. */
  isWithoutPapers?: true;
}

export interface RestoreDescription extends RestoredFeed {
  kinds: RestoreKind[];
  /** How many entries would be seen to change: new ones, and different ones of which a value of the backup wins. */
  changing: number;
  /** Papers would be kept longer, which an undo leaves: others would go by it. */
  isKeptLonger: boolean;
  /** How many rows would be written: more, where only times or things that are gone would be noted. */
  writing: number;
}

/** What a chosen file would do, or why it can't be restored. */
export type RestoreOffer =
  | { ok: true; made: number; app: string; description: RestoreDescription }
  | { ok: false; problem: string };

/** What a restore would do, in words and numbers. Writes nothing. */
export function describeRestore(plan: RestorePlan, feed: RestoredFeed = {}): RestoreDescription {
  const { papers } = feed;
  const described = [
    describe('statuses', plan.statuses, STATUS_VIEW),
    describe('topics', plan.topics, TOPIC_VIEW, toTopicsNote(plan)),
    describe('settings', plan.settings, SETTING_VIEW),
  ];
  const kinds = described.map(({ kind }) => kind);
  const changing = described.reduce((sum, { changing }) => sum + changing, papers?.fresh ?? 0);
  const writing = kinds.reduce((sum, { writing }) => sum + writing, papers?.writing ?? 0);
  return { ...feed, kinds, changing, writing, isKeptLonger: isKeptLonger(plan) };
}

/** The same of a restore that leaves the papers of the file alone. */
export function withoutPapers({ papers, changing, writing, ...rest }: RestoreDescription): RestoreDescription {
  return {
    ...rest,
    ...(papers ? { isWithoutPapers: true } : {}),
    changing: changing - (papers?.fresh ?? 0),
    writing: writing - (papers?.writing ?? 0),
  };
}

function isKeptLonger({ settings }: RestorePlan): boolean {
  const kept = settings.find(({ key }) => key === 'keepDays');
  if (!kept) return false;
  const toDays = (row: SettingRow | undefined) => toSettings(row ? [row] : []).settings.keepDays;
  return isShorter(toDays(kept.before), toDays(kept.after));
}

/** What to know before the topics. */
function toTopicsNote({ followed, twins }: RestorePlan): string | undefined {
  return [toTwinWords(twins), toTooManyWords(followed)].filter((words) => words !== undefined).join(' ') || undefined;
}

function describe<Row>(
  kind: BackupKind,
  merged: readonly Merged<Row>[],
  view: View<Row>,
  note?: string,
): { kind: RestoreKind; changing: number } {
  const fresh: RestoreLine[] = [];
  const different: RestoreLine[] = [];
  let [freshCount, equal, gone, differentCount, taken] = [0, 0, 0, 0, 0];
  for (const one of merged) {
    const { before, file, after } = one;
    const differences = before === undefined ? [] : toDifferences(before, file, after, view);
    if (before === undefined && view.isSeen(after)) {
      const blank = view.blank?.(file);
      const differences = blank ? toDifferences(blank, file, after, view) : [];
      if (freshCount++ < SHOWN) fresh.push({ key: one.key, name: view.name(after), differences });
    } else if (kind === 'topics' && ![before, file, after].some((row) => row && view.isSeen(row))) gone += 1;
    else if (differences.length === 0) equal += 1;
    else {
      if (differentCount++ < SHOWN) different.push({ key: one.key, name: view.name(before ?? after), differences });
      if (differences.some(({ winner }) => winner === 'theirs')) taken += 1;
    }
  }
  return {
    kind: {
      kind,
      fresh,
      freshCount,
      equal,
      gone,
      writing: merged.filter(isWritten).length,
      different,
      differentCount,
      note,
    },
    changing: freshCount + taken,
  };
}

function toDifferences<Row>(before: Row, file: Row, after: Row, { fields }: View<Row>): Difference[] {
  return fields.flatMap(({ name, value, at, words }): Difference[] => {
    const [mine, theirs] = [value(before), value(file)];
    if (isSame(mine, theirs)) return [];
    // Of two that read alike, as “on” and true, the plain form of both.
    const isAlike = words(mine, before) === words(theirs, file);
    const tell = (one: unknown, row: Row) => (isAlike && one !== undefined ? toCanonicalJson(one) : words(one, row));
    return [
      {
        field: name,
        mine: { words: tell(mine, before), at: at(before) },
        theirs: { words: tell(theirs, file), at: at(file) },
        winner: isSame(value(after), theirs) ? 'theirs' : 'mine',
      },
    ];
  });
}

/** `undefined` is no value, and not the value null. */
function isSame(a: unknown, b: unknown): boolean {
  return (a === undefined) === (b === undefined) && isSameValue(a, b);
}
