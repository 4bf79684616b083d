import type { Size, Theme } from './state';

/** A state in both themes. `files` lie beside the page. */
export interface StatePicture {
  title: string;
  size: Size;
  files: Record<Theme, string>;
}

/** Half as large as it is, but no wider than this. */
const SHRINK = 0.5;
const WIDEST = 400;

const STYLE = `
  body { margin: 24px; background: #b9b5ac; color: #1d1b18; font: 12px/16px system-ui, sans-serif; }
  main { display: flex; flex-wrap: wrap; gap: 24px 20px; align-items: flex-start; }
  figure { margin: 0; }
  div { display: flex; gap: 4px; }
  figcaption { margin-bottom: 4px; max-width: 404px; font-weight: 600; }
  img { display: block; }
`;

/** The page that shows all pictures with their names. */
export function toSheet(pictures: readonly StatePicture[]): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Every state of Daily Papers</title>
<style>${STYLE}</style><main>${pictures.map(toFigure).join('\n')}</main></html>\n`;
}

function toFigure({ title, size, files }: StatePicture): string {
  const shrink = Math.min(SHRINK, WIDEST / size.width);
  const images = Object.entries(files).map(
    ([theme, file]) =>
      `<a href="${file}"><img src="${file}" alt="${theme}" width="${size.width * shrink}" height="${size.height * shrink}"></a>`,
  );
  return `<figure><figcaption>${title}</figcaption><div>${images.join('')}</div></figure>`;
}
