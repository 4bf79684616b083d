import type { Dice } from './dice';
import type { Field, Idea } from './field';
import { createFill } from './fill';
import { toMethodName } from './names';

/** What a paper says. */
export interface Text {
  name: string;
  title: string;
  abstract: string;
  aiSummary: string;
  keywords: string[];
}

const PROPOSALS = [
  'We present {name}, {claim}.',
  'We introduce {name}, {claim}.',
  'This paper introduces {name}, {claim}.',
  'Here we propose {name}, {claim}.',
  'To address this, we develop {name}, {claim}.',
];

/** What is reported beside the main result: of a method, and of a study or benchmark. */
const METHOD_REMARKS = [
  'All comparisons use the same data, the same compute and the same number of tuning trials for every method.',
  'Where earlier work reports a single run, we give the mean of {5-10} runs and the spread between them.',
  'Two of the test sets were collected for this work, after all models had been trained.',
  'The approach makes no assumption about the architecture and can be added to existing systems.',
  'Neither additional labels nor access to proprietary models is required.',
  'Its cost is paid once; at run time the overhead stays below {2-6}%.',
  'The effect is visible after {10-30}% of training and grows steadily from there.',
  'The advantage is largest where earlier methods are weakest, and it does not vanish with scale.',
  'Easy cases hardly change, while the hardest quarter improves {1.6-2.8} times as much as the average.',
  'Ablations show that every part is needed: without any one of them the gain shrinks by at least {30-55}%.',
  'Against a baseline given the same additional compute, the advantage shrinks by a third but remains significant.',
  'Sensitivity to the {2-4} hyperparameters is low: the default stays within {0.3-0.9} points of the best choice throughout.',
  'A variant that needs no additional training keeps {61-84}% of the improvement.',
  'Removing the most favourable test set from the average does not change the order of the methods.',
  'A closer look traces most of the improvement to {11-28}% of the cases, which simple heuristics fail to find.',
  'We analyse {200-600} errors by hand and group them into {5-8} kinds, of which two account for more than half.',
  'We also report where it fails: on very short inputs, and on those that differ from training in more than one respect.',
];

const STUDY_REMARKS = [
  'We describe in detail how the material was collected, paid for and checked.',
  'It was reviewed by {6-14} people who had no part in its making.',
  'An earlier version was used by {3-7} groups for half a year, and their corrections are included.',
  'All measurements are repeated with {3-5} seeds, and intervals are reported throughout.',
  'The results correlate only weakly, at {0.21-0.48}, with those of the tests used most today.',
  'A subset chosen for its information preserves the conclusions at {5-12}% of the cost.',
  'A replication by an independent group agrees in all but {2-4} of its {30-60} comparisons.',
  'We discuss what the numbers can support, and which shortcuts remain open.',
];

const METHOD_ENDINGS = [
  'Code, models and data are available.',
  'We release the code and all intermediate results under a permissive licence.',
  'The experiments can be repeated on a single machine within {2-5} days.',
  'We hope that it serves as a simple and strong baseline for further work.',
  'Guidance for choosing between the variants closes the paper.',
];

const STUDY_ENDINGS = [
  'Everything needed to repeat the study is public.',
  'Material, code and raw results are available.',
  'Guidance on how not to use it closes the paper.',
];

// A little inside 900 to 1,900: templates are measured before their placeholders are filled.
const SHORTEST = 940;
const LONGEST = 1_880;

/** Writes one paper about `idea`: opening, gap, proposal, how it works, findings, remarks. */
export function writePaper(field: Field, idea: Idea, dice: Dice): Text {
  const name = toMethodName(dice, idea.suffix);
  const fill = createFill(dice, name);
  const title = fill(dice.pick(idea.titles));
  const motive = dice.integer(0, field.openings.length - 1);
  const findings = idea.results ?? field.results;
  const sentences = [
    field.openings[motive] ?? '',
    field.gaps[motive] ?? '',
    dice.pick(PROPOSALS).replace('{claim}', idea.claim),
    ...idea.how,
    ...dice.sample(findings, dice.chance(0.7) ? 2 : 1),
  ].map(fill);

  const room = Math.min(LONGEST, Math.max(SHORTEST, 1_480 + 260 * dice.normal()));
  const ending = dice.chance(0.6) ? fill(dice.pick(idea.study ? STUDY_ENDINGS : METHOD_ENDINGS)) : '';
  const remarks = idea.study ? STUDY_REMARKS : METHOD_REMARKS;
  const chosen = new Set<string>();
  for (const remark of dice.sample(remarks, remarks.length)) {
    const length = toLength([...sentences, ...chosen, ending]);
    if (length < SHORTEST || length + remark.length < room) chosen.add(remark);
  }
  // Chosen at random, told in the order of the list: from how it was compared to where it fails.
  const told = remarks.filter((remark) => chosen.has(remark)).map(fill);

  return {
    name,
    title,
    abstract: [...sentences, ...told, ending].join(' ').trim(),
    aiSummary: fill(`{name} is ${idea.claim}.`),
    keywords: [...dice.sample(idea.keywords, idea.keywords.length), ...dice.sample(field.keywords, dice.integer(1, 3))],
  };
}

function toLength(sentences: readonly string[]): number {
  return sentences.reduce((sum, sentence) => sum + sentence.length + 1, 0);
}
