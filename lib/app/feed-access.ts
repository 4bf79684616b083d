import { hasFeedPermission, onPermissionsChanged, requestFeedPermission } from '@/lib/browser/permissions';

/** Asks the user; true when granted. Must be called straight from a click, with nothing awaited before. */
export function requestFeedAccess(): Promise<boolean> {
  return requestFeedPermission();
}

/** Tells `changed` the access now and at every change; returns the function that ends it. */
export function watchFeedAccess(changed: (granted: boolean) => void): () => void {
  const tell = () => void hasFeedPermission().then(changed);
  tell();
  return onPermissionsChanged(tell);
}
