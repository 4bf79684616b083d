import type { QueryNode, TextNode } from './ast';
import { toFact } from './facts';
import { BARE_FIELDS } from './fields';
import { endOfWord, findTerm, NOWHERE, type Run, startRun } from './find-term';
import { toBareBits, toTextIndexes } from './paper-index';
import type { CompiledQuery, QueryMatch, Subject, TextField } from './query';
import { mayHold, type TextIndex } from './text-index';

type Needs = CompiledQuery['needs'];

/**
 * Asks one part of a query. With `found`, whatever made it true is added there, and nothing when it is not true; then
 * every branch of an OR is asked, else only as far as the answer needs.
 */
type Test = (subject: Subject, run: Run, found: QueryMatch[] | undefined) => boolean;

/** Makes a resolved query ready to be asked many times. */
export function compileQuery(node: QueryNode): CompiledQuery {
  const needs: Needs = { status: false, seen: false, today: false };
  const test = toTest(node, needs);
  return {
    needs,
    matches: (subject) => test(subject, startRun(), undefined),
    explain: (subject) => {
      const found: QueryMatch[] = [];
      test(subject, startRun(), found);
      return found;
    },
    countSteps: (subject) => {
      const run = startRun();
      test(subject, run, []);
      return run.steps;
    },
  };
}

function toTest(node: QueryNode, needs: Needs): Test {
  switch (node.kind) {
    case 'and':
      return toAll(node.items.map((item) => toTest(item, needs)));
    case 'or':
      return toAny(node.items.map((item) => toTest(item, needs)));
    case 'not': {
      const test = toTest(node.item, needs);
      return (subject, run) => !test(subject, run, undefined);
    }
    case 'text':
      if (node.fields.some((field) => field === 'tag' || field === 'note')) needs.status = true;
      return (subject, run, found) => findText(node, subject, run, found);
    default: {
      const fact = toFact(node);
      Object.assign(needs, fact.needs);
      return (subject, run, found) => {
        run.steps++;
        const holds = fact.holds(subject);
        if (holds) found?.push({ kind: 'fact', term: node.term, words: fact.toWords(subject) });
        return holds;
      };
    }
  }
}

function toAll(tests: Test[]): Test {
  return (subject, run, found) => {
    const before = found?.length ?? 0;
    for (const test of tests) {
      if (test(subject, run, found)) continue;
      // What the first parts found explains nothing when the whole is not true.
      if (found) found.length = before;
      return false;
    }
    return true;
  };
}

function toAny(tests: Test[]): Test {
  return (subject, run, found) => {
    let holds = false;
    for (const test of tests) {
      if (!test(subject, run, found)) continue;
      if (!found) return true;
      holds = true;
    }
    return holds;
  };
}

function findText(node: TextNode, subject: Subject, run: Run, found: QueryMatch[] | undefined): boolean {
  if (node.fields === BARE_FIELDS && !mayHoldBare(node, subject, run)) return false;
  let holds = false;
  for (const field of node.fields) {
    for (const index of readTexts(subject, field, run)) {
      let at = findTerm(index, node.words, 0, run);
      if (at === NOWHERE) continue;
      if (!found) return true;
      holds = true;
      for (; at !== NOWHERE; at = findTerm(index, node.words, at + 1, run)) {
        const to = endOfWord(index, at + node.words.length - 1);
        found.push({ kind: 'text', field, text: index.text, from: index.starts[at] as number, to, term: node.term });
      }
    }
  }
  return holds;
}

/** Most words stand neither in title nor in abstract: one look says so for both. */
function mayHoldBare({ words }: TextNode, subject: Subject, run: Run): boolean {
  run.bareBits ??= toBareBits(subject.paper);
  const bits = run.bareBits;
  for (const { prefix, hash } of words) {
    run.steps++;
    if (!prefix && !mayHold(bits, hash)) return false;
  }
  return true;
}

function readTexts(subject: Subject, field: TextField, run: Run): TextIndex[] {
  if (field !== 'title' && field !== 'abstract') return toTextIndexes(subject, field);
  run[field] ??= toTextIndexes(subject, field);
  return run[field];
}
