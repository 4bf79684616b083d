import type { Settings } from '@/lib/core/settings/settings';

/**
 * Paints the page as the user chose; without a choice the system and the browser decide (see tokens.css). Before the
 * first render where the settings are known by then: text that changes its size moves every line.
 */
export function showLooks({ theme, textSize }: Pick<Settings, 'theme' | 'textSize'>): void {
  const { dataset } = document.documentElement;
  if (theme === 'system') delete dataset.theme;
  else dataset.theme = theme;
  if (textSize === 'normal') delete dataset.textSize;
  else dataset.textSize = textSize;
}
