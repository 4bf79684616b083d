/**
 * Puts text on the clipboard; `false` where the browser refuses. Called from a click or a key press with nothing awaited
 * before it, or Firefox no longer believes that the user asked.
 */
export async function writeClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
