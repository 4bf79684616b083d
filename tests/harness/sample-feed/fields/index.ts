import type { Field } from '../field';
import { AGENTS } from './agents';
import { EFFICIENCY } from './efficiency';
import { EVALUATION } from './evaluation';
import { IMAGES } from './images';
import { INTERPRETABILITY } from './interpretability';
import { LEARNING } from './learning';
import { MEDICINE } from './medicine';
import { MULTILINGUAL } from './multilingual';
import { MULTIMODAL } from './multimodal';
import { NATURE } from './nature';
import { PRETRAINING } from './pretraining';
import { REASONING } from './reasoning';
import { RETRIEVAL } from './retrieval';
import { ROBOTICS } from './robotics';
import { SAFETY } from './safety';
import { SCENES } from './scenes';
import { SOFTWARE } from './software';
import { SPEECH } from './speech';
import { STRUCTURED } from './structured';
import { THEORY } from './theory';
import { VIDEO } from './video';
import { WORLDS } from './worlds';

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
