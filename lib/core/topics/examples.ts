/** A topic that is offered ready-made, under a heading. */
export interface ExampleTopic {
  name: string;
  /** In the query language. */
  query: string;
  /** The field of research it is listed under. */
  field: string;
}

/**
 * Each was read against recorded feeds from 2024 to 2026: it hits 0.5 to 15 % of them, and its hits are about the thing.
 * A word that abstracts use in passing ("agents", "robots", "reasoning") is asked for in the title; what is only said
 * by papers about it ("tool use", "world model") may stand in the abstract.
 */
export const EXAMPLE_TOPICS: readonly ExampleTopic[] = [
  {
    field: 'Agents',
    name: 'Language agents',
    query:
      '"LLM agent" OR "LLM-based agent" OR "language agent" OR "AI agent" OR title:("autonomous agent" OR agentic)',
  },
  {
    field: 'Agents',
    name: 'Tool use',
    query: '"tool use" OR "tool calling" OR "function calling" OR "model context protocol" OR title:tool',
  },
  {
    field: 'Agents',
    name: 'Computer and web agents',
    query:
      '"computer use" OR "GUI agent" OR "GUI grounding" OR "web agent" OR "mobile agent" OR "browser agent" OR OSWorld OR AndroidWorld',
  },
  {
    field: 'Agents',
    name: 'Deep research',
    query: '"deep research" OR "deep search" OR title:"search agent" OR BrowseComp',
  },
  {
    field: 'Agents',
    name: 'Multi-agent systems',
    query:
      'title:("multi-agent" OR multiagent) OR "multi-agent system" OR "multi-agent framework" OR "multi-agent collaboration"',
  },
  {
    field: 'Agents',
    name: 'Agent memory',
    query: 'title:memory -title:"memory-efficient" OR "agent memory" OR "memory system"',
  },
  {
    field: 'Language models',
    name: 'Code and software',
    query: '"coding agent" OR "SWE-bench" OR "code generation" OR title:(code OR coding OR coder OR software)',
  },
  {
    field: 'Language models',
    name: 'Reasoning',
    query: 'title:(reasoning OR reasoner OR "chain of thought") OR "reasoning model"',
  },
  {
    field: 'Language models',
    name: 'Reinforcement learning',
    query: 'title:("reinforcement learning" OR RL OR GRPO OR "policy optimization") OR RLVR OR "verifiable reward"',
  },
  {
    field: 'Language models',
    name: 'Preferences and reward models',
    query: 'RLHF OR DPO OR "preference optimization" OR "reward model" OR title:preference',
  },
  {
    field: 'Language models',
    name: 'Long context',
    query:
      'title:("long context" OR "context length" OR "context window" OR "context extension") OR "long-context LLM" OR "long-context understanding" OR "long-context reasoning" OR "long-context modeling"',
  },
  { field: 'Language models', name: 'Retrieval', query: '"retrieval-augmented" OR title:(RAG OR retriev* OR rerank*)' },
  {
    field: 'Language models',
    name: 'Diffusion language models',
    query: '"diffusion language model" OR "diffusion large language model" OR dLLM',
  },
  { field: 'Language models', name: 'Mixture of experts', query: '"mixture of experts" OR MoE' },
  {
    field: 'Language models',
    name: 'Hallucination',
    query: 'title:(hallucinat* OR factual* OR truthful*) OR "hallucination detection"',
  },
  {
    field: 'Efficiency',
    name: 'Distillation',
    query: 'title:distill* OR "knowledge distillation" OR "on-policy distillation"',
  },
  {
    field: 'Efficiency',
    name: 'Quantization and pruning',
    query:
      'title:(quantiz* OR quant OR "low-bit" OR prun*) OR "post-training quantization" OR "weight quantization" OR "model compression"',
  },
  {
    field: 'Efficiency',
    name: 'Fast inference',
    query: '"speculative decoding" OR "KV cache" OR "sparse attention" OR "linear attention"',
  },
  {
    field: 'Efficiency',
    name: 'Pretraining and scaling',
    query:
      '"scaling law" OR title:(pretrain* OR "pre-training" OR scaling) ("language model" OR LLM OR transformer) -title:("test-time" OR agent)',
  },
  {
    field: 'Vision',
    name: 'Vision-language models',
    query:
      '("vision-language model" OR "multimodal large language model" OR MLLM OR VLM) title:(vision OR visual OR multimodal OR VLM OR MLLM OR VL)',
  },
  {
    field: 'Vision',
    name: 'Image generation',
    query: '"text-to-image" OR title:("image generation" OR "image synthesis")',
  },
  { field: 'Vision', name: 'Image editing', query: '"image editing" OR title:(inpainting OR editing image)' },
  {
    field: 'Vision',
    name: 'Video generation',
    query:
      '"text-to-video" OR "image-to-video" OR title:("video generation" OR "video diffusion" OR "video synthesis") OR "video diffusion model"',
  },
  {
    field: 'Vision',
    name: 'Video understanding',
    query:
      '("video understanding" OR "video question answering" OR "video LLM" OR "long-form video" OR "video reasoning") -title:generation',
  },
  {
    field: 'Vision',
    name: '3D scenes and shapes',
    query:
      '"Gaussian splatting" OR 3DGS OR NeRF OR "novel view synthesis" OR "3D generation" OR "3D reconstruction" OR title:3D',
  },
  {
    field: 'Vision',
    name: 'Documents and OCR',
    query: 'title:(OCR OR document OR chart OR PDF) OR "document parsing" OR "document understanding"',
  },
  {
    field: 'Vision',
    name: 'Spatial reasoning',
    query: 'title:("spatial reasoning" OR "spatial understanding" OR "spatial awareness") OR "spatial intelligence" ',
  },
  { field: 'Robotics', name: 'World models', query: '"world model" OR "world modeling" OR "world simulator"' },
  { field: 'Robotics', name: 'Vision-language-action', query: '"vision-language-action" OR VLA' },
  {
    field: 'Robotics',
    name: 'Robot learning',
    query:
      'title:(robot OR robotic OR humanoid OR dexterous OR embodied) OR "robot learning" OR "robotic manipulation" OR "robot manipulation"',
  },
  {
    field: 'Robotics',
    name: 'Autonomous driving',
    query: '"autonomous driving" OR "autonomous vehicle" OR title:driving',
  },
  {
    field: 'Audio',
    name: 'Speech and audio',
    query:
      'title:(speech OR audio OR voice OR music OR sound OR TTS OR ASR) -title:"hate speech" OR "text-to-speech" OR "speech recognition"',
  },
  {
    field: 'Science',
    name: 'Mathematics and proofs',
    query:
      'title:(math OR mathematical OR mathematics OR theorem OR proof OR olympiad) OR "theorem proving" OR "formal proof" OR "Lean 4"',
  },
  {
    field: 'Science',
    name: 'Medicine and biology',
    query:
      'title:(medical OR clinical OR medicine OR health OR biomedical OR radiology OR histopatholog* OR protein OR drug OR biology OR genomic) OR "medical imaging"',
  },
  {
    field: 'Science',
    name: 'AI for science',
    query: '"scientific discovery" OR "AI scientist" OR "AI for science" OR title:(scientific OR scientist)',
  },
  {
    field: 'Trust',
    name: 'Safety and security',
    query:
      'title:(safety OR attack OR backdoor OR unlearning OR guardrail) OR jailbreak* OR "red teaming" OR "prompt injection"',
  },
  {
    field: 'Trust',
    name: 'Interpretability',
    query:
      'title:(interpretab* OR mechanistic OR steering) OR "mechanistic interpretability" OR "sparse autoencoder" OR "activation steering"',
  },
  { field: 'Data', name: 'Benchmarks', query: 'title:(benchmark OR benchmarking OR leaderboard)' },
  {
    field: 'Data',
    name: 'Synthetic data',
    query:
      'title:("synthetic data" OR "data synthesis" OR "data generation" OR "synthetic dataset") OR "synthetic data generation"',
  },
];
