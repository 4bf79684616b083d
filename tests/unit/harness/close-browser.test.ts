import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Browser } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { closeBrowser } from '../../harness/browsers/profile';

/** Ends as Firefox does: when it is told to, and not before it has written its profile. */
async function startSlowBrowser() {
  const script =
    "process.once('SIGUSR2', () => setTimeout(() => process.exit(0), 300)); setInterval(() => {}, 1e6); console.log('up')";
  const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  return {
    process: () => child,
    connection: { send: async () => child.kill('SIGUSR2') },
    // puppeteer's patience with Firefox ends after five seconds: here at once.
    close: async () => void (child.exitCode === null && child.kill('SIGKILL')),
  };
}

it('leaves a browser the time to write its profile', async () => {
  const browser = await startSlowBrowser();
  expect(await closeBrowser(browser as unknown as Browser)).toBe(true);
  expect(browser.process()).toMatchObject({ exitCode: 0, signalCode: null });
});

it('says where one was killed before it had', async () => {
  const browser = await startSlowBrowser();
  browser.connection.send = async () => browser.process().kill('SIGKILL');
  expect(await closeBrowser(browser as unknown as Browser)).toBe(false);
});

it('closes one that is gone already, as a test may have killed it', async () => {
  const browser = await startSlowBrowser();
  browser.process().kill('SIGKILL');
  await once(browser.process(), 'exit');
  expect(await closeBrowser(browser as unknown as Browser)).toBe(true);
});
