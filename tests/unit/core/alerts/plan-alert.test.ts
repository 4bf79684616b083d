import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AlertInput, planAlert } from '@/lib/core/alerts/plan-alert';
import { readToldHash, toToldHash } from '@/lib/core/alerts/told';
import { addDays } from '@/lib/core/days/day';
import { DEFAULT_SETTINGS } from '@/lib/core/settings/settings';
import { compileTopics } from '@/lib/core/topics/match-topics';
import type { Topic } from '@/lib/core/topics/topic';
import { makePaper, TODAY } from '../query/samples';
import { makeTopic } from '../topics/sample-topics';

const NOON = new Date('2026-11-20T12:00').getTime();
const NIGHT = new Date('2026-11-20T23:00').getTime();

const entry = (id: string, title: string, seen = false) => ({ paper: makePaper({ id, title }), seen });
const telling = (id: string, given: Partial<Topic> = {}) => makeTopic(id, { notify: true, ...given });

function plan(titles: readonly string[], topics: readonly Topic[], given: Partial<AlertInput> = {}) {
  return planAlert({
    entries: titles.map((title, i) => entry(String(i), title)),
    topics: compileTopics(topics),
    settings: DEFAULT_SETTINGS,
    inView: false,
    today: TODAY,
    now: NOON,
    ...given,
  });
}

/** Its words. */
const alert = (...given: Parameters<typeof plan>) => {
  const { title, message } = plan(...given).alert ?? {};
  return { title, message };
};

describe('an alert', () => {
  it('of one paper is its title, and the topics it came for', () => {
    expect(alert(['An agent in a video', 'Speech'], [telling('agent'), telling('video'), telling('robot')])).toEqual({
      title: 'An agent in a video',
      message: 'New paper: agent, video',
    });
  });

  it('of several says how many and for which topics, in their order, and the first titles', () => {
    expect(alert(['A video', 'An agent', 'Speech'], [telling('agent'), telling('video'), telling('robot')])).toEqual({
      title: '2 new papers: agent, video',
      message: 'A video\nAn agent',
    });
  });

  it('counts a paper in several topics once', () => {
    expect(alert(['agent video', 'video agent'], [telling('agent'), telling('video')]).title).toBe(
      '2 new papers: agent, video',
    );
  });

  it('names three titles and three topics, and how many are left', () => {
    const words = ['agent', 'video', 'robot', 'speech', 'audio'];
    expect(
      alert(
        words,
        words.map((word) => telling(word)),
      ),
    ).toEqual({
      title: '5 new papers: agent, video, robot, and 2 more',
      message: 'agent\nvideo\nrobot\nand 2 more',
    });
  });

  it('is plain text: what looks like markup stays as it is', () => {
    expect(alert(['agent <b>bold</b> &amp; <img src=x onerror=alert(1)>'], [telling('agent')]).title).toBe(
      'agent <b>bold</b> &amp; <img src=x onerror=alert(1)>',
    );
  });

  it.each<[string, Topic[]]>([
    ['no topic', []],
    ['a topic that does not want to be told of', [makeTopic('agent')]],
    ['a topic of an older version, which has no such field', [makeTopic('agent', { notify: undefined as never })]],
    ['a topic that is off', [telling('agent', { enabled: false })]],
    ['a deleted topic', [telling('agent', { deletedAt: 1 })]],
    ['a topic whose query can’t be read', [telling('agent', { query: 'agent (' })]],
    ['a topic that matches nothing', [telling('robot')]],
  ])('is none for %s', (_what, topics) => {
    expect(plan(['An agent'], topics)).toEqual({ alert: undefined, later: [] });
  });

  it('is also shown for a topic that is not on the badge', () => {
    expect(alert(['An agent'], [telling('agent', { badge: false })]).title).toBe('An agent');
  });

  it('leaves out what is seen, read, dismissed or too old to be new', () => {
    const mark = { value: true, at: 1 };
    const entries = [
      entry('1', 'agent one', true),
      { ...entry('2', 'agent two'), status: { paperId: '2', read: mark } },
      { ...entry('3', 'agent three'), status: { paperId: '3', dismissed: mark } },
      { paper: makePaper({ id: '4', title: 'agent four', dailyDate: addDays(TODAY, -15) }), seen: false },
      entry('5', 'agent five'),
    ];
    expect(alert([], [telling('agent')], { entries })).toMatchObject({ title: 'agent five' });
  });

  it('is known by when the first and the last of its papers came', () => {
    const entries = [5, 3, 9, 1].map((firstSeenAt, i) => ({
      paper: makePaper({ id: String(i), title: firstSeenAt === 1 ? 'Speech' : 'An agent', firstSeenAt }),
      seen: false,
    }));
    const { id = '' } = plan([], [telling('agent')], { entries }).alert ?? {};
    expect(id).toBe('3-9');
    expect(readToldHash(toToldHash(id))).toEqual({ from: 3, to: 9 });
  });

  it('waits in quiet hours, and with it only the papers it would have told of', () => {
    const settings = { quietHours: true, quietFrom: 22, quietTo: 7 };
    const topics = [telling('agent'), makeTopic('speech')];
    expect(plan(['An agent', 'Speech', 'agents'], topics, { settings, now: NIGHT })).toEqual({ later: ['0', '2'] });
    expect(plan(['An agent', 'Speech', 'agents'], topics, { settings, now: NOON })).toMatchObject({
      alert: { title: '2 new papers: agent' },
      later: [],
    });
  });
});

describe('an alert of anything', () => {
  const WORDS = ['agent', 'video', 'robot', 'speech'];
  const input = fc.record({
    papers: fc.array(fc.record({ words: fc.subarray(WORDS), seen: fc.boolean() }), { maxLength: 12 }),
    topics: fc.array(fc.record({ word: fc.constantFrom(...WORDS), notify: fc.boolean(), enabled: fc.boolean() }), {
      maxLength: 5,
    }),
    isNight: fc.boolean(),
  });

  it('tells each paper that is to be told, now or later, and no other', () => {
    fc.assert(
      fc.property(input, ({ papers, topics, isNight }) => {
        const entries = papers.map(({ words, seen }, i) => entry(String(i), `${words.join(' ')} p${i}`, seen));
        const wanted = topics.filter(({ notify, enabled }) => notify && enabled).map(({ word }) => word);
        const expected = papers.flatMap(({ words, seen }, i) =>
          !seen && words.some((word) => wanted.includes(word)) ? [String(i)] : [],
        );
        const made = topics.map(({ word, notify, enabled }, i) => makeTopic(`t${i}`, { query: word, notify, enabled }));
        const settings = { quietHours: true, quietFrom: 22, quietTo: 7 };
        const result = plan([], made, { entries, settings, now: isNight ? NIGHT : NOON });
        expect(result.later).toEqual(isNight ? expected : []);
        const told = isNight ? 0 : expected.length;
        expect(result.alert === undefined).toBe(told === 0);
        if (told === 1) expect(result.alert?.title).toBe(entries[Number(expected[0])]?.paper.title);
        if (told > 1) expect(result.alert?.title).toMatch(new RegExp(`^${told} new papers: t`));
      }),
    );
  });
});
