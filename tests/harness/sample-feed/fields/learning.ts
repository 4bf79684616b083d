import type { Field } from '../field';

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
