import type { Field } from '../field';

export const SOFTWARE: Field = {
  weight: 4,
  keywords: ['coding agents', 'code generation', 'software engineering'],
  openings: [
    'Coding agents now resolve a large share of well-described issues in popular repositories.',
    'Code generation is judged mostly by whether tests pass, although much of what makes a change acceptable is never tested.',
  ],
  gaps: [
    'Most of their training data stops where the patch is written, so they learn little about what reviewers send back and why.',
    'The tests that serve as reward are written for people who do not try to satisfy them at any price, and models find every hole in them.',
  ],
  results: [
    'On {400-900} recent issues from repositories that appeared after the training cut-off, {name} resolves {36.1-58.4}%, {3.2-9.1} points more than the same model without it.',
    'In a blind study {9-16} maintainers preferred its changes in {58-71}% of cases and asked for {24-41}% fewer revisions.',
  ],
  ideas: [
    {
      titles: [
        '{name}: Learning to Code from What Reviewers Send Back',
        'Revision as Supervision: Training Coding Agents on Review Threads with {name}',
      ],
      claim: 'a training recipe that turns review threads into supervision for coding agents',
      how: [
        'Each thread becomes a short dialogue of patch, objection and revision, and the agent learns both to raise the objection and to answer it.',
        'Objections about style, naming and scope are kept apart from those about behaviour, so that the second kind can be checked by execution.',
        'At inference the agent reviews its own patch once before it is submitted.',
      ],
      keywords: ['code review', 'preference data', 'self-revision', 'SWE-bench'],
    },
    {
      titles: [
        '{name}: Tests That Resist Being Gamed',
        'Reward Hacking in Code Reinforcement Learning, and How {name} Prevents It',
      ],
      claim:
        'a generator of hidden tests for reinforcement learning on code that is trained against the policy it grades',
      how: [
        'Whenever a solution passes the visible tests but disagrees with independent solutions, the generator is rewarded for an input that shows the difference.',
        'A pool of retired tests keeps the policy from forgetting holes that were closed long ago.',
        'The pair needs no human tests beyond the examples in the task description.',
      ],
      keywords: ['reinforcement learning', 'verifiable reward', 'test generation', 'reward hacking'],
    },
    {
      titles: [
        '{name}: Repository-Scale Code Search by Behaviour',
        'Find the Function That Does It: Behavioural Code Retrieval with {name}',
      ],
      claim:
        'a retriever that indexes functions by what they do on generated inputs rather than by how they are written',
      how: [
        'Functions are run in a sandbox on inputs proposed by a language model, and the traces are embedded together with the source.',
        'A query may be a sentence, a test or an example of input and output.',
        'Indexing a repository of a million lines takes {11-38} minutes on one machine and can be updated commit by commit.',
      ],
      keywords: ['code retrieval', 'execution traces', 'repository-level context', 'embeddings'],
    },
    {
      titles: [
        '{name}: Can Coding Agents Leave a Codebase Better Than They Found It?',
        'Beyond Passing Tests: {name} Measures What a Hundred Patches Do to a Codebase',
      ],
      suffix: 'Bench',
      study: true,
      claim:
        'a benchmark in which an agent lives with one codebase for a hundred consecutive tasks and meets its own earlier decisions again',
      how: [
        'We measure not only whether each task is solved but how long later tasks take, how duplication grows and how many tests become flaky.',
        'The {24-48} codebases cover six languages and were written for this benchmark, so that none can have been seen in training.',
      ],
      results: [
        'All {8-14} agents we test slow themselves down: by the last quarter a task costs {1.6-2.9} times as many tokens as it costs an agent that starts from a fresh reference solution.',
        'Asking for refactoring in the prompt helps little; reserving every tenth task for it halves the decay.',
      ],
      keywords: ['benchmark', 'maintainability', 'technical debt', 'software agents'],
    },
  ],
};
