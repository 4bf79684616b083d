import type { Field } from '../field';

export const AGENTS: Field = {
  weight: 5,
  keywords: ['LLM agents', 'tool use', 'long-horizon tasks', 'agent memory'],
  openings: [
    'LLM agents are increasingly asked to carry out work that spans hundreds of steps, from booking travel to maintaining software.',
    'Language models that act through tools have moved from short demonstrations to tasks that last hours and touch many systems.',
  ],
  gaps: [
    'In practice a single wrong step early on is rarely noticed, and the agent spends the rest of its budget building on it.',
    'Current agents treat every episode as their first, so a mistake that was paid for once is paid for again in the next task.',
  ],
  results: [
    'Across {3-6} suites of web, desktop and command-line tasks, {name} raises task success by {3.1-11.6} points over the strongest baseline while making {14-38}% fewer tool calls.',
    'With the same underlying model, {name} completes {52.3-71.8}% of tasks that take more than {50-120} steps, against {31.4-48.9}% for a carefully tuned agent loop.',
  ],
  ideas: [
    {
      titles: [
        '{name}: Letting Web Agents Rehearse Before They Click',
        'Rehearse, Then Act: Cheap Look-Ahead for Web Agents with {name}',
      ],
      claim:
        'a framework in which a web agent rehearses risky actions in a lightweight textual sketch of the page before it commits to them',
      how: [
        'The sketch is predicted by a small model trained on pairs of accessibility trees from before and after an action, and costs less than a tenth of a real page load.',
        'A learned gate decides which actions deserve a rehearsal at all: scrolling never does, submitting a form almost always does.',
        'When rehearsal and reality disagree, the difference is written back as a note that later steps can read.',
      ],
      keywords: ['web agents', 'look-ahead planning', 'accessibility tree', 'world model'],
    },
    {
      titles: [
        '{name}: Agent Memory That Forgets on Purpose',
        'What Should an Agent Forget? {name} and the Economics of Agent Memory',
      ],
      claim:
        'a memory system for language agents that prices each stored experience by how often it changed a later decision',
      how: [
        'Entries pay rent in tokens; those that never alter an action are merged into summaries and finally dropped.',
        'Prices are estimated by replaying a small sample of past decisions with the entry hidden, which needs no labels and runs while the agent is idle.',
        'Retrieval then prefers few, decisive memories over many similar ones.',
      ],
      keywords: ['agent memory', 'experience replay', 'context management', 'credit assignment'],
    },
    {
      titles: [
        "{name}: Catching an Agent's First Wrong Step",
        'The First Wrong Step: Localising Failures in Long Agent Trajectories with {name}',
      ],
      claim:
        'a verifier that reads an agent trajectory as it grows and points to the earliest step after which success becomes unlikely',
      how: [
        'We train it on {18-64} thousand trajectories that were branched at random steps and continued to the end, so that every step carries an empirical chance of success.',
        'At run time a sharp drop triggers a rollback to the last safe state instead of a restart from the beginning.',
        'The verifier has {1-4} billion parameters and adds less than {3-8}% to the running time.',
      ],
      keywords: ['process verification', 'rollback', 'failure localisation', 'agent trajectories'],
    },
    {
      titles: [
        '{name}: Do Office Agents Keep Their Promises Over a Working Week?',
        'Five Days at a Desk: {name}, a Benchmark of Long-Running Office Agents',
      ],
      suffix: 'Bench',
      study: true,
      claim:
        'a benchmark that follows a multi-agent system through a simulated working week of messages, calendars, documents and changing instructions',
      how: [
        'Its {120-340} scenarios contain {2-5} commitments each that must be kept days after they were made, some of which are later withdrawn.',
        'Grading is done on the final state of the workspace by programs rather than by a model, and every scenario has been solved by at least two people.',
      ],
      results: [
        'The best of {11-19} systems keeps {38.2-54.7}% of its commitments; people keep {91.2-96.8}%. Most failures are silent: the agent reports success for work that it never started.',
        'Longer context does not help by itself: beyond {64-200} thousand tokens the systems remember more and act on less of it.',
      ],
      keywords: ['multi-agent system', 'benchmark', 'office work', 'instruction changes'],
    },
  ],
};

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

export const RETRIEVAL: Field = {
  weight: 3,
  keywords: ['retrieval-augmented generation', 'dense retrieval', 'question answering'],
  openings: [
    'Retrieval-augmented generation grounds language models in documents they were not trained on.',
    'Search has become the first tool a language model reaches for when it is asked about something recent or rare.',
  ],
  gaps: [
    'Retrievers are still optimised for relevance to the question, which is not the same as usefulness to the model that has to answer it.',
    'When sources disagree, present systems quietly follow the one that comes first or is most fluent, and readers cannot tell.',
  ],
  results: [
    'On {5-8} question answering sets, {name} improves exact match by {2.2-7.4} points and reads {31-57}% fewer passages.',
    'Answers are supported by their citations in {84.1-93.6}% of cases, up from {66.2-78.5}%, with no loss in fluency as judged by {6-14} annotators.',
  ],
  ideas: [
    {
      titles: [
        '{name}: Retrieval That Knows What the Reader Already Knows',
        'Only Fetch What Is Missing: Reader-Aware Retrieval with {name}',
      ],
      suffix: 'RAG',
      claim: 'a retriever that is conditioned on what its reader would answer without any document',
      how: [
        'The closed-book draft is split into claims, each with a confidence, and only the uncertain ones become queries.',
        'Training needs no relevance labels: a passage is a positive if it changes a wrong draft into a right answer.',
      ],
      keywords: ['RAG', 'adaptive retrieval', 'uncertainty', 'closed-book knowledge'],
    },
    {
      titles: [
        '{name}: When Sources Disagree',
        'Conflict as a Signal: Retrieval-Augmented Answers over Contradicting Sources with {name}',
      ],
      claim: 'an answering scheme that makes disagreement between sources explicit before it writes a single sentence',
      how: [
        'Passages are grouped by the claim they support, each group is dated and its provenance traced to the earliest copy we can find.',
        'The model then answers once per group and states which group it follows and why.',
        'A page that merely repeats another counts once.',
      ],
      keywords: ['knowledge conflicts', 'provenance', 'citation', 'factuality'],
    },
    {
      titles: [
        '{name}: A Late-Interaction Index That Fits on a Phone',
        'Dense Retrieval in {64-256} Megabytes: The {name} Index',
      ],
      claim:
        'a compressed late-interaction index that keeps most of the quality of token-level matching at the size of a single-vector one',
      how: [
        'Tokens that never decide a ranking are dropped while indexing, and the others share a codebook learned per collection.',
        'Scoring works on the codes directly and stays under {9-30} milliseconds on a mobile processor.',
      ],
      keywords: ['late interaction', 'index compression', 'on-device search', 'reranking'],
    },
    {
      titles: [
        "{name}: Deep Research Agents Under an Auditor's Eye",
        'Do Deep Research Reports Hold Up? {name}, an Audit of {1200-4800} Claims',
      ],
      suffix: 'Audit',
      study: true,
      claim:
        'a protocol for auditing the reports of deep research systems claim by claim, down to the table cell a number was taken from',
      how: [
        'Professional fact checkers traced every claim of {90-180} reports and recorded the kind of each error.',
        'From their records we train an automatic auditor that agrees with them as often as they agree with each other.',
      ],
      results: [
        'Between {11.4-18.2}% and {24.1-33.7}% of claims are unsupported, depending on the system; numbers with units are the most frequent victims.',
        'Half of all errors enter when a figure is carried from one note to the next, not when it is read.',
      ],
      keywords: ['deep research', 'fact checking', 'claim verification', 'evaluation'],
    },
  ],
};
