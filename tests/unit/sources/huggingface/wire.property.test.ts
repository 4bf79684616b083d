import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDailyPapers } from '@/lib/sources/huggingface/wire';
import { readRecordedBodies } from '../../recorded-data';
import { expectGoodPaper } from './expect-good-paper';
import { DAY, type Json, type JsonObject, toWireItem } from './wire-item';

const HOSTILE: Json[] = [
  ...[null, true, 0, -1, 2503.0213, 1e308, '', ' \n ', '__proto__', 'constructor', '\ud800', '\u202e', '2503.0213'],
  ...['javascript:alert(1)', 'https://a@b/', 'https://[', '<img src=x onerror=alert(1)>', '+275760-09-13T00:00:00Z'],
  ...['x'.repeat(100_000), { type: 'img', props: { onerror: 'x' }, __k: null }, { toString: 'x', length: 3 }],
  JSON.parse('{"__proto__":{"title":"x"},"constructor":{"prototype":{}}}'),
];
const anything = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.jsonValue() as fc.Arbitrary<Json>,
  fc.string({ unit: 'binary' }),
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
);

/** Walks down from the list by `steps`, chance choosing the branch, and puts `value` there (or takes the key away). */
function mutate(body: Json[], steps: number[], value: Json, remove: boolean): void {
  let at: JsonObject | Json[] = body;
  for (const [depth, step] of steps.entries()) {
    const keys = Object.keys(at);
    const key = keys[step % Math.max(1, keys.length)];
    if (key === undefined) return;
    const inner = (at as JsonObject)[key];
    const last = depth === steps.length - 1 || inner === null || typeof inner !== 'object';
    if (last && remove) delete (at as JsonObject)[key];
    else if (last) (at as JsonObject)[key] = value;
    if (last) return;
    at = inner as JsonObject;
  }
}

describe('FAULTS 15: fields changed at random', () => {
  const recorded = readRecordedBodies(['days', 'oldest']).filter((body) => body.text.length < 60_000);
  const bodies: Json[][] = [
    [toWireItem('2611.00001'), toWireItem('2611.00002'), toWireItem('2611.00003')],
    ...recorded.slice(0, 4).map((body) => JSON.parse(body.text)),
  ];
  const mutation = fc.tuple(fc.array(fc.nat(1_000), { minLength: 1, maxLength: 6 }), anything, fc.boolean());

  it('never throw, never make a paper that may not be stored, and lose no item uncounted', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...bodies),
        fc.array(mutation, { minLength: 1, maxLength: 12 }),
        (original, mutations) => {
          const body = structuredClone(original);
          for (const [steps, value, remove] of mutations) mutate(body, steps, value, remove);
          const list = body.filter(() => true);
          const parsed = parseDailyPapers(list, DAY);
          if (!parsed.ok) throw new Error(parsed.detail);
          parsed.papers.forEach(expectGoodPaper);
          expect(parsed.papers.length + parsed.droppedCount).toBe(list.length);
          for (const { why } of parsed.dropped) expect(why).toMatch(/^Item \d+ .+\.$/);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('nor does anything at all in place of the answer', () => {
    fc.assert(
      fc.property(anything, (body) => {
        const parsed = parseDailyPapers(body, DAY);
        if (parsed.ok) parsed.papers.forEach(expectGoodPaper);
        else expect(parsed.detail).toMatch(/^Expected a list, got .+\.$/);
      }),
    );
  });
});
