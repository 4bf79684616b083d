import type { Field } from '../field';

export const EFFICIENCY: Field = {
  weight: 4,
  keywords: ['efficient inference', 'KV cache', 'quantization'],
  openings: [
    'Serving a language model costs far more over its life than training it.',
    'The memory that attention needs grows with every token, and on long inputs it exceeds the weights themselves.',
  ],
  gaps: [
    'Existing compression schemes decide once, before the request is known, what will be needed later.',
    'Methods that look good on short prompts lose their advantage as soon as requests of very different lengths share one accelerator.',
  ],
  results: [
    'On models from {1-8} to {32-120} billion parameters, {name} delivers {1.7-3.9} times the throughput at equal latency and loses at most {0.2-0.9} points of accuracy.',
    'It needs {4-12} lines of change in two popular serving engines, and no retraining.',
  ],
  ideas: [
    {
      titles: [
        '{name}: A KV Cache That Ages Gracefully',
        'Old Tokens in Fewer Bits: Age-Aware KV Cache Quantization with {name}',
      ],
      claim: 'a cache that stores recent keys and values exactly and lets older ones fade to fewer and fewer bits',
      how: [
        'The rate of fading is set per head from a few hundred calibration tokens: heads that look far back keep their precision.',
        'Entries that are attended to again are refreshed from a compact residual, so that fading can be undone.',
      ],
      keywords: ['KV cache', 'mixed precision', 'long context', 'attention heads'],
    },
    {
      titles: [
        '{name}: Speculative Decoding Without a Draft Model',
        'Guessing from the Past: Draft-Free Speculative Decoding with {name}',
      ],
      claim:
        'a form of speculative decoding that drafts from what the same server has recently written for other requests',
      how: [
        'Accepted continuations are kept in a trie of {16-128} megabytes that is shared by all requests and forgets within minutes.',
        'Verification packs several branches into one pass, at no cost where the batch would not fill the accelerator anyway.',
        'No text leaks between users, because a branch is only drafted if it is likely under the public model alone.',
      ],
      keywords: ['speculative decoding', 'serving systems', 'prefix trie', 'throughput'],
    },
    {
      titles: [
        '{name}: Sparse Attention Patterns That Transfer Across Lengths',
        'Train Short, Attend Sparse: {name} for Million-Token Contexts',
      ],
      claim: 'a sparse attention scheme whose patterns are learned at short lengths and extended by rule to long ones',
      how: [
        'Each head is described by three numbers, a reach, a stride and a tendency to look at rare tokens, all of which scale predictably.',
        'A single kernel serves every pattern, with block sizes chosen when the request arrives.',
      ],
      keywords: ['sparse attention', 'long-context modeling', 'length extrapolation', 'GPU kernels'],
    },
    {
      titles: [
        '{name}: Pruning Experts You Never Call',
        'How Many Experts Does a Task Need? Task-Wise Pruning of Mixture-of-Experts Models with {name}',
      ],
      suffix: 'MoE',
      claim:
        'a pruning method for mixture-of-experts models that removes experts per task and folds what they knew into their neighbours',
      how: [
        'Routing statistics alone are misleading, since rarely called experts can be decisive; we therefore measure the loss of leaving each one out.',
        'Folding solves a small least-squares problem per layer and takes under {20-55} minutes for the largest model we tried.',
      ],
      keywords: ['mixture of experts', 'pruning', 'model compression', 'routing'],
    },
  ],
};
