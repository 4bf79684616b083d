import { isPrivateContext } from '@/lib/browser/private-context';

/** True where the user's papers and topics can't be reached: what is made there is lost with the window. */
export function isPrivateWindow(): boolean {
  return isPrivateContext();
}
