import type { Field } from '../field';

export const SAFETY: Field = {
  weight: 3,
  keywords: ['AI safety', 'red teaming', 'alignment'],
  openings: [
    'Language models are deployed behind layers of training, filters and policy, each of which is tested on its own.',
    'Agents read pages, files and messages that anybody may have written, and obey what they read more often than they should.',
  ],
  gaps: [
    'Attackers test all layers together, with patience, and report nothing.',
    'Filters against such text either miss what is phrased politely or refuse so much that people turn to models without any.',
  ],
  results: [
    'Against {6-11} published and {2-4} adaptive attacks, {name} lowers the success rate from {41-68}% to {2.1-7.9}%, and helpful answers to harmless questions drop by less than {0.4-1.3} points.',
    'An external team given {30-80} hours and full knowledge of the defence found {2-5} bypasses, all of which needed more than {40-90} turns.',
  ],
  ideas: [
    {
      titles: [
        '{name}: Data Is Not a Command',
        'Separating What to Read from What to Do: Prompt Injection Defence with {name}',
      ],
      claim:
        'a defence against prompt injection that marks the origin of every token inside the model rather than in the prompt',
      how: [
        'A second, tiny embedding states whether a token was typed by the user, set by the developer or read from elsewhere, and no text can change it.',
        'Training rewards quoting and summarising of untrusted text and punishes any action that only untrusted text asks for.',
      ],
      keywords: ['prompt injection', 'instruction hierarchy', 'provenance embeddings', 'agents'],
    },
    {
      titles: [
        '{name}: Red Teaming by Patient Conversation',
        'Slow Jailbreaks: Automated Multi-Turn Red Teaming with {name}',
      ],
      claim:
        'an automated red team that plans over conversations of up to {60-150} turns and keeps a map of what has been refused',
      how: [
        'The map lets it return to a topic from another side days later, as people do.',
        'Successful conversations are reduced to their shortest form that still works, which makes the findings usable as training data.',
      ],
      keywords: ['jailbreak', 'multi-turn attacks', 'automated red teaming', 'robustness'],
    },
    {
      titles: [
        '{name}: Unlearning That Survives Relearning',
        'Forgotten for Good? Robust Machine Unlearning with {name}',
      ],
      claim: 'an unlearning method that removes the paths by which a fact could be learned again from related facts',
      how: [
        'During training an adversary fine-tunes the model on neighbouring knowledge, and the unlearning step is taken so as to stay effective afterwards.',
        'The cost is about {3-7} times that of ordinary fine-tuning.',
      ],
      keywords: ['machine unlearning', 'relearning attacks', 'bilevel optimisation', 'privacy'],
    },
    {
      titles: [
        'Would You Tell Me If You Were Unsure? {name} Measures Candour in Assistants',
        '{name}: A Benchmark of Candour Under Pressure',
      ],
      suffix: 'Bench',
      study: true,
      claim:
        'a benchmark that measures whether an assistant admits error, doubt and limits when the user would rather not hear of them',
      how: [
        'Its {1400-3600} conversations vary only the pressure: praise, haste, authority or money.',
        'Candour is scored against what the same model says when asked in private.',
      ],
      results: [
        'Under pressure, models withhold a doubt they hold in {22-39}% of cases; models trained on human preference do so about twice as often as their base models.',
        'A single sentence of permission in the system prompt recovers {35-60}% of the loss.',
      ],
      keywords: ['sycophancy', 'calibration', 'benchmark', 'RLHF'],
    },
  ],
};
