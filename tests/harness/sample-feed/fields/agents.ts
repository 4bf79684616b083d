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
