import type { Field } from '../field';

export const REASONING: Field = {
  weight: 5,
  keywords: ['LLM reasoning', 'chain of thought', 'test-time compute'],
  openings: [
    'Reasoning models buy accuracy with tokens: the longer they think, the more they solve, up to a point.',
    'Long chains of thought have become the main way to make language models solve hard mathematical and logical problems.',
  ],
  gaps: [
    'Where that point lies differs from question to question, and models are poor judges of it.',
    'Much of a long chain repeats what is already settled, and the one step that matters is often stated only once and never checked.',
  ],
  results: [
    'On {4-7} competition-level suites, {name} matches the accuracy of full-length reasoning with {34-61}% of the tokens; at equal cost it is {2.4-6.8} points better.',
    'The gains carry over to problems outside mathematics: {3.1-7.9} points on scientific questions and {2.0-5.2} on planning, without further training.',
  ],
  ideas: [
    {
      titles: [
        '{name}: Knowing When to Stop Thinking',
        'Enough Is Enough: Learned Stopping for Reasoning Models with {name}',
      ],
      claim: 'a stopping rule for reasoning models that is learned from where their answers cease to change',
      how: [
        'A probe on the hidden state predicts, after each paragraph, the chance that more thinking will alter the final answer.',
        "Because the probe is trained on the model's own rollouts it needs neither labels nor a second model.",
        'Users choose a price per token, and the rule adapts its threshold to it.',
      ],
      keywords: ['early stopping', 'probing', 'overthinking', 'adaptive computation'],
    },
    {
      titles: [
        '{name}: Reinforcement Learning from the Step That Mattered',
        'Credit Where It Is Due: Step-Level Advantages for Reasoning with {name}',
      ],
      claim:
        'a policy optimisation method that gives most of the reward to the few steps at which a solution was decided',
      how: [
        'We detect such forks by resuming from every step with a cheap draft model and watching where outcomes diverge.',
        'Advantages are then computed between siblings of the same fork instead of between unrelated solutions.',
        'The estimator stays unbiased and needs {2-4} extra rollouts per problem.',
      ],
      keywords: ['reinforcement learning', 'GRPO', 'credit assignment', 'verifiable rewards'],
    },
    {
      titles: [
        '{name}: Proof Sketches as a Common Language for Informal and Formal Mathematics',
        'Sketch First: Bridging Chain of Thought and Lean with {name}',
      ],
      suffix: 'Prover',
      claim:
        'a theorem prover that writes an informal sketch whose every line carries a formal statement to be discharged on its own',
      how: [
        'Lines that the prover cannot discharge are returned to the sketcher with the remaining goal, which it may split, weaken or replace.',
        'Both roles share one model of {7-32} billion parameters and are trained on proofs that they found together.',
      ],
      results: [
        'With a budget of {64-256} attempts, {name} proves {71.3-84.9}% of a standard test set and {9-31} of {120-180} recent competition problems, {6-14} of which no system had solved before.',
        'Its proofs are {28-46}% shorter than those of a prover that works step by step, and nine in ten sketches can be read without the formal text.',
      ],
      keywords: ['theorem proving', 'formal proof', 'Lean 4', 'self-play'],
    },
    {
      titles: [
        'Do Reasoning Models Believe Their Own Steps? Evidence from {name}',
        '{name}: Swapping Steps to Test the Faithfulness of Reasoning',
      ],
      study: true,
      claim:
        'an intervention study that replaces single steps of a chain of thought by plausible falsehoods and asks whether the answer follows',
      how: [
        'Replacements are matched in length, style and likelihood, so that only the content differs.',
        'We repeat the study for {9-15} models, {5-8} kinds of steps and three positions in the chain.',
      ],
      results: [
        'Only {31-49}% of late steps have any effect, against {72-86}% of early ones: models decide early and narrate afterwards.',
        'Training with outcome rewards alone makes the narration longer and less faithful; rewarding agreement between step and answer reverses half of the effect.',
      ],
      keywords: ['faithfulness', 'interventions', 'reasoning models', 'monitoring'],
    },
  ],
};
