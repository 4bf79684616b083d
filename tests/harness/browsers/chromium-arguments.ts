import type { LaunchOptions } from './extension-browser';

/** The command line that brings the stand-in, a screen of a sensible size, and quiet. */
export function toChromiumArguments(options: LaunchOptions): string[] {
  const { standIn } = options;
  const rules = options.catchAll
    ? // The two that Chromium itself asks.
      `MAP * 127.0.0.1:${standIn?.port}, EXCLUDE update.googleapis.com, EXCLUDE accounts.google.com`
    : `MAP huggingface.co:443 127.0.0.1:${standIn?.port}`;
  return [
    // Without these two the popup of a headless browser is squeezed into a smaller screen.
    '--screen-info={1600x1200}',
    '--window-size=1280,1024',
    '--disable-gpu',
    '--disable-quic',
    '--lang=en-US',
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ...(options.scale === undefined ? [] : [`--force-device-scale-factor=${options.scale}`]),
    ...(standIn === undefined
      ? []
      : [
          '--disable-background-networking',
          '--disable-features=NetworkTimeServiceQuerying',
          // A proxy would resolve the names itself.
          '--no-proxy-server',
          `--host-resolver-rules=${rules}`,
          `--ignore-certificate-errors-spki-list=${standIn.spki}`,
        ]),
    ...(options.args ?? []),
  ];
}
