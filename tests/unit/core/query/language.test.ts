import { describe, expect, test } from 'vitest';
import type { Paper } from '@/lib/core/papers/paper';
import type { Status } from '@/lib/core/papers/status';
import { hashOf } from '@/lib/core/query/hash';
import { parseQuery } from '@/lib/core/query/parse-query';
import type { Subject } from '@/lib/core/query/query';
import { compile, makeSubject, matches, TODAY } from './samples';

type Row = [query: string, paper: Partial<Paper>, matches: boolean];
const check = (rows: Row[]) =>
  test.each(rows)('%j and %j: %j', (query, paper, expected) => {
    expect(matches(query, paper)).toBe(expected);
  });

describe('words', () => {
  check([
    ['diffusion video', { title: 'Video', summary: 'of diffusion' }, true],
    ['diffusion video', { title: 'Video', summary: 'of transformers' }, false],
    ['diffusion', { keywords: ['diffusion'], authors: [{ name: 'Diffusion' }], aiSummary: 'diffusion' }, false],
    ['AI', { summary: 'We said so' }, false],
    ['ai', { summary: 'An AI.' }, true],
    ['Erdos', { summary: 'Erdős numbers' }, true],
    ['NAÏVE', { summary: 'a naive way' }, true],
    ['field', { title: 'Neural ﬁelds' }, true],
    ['Lukasz', { title: 'Łukasz’s lemma' }, true],
    ['and', { title: 'You and me' }, true],
    ['cats and dogs', { title: 'cats dogs' }, false],
    ['or', { title: 'now or never' }, true],
  ]);
});

describe('words with signs and digits', () => {
  check([
    ['C++', { title: 'Fast C++ kernels' }, true],
    ['C++', { title: 'Vitamin C' }, false],
    ['C#', { title: 'From C# to C' }, true],
    ['.NET', { title: 'The .NET runtime' }, true],
    ['.NET', { title: 'A net of nets' }, false],
    ['net', { title: 'The .NET runtime' }, true],
    ['3D', { title: '3D scenes' }, true],
    ['3D', { title: '3DGS' }, false],
    ['GPT-4o', { title: 'GPT-4o, a model' }, true],
    ['GPT-4o', { title: 'GPT-4' }, false],
    ['GPT-4', { title: 'GPT-4o' }, false],
    ['GAN', { title: 'GANs' }, true],
    ['GANs', { title: 'a GAN' }, true],
    ['GPU', { title: 'on 8 GPUs' }, true],
    ['L2', { summary: 'the $L_2$ norm' }, true],
    ['π0.5', { summary: 'we train π_{0.5} on' }, true],
    ['π0.5', { summary: 'we train $\\pi_{0.5}$ on' }, true],
    ['beta-vae', { title: 'β-VAE' }, true],
    ['β-VAE', { title: 'Beta VAEs' }, true],
    ['π*', { title: 'Pixels' }, false],
    ['Qwen2.5', { title: 'Qwen2.5-VL' }, true],
    ['Qwen2', { title: 'Qwen2.5-VL' }, false],
    ['textbf', { summary: '$textbf{Mamba}$' }, true],
    ['Mamba', { summary: '$\\textbf{Mamba}$' }, true],
    ["model's", { title: 'The model’s view' }, true],
  ]);
});

describe('other scripts', () => {
  check([
    ['扩散', { title: '视频扩散模型' }, true],
    ['扩散模型', { title: '视频扩散模型' }, true],
    ['散频', { title: '视频扩散模型' }, false],
    ['ガン', { title: 'カン' }, false],
    ['ガン', { title: 'スロガン' }, true],
    ['하', { title: '한국어' }, false],
    ['한국어', { title: '한국어 모델' }, true],
    ['ΩΜΈΓΑ', { title: 'ωμέγα' }, true],
    ['σοφός', { title: 'ΣΟΦΟΣ' }, true],
    ['Модели', { title: 'МОДЕЛИ' }, true],
    ['alpha', { title: '𝐀𝐥𝐩𝐡𝐚' }, true],
    ['multimodal', { title: 'multi\u00admodal' }, true],
  ]);
});

describe('phrases', () => {
  check([
    ['"world model"', { title: 'World Models' }, true],
    ['"world model"', { title: 'model world' }, false],
    ['"world model"', { title: 'World', summary: 'model' }, false],
    ['“world model”', { title: 'world-model' }, true],
    ['text-to-image', { title: 'Text to image' }, true],
    ['"text to image"', { title: 'text-to-image' }, true],
    ['text-to-image', { title: 'text and image' }, false],
    ['text‐to‐image', { title: 'text-to-image' }, true],
    ['"diffus* model"', { title: 'Diffused models' }, true],
    ['text-to-im*', { title: 'text to images' }, true],
  ]);
});

describe('prefixes', () => {
  check([
    ['diffus*', { title: 'Diffusing' }, true],
    ['diffus*', { title: 'Effusion' }, false],
    ['Étud*', { title: 'etudes' }, true],
    ['etud*', { title: 'E\u0301tudes' }, true],
    ['polici*', { title: 'policies' }, true],
    ['policy*', { title: 'policies' }, false],
    ['π0*', { title: 'π_{0.5}' }, true],
    ['扩散*', { title: '视频扩散模型' }, true],
  ]);
});

describe('operators', () => {
  check([
    ['a b OR c', { title: 'c' }, true],
    ['a b OR c', { title: 'a' }, false],
    ['a (b OR c)', { title: 'c' }, false],
    ['a AND b', { title: 'b a' }, true],
    ['a OR b c', { title: 'b' }, false],
    ['-a', { title: 'b' }, true],
    ['b -a', { title: 'a b' }, false],
    ['b NOT a', { title: 'b' }, true],
    ['b -(a OR c)', { title: 'b c' }, false],
    ['(-a)', { title: 'b' }, true],
    ['NOT NOT a', { title: 'a' }, true],
    ['a NOT -b', { title: 'a b' }, true],
    ['b -"a c"', { title: 'a b c' }, true],
    ['-title:a', { summary: 'a' }, true],
    ['x-a', { title: 'x b' }, false],
    ['Foo: bar', { title: 'Foo: bar' }, true],
  ]);
});

describe('fields', () => {
  const paper: Partial<Paper> = {
    id: '2608.16590',
    title: 'One',
    summary: 'Two',
    authors: [{ name: 'Fei-Fei Li', user: 'feifei' }, { name: 'Kaiming He' }],
    organization: { name: 'nvidia', fullname: 'NVIDIA Research' },
    keywords: ['world models'],
    submitter: 'AK',
    categories: ['cs.CL'],
  };
  check([
    ['title:one', paper, true],
    ['title:two', paper, false],
    ['abstract:two', paper, true],
    ['TITLE:one', paper, true],
    ['author:"fei-fei li"', paper, true],
    ['author:feifei', paper, true],
    ['author:"li kaiming"', paper, false],
    ['author:(li he)', paper, true],
    ['author:(xu OR he)', paper, true],
    ['author:(li -he)', paper, false],
    ['org:nvidia', paper, true],
    ['org:research', paper, true],
    ['keyword:"world model"', paper, true],
    ['submitter:ak', paper, true],
    ['source:huggingface', paper, true],
    ['source:arxiv', { id: 'arxiv:2608.16590' }, true],
    ['category:cs.CL', paper, true],
    ['category:cs', paper, true],
    ['category:cs.CV', paper, false],
    ['id:2608.16590', paper, true],
    ['id:2608*', paper, true],
    ['id:2608.1659', paper, false],
    ['org:nvidia', {}, false],
  ]);
});

describe('facts', () => {
  check([
    ['has:code', { githubRepo: 'https://github.com/a/b' }, true],
    ['has:code', {}, false],
    ['has:project', { projectPage: 'https://a.b' }, true],
    ['has:media', { mediaUrls: ['https://a.b/c.mp4'] }, true],
    ['has:(code OR media)', { mediaUrls: ['https://a.b/c.mp4'] }, true],
    ['upvotes:>=20', { upvotes: 20 }, true],
    ['upvotes:>20', { upvotes: 20 }, false],
    ['upvotes:<=20', { upvotes: 20 }, true],
    ['upvotes:<20', { upvotes: 20 }, false],
    ['upvotes:=20', { upvotes: 20 }, true],
    ['upvotes:20', { upvotes: 21 }, false],
    ['upvotes:≥20', { upvotes: 20 }, true],
    ['comments:>3', { comments: 4 }, true],
    ['stars:100..500', { githubStars: 500 }, true],
    ['stars:100..500', { githubStars: 501 }, false],
    ['stars:100..', { githubStars: 501 }, true],
    ['stars:..500', { githubStars: 501 }, false],
    ['stars:<10', {}, false],
    ['-stars:>=10', {}, true],
    ['date:today', {}, true],
    ['date:today', { dailyDate: '2026-11-19' }, false],
    ['date:7d', { dailyDate: '2026-11-14' }, true],
    ['date:7d', { dailyDate: '2026-11-13' }, false],
    ['date:1d', { dailyDate: '2026-11-20' }, true],
    ['date:2026-11-01', { dailyDate: '2026-11-01' }, true],
    ['date:2026-11-01..2026-11-20', {}, true],
    ['date:2026-11-01..2026-11-20', { dailyDate: '2026-11-21' }, false],
    ['date:2026-11-01..', { dailyDate: '2026-10-31' }, false],
    ['date:..2026-11-01', { dailyDate: '2026-10-31' }, true],
  ]);

  const stamped = <T>(value: T) => ({ value, at: 1 });
  const status = (given: Partial<Status>): Partial<Subject> => ({ status: { paperId: '1', ...given } });
  test.each<[string, Partial<Subject>, boolean]>([
    ['is:new', {}, true],
    ['is:new', { seen: true }, false],
    ['is:unread', {}, true],
    ['is:unread', status({ read: stamped(false) }), true],
    ['is:unread', status({ read: stamped(true) }), false],
    ['is:read', status({ read: stamped(true) }), true],
    ['is:starred', status({ starred: stamped(true) }), true],
    ['is:starred', status({ starred: stamped(false) }), false],
    ['is:later', status({ later: stamped(true) }), true],
    ['is:dismissed', status({ dismissed: stamped(true) }), true],
    ['has:note', status({ note: stamped(' ') }), false],
    ['has:note', status({ note: stamped('x') }), true],
    ['note:x', status({ note: stamped('an x') }), true],
    ['tag:thesis', status({ tags: stamped(['my thesis']) }), true],
    ['tag:thesis', {}, false],
  ])('%j with %j: %j', (query, rest, expected) => {
    expect(matches(query, {}, rest)).toBe(expected);
  });

  test('is:new ends 14 days after the newest listing', () => {
    expect(matches('is:new', { dailyDate: '2026-11-06' })).toBe(true);
    expect(matches('is:new', { dailyDate: '2026-11-05' })).toBe(false);
  });
});

test('says which facts beside the paper it looks at, so that a caller can skip reading them', () => {
  const none = { status: false, seen: false, today: false };
  expect(compile('a title:b upvotes:>1 date:2026-11-01').needs).toEqual(none);
  expect(compile('-is:new').needs).toEqual({ status: true, seen: true, today: true });
  expect(compile('a OR date:7d').needs).toEqual({ ...none, today: true });
  expect(compile('is:read').needs).toEqual({ ...none, status: true });
  expect(compile('tag:(a b) OR has:note').needs).toEqual({ ...none, status: true });
});

test('tells words apart that have the same hash', () => {
  expect(hashOf('cyeymo')).toBe(hashOf('upanlh'));
  expect(matches('cyeymo', { title: 'An upanlh' })).toBe(false);
  expect(matches('"an cyeymo"', { title: 'An upanlh, an cyeymo' })).toBe(true);
});

test('answers for the status it is given, though it remembers the words of the one before', () => {
  const query = compile('tag:a');
  const subject = makeSubject({}, { status: { paperId: '1', tags: { value: ['a'], at: 1 } }, today: TODAY });
  expect(query.matches(subject)).toBe(true);
  expect(query.matches({ ...subject, status: { paperId: '1', tags: { value: ['b'], at: 2 } } })).toBe(false);
});

test('is read once, however often its text is asked for', () => {
  expect(parseQuery('agents OR "tool use"')).toBe(parseQuery('agents OR "tool use"'));
});
