/** The browser may still be reading the file when its address is taken back; a minute is enough for any. */
const ADDRESS_FOR_MS = 60_000;

/** Hands a text to the browser as a file to be saved, as a click on a link does. What becomes of it nobody tells. */
export function saveByLink(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), ADDRESS_FOR_MS);
}
