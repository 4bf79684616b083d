import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../../../..');
/** To find out how large the popup wants to be, Chromium lays it out in a window this wide, and then in its own. */
const [MEASURING, OWN] = [25, 400];
const HEIGHT = 600;
const REM = 16;

/** The styles of the popup's first frame: those of its page, and of whatever its script imports statically. */
function toFirstStyles(): string[] {
  const waiting = [join(ROOT, 'entrypoints/popup/main.tsx'), join(ROOT, 'entrypoints/popup/style.css')];
  const found = new Set<string>();
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (found.has(file)) continue;
    found.add(file);
    const text = readFileSync(file, 'utf8');
    for (const [, kind, path = ''] of text.matchAll(
      /^(?:import|export)\b(?: (type)\b)?[^'";]*["']([.@]\/?[^"']*)["'];/gm,
    )) {
      const to = kind ? undefined : resolveFile(file, path);
      if (to) waiting.push(to);
    }
    for (const [, path = ''] of text.matchAll(/^@import "([^"]+)";/gm)) waiting.push(resolve(dirname(file), path));
  }
  return [...found].filter((file) => file.endsWith('.css'));
}

function resolveFile(from: string, path: string): string | undefined {
  const base = path.startsWith('@/') ? join(ROOT, path.slice(2)) : resolve(dirname(from), path);
  return [base, `${base}.ts`, `${base}.tsx`].find((file) => /\.(tsx?|css)$/.test(file) && existsSync(file));
}

/** Each comparison of a condition with a window of this width. */
function toAnswers(condition: string, width: number): boolean[] {
  return [...condition.matchAll(/(min|max)-(width|height): ([\d.]+)(px|rem)/g)].map(([, bound, side, number, unit]) => {
    const limit = Number(number) * (unit === 'rem' ? REM : 1);
    const size = side === 'width' ? width : HEIGHT;
    return bound === 'min' ? size >= limit : size <= limit;
  });
}

/** Alternatives by themselves; of what must hold together, whether it does. */
function holds(condition: string, width: number): boolean {
  return condition.split(',').some((one) => {
    const all = toAnswers(one, width).every(Boolean);
    return /\bnot\b/.test(one) ? !all : all;
  });
}

const files = toFirstStyles();

describe('the styles of the popup’s first frame', () => {
  it('are found', () => {
    expect(files.map((file) => file.slice(ROOT.length + 1))).toEqual(
      expect.arrayContaining([
        'components/paper/paper-card.css',
        'components/days/day-strip.css',
        'lib/screens/style/base.css',
      ]),
    );
  });

  it.each(files.map((file) => [file.slice(ROOT.length + 1), file]))(
    'are the same in the window that Chromium measures the popup in: %s',
    (_, file) => {
      const css = readFileSync(file, 'utf8').replace(/\/\*.*?\*\//gs, '');
      const blocks = [...css.matchAll(/@media ([^{]+)\{/g)].map(([, condition = '']) => condition.trim());
      for (const condition of blocks) {
        expect(condition, 'a way to write a width that this test does not read').not.toMatch(
          /\bwidth *[<>=]|[<>=] *width|-width: *[^;)]*em\b(?<!rem)/,
        );
        expect(holds(condition, MEASURING), condition).toBe(holds(condition, OWN));
      }
      // Inside a condition that holds in neither, a length may be a part of the width.
      const always = css.replace(/@media ([^{]+)\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, (block, condition: string) =>
        holds(condition, OWN) ? block : '',
      );
      expect(always).not.toMatch(/\d[dsl]?vw\b/);
    },
  );
});
