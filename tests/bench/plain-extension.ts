import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What the product is measured against: the least an extension can be. A popup of the same size in plain HTML, and a
 * module worker with one listener.
 */
export function writePlainExtension(directory: string): void {
  mkdirSync(directory, { recursive: true });
  const manifest = {
    manifest_version: 3,
    name: 'Plain',
    version: '1',
    action: { default_popup: 'popup.html' },
    background: { service_worker: 'worker.js', type: 'module' },
  };
  writeFileSync(join(directory, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(directory, 'popup.html'), POPUP);
  writeFileSync(join(directory, 'worker.js'), WORKER);
}

const POPUP = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>Plain</title>
    <style>html, body { margin: 0; width: 400px; height: 600px; font: 14px/1.4 system-ui, sans-serif; }</style>
  </head>
  <body>
    <h1>Friday, Nov 20</h1>
    <p>A popup of the same size that reads nothing and runs nothing.</p>
  </body>
</html>
`;

const WORKER = `chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  sendResponse({ kind: 'pong' });
});
`;
