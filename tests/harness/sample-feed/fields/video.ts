import type { Field } from '../field';

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
