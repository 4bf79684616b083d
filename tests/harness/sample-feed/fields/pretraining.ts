import type { Field } from '../field';

export const PRETRAINING: Field = {
  weight: 3,
  keywords: ['pretraining', 'scaling laws', 'data curation'],
  openings: [
    'What a language model learns is decided largely by what it reads and in which order.',
    'Scaling laws tell how much data a model needs, but not which data.',
  ],
  gaps: [
    'Filters are tuned on small models and trusted on large ones, although what is noise for the first can be signal for the second.',
    'High-quality text is nearly used up, and simply repeating it stops helping after a few epochs.',
  ],
  results: [
    'At {1-3} and {7-13} billion parameters, {name} reaches the loss of the standard mixture with {22-44}% fewer tokens and improves {9-14} of {15-18} downstream tasks.',
    'The advantage grows with scale over the {3-5} sizes we trained, by about {0.3-0.8} points for every tenfold increase in compute.',
  ],
  ideas: [
    {
      titles: [
        '{name}: Let the Model Choose Its Next Book',
        'A Curriculum from Surprise: Online Data Selection for Pretraining with {name}',
      ],
      claim:
        'an online curriculum that chooses each batch by how much the previous ones have changed what the model finds surprising',
      how: [
        'A model two hundred times smaller runs ahead by a few thousand steps and reports which domains still pay.',
        'The mixture is updated every {200-900} steps under a constraint that no domain disappears.',
      ],
      keywords: ['data selection', 'curriculum learning', 'proxy models', 'data mixture'],
    },
    {
      titles: [
        '{name}: Rewriting the Web Without Inventing It',
        'Synthetic Data That Stays True: Constrained Rephrasing for Pretraining with {name}',
      ],
      claim:
        'a pipeline for synthetic data that rewrites web pages into other registers and rejects every rewrite that adds a fact',
      how: [
        'A checker trained on deliberately embellished rewrites compares entity, number and relation, and catches {88-96}% of inventions.',
        'Each page is rewritten as at most {3-6} of nine genres, chosen for what the corpus lacks.',
      ],
      keywords: ['synthetic data', 'rephrasing', 'data quality', 'hallucination'],
    },
    {
      titles: [
        'Tokens Are Not Equal: {name} and the Shape of Forgetting in Pretraining',
        '{name}: Predicting What a Language Model Will Forget',
      ],
      claim: 'a law that predicts, from the first tenth of training, which facts a model will still know at the end',
      how: [
        'It has two parameters per fact, spacing between exposures and interference from similar sentences, both measurable from the corpus alone.',
        'We fit it on {0.4-1.6} billion parameter models and test it on models {16-40} times larger.',
      ],
      results: [
        'The law explains {74-88}% of the variance in final recall and names in advance {7-9} of the ten domains in which recall is worst.',
        'Reordering a corpus by its predictions, with no document added, raises factual recall by {3.4-8.2} points.',
      ],
      keywords: ['forgetting', 'factual recall', 'training dynamics', 'memorisation'],
    },
    {
      titles: [
        '{name}: Language Modelling by Diffusion over Paragraphs',
        'Coarse to Fine: A Diffusion Language Model That Plans in Paragraphs',
      ],
      suffix: 'LM',
      claim:
        'a diffusion language model that first denoises one vector for each paragraph and then all words of a paragraph in parallel',
      how: [
        'The upper level fixes order and content, the lower level wording, and either can be resampled while the other stays.',
        'Both are trained jointly from scratch on {300-900} billion tokens.',
      ],
      results: [
        'At {1-3} billion parameters {name} matches an autoregressive model of the same size on {9-13} of {14-16} tasks and writes a page {3.1-7.4} times faster.',
        'Raters prefer its long texts in {56.4-67.8}% of comparisons, chiefly because they keep to their subject.',
      ],
      keywords: ['diffusion language model', 'parallel decoding', 'hierarchical generation', 'infilling'],
    },
  ],
};
