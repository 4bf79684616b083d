import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const pages = readdirSync('entrypoints')
  .map((name) => `entrypoints/${name}/index.html`)
  .filter((page) => existsSync(page));

describe('the pages', () => {
  it.each(pages)('%s is painted dark from its first frame where the system is dark', (page) => {
    expect(readFileSync(page, 'utf8')).toMatch(/<meta name="color-scheme" content="light dark"/);
  });
});
