import type { Field } from '../field';

export const IMAGES: Field = {
  weight: 3,
  keywords: ['diffusion models', 'text-to-image generation', 'image editing'],
  openings: [
    'Text-to-image diffusion models render almost anything that can be said in a sentence.',
    'Image generation has become good enough that the remaining errors are about intent rather than appearance.',
  ],
  gaps: [
    'What cannot be said, such as an exact layout, a count or the same person seen again, remains a matter of luck.',
    'Edits that should touch one object ripple through the whole picture, and repairing them by hand takes longer than drawing.',
  ],
  results: [
    'In {3-6} human studies {name} is preferred in {61.2-78.9}% of comparisons, and it places {88-96}% of objects correctly, against {63-79}% for the next best model.',
    'At {512-1024} pixels it needs {4-12} steps and {0.4-1.9} seconds on one consumer card.',
  ],
  ideas: [
    {
      titles: [
        '{name}: Drawing by Numbers for Text-to-Image Diffusion',
        'Counting on Diffusion: Exact Object Counts with {name}',
      ],
      suffix: 'Diff',
      claim:
        'a text-to-image diffusion model that plans the number and place of all objects in a short symbolic canvas before it denoises',
      how: [
        'The canvas is written by the text encoder itself, which we extend by {12-48} learned slots, and can be edited by the user at any time.',
        'A loss on cross-attention maps keeps every slot responsible for exactly one object.',
      ],
      keywords: ['layout control', 'object counting', 'cross-attention', 'slot representations'],
    },
    {
      titles: [
        '{name}: Edits That Stay Where They Belong',
        'Local by Design: Instruction-Based Image Editing with {name}',
      ],
      suffix: 'Edit',
      claim:
        'an image editing model that predicts the region of an edit together with its content and leaves all other pixels untouched',
      how: [
        'Training pairs are made by inserting rendered objects into photographs, so that shadows and reflections belong to the region as well.',
        'An optional second pass asks a vision-language model what has changed and undoes what nobody requested.',
      ],
      keywords: ['image editing', 'masks', 'instruction following', 'consistency'],
    },
    {
      titles: [
        '{name}: One Step Is Enough If You Choose It Well',
        'Distilling Diffusion into One Adaptive Step with {name}',
      ],
      suffix: 'Step',
      claim: 'a distillation of diffusion models into a single step whose noise level depends on the prompt',
      how: [
        'Simple prompts start from nearly clean predictions, crowded ones from more noise, as decided by a head of {3-9} million parameters.',
        'The teacher is queried only where student and head disagree, which shortens training to {9-30} hours on eight cards.',
      ],
      keywords: ['distillation', 'one-step generation', 'noise schedules', 'text-to-image'],
    },
    {
      titles: [
        '{name}: Typography for Generated Images in {9-24} Scripts',
        'Every Letter Counts: Multilingual Text Rendering with {name}',
      ],
      claim:
        'a glyph-aware image generator that renders long texts in {9-24} scripts, including those that join or stack their letters',
      how: [
        'Glyphs are supplied as strokes rather than pictures, so that the model can bend them along surfaces.',
        'A reader trained on street photographs provides the reward in a final round of reinforcement learning.',
      ],
      results: [
        'Readers find no error in {86.3-95.1}% of signs, labels and posters with up to {40-90} characters, against {38.7-61.2}% for the best earlier model.',
        'The quality of the picture around the text does not suffer: raters see no difference to the base model in {81-90}% of pairs.',
      ],
      keywords: ['text rendering', 'glyphs', 'multilingual', 'image synthesis'],
    },
  ],
};
