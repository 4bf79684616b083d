import type { Field } from '../field';

export const WORLDS: Field = {
  weight: 3,
  keywords: ['world models', 'model-based reinforcement learning', 'planning'],
  openings: [
    'World models let an agent try its actions in imagination before it pays for them in reality.',
    'Learned simulators are becoming good enough to train policies that work outside of them.',
  ],
  gaps: [
    'Imagination drifts: after a few seconds most models have forgotten what lies behind the agent.',
    'They are trained to predict every pixel equally, although only few things in a scene answer to the agent at all.',
  ],
  results: [
    'Policies trained entirely inside {name} reach {81-94}% of the return of policies trained in the true environment, for {6-14} games and {3-5} driving tasks.',
    'After {60-240} seconds of free movement {name} still reconstructs the starting place, where earlier models fail after {9-25}.',
  ],
  ideas: [
    {
      titles: [
        '{name}: World Models That Remember the Room Behind You',
        'A Place for Everything: Spatial Memory for World Models with {name}',
      ],
      suffix: 'World',
      claim:
        'a world model with a spatial memory that is written where the agent has looked and read where it looks again',
      how: [
        'The memory is a sparse grid that moves with the estimated pose, so that turning around costs nothing.',
        'Things that can move on their own are kept apart and advanced by a small dynamics model while unseen.',
      ],
      keywords: ['spatial memory', 'video prediction', 'interactive simulation', 'pose estimation'],
    },
    {
      titles: ['{name}: Imagining Only What Matters', 'Control-Relevant World Models with {name}'],
      claim: 'a world model that spends its capacity on what the agent can influence or is influenced by',
      how: [
        'Influence is measured by resampling actions: whatever stays the same for all of them is background and is predicted once.',
        'Planning then works on {16-48} tokens per step instead of several hundred.',
      ],
      keywords: ['controllability', 'state abstraction', 'latent planning', 'sample efficiency'],
    },
    {
      titles: [
        '{name}: Closing the Loop Between Driving Policies and Learned Traffic',
        'Traffic That Reacts: Closed-Loop Training for Autonomous Driving with {name}',
      ],
      suffix: 'Drive',
      claim: 'a learned traffic simulator for autonomous driving whose road users react to the policy under training',
      how: [
        'Reactions are fitted to {900-2600} hours of recorded negotiation at junctions, merges and crossings.',
        'Rare events are made more frequent by importance sampling, so that risk can be estimated without bias.',
      ],
      keywords: ['autonomous driving', 'traffic simulation', 'closed-loop training', 'rare events'],
    },
    {
      titles: [
        '{name}: A Language Interface to Learned Simulators',
        'Ask the Simulator: Editing World Models in Plain Language with {name}',
      ],
      claim: 'a world model whose rules can be edited in plain language while it runs',
      how: [
        'Edits such as "the floor is slippery here" are turned into constraints on the latent dynamics and stay in force until they are revoked.',
        'Training pairs come from game engines in which the same edit is made in code.',
      ],
      keywords: ['controllable simulation', 'language conditioning', 'game engines', 'world modeling'],
    },
  ],
};
