import type { Field } from '../field';

export const THEORY: Field = {
  weight: 2,
  keywords: ['learning theory', 'optimisation', 'generalisation'],
  openings: [
    'Why large networks generalise although they could memorise remains only partly understood.',
    'In-context learning looks like learning, but it leaves no trace in the weights.',
  ],
  gaps: [
    'Existing bounds either hold for networks nobody uses or say nothing at the sizes that matter.',
    'The settings in which theory and experiment agree are narrow: linear data, one layer, infinite width.',
  ],
  results: [
    'The predictions of {name} hold within {4-11}% for transformers of {2-6} to {24-48} layers trained on real text.',
    'Experiments on {5-9} data sets confirm the predicted transition and its exponent of {0.31-0.74}.',
  ],
  ideas: [
    {
      titles: [
        'In-Context Learning Is Regression on Features You Did Not Choose',
        'A Theory of In-Context Learning with Learned Features',
      ],
      claim: 'a solvable model of in-context learning in which features and their use are learned at different speeds',
      how: [
        'We prove that the slow process sets a ceiling for the fast one, and give the ceiling in closed form.',
        'It explains why longer prompts help up to a length that depends on pretraining but not on the task.',
      ],
      keywords: ['in-context learning', 'feature learning', 'mean-field theory', 'transformers'],
    },
    {
      titles: [
        'Sharpness Is a Symptom: {name} and the Geometry of Large Learning Rates',
        '{name}: What Large Learning Rates Really Regularise',
      ],
      claim: 'an effective description of training at the edge of stability in terms of a few slow variables',
      how: [
        'Fast oscillations average out and leave a force that balances the scales of consecutive layers.',
        'From it follows a learning rate schedule without free parameters.',
      ],
      keywords: ['edge of stability', 'implicit bias', 'learning rate schedules', 'sharpness'],
    },
    {
      titles: [
        'Lower Bounds for Looking Things Up: What Attention Cannot Retrieve',
        'How Many Heads Does Retrieval Need? Tight Bounds for Attention',
      ],
      claim:
        'tight bounds on the number of heads and the width that a transformer needs to look up several facts at once',
      how: [
        'The proof reduces lookup to a communication game and is constructive in one direction: we give weights that attain the bound.',
        'Trained models come within a factor of two of it, and fail just below.',
      ],
      keywords: ['expressivity', 'attention', 'communication complexity', 'retrieval heads'],
    },
    {
      titles: [
        '{name}: An Optimiser Derived from Invariance',
        'Which Optimisers Respect the Architecture? Deriving {name} from Symmetry',
      ],
      claim: 'an optimiser that follows from asking that its steps do not depend on how a network is parametrised',
      how: [
        'For matrices the condition leads to a cheap iteration that costs {1.1-1.4} times as much as the usual moments.',
        'Hyperparameters transfer from width {128-256} to width {4096-8192} without a new search.',
      ],
      keywords: ['optimisers', 'invariance', 'hyperparameter transfer', 'matrix methods'],
    },
  ],
};
