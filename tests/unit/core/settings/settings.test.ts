import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, toSettings } from '@/lib/core/settings/settings';

describe('settings', () => {
  it('are the defaults where nothing is stored', () => {
    expect(toSettings([])).toEqual({ settings: DEFAULT_SETTINGS, problems: [] });
  });

  it.each(['small', 'normal', 'large', 'huge'] as const)('know the text size %s', (value) => {
    expect(toSettings([{ key: 'textSize', value }])).toEqual({
      settings: { ...DEFAULT_SETTINGS, textSize: value },
      problems: [],
    });
  });

  it('fall back one by one: a value that was not understood leaves the others alone', () => {
    const rows = [
      { key: 'textSize', value: 'gigantic' },
      { key: 'theme', value: 'dark' },
    ];
    expect(toSettings(rows)).toEqual({
      settings: { ...DEFAULT_SETTINGS, theme: 'dark' },
      problems: [{ key: 'textSize', value: 'gigantic' }],
    });
  });

  it('leave out the keys of a newer version', () => {
    expect(toSettings([{ key: 'fontFamily', value: 'Comic' }])).toEqual({ settings: DEFAULT_SETTINGS, problems: [] });
  });

  it('are whole and valid whatever is stored', () => {
    const keys = fc.oneof(fc.constantFrom(...Object.keys(DEFAULT_SETTINGS)), fc.string());
    const values = fc.oneof(fc.constantFrom('dark', 'huge', 60, true, 'open', 'compact'), fc.anything());
    fc.assert(
      fc.property(fc.array(fc.record({ key: keys, value: values })), (rows) => {
        const { settings } = toSettings(rows);
        expect(Object.keys(settings)).toEqual(Object.keys(DEFAULT_SETTINGS));
        const stored = Object.entries(settings).map(([key, value]) => ({ key, value }));
        expect(toSettings(stored)).toEqual({ settings, problems: [] });
      }),
    );
  });
});
