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
