import type { Paper } from './paper';

const isText = (value: unknown) => typeof value === 'string';
const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every(isText);

/**
 * Whether a stored row is a paper that can be matched and drawn. A disk can damage a row, and so can a hand in the
 * browser's tools: without this one such row would end every scan, stop the badge and blank a list.
 */
export function isReadable(paper: Paper): boolean {
  const { title, summary, authors, keywords, mediaUrls, categories, organization = { fullname: '' } } = paper;
  return (
    [title, summary, organization?.fullname].every(isText) &&
    [keywords, mediaUrls, categories].every(isTexts) &&
    isTexts(Array.isArray(authors) && authors.map((author) => author?.name))
  );
}
