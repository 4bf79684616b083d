import type { Field } from '../field';

export const INTERPRETABILITY: Field = {
  weight: 2,
  keywords: ['mechanistic interpretability', 'sparse autoencoders', 'language models'],
  openings: [
    'Mechanistic interpretability explains model behaviour by parts that can be named, measured and removed.',
    'Sparse autoencoders have given researchers a vocabulary for what happens inside language models.',
  ],
  gaps: [
    'The same network yields different parts each time the analysis is repeated, which makes it hard to build on earlier findings.',
    'Most explanations are tested on the prompts that suggested them.',
  ],
  results: [
    'The explanations of {name} predict the effect of held-out interventions with a correlation of {0.71-0.88}, against {0.42-0.61} for the best alternative.',
    'In a user study with {18-34} engineers, faults planted in a model were found {1.8-3.1} times faster.',
  ],
  ideas: [
    {
      titles: [
        '{name}: Features That Return When You Train Again',
        'Stable Dictionaries: Reproducible Sparse Autoencoders with {name}',
      ],
      claim: 'a way to train sparse autoencoders so that independent runs find the same features',
      how: [
        'Several dictionaries are trained side by side and a feature only survives if the others can express it in a few words.',
        'The remaining unstable directions turn out to be useful: they point to concepts that the model is still mixing up.',
      ],
      keywords: ['sparse autoencoder', 'feature stability', 'dictionary learning', 'reproducibility'],
    },
    {
      titles: [
        '{name}: Steering Without Side Effects',
        'Minimal Activation Steering: Changing One Behaviour and Nothing Else with {name}',
      ],
      claim:
        'an activation steering method that changes one behaviour while certifying that a list of others stays as it was',
      how: [
        'The steering direction is projected out of the subspace that matters for the protected behaviours, estimated from {100-400} prompts each.',
        'Its strength is chosen token by token, so that most tokens are left alone.',
      ],
      keywords: ['activation steering', 'control', 'side effects', 'representation engineering'],
    },
    {
      titles: [
        'How Transformers Count: A Complete Circuit, Found by {name}',
        '{name}: From Behaviour to Circuit in One Pass',
      ],
      claim: 'a circuit finder that scores all edges of a transformer in a single backward pass over paired prompts',
      how: [
        'Scores are corrected for self-repair, the tendency of later layers to replace what was removed.',
        'We use it to give a complete account of how models of three families keep count of items in a list.',
      ],
      keywords: ['circuit discovery', 'attribution', 'counting', 'self-repair'],
    },
    {
      titles: [
        'Reading Plans Before They Are Written: {name} Decodes Intent from Hidden States',
        '{name}: What a Language Model Intends to Say Next',
      ],
      claim: "a decoder that reads from a model's hidden state what it will say several sentences later",
      how: [
        "It is trained on summaries of the model's own continuations and outputs a short text instead of a label.",
        'Resampling shows which parts of the plan are fixed and which are still open.',
      ],
      keywords: ['probing', 'planning', 'hidden states', 'monitoring'],
    },
  ],
};
