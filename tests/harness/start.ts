import { rm } from 'node:fs/promises';
import type { ExtensionBrowser } from './browsers/extension-browser';
import { ensureBrowser } from './browsers/find-browser';
import { launchBrowser } from './browsers/launch';
import { DEMONSTRATION_TOPICS, pickExampleTopics } from './start/example-topics';
import { openFeedSource } from './start/feed-source';
import { readFlags, type StartFlags, USAGE } from './start/flags';
import { photograph } from './start/photograph';
import { toReport, waitForSync } from './start/report';
import { runTool } from './suite/commands';

const SCREENSHOTS = '.output/screenshots';

/** `npm start`: builds, finds a browser, and shows the extension in it; without a display it prints what it did. */
async function main(args: string[]): Promise<number> {
  let flags: StartFlags;
  try {
    flags = readFlags(args, process.env, process.platform);
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${USAGE}`);
    return 1;
  }
  const found = await ensureBrowser(flags.browser, { install: true });
  if ('missing' in found) {
    console.error(found.missing);
    return 1;
  }
  if (!(await build(flags))) return 1;

  const source = await openFeedSource(flags);
  console.log(`Browser: ${found.path}${flags.headless ? ', without a window' : ''}\nFeed: ${source.words}`);
  const launching = launchBrowser(flags.browser, {
    executablePath: found.path,
    headless: flags.headless,
    keepWelcome: !flags.headless,
    ...(source.server === undefined ? {} : { standIn: source.server }),
    ...(flags.profile === undefined ? {} : { profile: flags.profile }),
  });
  let closing: Promise<void> | undefined;
  const close = () => {
    closing ??= launching.then((browser) => browser.close()).finally(() => source.server?.close());
    return closing;
  };
  // Before the browser is there as well: ended in between, this would leave it running with nobody to close it.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => void close().finally(() => process.exit(0)));
  const browser = await launching;
  try {
    return flags.headless ? await demonstrate(browser) : await show(browser);
  } finally {
    await close();
  }
}

async function build({ browser }: StartFlags): Promise<boolean> {
  const target = browser === 'firefox' ? 'firefox' : 'chrome';
  if ((await runTool('../tests/harness/generate-parser.mjs', [])) !== 0) return false;
  return (await runTool('wxt/bin/wxt.mjs', ['build', '-b', target])) === 0;
}

/** With a window: the popup over the options, until the user closes the browser or presses Ctrl+C. */
async function show(browser: ExtensionBrowser): Promise<number> {
  const closed = new Promise((resolve) => browser.browser.once('disconnected', resolve));
  await browser.openOptions();
  await browser.showPopup();
  console.log(
    'Daily Papers is open: its button is in the toolbar, its popup in front. Close the browser or press Ctrl+C.',
  );
  await closed;
  return 0;
}

/** Without a window: topics by the options' own buttons, the first sync, then what came of it, in words and pictures. */
async function demonstrate(browser: ExtensionBrowser): Promise<number> {
  const known = await browser.readStore('daily-papers-user', 'topics');
  if (known.length === 0) {
    await pickExampleTopics(browser);
    console.log(`Topics picked from the examples in the options: ${DEMONSTRATION_TOPICS.join(', ')}`);
  }
  console.log('Reading the feed, one request a second …');
  await waitForSync(browser);
  console.log((await toReport(browser)).join('\n'));
  await rm(SCREENSHOTS, { recursive: true, force: true });
  console.log(`Screenshots:\n${(await photograph(browser, SCREENSHOTS)).map((path) => `  ${path}`).join('\n')}`);
  return 0;
}

process.exitCode = await main(process.argv.slice(2));
