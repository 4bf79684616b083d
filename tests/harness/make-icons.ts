import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import puppeteer, { type Page } from 'puppeteer-core';
import { ensureBrowser } from './browsers/find-browser';

/** Paints the PNG icons from their drawings with the Chromium found: `npm run icons`, after a drawing has changed. */
const FOLDER = resolve(import.meta.dirname, '../../public/icons');

/** 16 pixels have a drawing of their own: the large one would blur there. */
const ICONS = [
  { size: 16, drawing: 'icon-16.svg' },
  { size: 32, drawing: 'icon.svg' },
  { size: 48, drawing: 'icon.svg' },
  { size: 96, drawing: 'icon.svg' },
  { size: 128, drawing: 'icon.svg' },
];

const found = await ensureBrowser('chromium');
if ('missing' in found) throw new Error(`Icons are painted by Chromium. ${found.missing}`);

const asRoot = process.getuid?.() === 0;
const browser = await puppeteer.launch({ executablePath: found.path, args: asRoot ? ['--no-sandbox'] : [] });
try {
  const page = await browser.newPage();
  for (const { size, drawing } of ICONS) {
    const svg = await readFile(resolve(FOLDER, drawing), 'utf8');
    await writeFile(resolve(FOLDER, `${size}.png`), await paint(page, svg, size));
    console.log(`public/icons/${size}.png from ${drawing}`);
  }
} finally {
  await browser.close();
}

async function paint(page: Page, svg: string, size: number): Promise<Uint8Array> {
  await page.setViewport({ width: size, height: size });
  await page.setContent(`<style>body { margin: 0 } svg { display: block; width: ${size}px }</style>${svg}`);
  return page.screenshot({ omitBackground: true });
}
