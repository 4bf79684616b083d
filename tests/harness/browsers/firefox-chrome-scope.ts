import type { Browser } from 'puppeteer-core';

/** Runs code in Firefox's own scope, where the user's clicks on its toolbar and its add-on manager end up. */
export interface ChromeScope {
  /** Evaluates an expression (a promise is awaited) with `extension` bound to the add-on; returns its string value. */
  run(expression: string): Promise<string>;
}

interface BidiConnection {
  send(method: string, params: object): Promise<{ result: unknown }>;
}

/** Needs `--remote-allow-system-access`. puppeteer has no method for it, so the protocol is spoken directly. */
export function createChromeScope(browser: Browser, geckoId: string): ChromeScope {
  const { connection } = browser as unknown as { connection: BidiConnection };

  async function findWindow(): Promise<string> {
    const { result } = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
    const { contexts } = result as { contexts: { context: string; url: string }[] };
    const window = contexts.find(({ url }) => url === 'chrome://browser/content/browser.xhtml');
    if (window === undefined) throw new Error('Firefox has no window');
    return window.context;
  }

  return {
    async run(expression) {
      const { result } = await connection.send('script.evaluate', {
        expression: `(async () => {
          const extension = WebExtensionPolicy.getByID(${JSON.stringify(geckoId)})?.extension;
          return String(await (${expression}));
        })()`,
        target: { context: await findWindow() },
        awaitPromise: true,
      });
      const evaluated = result as { result?: { value: string }; exceptionDetails?: { text: string } };
      if (evaluated.exceptionDetails !== undefined) throw new Error(evaluated.exceptionDetails.text);
      return evaluated.result?.value ?? '';
    },
  };
}
