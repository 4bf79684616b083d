/**
 * 53 bits over UTF-16 units (cyrb53), in hexadecimal: against damage, not against an attacker. Two halves that mix, since
 * of the 32 bits of FNV-1a one damaged copy in four thousand million would pass.
 */
function toChecksum(text: string): string {
  let low = 0xdeadbeef;
  let high = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    low = Math.imul(low ^ unit, 2654435761);
    high = Math.imul(high ^ unit, 1597334677);
  }
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  return (4294967296 * (2097151 & high) + (low >>> 0)).toString(16).padStart(14, '0');
}

/** The text behind its checksum: `seal` and `unseal` are the form of everything in the copy. */
export function seal(text: string): string {
  return `${toChecksum(text)} ${text}`;
}

/** The sealed text, or `undefined` where it is damaged, cut or no sealed text at all. */
export function unseal(sealed: unknown): { checksum: string; text: string } | undefined {
  if (typeof sealed !== 'string' || sealed[14] !== ' ') return undefined;
  const checksum = sealed.slice(0, 14);
  const text = sealed.slice(15);
  return toChecksum(text) === checksum ? { checksum, text } : undefined;
}
