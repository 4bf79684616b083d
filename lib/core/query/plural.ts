/**
 * Where the plural rule would part a pair (`images` and `image` it joins, `movies` and `movie` it would not) or join two
 * words that mean different things (`news` and `new`). Keys are folded words that end in s.
 */
const EXCEPTIONS: Readonly<Record<string, string>> = Object.assign(Object.create(null), {
  // Not plurals.
  news: 'news',
  lens: 'lens',
  lenses: 'lens',
  bias: 'bias',
  biases: 'bias',
  atlas: 'atlas',
  atlases: 'atlas',
  canvas: 'canvas',
  canvases: 'canvas',
  alias: 'alias',
  aliases: 'alias',
  series: 'series',
  species: 'species',
  does: 'does',
  bayes: 'bayes',
  chaos: 'chaos',
  always: 'always',
  perhaps: 'perhaps',
  whereas: 'whereas',
  aries: 'aries',
  // -us and -is that are plurals: abbreviations, and words in -u and -i.
  gpus: 'gpu',
  cpus: 'cpu',
  tpus: 'tpu',
  npus: 'npu',
  lpus: 'lpu',
  xpus: 'xpu',
  grus: 'gru',
  imus: 'imu',
  relus: 'relu',
  menus: 'menu',
  apis: 'api',
  guis: 'gui',
  clis: 'cli',
  mris: 'mri',
  rois: 'roi',
  pois: 'poi',
  bcis: 'bci',
  kpis: 'kpi',
  asis: 'asi',
  agis: 'agi',
  emojis: 'emoji',
  wikis: 'wiki',
  taxis: 'taxi',
  // -uses and -ises from words in -us and -is; -es where the plain word has none.
  buses: 'bus',
  viruses: 'virus',
  corpuses: 'corpus',
  focuses: 'focus',
  statuses: 'status',
  campuses: 'campus',
  bonuses: 'bonus',
  choruses: 'chorus',
  geniuses: 'genius',
  stimuluses: 'stimulus',
  gases: 'gas',
  yeses: 'yes',
  analyses: 'analysis',
  hypotheses: 'hypothesis',
  syntheses: 'synthesis',
  theses: 'thesis',
  crises: 'crisis',
  diagnoses: 'diagnosis',
  parentheses: 'parenthesis',
  ellipses: 'ellipsis',
  emphases: 'emphasis',
  oases: 'oasis',
  metamorphoses: 'metamorphosis',
  neuroses: 'neurosis',
  psychoses: 'psychosis',
  axes: 'axis',
  heroes: 'hero',
  echoes: 'echo',
  vetoes: 'veto',
  potatoes: 'potato',
  tomatoes: 'tomato',
  torpedoes: 'torpedo',
  quizzes: 'quiz',
  // -ches from -che.
  caches: 'cache',
  niches: 'niche',
  aches: 'ache',
  headaches: 'headache',
  psyches: 'psyche',
  pastiches: 'pastiche',
  avalanches: 'avalanche',
  // -ies from -ie.
  movies: 'movie',
  cookies: 'cookie',
  ties: 'tie',
  lies: 'lie',
  dies: 'die',
  pies: 'pie',
  calories: 'calorie',
  zombies: 'zombie',
  selfies: 'selfie',
  rookies: 'rookie',
  genies: 'genie',
  hoodies: 'hoodie',
  prairies: 'prairie',
  hippies: 'hippie',
  indies: 'indie',
  newbies: 'newbie',
  bookies: 'bookie',
  birdies: 'birdie',
  // Other letters change too.
  indices: 'index',
  matrices: 'matrix',
  vertices: 'vertex',
  vortices: 'vortex',
  appendices: 'appendix',
});

const PLAIN_LETTERS = /^[a-z]{4,}$/;

/**
 * The word's singular, for words of four letters or more: `-ies` becomes `-y`; `-es` goes after ss, x, ch and sh, where
 * no plain word could have kept the e; otherwise `-s` goes; `-ss`, `-us` and `-is` stay. Not a stemmer: `generative` and
 * `general` never meet. Both sides of a comparison go through it, so it need not be English, only the same on both.
 *
 * @param word folded already: without accents, in lower case
 */
export function toSingular(word: string): string {
  if (!word.endsWith('s') || !PLAIN_LETTERS.test(word)) return word;
  const exception = EXCEPTIONS[word];
  if (exception !== undefined) return exception;
  if (/(?:ss|us|is)$/.test(word)) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return /(?:ss|x|ch|sh)es$/.test(word) ? word.slice(0, -2) : word.slice(0, -1);
}
