import { describe, expect, it } from 'vitest';
import { toCommand, toKeyLines } from '@/lib/screens/popup/keys';

const press = (key: string, more: KeyboardEventInit = {}, letterKeys = true) =>
  toCommand(new KeyboardEvent('keydown', { key, ...more }), letterKeys);

describe('the keys of the popup', () => {
  it.each([
    ['s', {}, 'star'],
    ['O', { shiftKey: true }, 'follow'],
    ['?', { shiftKey: true }, 'help'],
    ['/', {}, 'search'],
    ['/', { shiftKey: true }, 'search'],
  ])('%s %j asks for its command', (key, more, command) => expect(press(key, more)).toBe(command));

  it('mean the same with Caps Lock, which turns the letter and not the shift key', () => {
    expect(press('S')).toBe('star');
    expect(press('O')).toBe('open');
    expect(press('o', { shiftKey: true })).toBe('follow');
    expect(press('D', { shiftKey: true })).toBeUndefined();
  });

  it.each([{ ctrlKey: true }, { altKey: true }, { metaKey: true }])('mean nothing with %j', (more) => {
    for (const key of ['s', 'S', '?', 'Escape', 'ArrowLeft']) expect(press(key, more)).toBeUndefined();
  });

  it('that are one character can be switched off; arrows and Esc stay', () => {
    for (const key of ['j', 'k', 'o', 'v', 's', 'l', 'd', 'x', 'z', 'c', 'S', '/', '?'])
      expect(press(key, {}, false), key).toBeUndefined();
    expect(press('ArrowLeft', {}, false)).toBe('earlier-day');
    expect(press('Escape', {}, false)).toBe('escape');
  });

  it('are told as they are: without those that are switched off', () => {
    const keys = (letterKeys: boolean) => toKeyLines(letterKeys).flatMap((line) => line.keys);
    expect(keys(true)).toContain('s');
    expect(keys(false)).toEqual(['Enter', '←', '→', 'Esc']);
  });
});
