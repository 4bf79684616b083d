import type { Field } from '../field';

export const SPEECH: Field = {
  weight: 2,
  keywords: ['speech recognition', 'text-to-speech', 'audio language models'],
  openings: [
    'Spoken assistants are moving from turn taking to conversation.',
    'Speech recognition has reached human accuracy on read text in the languages with most data.',
  ],
  gaps: [
    'They still wait for silence before they think, and talk on when they are interrupted.',
    'Accents, children, overlapping voices and the telephone remain difficult, often for the same speakers.',
  ],
  results: [
    'Across {11-24} accents {name} reduces word errors by {17-34}% relative, and most for those that had most.',
    'Listeners rate conversations {0.4-1.1} points higher on a five-point scale, and replies begin {320-780} milliseconds earlier.',
  ],
  ideas: [
    {
      titles: ['{name}: Listening While Speaking', 'Full-Duplex Spoken Dialogue with {name}'],
      claim:
        'a full-duplex speech model that hears itself and the other at once and decides every {80-160} milliseconds whether to go on',
      how: [
        'Both channels share one sequence, so that nods, laughter and interruptions need no special treatment.',
        'It is trained on {3-12} thousand hours of recorded conversations, separated by speaker with a model of our own.',
      ],
      keywords: ['full-duplex dialogue', 'turn taking', 'speech language models', 'latency'],
    },
    {
      titles: [
        '{name}: Speech Recognition for Voices That Are Rarely Heard',
        'Few-Shot Adaptation to Atypical Speech with {name}',
      ],
      suffix: 'ASR',
      claim: 'a speech recognition system that adapts to an atypical voice from {2-6} minutes of speech',
      how: [
        "A generator learns the speaker's deviations and applies them to ordinary recordings, which then serve as training data.",
        "Adaptation runs on the speaker's own phone and overnight.",
      ],
      keywords: ['atypical speech', 'speaker adaptation', 'data augmentation', 'accessibility'],
    },
    {
      titles: [
        '{name}: Expressive Text-to-Speech You Can Direct',
        'Once More, with Less Feeling: Directable Text-to-Speech with {name}',
      ],
      suffix: 'TTS',
      claim: 'a text-to-speech model that takes direction in words, between takes, as an actor does',
      how: [
        'A direction changes the previous take instead of starting anew, which lets a performance converge.',
        'Pairs of takes were recorded with {30-75} actors and {6-12} directors.',
      ],
      keywords: ['expressive speech synthesis', 'natural language control', 'prosody', 'voice'],
    },
    {
      titles: ['{name}: Naming the Sounds of a City', 'Open-Vocabulary Sound Event Detection with {name}'],
      claim: 'an open-vocabulary detector of sound events with time stamps, trained on walks through {14-31} cities',
      how: [
        'Video is used as a free teacher while training and is not needed afterwards.',
        'Sounds without a visible source are learned by contrast: they are what remains once all else is explained.',
      ],
      keywords: ['sound event detection', 'audio-visual learning', 'open vocabulary', 'audio'],
    },
  ],
};
