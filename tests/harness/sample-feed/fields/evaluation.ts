import type { Field } from '../field';

export const EVALUATION: Field = {
  weight: 3,
  keywords: ['evaluation', 'benchmark', 'language models'],
  openings: [
    'Benchmarks are retired almost as fast as they are published.',
    'A leaderboard orders models by an average over questions whose quality nobody has looked at for years.',
  ],
  gaps: [
    'Contamination, saturation and noise are known to every practitioner but are rarely measured before a number is reported.',
    'A difference of half a point decides which model is announced as better, although the same model varies by more between two runs.',
  ],
  results: [
    'Applied to {14-27} popular benchmarks, {name} reproduces the full ranking of {40-90} models from {3-9}% of the questions.',
    'It flags {4.1-11.3}% of all questions as broken; two annotators confirm {86-94}% of these.',
  ],
  ideas: [
    {
      titles: [
        '{name}: Benchmarks with Error Bars',
        'How Many Questions Are Enough? Adaptive Benchmarking with {name}',
      ],
      claim:
        'an adaptive test that asks each model only the questions that still tell something about it, and reports an interval instead of a number',
      how: [
        'Item parameters are estimated from public results and updated whenever a new model is tested.',
        'Questions whose answers contradict everything else known about a model are set aside for review.',
      ],
      keywords: ['item response theory', 'adaptive testing', 'uncertainty', 'leaderboards'],
    },
    {
      titles: ['{name}: Judges That Admit a Draw', 'Calibrated Model Judges: Ties, Doubts and Appeals with {name}'],
      suffix: 'Judge',
      claim:
        'a model judge that may call a draw, ask for a second opinion or decline, and is trained on when people do so',
      how: [
        'Training pairs come from {7-16} thousand comparisons by three experts each, with their disagreement kept rather than averaged away.',
        'Position and length preferences are removed by construction: the judge never sees two answers at once.',
      ],
      results: [
        'It agrees with the majority of experts in {84.2-91.5}% of comparisons, where a prompted model of five times its size reaches {73.1-79.8}%.',
        'Its doubts are well placed: on the {12-21}% of pairs that it hands back, experts disagree with one another {2.3-3.6} times as often.',
      ],
      keywords: ['LLM-as-a-judge', 'calibration', 'human agreement', 'reward model'],
    },
    {
      titles: [
        '{name}: A Benchmark That Writes Itself Anew Every Month',
        'Fresh Questions from Fresh Papers: {name}, a Living Benchmark',
      ],
      study: true,
      claim:
        'a living benchmark whose questions are written every month from papers that appeared after all tested models were trained',
      how: [
        'Questions are drafted by models, attacked by other models and accepted by people; old months stay available for comparison.',
        'Difficulty is anchored by a fixed set of {200-500} questions that is never published.',
      ],
      results: [
        'Scores drop by {6.2-14.8} points between the last month a model can have seen and the first that it cannot.',
        'The order of the top five models changes in {5-8} of the first {9-12} months.',
      ],
      keywords: ['contamination', 'living benchmark', 'scientific questions', 'benchmark'],
    },
    {
      titles: ['The Cost of a Point: {name} Puts Prices on Progress', '{name}: Comparing Models at Equal Cost'],
      study: true,
      claim:
        'a protocol that compares models and agents at equal cost in money, time and energy instead of at equal effort of their authors',
      how: [
        'Costs are metered by a proxy that all systems must use and include failed attempts.',
        'Results are curves; a system is called better only where its curve lies above.',
      ],
      results: [
        'Of {31-52} published improvements that we re-examine, {38-57}% vanish at equal cost, mostly those that sample repeatedly.',
        'Simple retries with a cheap verifier are on the frontier for {5-8} of {9-11} tasks.',
      ],
      keywords: ['cost-aware evaluation', 'energy', 'agents', 'Pareto frontier'],
    },
  ],
};
