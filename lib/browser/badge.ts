import { browser } from 'wxt/browser';

/** What stands on the toolbar. Colours are CSS colours. */
export interface BadgePaint {
  text: string;
  background: string;
  foreground: string;
  title: string;
}

/** Paints the badge and its tooltip. Decides nothing. */
export async function showBadge({ text, background, foreground, title }: BadgePaint): Promise<void> {
  const { action } = browser;
  await Promise.all([
    action.setBadgeBackgroundColor({ color: background }),
    action.setBadgeTextColor({ color: foreground }),
    action.setBadgeText({ text }),
    action.setTitle({ title }),
  ]);
}
