import { describe, expect, it } from 'vitest';
import { ONE_FAILED, ONE_PASSED } from '../../harness/suite/counts';
import { runStages, type Stage } from '../../harness/suite/run-stages';

/** A stage that ends when it is told to. */
function toHeld(name: string, more: Partial<Stage> = {}) {
  let end = (): void => undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const stage: Stage = {
    name,
    run: async () => {
      began.push(name);
      await ended;
      return ONE_PASSED;
    },
    ...more,
  };
  return { stage, end };
}

let began: string[] = [];
const pass = (name: string, more: Partial<Stage> = {}): Stage => ({
  name,
  run: async () => {
    began.push(name);
    return ONE_PASSED;
  },
  ...more,
});
const settle = () => new Promise((resolve) => setImmediate(resolve));
const silent = () => undefined;

describe('the stages of the test command', () => {
  it('run one after the other; those beside run while the others do, one of each row at a time, and are waited for', async () => {
    began = [];
    const unit = toHeld('unit', { beside: 'a' });
    const other = toHeld('other', { beside: 'b' });
    const browser = toHeld('browser');
    const running = runStages(
      [unit.stage, pass('components', { beside: 'a' }), other.stage, browser.stage, pass('last')],
      silent,
    );
    await settle();
    expect(began.sort()).toEqual(['browser', 'other', 'unit']);
    browser.end();
    await settle();
    expect(began).toContain('last');
    expect(began).not.toContain('components');
    unit.end();
    await settle();
    expect(began).toContain('components');
    other.end();
    const { lines, total } = await running;
    expect(lines.map((line) => line.split(':')[0])).toEqual(['browser', 'last', 'unit', 'components', 'other']);
    expect(total).toEqual({ passed: 5, failed: 0, skipped: 0 });
  });

  it('all run where one fails or breaks, but for those that need it', async () => {
    began = [];
    const { lines, failures, total } = await runStages(
      [
        { name: 'build', run: async () => ({ ...ONE_FAILED, failures: ['index.ts: no such file'] }) },
        { name: 'broken', beside: 'a', run: () => Promise.reject(new Error('no such tool')) },
        pass('size', { needs: ['build'] }),
        pass('lint'),
      ],
      silent,
    );
    expect(began).toEqual(['lint']);
    expect(total).toEqual({ passed: 1, failed: 2, skipped: 1 });
    expect(failures).toEqual(['build: index.ts: no such file']);
    expect(lines.find((line) => line.startsWith('size'))).toContain('1 skipped');
  });
});
