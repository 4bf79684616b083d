import {
  hasAlertPermission,
  onPermissionsChanged,
  removeAlertPermission,
  requestAlertPermission,
} from '@/lib/browser/permissions';

/** Asks the user; true when alerts are allowed. Must be called straight from a click, with nothing awaited before. */
export function requestAlerts(): Promise<boolean> {
  return requestAlertPermission();
}

/** Gives the permission back. */
export async function giveBackAlerts(): Promise<void> {
  await removeAlertPermission();
}

/** Tells `changed` whether alerts are allowed, now and at every change; returns the function that ends it. */
export function watchAlertAccess(changed: (granted: boolean) => void): () => void {
  const tell = () => void hasAlertPermission().then(changed);
  tell();
  return onPermissionsChanged(tell);
}
