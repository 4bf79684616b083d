import type { Field } from '../field';

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
