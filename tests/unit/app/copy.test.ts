import { afterEach, expect, it, vi } from 'vitest';
import { copyCitation, copyLink } from '@/lib/app/copy';

const PAPER = { id: '2611.12345', title: 'A title', authors: [{ name: 'Ines Okafor' }] };
const before = globalThis.navigator;

function useClipboard(writeText: (text: string) => Promise<void>) {
  Object.defineProperty(globalThis, 'navigator', { value: { clipboard: { writeText } }, configurable: true });
}

afterEach(() => {
  Object.defineProperty(globalThis, 'navigator', { value: before, configurable: true });
});

it('copies a link and a citation, and says so', async () => {
  const written: string[] = [];
  useClipboard(async (text) => void written.push(text));
  expect(await copyLink(PAPER)).toMatchObject({ ok: true, words: 'Link copied.' });
  expect(await copyCitation(PAPER, 'text')).toMatchObject({ ok: true, words: 'Citation copied.' });
  expect(await copyCitation(PAPER, 'bibtex')).toMatchObject({ ok: true, words: 'BibTeX entry copied.' });
  expect(written[0]).toBe('https://huggingface.co/papers/2611.12345');
  expect(written[1]).toBe('Ines Okafor (2026). A title. arXiv:2611.12345.');
  expect(written[2]).toMatch(/^@misc\{okafor2026title,/);
});

it('asks within the click: nothing is awaited before', () => {
  const writeText = vi.fn(async () => undefined);
  useClipboard(writeText);
  void copyCitation(PAPER, 'bibtex');
  expect(writeText).toHaveBeenCalledOnce();
});

it('says what to do where the browser refuses, and hands the text over', async () => {
  useClipboard(() => Promise.reject(new DOMException('Document is not focused', 'NotAllowedError')));
  expect(await copyLink(PAPER)).toEqual({
    ok: false,
    words: 'The browser did not let it be copied. Select the text and copy it by hand.',
    text: 'https://huggingface.co/papers/2611.12345',
  });
});
