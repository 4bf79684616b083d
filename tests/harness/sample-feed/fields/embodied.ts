import type { Field } from '../field';

export const ROBOTICS: Field = {
  weight: 4,
  keywords: ['vision-language-action models', 'robot learning', 'embodied AI'],
  openings: [
    'Vision-language-action models bring the knowledge of large pretrained networks to robotic manipulation.',
    'Robot learning has long been limited by the price of demonstrations.',
  ],
  gaps: [
    'They are trained to imitate, and imitation does not say what to do once the demonstrated path has been left.',
    'A policy that works in the laboratory often fails in the next kitchen, because of light, height or a drawer that sticks.',
  ],
  results: [
    'On {9-16} household tasks with {2-4} robots {name} succeeds in {71.5-88.2}% of trials, {12.3-27.4} points more than the policy it starts from.',
    'In {3-6} homes that no robot had seen before, success drops by only {3.1-8.4} points, against {19-36} for the baselines.',
  ],
  ideas: [
    {
      titles: [
        '{name}: Teaching Robots to Recover from Their Own Mistakes',
        'Recovery First: Vision-Language-Action Models That Leave the Path and Return with {name}',
      ],
      suffix: 'VLA',
      claim: 'a vision-language-action model trained mainly on the moments after something has gone wrong',
      how: [
        'An operator disturbs the robot {4-9} times per demonstration, and only the recoveries are kept with full weight.',
        'A value head learned from the same data tells the policy when to stop pushing and start over.',
      ],
      keywords: ['VLA', 'failure recovery', 'imitation learning', 'manipulation'],
    },
    {
      titles: [
        '{name}: Dexterous Hands from Human Video Alone',
        'Watching Hands: Robot Dexterity Without Robot Data by {name}',
      ],
      suffix: 'Hand',
      claim:
        'a dexterous manipulation policy learned from {300-900} hours of everyday human video without any robot data',
      how: [
        'Contacts rather than joint angles are transferred: where fingers touch, in which direction they press and when they let go.',
        'A short phase of reinforcement learning in simulation adapts the contacts to the hand at hand.',
      ],
      keywords: ['dexterous manipulation', 'human video', 'contact prediction', 'sim-to-real'],
    },
    {
      titles: ['{name}: Touch Before You Trust the Camera', 'Seeing with Fingers: Visuo-Tactile Policies with {name}'],
      claim:
        'a visuo-tactile policy that learns how far to trust the camera and how far the fingertips at every moment of a task',
      how: [
        'The two senses predict one another, and the error of the prediction weighs their votes.',
        'The sensors are printed for about {8-20} dollars per finger; drawings and firmware are released.',
      ],
      keywords: ['tactile sensing', 'sensor fusion', 'insertion', 'low-cost hardware'],
    },
    {
      titles: [
        '{name}: How Much of Robot Learning Is the Camera Angle?',
        'A Controlled Study of Generalisation in Robot Policies with {name}',
      ],
      suffix: 'Lab',
      study: true,
      claim:
        'a controlled study of what robot policies generalise over, carried out by {24-60} robots in identical booths over {4-9} months',
      how: [
        'Light, camera, height, clutter, object and wording are varied one at a time and in pairs, for {90-210} thousand trials.',
        'All policies are trained from the same data by teams who did not know the variations.',
      ],
      results: [
        'A shift of the camera by {6-12} degrees costs more than a new object in {7-9} of ten policies; random crops, used by all, hardly help.',
        'Pairs of variations hurt more than their sum, so tests that vary one factor at a time are too optimistic.',
      ],
      keywords: ['generalisation', 'benchmark', 'real-robot evaluation', 'camera pose'],
    },
  ],
};

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

export const LEARNING: Field = {
  weight: 2,
  keywords: ['reinforcement learning', 'exploration', 'offline reinforcement learning'],
  openings: [
    'Reinforcement learning is at its best where feedback is cheap and failure harmless.',
    'Deep reinforcement learning remains sensitive to choices that its papers mention in passing.',
  ],
  gaps: [
    'Most problems people would like to hand over have neither: rewards come late, and trying everything is not an option.',
    'Policies keep adapting to data that earlier policies collected and slowly lose the ability to learn anything new.',
  ],
  results: [
    'Over {24-57} environments and ten seeds each, {name} improves the interquartile mean by {14-39}% with one set of hyperparameters.',
    'It reaches the final performance of the baseline in {31-58}% of the interactions, and its worst seed is better than the median seed of the baseline.',
  ],
  ideas: [
    {
      titles: [
        '{name}: Exploration by Asking What Would Surprise a Better Agent',
        'Curiosity with Foresight: {name} for Sparse Rewards',
      ],
      claim: 'an exploration bonus based on what would still surprise a future, better version of the agent',
      how: [
        'The future version is approximated by extrapolating the learning curve of an ensemble in function space.',
        'Noise that can never be learned receives no bonus, and neither does what will soon be learned anyway.',
      ],
      keywords: ['intrinsic motivation', 'sparse rewards', 'ensembles', 'exploration'],
    },
    {
      titles: [
        '{name}: Plastic Networks Through Scheduled Amnesia',
        'Forget a Little Every Day: Keeping Plasticity in Deep Reinforcement Learning with {name}',
      ],
      claim: 'a regular, gentle amnesia that keeps networks plastic in long runs of reinforcement learning',
      how: [
        'A few units per layer are reset every {500-4000} updates, chosen by how long they have not changed an action.',
        'The value function is protected by averaging over the last several resets.',
      ],
      keywords: ['loss of plasticity', 'continual learning', 'resets', 'deep reinforcement learning'],
    },
    {
      titles: [
        '{name}: Offline Reinforcement Learning That Knows Which Data to Doubt',
        'Doubtful Demonstrations: Robust Offline Reinforcement Learning with {name}',
      ],
      claim: 'an offline method that estimates, together with the policy, how far each trajectory can be trusted',
      how: [
        'Trajectories whose outcome is better explained by luck than by their actions lose weight.',
        'The estimate needs only that some situations occur more than once, which we show for {6-9} public data sets.',
      ],
      keywords: ['offline RL', 'data quality', 'robustness', 'causal inference'],
    },
    {
      titles: [
        '{name}: Preferences over Endings, Not Paths',
        'Outcome Preferences Are Enough: Policy Optimization with {name}',
      ],
      suffix: 'PO',
      claim: 'a preference optimization method that needs comparisons of final outcomes only',
      how: [
        'A return decomposition is learned such that the preferred ending is explained by as few steps as possible.',
        'For language models this avoids the usual bias towards long answers, since length explains no ending.',
      ],
      keywords: ['preference optimization', 'RLHF', 'return decomposition', 'DPO'],
    },
  ],
};

export const SPEECH: Field = {
  weight: 2,
  keywords: ['speech recognition', 'text-to-speech', 'audio language models'],
  openings: [
    'Spoken assistants are moving from turn taking to conversation.',
    'Speech recognition has reached human accuracy on read text in the languages with most data.',
  ],
  gaps: [
    'They still wait for silence before they think, and talk on when they are interrupted.',
    'Accents, children, overlapping voices and the telephone remain difficult, often for the same speakers.',
  ],
  results: [
    'Across {11-24} accents {name} reduces word errors by {17-34}% relative, and most for those that had most.',
    'Listeners rate conversations {0.4-1.1} points higher on a five-point scale, and replies begin {320-780} milliseconds earlier.',
  ],
  ideas: [
    {
      titles: ['{name}: Listening While Speaking', 'Full-Duplex Spoken Dialogue with {name}'],
      claim:
        'a full-duplex speech model that hears itself and the other at once and decides every {80-160} milliseconds whether to go on',
      how: [
        'Both channels share one sequence, so that nods, laughter and interruptions need no special treatment.',
        'It is trained on {3-12} thousand hours of recorded conversations, separated by speaker with a model of our own.',
      ],
      keywords: ['full-duplex dialogue', 'turn taking', 'speech language models', 'latency'],
    },
    {
      titles: [
        '{name}: Speech Recognition for Voices That Are Rarely Heard',
        'Few-Shot Adaptation to Atypical Speech with {name}',
      ],
      suffix: 'ASR',
      claim: 'a speech recognition system that adapts to an atypical voice from {2-6} minutes of speech',
      how: [
        "A generator learns the speaker's deviations and applies them to ordinary recordings, which then serve as training data.",
        "Adaptation runs on the speaker's own phone and overnight.",
      ],
      keywords: ['atypical speech', 'speaker adaptation', 'data augmentation', 'accessibility'],
    },
    {
      titles: [
        '{name}: Expressive Text-to-Speech You Can Direct',
        'Once More, with Less Feeling: Directable Text-to-Speech with {name}',
      ],
      suffix: 'TTS',
      claim: 'a text-to-speech model that takes direction in words, between takes, as an actor does',
      how: [
        'A direction changes the previous take instead of starting anew, which lets a performance converge.',
        'Pairs of takes were recorded with {30-75} actors and {6-12} directors.',
      ],
      keywords: ['expressive speech synthesis', 'natural language control', 'prosody', 'voice'],
    },
    {
      titles: ['{name}: Naming the Sounds of a City', 'Open-Vocabulary Sound Event Detection with {name}'],
      claim: 'an open-vocabulary detector of sound events with time stamps, trained on walks through {14-31} cities',
      how: [
        'Video is used as a free teacher while training and is not needed afterwards.',
        'Sounds without a visible source are learned by contrast: they are what remains once all else is explained.',
      ],
      keywords: ['sound event detection', 'audio-visual learning', 'open vocabulary', 'audio'],
    },
  ],
};
