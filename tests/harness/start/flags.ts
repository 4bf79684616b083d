import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { BrowserName } from '../browsers/extension-browser';

export interface StartFlags {
  browser: BrowserName;
  /** Play the generated feed even where the real one answers. */
  sample: boolean;
  /** Play the recorded bodies of this directory. */
  feed?: string;
  profile?: string;
  headless: boolean;
}

export const USAGE = `npm start -- [--sample | --feed DIR] [--firefox] [--profile DIR] [--headless]
  --sample       play the generated sample feed
  --feed DIR     play recorded bodies, one YYYY-MM-DD.json per day, moved by whole weeks to today
  --firefox      Firefox in place of Chromium, Chrome, Edge or Brave
  --profile DIR  keep the browser's profile there
  --headless     no window: install three topics, read the feed once, print and photograph what came of it`;

/** @throws Error with a sentence for the user. */
export function readFlags(args: string[], env: NodeJS.ProcessEnv, platform: NodeJS.Platform): StartFlags {
  const { values } = parseArgs({
    args,
    options: {
      sample: { type: 'boolean', default: false },
      feed: { type: 'string' },
      firefox: { type: 'boolean', default: false },
      profile: { type: 'string' },
      headless: { type: 'boolean', default: false },
    },
  });
  if (values.sample && values.feed !== undefined) throw new Error('--sample and --feed exclude each other.');
  if (values.feed !== undefined && !existsSync(values.feed)) throw new Error(`There is no directory ${values.feed}.`);
  const hasDisplay = platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
  return {
    browser: values.firefox ? 'firefox' : 'chromium',
    sample: values.sample,
    headless: values.headless || !hasDisplay,
    ...(values.feed === undefined ? {} : { feed: values.feed }),
    ...(values.profile === undefined ? {} : { profile: values.profile }),
  };
}
