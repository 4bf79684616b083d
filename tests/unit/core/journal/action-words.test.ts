import { describe, expect, it } from 'vitest';
import { toActionWords, toUndoWords } from '@/lib/core/journal/action-words';
import type { JournalRow } from '@/lib/core/journal/journal';
import type { Status, StatusFlag } from '@/lib/core/papers/status';
import type { Topic } from '@/lib/core/topics/topic';

function toMark(flag: StatusFlag, value: boolean, title = 'A title'): JournalRow {
  const after: Status = { paperId: '1', title, [flag]: { value, at: 1 } };
  return { at: 1, action: `status:${flag}`, table: 'statuses', key: '1', after };
}

const TOPIC = { id: 't', name: 'Agents', query: 'agent', enabled: true, badge: true, colour: 0 } as Topic;

function toTopicRow(action: string, change: Partial<Topic> = {}): JournalRow {
  return { at: 1, action: `topic:${action}`, table: 'topics', key: 't', before: TOPIC, after: { ...TOPIC, ...change } };
}

describe('the words for an action', () => {
  it.each<[JournalRow, number, string]>([
    [toMark('starred', true), 1, 'Starred “A title”.'],
    [toMark('starred', false), 1, 'Removed the star from “A title”.'],
    [toMark('starred', true), 3, '3 papers starred.'],
    [toMark('later', true), 1, 'Kept “A title” for later.'],
    [toMark('later', false), 1, 'Removed “A title” from Later.'],
    [toMark('dismissed', true), 1, 'Dismissed “A title”.'],
    [toMark('dismissed', false), 12, '12 papers brought back.'],
    [toMark('read', true), 1, 'Marked “A title” as read.'],
    [toMark('read', false), 1, 'Marked “A title” as unread.'],
    [toMark('read', true), 840, '840 papers marked as read.'],
    [toMark('read', true, ''), 1, 'Marked “1” as read.'],
    [{ at: 1, action: 'seen', table: 'seen', key: '', after: { ids: ['1'], at: 1 } }, 1, '1 paper marked as seen.'],
    [{ at: 1, action: 'restore', table: 'seen', key: '' }, 2, 'A backup was restored (2 papers are not new any more).'],
    [{ at: 1, action: 'topic:create', table: 'topics', key: 't', after: TOPIC }, 1, 'Topic “Agents” created.'],
    [{ ...toTopicRow('create'), before: { ...TOPIC, enabled: false } } as JournalRow, 1, 'Topic “Agents” switched on.'],
    [toTopicRow('delete', { deletedAt: 1 }), 1, 'Topic “Agents” deleted.'],
    [toTopicRow('restore'), 1, 'Topic “Agents” restored.'],
    [toTopicRow('move', { position: 2 }), 4, 'The order of the topics changed.'],
    [toTopicRow('import'), 1, 'Topic “Agents” imported.'],
    [toTopicRow('import'), 7, '7 topics imported.'],
    [toTopicRow('edit', { name: 'Robots' }), 1, 'Topic “Agents” renamed to “Robots”.'],
    [toTopicRow('edit', { query: 'robot', name: 'Robot' }), 1, 'The query of “Robot” changed.'],
    [toTopicRow('edit', { enabled: false }), 1, 'Topic “Agents” switched off.'],
    [toTopicRow('edit', { badge: false }), 1, 'Topic “Agents” taken off the badge.'],
    [toTopicRow('edit', { colour: 3 }), 1, 'The colour of “Agents” changed.'],
    [{ at: 1, action: 'setting', table: 'settings', key: 'theme' }, 1, 'The theme was changed.'],
    [{ at: 1, action: 'setting', table: 'settings', key: 'of a newer version' }, 1, 'A setting was changed.'],
    [{ at: 1, action: 'status:of a newer version', table: 'statuses', key: '1' }, 1, '1 paper changed.'],
  ])('%# %s', (row, count, words) => {
    expect(toActionWords(row, count)).toBe(words);
  });

  it('fit one line though the title has 300 characters', () => {
    expect(toActionWords(toMark('starred', true, 'Ä'.repeat(300)), 1)).toBe(`Starred “${'Ä'.repeat(80)}…”.`);
  });
});

describe('the words for an undo', () => {
  it.each([
    [{ taken: 3, kept: 0 }, 'Taken back: 3 papers starred.'],
    [{ taken: 0, kept: 0 }, 'Nothing was left to take back: 3 papers starred.'],
    [{ taken: 2, kept: 1 }, 'Taken back in part: 3 papers starred. What was changed again since stays as it is.'],
    [{ taken: 0, kept: 3 }, 'Not taken back: 3 papers starred. What it changed was changed again since.'],
    [{ taken: 0, kept: 1, problem: 'There is no room.' }, 'Not taken back: 3 papers starred. There is no room.'],
  ])('say what could be taken back: %o', (tally, words) => {
    expect(toUndoWords('3 papers starred.', tally)).toBe(words);
  });

  it('goes on in the middle of a sentence', () => {
    expect(toUndoWords('Topic “A” deleted.', { taken: 1, kept: 0 })).toBe('Taken back: topic “A” deleted.');
  });
});
