import type { Field } from '../field';

export const ROBOTICS: Field = {
  weight: 4,
  keywords: ['vision-language-action models', 'robot learning', 'embodied AI'],
  openings: [
    'Vision-language-action models bring the knowledge of large pretrained networks to robotic manipulation.',
    'Robot learning has long been limited by the price of demonstrations.',
  ],
  gaps: [
    'They are trained to imitate, and imitation does not say what to do once the demonstrated path has been left.',
    'A policy that works in the laboratory often fails in the next kitchen, because of light, height or a drawer that sticks.',
  ],
  results: [
    'On {9-16} household tasks with {2-4} robots {name} succeeds in {71.5-88.2}% of trials, {12.3-27.4} points more than the policy it starts from.',
    'In {3-6} homes that no robot had seen before, success drops by only {3.1-8.4} points, against {19-36} for the baselines.',
  ],
  ideas: [
    {
      titles: [
        '{name}: Teaching Robots to Recover from Their Own Mistakes',
        'Recovery First: Vision-Language-Action Models That Leave the Path and Return with {name}',
      ],
      suffix: 'VLA',
      claim: 'a vision-language-action model trained mainly on the moments after something has gone wrong',
      how: [
        'An operator disturbs the robot {4-9} times per demonstration, and only the recoveries are kept with full weight.',
        'A value head learned from the same data tells the policy when to stop pushing and start over.',
      ],
      keywords: ['VLA', 'failure recovery', 'imitation learning', 'manipulation'],
    },
    {
      titles: [
        '{name}: Dexterous Hands from Human Video Alone',
        'Watching Hands: Robot Dexterity Without Robot Data by {name}',
      ],
      suffix: 'Hand',
      claim:
        'a dexterous manipulation policy learned from {300-900} hours of everyday human video without any robot data',
      how: [
        'Contacts rather than joint angles are transferred: where fingers touch, in which direction they press and when they let go.',
        'A short phase of reinforcement learning in simulation adapts the contacts to the hand at hand.',
      ],
      keywords: ['dexterous manipulation', 'human video', 'contact prediction', 'sim-to-real'],
    },
    {
      titles: ['{name}: Touch Before You Trust the Camera', 'Seeing with Fingers: Visuo-Tactile Policies with {name}'],
      claim:
        'a visuo-tactile policy that learns how far to trust the camera and how far the fingertips at every moment of a task',
      how: [
        'The two senses predict one another, and the error of the prediction weighs their votes.',
        'The sensors are printed for about {8-20} dollars per finger; drawings and firmware are released.',
      ],
      keywords: ['tactile sensing', 'sensor fusion', 'insertion', 'low-cost hardware'],
    },
    {
      titles: [
        '{name}: How Much of Robot Learning Is the Camera Angle?',
        'A Controlled Study of Generalisation in Robot Policies with {name}',
      ],
      suffix: 'Lab',
      study: true,
      claim:
        'a controlled study of what robot policies generalise over, carried out by {24-60} robots in identical booths over {4-9} months',
      how: [
        'Light, camera, height, clutter, object and wording are varied one at a time and in pairs, for {90-210} thousand trials.',
        'All policies are trained from the same data by teams who did not know the variations.',
      ],
      results: [
        'A shift of the camera by {6-12} degrees costs more than a new object in {7-9} of ten policies; random crops, used by all, hardly help.',
        'Pairs of variations hurt more than their sum, so tests that vary one factor at a time are too optimistic.',
      ],
      keywords: ['generalisation', 'benchmark', 'real-robot evaluation', 'camera pose'],
    },
  ],
};
