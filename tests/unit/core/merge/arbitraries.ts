import fc from 'fast-check';
import type { Status } from '@/lib/core/papers/status';
import type { SettingRow } from '@/lib/core/settings/settings';
import { TOPIC_FIELDS, type Topic, type TopicColour } from '@/lib/core/topics/topic';

/** Few of them, so that two sides often have the same. */
const time = fc.nat({ max: 12 });

const stamped = <T>(value: fc.Arbitrary<T>) => fc.record({ value, at: time });
const flag = stamped(fc.boolean());
const anyText = fc.string({ unit: 'binary', maxLength: 6 });

/** Some status of one paper, any of its fields absent. */
export function statusOf(paperId: string): fc.Arbitrary<Status> {
  return fc.record(
    {
      paperId: fc.constant(paperId),
      title: anyText,
      link: fc.constantFrom('https://huggingface.co/papers/a', 'https://huggingface.co/papers/b'),
      read: flag,
      starred: flag,
      later: flag,
      dismissed: flag,
      note: stamped(anyText),
      tags: stamped(fc.array(fc.string({ unit: 'binary', minLength: 1, maxLength: 6 }), { maxLength: 2 })),
    },
    { requiredKeys: ['paperId'] },
  );
}

/** Some state of one topic, deleted or not, its fields of any times. */
export function topicOf(id: string): fc.Arbitrary<Topic> {
  return fc.record(
    {
      id: fc.constant(id),
      name: fc.constantFrom('A', 'B'),
      query: fc.constantFrom('agents', 'video', '('),
      colour: fc.nat({ max: 7 }).map((colour) => colour as TopicColour),
      badge: fc.boolean(),
      notify: fc.boolean(),
      enabled: fc.boolean(),
      position: fc.nat({ max: 3 }),
      createdAt: time,
      updatedAt: time,
      deletedAt: time,
      times: fc.record(Object.fromEntries(TOPIC_FIELDS.map((field) => [field, time])), { requiredKeys: [] }),
    },
    {
      requiredKeys: [
        'id',
        'name',
        'query',
        'colour',
        'badge',
        'notify',
        'enabled',
        'position',
        'createdAt',
        'updatedAt',
      ],
    },
  );
}

/** Some choice of one setting; any JSON, as a newer version may have written it. */
export function settingOf(key: string): fc.Arbitrary<SettingRow> {
  const value = fc.oneof(fc.boolean(), anyText, fc.nat({ max: 9 }), fc.constant({ of: ['a', null] }));
  return fc.record({ key: fc.constant(key), value, at: time }, { requiredKeys: ['key'] });
}
