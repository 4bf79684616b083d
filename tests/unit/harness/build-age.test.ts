import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findBuildProblem } from '../../harness/build-age';

const BUILD = '.output/chrome-mv3';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'daily-papers-build-age-'));
});
afterEach(() => rmSync(root, { recursive: true }));

/** A file last written at that second. */
function write(path: string, second: number): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), '');
  utimesSync(join(root, path), second, second);
}

describe('the age of a build', () => {
  it('is no problem while every source is older', () => {
    write('lib/core/days/day.ts', 100);
    write(`${BUILD}/manifest.json`, 200);
    expect(findBuildProblem(BUILD, root)).toBeUndefined();
  });

  it.each(['lib/core/days/day.ts', 'entrypoints/options/index.html', 'public/icon/16.png', 'wxt.config.ts'])(
    'is a problem when %s was written later',
    (source) => {
      write(`${BUILD}/manifest.json`, 200);
      write(source, 300);
      expect(findBuildProblem(BUILD, root)).toBe(`The build in ${BUILD} is older than ${source}.`);
    },
  );

  it('does not count tests, documents and what is generated at each check', () => {
    write(`${BUILD}/manifest.json`, 200);
    for (const other of ['tests/e2e/run.ts', 'README.md', 'lib/core/query/parser.generated.js']) write(other, 300);
    expect(findBuildProblem(BUILD, root)).toBeUndefined();
  });

  it('is told where there is no build', () => {
    expect(findBuildProblem(BUILD, root)).toBe(`There is no build in ${BUILD}.`);
  });
});
