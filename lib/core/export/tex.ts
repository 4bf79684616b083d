/**
 * The characters that mean something to TeX or to BibTeX. Braces by name: BibTeX counts them before TeX sees the
 * backslash, so that a lone `\{` would swallow the rest of the file (Patashnik, "BibTeXing", 1988, on balanced braces).
 * `<`, `>` and `|` print as other characters in TeX's oldest fonts.
 */
const NAMES: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  '%': '\\%',
  _: '\\_',
};

/**
 * Text as TeX prints it, whatever stands in it: a title is no program (FAULTS 36). Letters of all scripts stay, as
 * today's LaTeX and biber read UTF-8; control characters and half characters go, white space becomes one space.
 */
export function toTex(text: string): string {
  return toOneLine(text).replace(/[\\{}~^<>|$&#%_]/g, (character) => NAMES[character] ?? '');
}

/** On one line, without what no reader shows. */
export function toOneLine(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .replace(/[\p{Cc}\p{Cs}]/gu, '')
    .trim();
}
