import type { CDPSession } from 'puppeteer-core';

export interface Workers {
  session: CDPSession;
  /** Versions of the extension's worker that are not stopped. */
  running: Set<string>;
}

/** Follows the extension's worker by the debugging session of any of its pages, which keeps no worker alive. */
export async function watchWorkers(session: CDPSession, baseUrl: string): Promise<Workers> {
  const running = new Set<string>();
  session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
    for (const { versionId, scriptURL, runningStatus } of versions) {
      if (runningStatus === 'stopped' || !scriptURL.startsWith(baseUrl)) running.delete(versionId);
      else running.add(versionId);
    }
  });
  await session.send('ServiceWorker.enable');
  return { session, running };
}
