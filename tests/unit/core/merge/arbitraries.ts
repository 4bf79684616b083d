import fc from 'fast-check';
import type { Status } from '@/lib/core/papers/status';

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
      tags: stamped(fc.array(anyText, { maxLength: 2 })),
    },
    { requiredKeys: ['paperId'] },
  );
}
