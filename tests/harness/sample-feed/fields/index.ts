import type { Field } from '../field';
import { AGENTS, RETRIEVAL, SOFTWARE } from './agents';
import { LEARNING, ROBOTICS, SPEECH, WORLDS } from './embodied';
import { EFFICIENCY, MULTILINGUAL, PRETRAINING, REASONING } from './language';
import { MEDICINE, NATURE, STRUCTURED } from './science';
import { EVALUATION, INTERPRETABILITY, SAFETY, THEORY } from './trust';
import { IMAGES, MULTIMODAL, SCENES, VIDEO } from './vision';

export const FIELDS: readonly Field[] = [
  AGENTS,
  SOFTWARE,
  RETRIEVAL,
  REASONING,
  EFFICIENCY,
  PRETRAINING,
  MULTILINGUAL,
  SAFETY,
  INTERPRETABILITY,
  EVALUATION,
  THEORY,
  IMAGES,
  VIDEO,
  MULTIMODAL,
  SCENES,
  ROBOTICS,
  WORLDS,
  LEARNING,
  SPEECH,
  MEDICINE,
  NATURE,
  STRUCTURED,
];
