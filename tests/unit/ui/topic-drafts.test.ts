import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Topic } from '@/lib/core/topics/topic';
import { createDraftStore } from '@/lib/ui/draft-store';
import { createTopicDrafts, NEW_TOPIC, type TopicDrafts } from '@/lib/ui/topic-drafts';

const STORED: Topic = {
  id: 't1',
  name: 'Agents',
  query: 'agents',
  colour: 0,
  badge: true,
  notify: false,
  enabled: true,
  position: 0,
  createdAt: 0,
  updatedAt: 0,
};

let drafts: TopicDrafts;
const saver = { create: vi.fn(), update: vi.fn() };
/** With what each call asked besides: under which id to create, which values it takes to be stored. */
const asked: unknown[] = [];
const onCreated = vi.fn();
/** What local storage holds; it outlives the page. */
const kept = new Map<string, string>();
const storage = {
  get length() {
    return kept.size;
  },
  key: (index: number) => [...kept.keys()][index] ?? null,
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => void kept.set(key, value),
  removeItem: (key: string) => void kept.delete(key),
};

/** The drafts of a page that was just opened. */
const openPage = (store = createDraftStore(() => storage)) =>
  createTopicDrafts(
    {
      create: (topic, id) => {
        asked.push(id);
        return saver.create(topic);
      },
      update: async (id, patch, from) => {
        asked.push(from);
        const topic = { ...STORED, id, ...patch, updatedAt: Date.now() };
        return (await saver.update(id, patch)) ?? { topic, isRefused: false };
      },
    },
    () => undefined,
    onCreated,
    store,
  );

beforeEach(() => {
  vi.useFakeTimers();
  vi.resetAllMocks();
  saver.create.mockImplementation(async (topic) => ({ ...STORED, ...topic, id: 'made' }));
  kept.clear();
  asked.length = 0;
  drafts = openPage();
});

/** Past the debounce, with all that it started. */
const settle = () => vi.advanceTimersByTimeAsync(1000);

describe('drafts of topics', () => {
  it('saves once after the last of several keys', async () => {
    for (const query of ['agents p', 'agents pl', 'agents planning']) drafts.edit('t1', { query });
    expect(drafts.state('t1')).toBe('waiting');
    await settle();
    expect(saver.update.mock.calls).toEqual([['t1', { query: 'agents planning' }]]);
    expect(drafts.state('t1')).toBe('saved');
  });

  it('never saves a text with an error, and keeps the last complete one', async () => {
    drafts.edit('t1', { query: 'agents planning' });
    drafts.edit('t1', { query: 'agents planning (tool' });
    await settle();
    expect(saver.update.mock.calls).toEqual([['t1', { query: 'agents planning' }]]);
    expect(drafts.draft('t1').query).toBe('agents planning (tool');
    expect(drafts.good('t1')).toBe('agents planning');
  });

  it('never saves a blank text', async () => {
    drafts.edit('t1', { query: '  ' });
    await settle();
    expect(saver.update).not.toHaveBeenCalled();
  });

  it('keeps a text with an error when another topic is chosen, and lets go of what is stored', async () => {
    drafts.edit('t1', { name: 'Planning', query: 'agents (' });
    drafts.edit('t2', { query: 'speech' });
    await drafts.leave('t1');
    await drafts.leave('t2');
    expect(drafts.draft('t1')).toEqual({ query: 'agents (' });
    expect(drafts.draft('t2')).toEqual({});
    expect(saver.update).toHaveBeenCalledWith('t1', { name: 'Planning' });
  });

  it('saves at once when asked, and not again after the debounce', async () => {
    drafts.edit('t1', { name: 'Planning' });
    await drafts.flush('t1');
    expect(saver.update).toHaveBeenCalledTimes(1);
    await settle();
    expect(saver.update).toHaveBeenCalledTimes(1);
  });

  it('creates a new topic with its first complete query, once, named after it', async () => {
    drafts.edit(NEW_TOPIC, { query: '(agent' });
    await settle();
    expect(saver.create).not.toHaveBeenCalled();
    drafts.edit(NEW_TOPIC, { query: '(agent OR tool)' });
    await Promise.all([drafts.flush(NEW_TOPIC), drafts.flush(NEW_TOPIC)]);
    await settle();
    expect(saver.create.mock.calls).toEqual([[{ name: 'Agent or tool', query: '(agent OR tool)' }]]);
    expect(onCreated).toHaveBeenCalledTimes(1);
  });

  it('lets the name of a new topic follow its query until one is typed', async () => {
    drafts.edit(NEW_TOPIC, { query: 'agent' });
    await settle();
    drafts.edit('made', { query: 'agent planning' });
    await settle();
    expect(saver.update).toHaveBeenLastCalledWith('made', { name: 'Agent planning', query: 'agent planning' });
    drafts.edit('made', { name: 'Mine' });
    drafts.edit('made', { query: 'agent tool' });
    await settle();
    expect(saver.update).toHaveBeenLastCalledWith('made', { name: 'Mine', query: 'agent tool' });
  });

  it('loses no key that was pressed while the new topic was being created', async () => {
    let finish: (topic: Topic) => void = () => undefined;
    saver.create.mockReturnValue(new Promise<Topic>((resolve) => (finish = resolve)));
    drafts.edit(NEW_TOPIC, { query: 'agent' });
    const created = drafts.flush(NEW_TOPIC);
    await vi.advanceTimersByTimeAsync(0);
    drafts.edit(NEW_TOPIC, { query: 'agent planning' });
    finish({ ...STORED, id: 'made' });
    await created;
    await settle();
    expect(saver.create).toHaveBeenCalledTimes(1);
    expect(saver.update).toHaveBeenCalledWith('made', { name: 'Agent planning', query: 'agent planning' });
  });

  it('begins the next new topic blank while the last one is still being created', async () => {
    let finish: (topic: Topic) => void = () => undefined;
    saver.create.mockReturnValueOnce(
      new Promise<Topic>((resolve) => {
        finish = resolve;
      }),
    );
    drafts.edit(NEW_TOPIC, { query: 'agent' });
    const left = drafts.leave(NEW_TOPIC);
    expect(drafts.draft(NEW_TOPIC)).toEqual({});
    drafts.edit(NEW_TOPIC, { query: 'speech' });
    finish({ ...STORED, id: 'first' });
    await left;
    await settle();
    expect(onCreated.mock.calls.map(([topic, isShown]) => [topic.id, isShown])).toEqual([
      ['first', false],
      ['made', true],
    ]);
    expect(saver.create.mock.calls.map(([{ query }]) => query)).toEqual(['agent', 'speech']);
  });

  it('gives a new topic back that was left and could not be stored', async () => {
    saver.create.mockRejectedValueOnce(new Error('QuotaExceededError'));
    drafts.edit(NEW_TOPIC, { query: 'agent' });
    await drafts.leave(NEW_TOPIC);
    expect(drafts.draft(NEW_TOPIC).query).toBe('agent');
    expect(drafts.state(NEW_TOPIC)).toBe('failed');
  });

  it('keeps the text and says so when the database refuses, and tries again', async () => {
    saver.update.mockRejectedValueOnce(new Error('QuotaExceededError'));
    drafts.edit('t1', { query: 'agents planning' });
    await settle();
    expect(drafts.state('t1')).toBe('failed');
    expect(drafts.draft('t1').query).toBe('agents planning');
    await drafts.flush('t1');
    expect(drafts.state('t1')).toBe('saved');
    expect(saver.update).toHaveBeenCalledTimes(2);
  });

  it('asks again for the same topic where the first answer was lost: it may have been created', async () => {
    saver.create.mockRejectedValueOnce(new Error('connection closed'));
    drafts.edit(NEW_TOPIC, { query: 'agent' });
    await settle();
    await drafts.flush(NEW_TOPIC);
    expect(asked).toHaveLength(2);
    expect(asked[0]).toMatch(/^[0-9a-f-]{36}$/);
    expect(asked[1]).toBe(asked[0]);
  });

  it('creates the next new topic under an id of its own', async () => {
    drafts.edit(NEW_TOPIC, { query: 'agent' });
    await settle();
    drafts.edit(NEW_TOPIC, { query: 'speech' });
    await settle();
    expect(new Set(asked).size).toBe(2);
  });

  it('stores a colour and a badge that were chosen while the new topic was being created', async () => {
    let finish: (topic: Topic) => void = () => undefined;
    saver.create.mockReturnValue(
      new Promise<Topic>((resolve) => {
        finish = resolve;
      }),
    );
    drafts.edit(NEW_TOPIC, { query: 'agent' });
    const created = drafts.flush(NEW_TOPIC);
    await vi.advanceTimersByTimeAsync(0);
    drafts.edit(NEW_TOPIC, { colour: 5, badge: false });
    finish({ ...STORED, id: 'made' });
    await created;
    await settle();
    expect(saver.update.mock.calls).toEqual([['made', { colour: 5, badge: false }]]);
    drafts.edit('made', { query: 'agent tool' });
    await settle();
    expect(saver.update).toHaveBeenLastCalledWith('made', { name: 'Agent tool', query: 'agent tool' });
  });

  it('gives way to the stored name when its field is left: it may have been cut or got a number', async () => {
    drafts.edit('t1', { name: 'Speech', query: 'agents planning' });
    await drafts.done('t1');
    expect(saver.update).toHaveBeenCalledWith('t1', { name: 'Speech', query: 'agents planning' });
    expect(drafts.draft('t1')).toEqual({ query: 'agents planning' });
  });

  it('are all forgotten at once, the one that is being saved and those of closed pages too', async () => {
    let finish: (done: undefined) => void = () => undefined;
    saver.update.mockReturnValueOnce(
      new Promise((resolve) => {
        finish = resolve;
      }),
    );
    kept.set('topic-draft:t9', '{"draft":{"query":"glaciers ("}}');
    drafts.edit('t1', { query: 'agents planning' });
    const saving = drafts.flush('t1');
    drafts.edit('t1', { query: 'agents (' });
    drafts.edit('t2', { query: 'speech' });
    drafts.dropAll();
    finish(undefined);
    await saving;
    await settle();
    expect(kept.size).toBe(0);
    expect(drafts.draft('t1')).toEqual({});
    expect(saver.update).toHaveBeenCalledTimes(1);
  });

  it('are forgotten with what a deletion takes: saves under way are awaited first, and none begins meanwhile', async () => {
    let finish: (topic: Topic) => void = () => undefined;
    saver.create.mockReturnValueOnce(new Promise<Topic>((resolve) => (finish = resolve)));
    const order: string[] = [];
    onCreated.mockImplementation(() => order.push('created'));
    drafts.edit(NEW_TOPIC, { query: 'speech' });
    void drafts.leave(NEW_TOPIC);
    drafts.edit('t1', { query: 'agents planning' });
    const gone = drafts.dropAfter(async () => {
      order.push('deleting');
      drafts.flushAll();
      await settle();
      order.push('deleted');
    });
    await vi.advanceTimersByTimeAsync(0);
    finish({ ...STORED, id: 'made' });
    await gone;
    await settle();
    expect(order).toEqual(['created', 'deleting', 'deleted']);
    expect(saver.update).not.toHaveBeenCalled();
    expect(kept.size).toBe(0);
    expect(drafts.draft('t1')).toEqual({});
  });

  it('are all there, and saved, where a deletion is refused', async () => {
    drafts.edit('t1', { query: 'agents planning' });
    drafts.edit('t2', { query: 'speech (' });
    const refused = drafts.dropAfter(async () => {
      throw new DOMException('no', 'UnknownError');
    });
    await expect(refused).rejects.toThrow('no');
    await settle();
    expect(saver.update.mock.calls).toEqual([['t1', { query: 'agents planning' }]]);
    expect(drafts.draft('t2')).toEqual({ query: 'speech (' });
    expect([...kept.keys()]).toEqual(['topic-draft:t2']);
  });

  it('keeps the typed name when its field is left and it could not be stored', async () => {
    saver.update.mockRejectedValueOnce(new Error('QuotaExceededError'));
    drafts.edit('t1', { name: 'Speech' });
    await drafts.done('t1');
    expect(drafts.draft('t1').name).toBe('Speech');
  });
});

describe('a topic that is changed elsewhere', () => {
  const ELSEWHERE = { ...STORED, query: 'agents of change', updatedAt: 5 };
  const REFUSED = { topic: ELSEWHERE, isRefused: true };

  beforeEach(() => drafts.follow([STORED]));

  it('is shown as it is stored, and the text that was being written is offered', async () => {
    drafts.edit('t1', { query: 'agents (' });
    await settle();
    drafts.follow([ELSEWHERE]);
    expect(drafts.draft('t1')).toEqual({});
    expect(drafts.good('t1')).toBeUndefined();
    expect(drafts.offer('t1')).toEqual({ query: 'agents (' });
  });

  it('is not written over by a text that was about to be saved', async () => {
    drafts.edit('t1', { query: 'agents planning' });
    drafts.follow([ELSEWHERE]);
    await settle();
    await drafts.leave('t1');
    expect(saver.update).not.toHaveBeenCalled();
    expect(drafts.offer('t1')).toEqual({ query: 'agents planning' });
  });

  it('is not written over by a save that is quicker than the news', async () => {
    saver.update.mockResolvedValueOnce(REFUSED);
    drafts.edit('t1', { query: 'agents planning' });
    await settle();
    expect(asked).toEqual([{ query: 'agents' }]);
    expect(drafts.draft('t1')).toEqual({});
    expect(drafts.offer('t1')).toEqual({ query: 'agents planning' });
    await settle();
    expect(saver.update).toHaveBeenCalledTimes(1);
  });

  it('is heard of by the answer of a save, though the clock was set back since this page read it', async () => {
    drafts.follow([{ ...STORED, updatedAt: 100 }]);
    saver.update.mockResolvedValueOnce(REFUSED);
    drafts.edit('t1', { query: 'agents planning' });
    await settle();
    expect(drafts.state('t1')).toBe('clean');
    expect(drafts.offer('t1')).toEqual({ query: 'agents planning' });
  });

  it('takes the offered text when the user asks for it, over the new version', async () => {
    drafts.edit('t1', { query: 'agents planning' });
    drafts.follow([ELSEWHERE]);
    drafts.use('t1');
    expect(drafts.draft('t1').query).toBe('agents planning');
    expect(drafts.offer('t1')).toBeUndefined();
    await settle();
    expect(saver.update.mock.calls).toEqual([['t1', { query: 'agents planning' }]]);
    expect(asked).toEqual([{ query: 'agents of change' }]);
    expect(kept.size).toBe(0);
  });

  it('loses the offered text when the user lets it go, and nothing else', async () => {
    drafts.edit('t1', { query: 'agents (' });
    drafts.follow([ELSEWHERE]);
    drafts.edit('t1', { name: 'Change' });
    drafts.letGo('t1');
    expect(drafts.offer('t1')).toBeUndefined();
    await settle();
    expect(saver.update.mock.calls).toEqual([['t1', { name: 'Change' }]]);
    expect(kept.size).toBe(0);
  });

  it('keeps the offer while the new version is edited, left and the page closed', async () => {
    drafts.edit('t1', { query: 'agents (' });
    drafts.follow([ELSEWHERE]);
    drafts.edit('t1', { query: 'agents of growth' });
    await settle();
    expect(saver.update.mock.calls).toEqual([['t1', { query: 'agents of growth' }]]);
    await drafts.leave('t1');
    expect(drafts.offer('t1')).toEqual({ query: 'agents (' });
    drafts = openPage();
    drafts.takeUp([{ ...ELSEWHERE, query: 'agents of growth' }]);
    await settle();
    expect(drafts.offer('t1')).toEqual({ query: 'agents (' });
    expect(drafts.draft('t1')).toEqual({});
    expect(saver.update).toHaveBeenCalledTimes(1);
  });

  it('offers what a closed page left where the topic was changed since', async () => {
    drafts.edit('t1', { query: 'agents planning' });
    vi.clearAllTimers();
    drafts = openPage();
    drafts.takeUp([ELSEWHERE]);
    await settle();
    expect(saver.update).not.toHaveBeenCalled();
    expect(drafts.draft('t1')).toEqual({});
    expect(drafts.offer('t1')).toEqual({ query: 'agents planning' });
  });

  it('offers nothing where the closed page had stored it after all', async () => {
    drafts.edit('t1', { query: 'agents planning ' });
    vi.clearAllTimers();
    drafts = openPage();
    drafts.takeUp([{ ...STORED, query: 'agents planning', updatedAt: 5 }]);
    await settle();
    expect(drafts.offer('t1')).toBeUndefined();
    expect(saver.update).not.toHaveBeenCalled();
    expect(kept.size).toBe(0);
  });

  it('offers nothing where all that was typed is stored: an undo elsewhere just shows', async () => {
    const saved = { ...STORED, query: 'agents planning', updatedAt: 4 };
    saver.update.mockResolvedValueOnce({ topic: saved, isRefused: false });
    drafts.edit('t1', { query: 'agents planning' });
    await settle();
    drafts.follow([saved]);
    expect(drafts.draft('t1').query).toBe('agents planning');
    drafts.follow([{ ...STORED, updatedAt: 6 }]);
    expect(drafts.draft('t1')).toEqual({});
    expect(drafts.offer('t1')).toBeUndefined();
  });

  it('does not take its own saving for a change elsewhere, nor the news from before it', async () => {
    const saved = { ...STORED, name: 'Planning 2', query: 'agents planning', updatedAt: 4 };
    let finish: (result: object) => void = () => undefined;
    saver.update.mockReturnValueOnce(
      new Promise((resolve) => {
        finish = resolve;
      }),
    );
    drafts.edit('t1', { name: 'Planning', query: 'agents planning' });
    await settle();
    drafts.follow([saved]);
    finish({ topic: saved, isRefused: false });
    await settle();
    drafts.edit('t1', { query: 'agents planning (' });
    drafts.follow([STORED]);
    drafts.follow([saved]);
    expect(drafts.draft('t1')).toEqual({ name: 'Planning', query: 'agents planning (' });
    expect(drafts.offer('t1')).toBeUndefined();
  });

  it('keeps a text beside a change of something else', async () => {
    drafts.edit('t1', { query: 'agents (' });
    drafts.follow([{ ...STORED, name: 'Renamed', colour: 4, position: 3, updatedAt: 5 }]);
    expect(drafts.draft('t1')).toEqual({ query: 'agents (' });
    expect(drafts.offer('t1')).toBeUndefined();
  });
});

describe('a topic that is deleted elsewhere', () => {
  const LOST = { key: 't1', name: 'Agents', offer: { query: 'agents planning' } };
  beforeEach(() => drafts.follow([STORED]));

  it('is no place for a text: what a save finds deleted is offered as a new topic', async () => {
    saver.update.mockResolvedValueOnce({ topic: { ...STORED, deletedAt: 5 }, isRefused: true });
    drafts.edit('t1', { query: 'agents planning' });
    await settle();
    expect(drafts.draft('t1')).toEqual({});
    drafts.follow([]);
    expect(drafts.deleted()).toEqual(LOST);
    expect(kept.size).toBe(1);
  });

  it.each(['agents planning', 'agents ('])('gives the text back that was being written: %s', async (query) => {
    drafts.edit('t1', { query });
    drafts.follow([]);
    await settle();
    expect(saver.update).not.toHaveBeenCalled();
    expect(drafts.deleted()).toEqual({ ...LOST, offer: { query } });
    drafts.makeNew('t1');
    expect(drafts.deleted()).toBeUndefined();
    expect(drafts.draft(NEW_TOPIC).query).toBe(query);
    await settle();
    expect(saver.create).toHaveBeenCalledTimes(query.includes('(') ? 0 : 1);
    expect([...kept.keys()]).toEqual(query.includes('(') ? ['topic-draft:new'] : []);
  });

  it('gives back nothing that was stored in it, nor what was let go', async () => {
    drafts.edit('t1', { query: 'agents planning' });
    await settle();
    drafts.follow([]);
    expect(drafts.deleted()).toBeUndefined();
    drafts.follow([STORED]);
    drafts.edit('t1', { query: 'agents (' });
    drafts.follow([]);
    drafts.letGo('t1');
    expect(drafts.deleted()).toBeUndefined();
    expect(kept.size).toBe(0);
  });

  it('is another thing than a new one that is not listed yet', async () => {
    drafts.edit(NEW_TOPIC, { query: 'speech' });
    await settle();
    drafts.edit('made', { query: 'speech (' });
    drafts.follow([STORED]);
    expect(drafts.deleted()).toBeUndefined();
    expect(drafts.draft('made').query).toBe('speech (');
  });

  it('takes no text into a new topic that is being written', () => {
    drafts.edit('t1', { query: 'agents (' });
    drafts.follow([]);
    expect(drafts.isNewFree()).toBe(true);
    drafts.edit(NEW_TOPIC, { query: 'speech (' });
    expect(drafts.isNewFree()).toBe(false);
    drafts.makeNew('t1');
    expect(drafts.draft(NEW_TOPIC).query).toBe('speech (');
    expect(drafts.deleted()?.offer).toEqual({ query: 'agents (' });
  });
});

describe('drafts of a page that was closed', () => {
  /** The page is gone: nothing it has started goes on. */
  function closePage(): void {
    vi.clearAllTimers();
    saver.create.mockClear();
    saver.update.mockClear();
    drafts = openPage();
  }

  it('are stored by the next page, where they are complete', async () => {
    drafts.follow([STORED]);
    drafts.edit('t1', { query: 'agents planning' });
    drafts.edit(NEW_TOPIC, { query: 'speech', colour: 3 });
    closePage();
    drafts.takeUp([STORED]);
    await settle();
    expect(saver.update.mock.calls).toEqual([['t1', { query: 'agents planning' }]]);
    expect(saver.create.mock.calls).toEqual([[{ name: 'Speech', query: 'speech', colour: 3 }]]);
    expect(kept.size).toBe(0);
  });

  it('are shown again where they have an error, and not stored', async () => {
    drafts.follow([STORED]);
    drafts.edit('t1', { query: 'agents (' });
    drafts.edit(NEW_TOPIC, { query: 'speech OR (' });
    await settle();
    closePage();
    drafts.takeUp([STORED]);
    await settle();
    expect(drafts.draft('t1').query).toBe('agents (');
    expect(drafts.draft(NEW_TOPIC).query).toBe('speech OR (');
    expect(saver.update).not.toHaveBeenCalled();
    expect(saver.create).not.toHaveBeenCalled();
    drafts.edit('t1', { query: 'agents' });
    await settle();
    expect([...kept.keys()]).toEqual([expect.stringContaining(NEW_TOPIC)]);
  });

  it('leave nothing behind once they are stored', async () => {
    drafts.edit('t1', { name: 'Planning', query: 'agents planning' });
    expect(kept.size).toBe(1);
    await settle();
    expect(kept.size).toBe(0);
  });

  it('do not make a second topic when the first was created as the page closed', async () => {
    saver.create.mockReturnValue(new Promise(() => undefined));
    drafts.edit(NEW_TOPIC, { query: 'agent' });
    void drafts.flush(NEW_TOPIC);
    await vi.advanceTimersByTimeAsync(0);
    const made = { ...STORED, id: asked[0] as string, query: 'agent', createdAt: Date.now() };
    drafts.edit(NEW_TOPIC, { query: 'agent planning' });
    closePage();
    drafts.takeUp([{ ...STORED, query: 'agent' }, made]);
    await settle();
    expect(saver.create).not.toHaveBeenCalled();
    expect(saver.update).toHaveBeenCalledWith(made.id, { name: 'Agent planning', query: 'agent planning' });
    expect(kept.size).toBe(0);
  });

  it('are offered as a new topic where theirs was deleted, until they are let go', async () => {
    drafts.edit('t1', { query: 'agents (' });
    closePage();
    drafts.takeUp([]);
    await settle();
    expect(drafts.draft('t1')).toEqual({});
    expect(drafts.deleted()).toEqual({ key: 't1', offer: { query: 'agents (' } });
    closePage();
    drafts.takeUp([]);
    expect(drafts.deleted()).toEqual({ key: 't1', offer: { query: 'agents (' } });
    drafts.letGo('t1');
    expect(kept.size).toBe(0);
  });

  it('are offered with what was written last, beside an older text that was being offered', async () => {
    kept.set(
      'topic-draft:t1',
      JSON.stringify({ draft: { query: 'agents (new' }, offer: { name: 'Old name', query: 'agents (old' } }),
    );
    closePage();
    drafts.takeUp([]);
    await settle();
    expect(drafts.deleted()?.offer).toEqual({ name: 'Old name', query: 'agents (new' });
  });

  it.each(['', 'null', '{"draft":7}', '{"draft":{"query":7,"colour":99}}'])('survive what is no draft: %s', (text) => {
    kept.set('topic-draft:t1', text);
    closePage();
    expect(() => drafts.takeUp([STORED])).not.toThrow();
    expect(drafts.draft('t1')).toEqual({});
  });

  it('cost nothing but themselves where the storage refuses', async () => {
    const refuse = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    drafts = openPage(createDraftStore(refuse));
    drafts.takeUp([STORED]);
    drafts.edit('t1', { query: 'agents planning' });
    await settle();
    expect(saver.update).toHaveBeenCalledTimes(1);
  });

  it('are bounded: a text that is far too long is not kept, nor the version before it', () => {
    drafts.edit('t1', { query: 'agents (' });
    drafts.edit('t1', { query: 'agents '.repeat(3000) });
    expect(kept.size).toBe(0);
  });
});
