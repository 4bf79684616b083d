import type { Field } from '../field';

export const MEDICINE: Field = {
  weight: 2,
  keywords: ['medical imaging', 'clinical language models', 'radiology'],
  openings: [
    'Medical imaging produces more studies than radiologists can read with undivided attention.',
    'Clinical language models pass examinations but are seldom used at the bedside.',
  ],
  gaps: [
    'A model that is right on average is of little use to a clinician who must decide about one patient and cannot see when it is wrong.',
    'Records are incomplete in ways that carry meaning: what was not measured was often not suspected.',
  ],
  results: [
    'In a retrospective study of {18-64} thousand patients from {5-9} hospitals {name} reaches an AUROC of {0.87-0.96} and is better calibrated than {4-7} published models.',
    'Together with {name}, {8-17} physicians missed {21-43}% fewer findings and took {6-18}% less time.',
  ],
  ideas: [
    {
      titles: [
        '{name}: A Second Reader for Chest Radiographs That Shows Its Doubts',
        'Medical Imaging with an Honest Second Reader: {name}',
      ],
      claim:
        'a second reader for chest radiographs that speaks up only where it disagrees with the report and says how sure it is',
      how: [
        'It reads image and report together, and is trained on addenda, the corrections that radiologists later made to their own reports.',
        'Its confidence is calibrated per hospital with {200-600} cases and no further labels.',
      ],
      keywords: ['chest radiography', 'report verification', 'calibration', 'human-AI collaboration'],
    },
    {
      titles: [
        '{name}: Segmenting Organs the Model Was Never Shown',
        'Anatomy by Analogy: Zero-Shot Medical Segmentation with {name}',
      ],
      suffix: 'Seg',
      claim:
        'a segmentation model for three-dimensional medical imaging that finds organs it was never shown from their description and neighbours',
      how: [
        'Descriptions are taken from anatomy texts and turned into relations: above, inside, continuous with.',
        'The relations act as a soft prior at inference and can be switched off for unusual anatomy.',
      ],
      keywords: ['3D segmentation', 'zero-shot learning', 'anatomical priors', 'CT and MRI'],
    },
    {
      titles: [
        '{name}: What a Missing Laboratory Value Says',
        'Learning from What Was Not Measured: Clinical Time Series with {name}',
      ],
      claim: 'a model of clinical time series that treats the decision to measure as part of the data',
      how: [
        'Measurement is modelled as an action of the staff, whose knowledge can be inferred from it.',
        'When the model moves to another hospital, only this part is fitted again.',
      ],
      keywords: ['electronic health records', 'missing data', 'time series', 'domain shift'],
    },
    {
      titles: [
        '{name}: Bedside Questions, Asked by {90-240} Nurses',
        'Beyond Examination Questions: {name} Tests Clinical Models on the Ward',
      ],
      suffix: 'Bench',
      study: true,
      claim:
        'a benchmark of {1100-3200} questions that nurses and junior doctors asked during their shifts, with what was finally done',
      how: [
        'Questions keep their typing errors, their haste and their missing context, and a good answer may be to ask back.',
        'Grading follows {3-5} dimensions, of which avoidable harm counts most.',
      ],
      results: [
        'Models that score above {88-94}% in licensing examinations give a harmful answer to {4.2-9.7}% of the questions; asking back would have prevented two thirds of these.',
        'Retrieval of guidelines helps the smaller models and, by lengthening answers, slightly hurts the larger ones.',
      ],
      keywords: ['clinical evaluation', 'benchmark', 'safety', 'health'],
    },
  ],
};

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

export const STRUCTURED: Field = {
  weight: 2,
  keywords: ['tabular data', 'time series forecasting', 'graph neural networks'],
  openings: [
    'Most data in companies and administrations lies in tables, not in texts or images.',
    'Forecasts of demand, load and traffic are made millions of times a day, mostly by simple methods.',
  ],
  gaps: [
    'Foundation models for such data are promising, but ignore the one thing every analyst reads first: the names of the columns.',
    'They are tested on series and graphs that are longer, cleaner and more regular than those in use.',
  ],
  results: [
    'On {60-180} data sets {name} has the best average rank, ahead of tuned gradient boosting on {58-76}% of those with fewer than {2000-10000} rows.',
    'Without any fitting it is within {1.2-4.8}% of models tuned for {2-8} hours per data set.',
  ],
  ideas: [
    {
      titles: [
        '{name}: A Tabular Foundation Model That Reads Column Names',
        'Names Are Features: In-Context Learning on Tables with {name}',
      ],
      suffix: 'Tab',
      claim:
        'a foundation model for tables that combines in-context learning over rows with the meaning of column names and units',
      how: [
        'Pretraining uses {1-4} million synthetic tables drawn from causal models, whose variables are then named by a language model to fit their role.',
        'A test time option ignores all names, which shows how much they contribute.',
      ],
      keywords: ['tabular foundation models', 'in-context learning', 'synthetic data', 'semantics'],
    },
    {
      titles: [
        '{name}: Forecasting with Calendars, Prices and News',
        'Covariates in Context: A Time Series Foundation Model Called {name}',
      ],
      claim:
        'a time series model that takes calendars, prices and short texts as context without being trained for any of them',
      how: [
        'Each covariate becomes a second series with its own patch length, and texts enter as events with a date.',
        'A horizon-wise gate lets the model fall back to the series alone if the context proves misleading.',
      ],
      keywords: ['time series', 'covariates', 'foundation models', 'forecasting'],
    },
    {
      titles: [
        '{name}: Graph Learning When the Edges Are Wrong',
        'Robust Graph Neural Networks through Edge Provenance: {name}',
      ],
      suffix: 'Graph',
      claim: 'a graph neural network that learns how each kind of edge came about and how often it is wrong',
      how: [
        'Edges are divided by their source, such as a form, a crawler or a matching algorithm, and each source has its own noise model.',
        'Messages are weighted by the posterior of the edge, at {1.1-1.5} times the usual cost.',
      ],
      keywords: ['graph neural networks', 'noisy edges', 'robustness', 'provenance'],
    },
    {
      titles: [
        '{name}: {4-11} Million Public Tables and Where They Came From',
        'A Data Set of Tables with Their History: {name}',
      ],
      suffix: 'Tables',
      study: true,
      claim:
        'a data set of {4-11} million public tables together with their licences, their sources and the corrections made to them over time',
      how: [
        'Corrections are the treasure: {210-680} thousand pairs of a wrong and a right value with the reason that was given.',
        'Personal data was removed in three passes, and requests for removal are honoured within days.',
      ],
      results: [
        'Models pretrained on {name} find injected errors in {62.4-79.3}% of cases, {15-31} points more than the same models pretrained on crawled tables.',
        'Most real corrections concern units, thousands separators and dates, none of which present benchmarks contain.',
      ],
      keywords: ['dataset', 'data cleaning', 'tables', 'licences'],
    },
  ],
};
