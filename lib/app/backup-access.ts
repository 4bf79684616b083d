import {
  hasDownloadsPermission,
  onPermissionsChanged,
  removeDownloadsPermission,
  requestDownloadsPermission,
} from '@/lib/browser/permissions';

/** Asks the user; true when files may be saved. Must be called straight from a click, with nothing awaited before. */
export function requestDownloads(): Promise<boolean> {
  return requestDownloadsPermission();
}

/** Gives the permission back. */
export async function giveBackDownloads(): Promise<void> {
  await removeDownloadsPermission();
}

/** Tells `changed` whether files may be saved, now and at every change; returns the function that ends it. */
export function watchDownloadsAccess(changed: (granted: boolean) => void): () => void {
  const tell = () => void hasDownloadsPermission().then(changed);
  tell();
  return onPermissionsChanged(tell);
}
