import type { Settings } from '@/lib/core/settings/settings';

/** Paints the page in the theme the user chose; without a choice the system decides (see tokens.css). */
export function showTheme(theme: Settings['theme']): void {
  const { dataset } = document.documentElement;
  if (theme === 'system') delete dataset.theme;
  else dataset.theme = theme;
}
