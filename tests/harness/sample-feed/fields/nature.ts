import type { Field } from '../field';

export const NATURE: Field = {
  weight: 3,
  keywords: ['AI for science', 'scientific discovery', 'molecules'],
  openings: [
    'Machine learning has become a tool of discovery in chemistry, biology and materials science.',
    'Scientific discovery proceeds by experiments that are slow, costly and rarely done twice.',
  ],
  gaps: [
    'Its proposals are often novel, stable and impossible to make.',
    'Models are compared on tables of old results, which tells little about how much a next experiment would teach.',
  ],
  results: [
    'Of {24-60} proposals by {name} that were tested in the laboratory, {38-61}% behaved as predicted, against {9-22}% of those chosen by experts from the same list.',
    'On {5-9} public tasks it cuts the number of experiments needed to find a top candidate from a median of {58-120} to {24-55}.',
  ],
  ideas: [
    {
      titles: ['{name}: Molecules That Chemists Would Actually Make', 'Synthesis First: Molecular Design with {name}'],
      suffix: 'Mol',
      claim: 'a molecular design model that generates the synthesis and obtains the molecule as its result',
      how: [
        'Every step uses a reaction from a library of {80-240} and a building block that can be bought, so that each proposal comes with a recipe and a price.',
        'Search is guided by a value that looks several reactions ahead.',
      ],
      keywords: ['molecular generation', 'synthesis planning', 'drug discovery', 'chemistry'],
    },
    {
      titles: [
        '{name}: Protein Language Models That Feel the Fold',
        'Dynamics Matter: Protein Representation Learning with {name}',
      ],
      suffix: 'Fold',
      claim: 'a protein model trained on how structures move rather than only on how they rest',
      how: [
        'Short simulations of {9-40} thousand proteins supply pairs of frames, and the model learns to tell how far apart in time they are.',
        'At inference the sequence is enough.',
      ],
      results: [
        'On {7-11} tasks of protein engineering {name} improves rank correlation by {0.04-0.11}, most of all for enzymes and for mutations far from the active site.',
        'It orders the flexibility of residues with a correlation of {0.68-0.83} to experiments that it has never seen.',
      ],
      keywords: ['protein language models', 'molecular dynamics', 'biology', 'representation learning'],
    },
    {
      titles: [
        '{name}: An AI Scientist That Keeps a Laboratory Notebook',
        'Hypotheses with a Paper Trail: Autonomous Discovery with {name}',
      ],
      claim:
        'an agent for scientific discovery that must register each hypothesis, test and stopping rule in a notebook before it looks at data',
      how: [
        'Entries cannot be changed afterwards, and corrections for multiple testing follow from the notebook automatically.',
        'A second agent replicates a random tenth of all findings from the notebook alone.',
      ],
      results: [
        'Over {9-16} weeks {name} registered {140-380} hypotheses in {3-5} fields and confirmed {11-27}; of those chosen for replication by outside groups, {7-9} in ten held.',
        'Without the notebook the same agent claims {3.2-5.9} times as many findings, and fewer than a third survive.',
      ],
      keywords: ['AI scientist', 'LLM agents', 'preregistration', 'reproducibility'],
    },
    {
      titles: [
        '{name}: Weather Forecasts That Know Their Own Extremes',
        'Tails Matter: Probabilistic Weather Forecasting with {name}',
      ],
      suffix: 'Cast',
      claim: 'a probabilistic weather model trained with a score that does not neglect extremes',
      how: [
        'A diffusion model over spherical patches produces {32-100} members in under {40-90} seconds.',
        'The tail is fitted with the help of long simulations of past climates, since observations contain too few extremes.',
      ],
      results: [
        'For {name} warnings of heavy rain {48-96} hours ahead gain {11-26}% in economic value over the operational ensemble.',
        'Scores for ordinary weather are unchanged within {0.3-1.2}%.',
      ],
      keywords: ['weather forecasting', 'extreme events', 'diffusion models', 'uncertainty'],
    },
  ],
};
