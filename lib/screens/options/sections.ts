/** The sections by the hash that leads to them. */
export const SECTIONS = [
  { id: 'topics', label: 'Topics' },
  { id: 'schedule', label: 'Sources and schedule' },
  { id: 'badge', label: 'Badge and alerts' },
  { id: 'appearance', label: 'Appearance' },
  { id: 'data', label: 'Data' },
  { id: 'privacy', label: 'Privacy' },
  { id: 'about', label: 'About' },
] as const;

export type SectionId = (typeof SECTIONS)[number]['id'];

/** `topics/4711` is the topic 4711 of the section Topics. An unknown hash leads to the first section. */
export function toPlace(hash: string): { section: SectionId; rest: string | undefined } {
  const [first, ...more] = hash.split('/');
  const section = SECTIONS.find(({ id }) => id === first);
  return { section: section?.id ?? 'topics', rest: section && more.length > 0 ? more.join('/') : undefined };
}
