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

export const VIDEO: Field = {
  weight: 4,
  keywords: ['video diffusion', 'text-to-video', 'temporal consistency'],
  openings: [
    'Video diffusion models produce seconds of striking footage.',
    'Text-to-video generation is moving from single clips to scenes that a director could cut together.',
  ],
  gaps: [
    'Over minutes, however, faces drift, rooms rearrange themselves, and what leaves the frame returns as something else.',
    'Control is still indirect: the camera, the light and the people all have to be put into one sentence.',
  ],
  results: [
    'On clips of {60-180} seconds {name} lowers identity drift by {38-64}% and is preferred by viewers in {57.3-74.6}% of comparisons.',
    'Generation runs at {11-25} frames per second on a single accelerator, with memory that does not grow with length.',
  ],
  ideas: [
    {
      titles: [
        '{name}: Video Diffusion with a Cast List',
        'Who Is in the Scene? Minute-Long Video Diffusion with {name}',
      ],
      suffix: 'Video',
      claim: 'a video diffusion model that keeps a cast list of the people, objects and places it has shown',
      how: [
        'Each entry holds a few tokens that are updated whenever the entry is visible and frozen while it is not.',
        'New frames attend to the list instead of to all earlier frames, which makes the cost per second constant.',
      ],
      keywords: ['long video generation', 'identity preservation', 'memory tokens', 'video diffusion model'],
    },
    {
      titles: [
        '{name}: Camera Moves You Can Sketch',
        'Point, Pan, Push In: Sketch-Based Camera Control for Video Diffusion with {name}',
      ],
      suffix: 'Cam',
      claim: 'a camera control for video diffusion that follows a path sketched over a single still image',
      how: [
        'The sketch is lifted to three dimensions with a coarse depth estimate, whose errors the model learns to forgive.',
        'Lens changes such as zoom and shift of focus are separate strokes and can be combined with any movement.',
      ],
      keywords: ['camera control', 'image-to-video', 'depth', 'user interfaces'],
    },
    {
      titles: [
        '{name}: Watching Long Videos with Few Glances',
        'Where to Look Next: Budgeted Long-Form Video Understanding with {name}',
      ],
      claim:
        'a video understanding model that decides frame by frame where to look next, given a question and a budget',
      how: [
        'It starts from {8-24} thumbnails and may ask for a time span, a region or a higher resolution, as a person scrubs through a film.',
        'The policy is trained with reinforcement learning on questions whose evidence was localised by two annotators.',
      ],
      results: [
        'On {3-5} long-form video benchmarks {name} reaches the accuracy of dense sampling with {4-11}% of the frames.',
        'Allowed the same budget as its competitors it is {3.4-8.8} points more accurate, most of all on questions about order.',
      ],
      keywords: ['video question answering', 'active perception', 'frame selection', 'MLLM'],
    },
    {
      titles: [
        'Do Video Models Understand Support? {name} Tests Everyday Physics',
        '{name}: A Benchmark of Everyday Physics in Generated Video',
      ],
      suffix: 'Bench',
      study: true,
      claim:
        'a benchmark of {18-42} everyday physical situations, filmed in a studio and continued by video generation models',
      how: [
        'Each situation comes in a possible and an impossible version that start from the same frame.',
        'Judgements by {60-140} viewers are compared with trackers that measure support, containment and conservation directly.',
      ],
      results: [
        'Models follow gravity in {71-88}% of cases but conservation of objects in only {34-52}%; scale improves the first and hardly the second.',
        'What a model would call likely and what it generates often disagree: its own likelihood picks the possible version in {79-91}% of pairs.',
      ],
      keywords: ['intuitive physics', 'benchmark', 'video generation', 'world simulators'],
    },
  ],
};

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

export const SCENES: Field = {
  weight: 3,
  keywords: ['Gaussian splatting', 'novel view synthesis', '3D reconstruction'],
  openings: [
    'Gaussian splatting turns a set of photographs into a scene that can be explored in real time.',
    'Three-dimensional capture has become a matter of minutes with an ordinary phone.',
  ],
  gaps: [
    'The result is a cloud of blobs without objects, materials or light, so little can be done with it except look.',
    'As soon as something moves, shines or is seen from too few sides, floating fragments betray the illusion.',
  ],
  results: [
    'On {4-6} data sets {name} improves PSNR by {0.6-1.9} dB at {35-70}% of the storage, and renders {90-240} frames per second on a laptop.',
    'With only {6-12} input views it still recovers surfaces to within {0.4-1.8} centimetres, about half the error of earlier methods.',
  ],
  ideas: [
    {
      titles: [
        '{name}: Gaussian Splatting with Objects You Can Pick Up',
        'From Blobs to Things: Object-Aware Gaussian Splatting with {name}',
      ],
      suffix: 'Splat',
      claim:
        'a form of Gaussian splatting in which every Gaussian belongs to an object and objects can be taken out of the scene',
      how: [
        'Membership is learned from the inconsistent masks of a segmentation model by asking which grouping explains most views.',
        'What was hidden behind a removed object is filled in by an image model, once, and then fused into the scene.',
      ],
      keywords: ['3DGS', 'object segmentation', 'scene editing', 'inpainting'],
    },
    {
      titles: [
        '{name}: Relighting a Room from One Walk Through It',
        'Separating Light from Paint: Relightable Scene Capture with {name}',
      ],
      claim:
        'a relightable scene representation captured on one walk through a room whose lamps are switched on and off along the way',
      how: [
        'Each change of a lamp splits the observations into before and after, which resolves most of the ambiguity between light and paint.',
        'Windows are treated as lamps that change slowly.',
      ],
      keywords: ['relighting', 'inverse rendering', 'materials', 'NeRF'],
    },
    {
      titles: [
        '{name}: Four-Dimensional Scenes from a Single Casual Video',
        'Splatting What Moves: Dynamic Scene Reconstruction with {name}',
      ],
      suffix: '4D',
      claim: 'a reconstruction of moving scenes from one casual video, based on tracks that may end and begin',
      how: [
        'Motion is shared by groups of Gaussians through {20-60} trajectories, and a group may split when its members part.',
        'Camera and motion are told apart by the parts of the scene that a video model believes to be rigid.',
      ],
      keywords: ['dynamic scenes', 'monocular video', 'point tracking', 'motion bases'],
    },
    {
      titles: ['{name}: Furniture from a Sentence, with Joints That Work', 'Articulated 3D Generation with {name}'],
      suffix: '3D',
      claim:
        'a generator of articulated 3D objects that writes parts, joints and limits as a short program and fills in geometry afterwards',
      how: [
        'Programs are checked in a physics simulator: drawers must open, lids must close and nothing may pass through anything.',
        'Failed checks are described in words and returned to the generator.',
      ],
      results: [
        'Of {600-1800} objects generated from short descriptions, {87.5-95.9}% pass every check of the simulator; without checks in the loop it is {41.2-58.6}%.',
        'Robots trained on them open real cupboards and drawers in {68-83}% of attempts, about as often as with scanned furniture.',
      ],
      keywords: ['3D generation', 'articulated objects', 'program synthesis', 'physics simulation'],
    },
  ],
};
