import type { Field } from '../field';

export const MULTIMODAL: Field = {
  weight: 4,
  keywords: ['vision-language models', 'multimodal reasoning', 'visual grounding'],
  openings: [
    'Vision-language models answer questions about images with great fluency.',
    'Multimodal large language models have inherited the reasoning of their language backbone, but not always its care.',
  ],
  gaps: [
    'Many of these answers would be the same had the image been different: the text decides and the picture decorates.',
    'Charts, forms and diagrams, where every line means something, are still read worse than photographs.',
  ],
  results: [
    'On {8-14} multimodal benchmarks {name} improves a 7 billion parameter model by {2.3-6.9} points and closes {45-72}% of the gap to models ten times its size.',
    'Answers that ignore the image fall from {23-37}% to {5.1-11.8}%, measured by exchanging images between questions.',
  ],
  ideas: [
    {
      titles: [
        '{name}: Making Vision-Language Models Look Twice',
        'Look Again: Visual Re-Reading for Vision-Language Models with {name}',
      ],
      suffix: 'VL',
      claim:
        'a vision-language model that can return to the image in the middle of its reasoning and look at a part of it again',
      how: [
        'Looking is an ordinary token followed by a box; the crop is encoded at full resolution and enters the context once.',
        'We reward looks that change an answer for the better and charge a little for every look.',
      ],
      keywords: ['visual grounding', 'chain of thought', 'active vision', 'reinforcement learning'],
    },
    {
      titles: [
        '{name}: Reading Charts by Rebuilding Them',
        'From Pixels Back to Data: Chart Understanding with {name}',
      ],
      suffix: 'Chart',
      claim:
        'a chart reader that writes the program and the table behind a chart and redraws it to see whether they are right',
      how: [
        'The difference between the chart and its reconstruction is shown to the model, which may correct itself up to {3-6} times.',
        'Questions are answered from the table, so that arithmetic is done by a computer.',
      ],
      keywords: ['chart understanding', 'document parsing', 'program synthesis', 'self-correction'],
    },
    {
      titles: [
        '{name}: Left of What? Spatial Reasoning from Several Viewpoints',
        'Turning the Table: Viewpoint-Aware Spatial Reasoning with {name}',
      ],
      claim:
        'a training set and method for spatial reasoning that asks every question from at least two points of view',
      how: [
        'Scenes are rendered with {40-90} thousand layouts of furniture, and the second viewpoint belongs to a person or object in the first image.',
        'A consistency loss ties the answers of both viewpoints by the rotation between them.',
      ],
      keywords: ['spatial reasoning', 'viewpoint', 'synthetic scenes', 'consistency loss'],
    },
    {
      titles: ['{name}: What Vision Tokens Are Worth Keeping', 'Prune by Question: Visual Token Reduction with {name}'],
      claim:
        'a visual token reduction that depends on the question and keeps a coarse summary of everything it removes',
      how: [
        'Removed tokens are pooled into {4-16} summaries which the model can ask to unfold if it needs them after all.',
        'The selection adds one layer of {2-6} million parameters and can be attached to existing models.',
      ],
      keywords: ['token pruning', 'efficient inference', 'VLM', 'attention'],
    },
  ],
};
