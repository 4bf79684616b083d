import { describe, expect, it } from 'vitest';
import { readFlags } from '../../harness/start/flags';

const DISPLAY = { DISPLAY: ':0' };

describe('the flags of npm start', () => {
  it('opens Chromium with a window where there is a display', () => {
    expect(readFlags([], DISPLAY, 'linux')).toEqual({ browser: 'chromium', sample: false, headless: false });
    expect(readFlags([], { WAYLAND_DISPLAY: 'wayland-0' }, 'linux').headless).toBe(false);
    expect(readFlags([], {}, 'darwin').headless).toBe(false);
  });

  it('goes without a window where there is no display, or when told', () => {
    expect(readFlags([], {}, 'linux').headless).toBe(true);
    expect(readFlags(['--headless'], DISPLAY, 'linux').headless).toBe(true);
  });

  it('takes the browser, the feed and the profile', () => {
    expect(readFlags(['--firefox', '--feed', '.', '--profile', 'here'], DISPLAY, 'linux')).toEqual({
      browser: 'firefox',
      sample: false,
      headless: false,
      feed: '.',
      profile: 'here',
    });
  });

  it('refuses two feeds, a directory that is not there, and what it does not know', () => {
    expect(() => readFlags(['--sample', '--feed', '.'], {}, 'linux')).toThrow('exclude');
    expect(() => readFlags(['--feed', 'no/such/place'], {}, 'linux')).toThrow('no directory');
    expect(() => readFlags(['--fast'], {}, 'linux')).toThrow('--fast');
  });
});
