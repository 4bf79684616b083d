import { describe, expect, it } from 'vitest';
import { toValueWords } from '@/lib/core/settings/setting-words';

describe('a value of a setting in words', () => {
  it.each<[key: string, value: unknown, words: string]>([
    ['keepDays', 0, 'For ever'],
    ['keepDays', 365, 'For a year'],
    ['syncEveryMin', 1440, 'Every 24 hours'],
    ['clearNewBy', 'visible', 'When it was in sight'],
    ['backupEvery', 'daily', 'Every day'],
    ['quietFrom', 7, '07:00'],
    ['letterKeys', false, 'off'],
  ])('of %s, %j, is what the options show: %s', (key, value, words) => {
    expect(toValueWords(key, value)).toBe(words);
  });

  it('names the default that holds where there is none', () => {
    expect(toValueWords('keepDays', undefined)).toBe('the default (For ever)');
    expect(toValueWords('showBadge', undefined)).toBe('the default (on)');
    expect(toValueWords('of a later version', undefined)).toBe('the default');
  });

  it('is the stored one where the options know no words for it', () => {
    expect(toValueWords('keepDays', 400)).toBe('400');
    expect(toValueWords('keepDays', '365')).toBe('365');
    expect(toValueWords('quietTo', 24)).toBe('24');
    expect(toValueWords('theme', 'toString')).toBe('toString');
    expect(toValueWords('theme', { a: [1] })).toBe('{"a":[1]}');
    expect(toValueWords('constructor', true)).toBe('on');
    expect(toValueWords('theme', null)).toBe('null');
  });
});
