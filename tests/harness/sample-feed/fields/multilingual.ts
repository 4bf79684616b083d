import type { Field } from '../field';

export const MULTILINGUAL: Field = {
  weight: 2,
  keywords: ['multilingual models', 'low-resource languages', 'cross-lingual transfer'],
  openings: [
    "Most of the world's languages are spoken by communities whose texts have never been part of a training corpus.",
    'Multilingual models are usually evaluated on translations of English tests, which say little about how a language is used.',
  ],
  gaps: [
    'Transfer from large languages helps grammar quickly but carries over their names, customs and prejudices as well.',
    'Whether they improve for the people they are meant for is therefore unknown, and adding a language often damages its neighbours.',
  ],
  results: [
    'Over {28-64} languages from {9-14} families, {name} gains {3.8-9.6} points on average and {7.2-15.1} on the ten with the least data.',
    'Speakers of {11-19} languages rated its answers more natural in {61-78}% of comparisons.',
  ],
  ideas: [
    {
      titles: [
        '{name}: Adding a Language from a Grammar Book and a Radio Archive',
        'From Broadcasts to Text: Teaching Models Unwritten Languages with {name}',
      ],
      claim:
        'a recipe that teaches a pretrained model a new language from one reference grammar and {40-120} hours of recorded speech',
      how: [
        'The grammar supplies exercises, the recordings supply usage, and a small adapter is all that is trained.',
        'Languages already known are protected by replaying their hardest, not their most frequent, sentences.',
      ],
      keywords: ['language adaptation', 'adapters', 'speech data', 'continual learning'],
    },
    {
      titles: [
        '{name}: Asking in One Language, Knowing in Another',
        'Where Do Multilingual Models Keep Their Facts? A Study with {name}',
      ],
      claim:
        'a method to trace in which language a model stores a fact and at which layer it is translated into the language of the question',
      how: [
        'Parallel questions are patched into one another layer by layer, for {4000-9000} facts of local rather than world-wide interest.',
        'We complement it with a light training objective that ties the layers at which languages meet.',
      ],
      keywords: ['cross-lingual knowledge', 'activation patching', 'consistency', 'interpretability'],
    },
    {
      titles: [
        '{name}: Riddles, Proverbs and Recipes from {32-58} Languages',
        'What Only Speakers Know: {name}, a Benchmark of Everyday Culture',
      ],
      suffix: 'Bench',
      study: true,
      claim: 'a benchmark of everyday knowledge written by native speakers in their own language and never translated',
      how: [
        'Questions ask for what a ten-year-old of the region would know and a search engine would not find on its first page.',
        'Every item was answered by five other speakers, and those on which they disagree form a set of their own.',
      ],
      results: [
        'The strongest model answers {44.8-63.2}% correctly, and the gap between the best and the worst language is {31-47} points.',
        'Asking in English raises the score for {60-80}% of languages, which suggests that the knowledge is there but out of reach.',
      ],
      keywords: ['benchmark', 'cultural knowledge', 'native speakers', 'evaluation'],
    },
    {
      titles: [
        '{name}: Tokenizers That Treat Every Script Alike',
        'Fair by Construction: Script-Balanced Tokenization with {name}',
      ],
      claim: 'a tokenizer that spends the same number of tokens on the same content in every script',
      how: [
        'Merges are chosen to minimise the worst ratio between parallel sentences instead of the average length.',
        'Existing models can be moved to it with embeddings initialised from overlapping byte sequences and {2-6} billion tokens of training.',
      ],
      keywords: ['tokenization', 'fairness', 'scripts', 'vocabulary transfer'],
    },
  ],
};
