/** web-ext ships no types; this is the part the harness uses. */
declare module 'web-ext' {
  const webExt: {
    cmd: {
      build(
        options: { sourceDir: string; artifactsDir: string; overwriteDest?: boolean },
        dependencies?: { showReadyMessage?: boolean },
      ): Promise<{ extensionPath: string }>;
    };
  };
  export default webExt;
}

declare module 'web-ext/util/logger' {
  export const consoleStream: { startCapturing(): void };
}
