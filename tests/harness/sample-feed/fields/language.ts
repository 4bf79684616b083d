import type { Field } from '../field';

export const REASONING: Field = {
  weight: 5,
  keywords: ['LLM reasoning', 'chain of thought', 'test-time compute'],
  openings: [
    'Reasoning models buy accuracy with tokens: the longer they think, the more they solve, up to a point.',
    'Long chains of thought have become the main way to make language models solve hard mathematical and logical problems.',
  ],
  gaps: [
    'Where that point lies differs from question to question, and models are poor judges of it.',
    'Much of a long chain repeats what is already settled, and the one step that matters is often stated only once and never checked.',
  ],
  results: [
    'On {4-7} competition-level suites, {name} matches the accuracy of full-length reasoning with {34-61}% of the tokens; at equal cost it is {2.4-6.8} points better.',
    'The gains carry over to problems outside mathematics: {3.1-7.9} points on scientific questions and {2.0-5.2} on planning, without further training.',
  ],
  ideas: [
    {
      titles: [
        '{name}: Knowing When to Stop Thinking',
        'Enough Is Enough: Learned Stopping for Reasoning Models with {name}',
      ],
      claim: 'a stopping rule for reasoning models that is learned from where their answers cease to change',
      how: [
        'A probe on the hidden state predicts, after each paragraph, the chance that more thinking will alter the final answer.',
        "Because the probe is trained on the model's own rollouts it needs neither labels nor a second model.",
        'Users choose a price per token, and the rule adapts its threshold to it.',
      ],
      keywords: ['early stopping', 'probing', 'overthinking', 'adaptive computation'],
    },
    {
      titles: [
        '{name}: Reinforcement Learning from the Step That Mattered',
        'Credit Where It Is Due: Step-Level Advantages for Reasoning with {name}',
      ],
      claim:
        'a policy optimisation method that gives most of the reward to the few steps at which a solution was decided',
      how: [
        'We detect such forks by resuming from every step with a cheap draft model and watching where outcomes diverge.',
        'Advantages are then computed between siblings of the same fork instead of between unrelated solutions.',
        'The estimator stays unbiased and needs {2-4} extra rollouts per problem.',
      ],
      keywords: ['reinforcement learning', 'GRPO', 'credit assignment', 'verifiable rewards'],
    },
    {
      titles: [
        '{name}: Proof Sketches as a Common Language for Informal and Formal Mathematics',
        'Sketch First: Bridging Chain of Thought and Lean with {name}',
      ],
      suffix: 'Prover',
      claim:
        'a theorem prover that writes an informal sketch whose every line carries a formal statement to be discharged on its own',
      how: [
        'Lines that the prover cannot discharge are returned to the sketcher with the remaining goal, which it may split, weaken or replace.',
        'Both roles share one model of {7-32} billion parameters and are trained on proofs that they found together.',
      ],
      results: [
        'With a budget of {64-256} attempts, {name} proves {71.3-84.9}% of a standard test set and {9-31} of {120-180} recent competition problems, {6-14} of which no system had solved before.',
        'Its proofs are {28-46}% shorter than those of a prover that works step by step, and nine in ten sketches can be read without the formal text.',
      ],
      keywords: ['theorem proving', 'formal proof', 'Lean 4', 'self-play'],
    },
    {
      titles: [
        'Do Reasoning Models Believe Their Own Steps? Evidence from {name}',
        '{name}: Swapping Steps to Test the Faithfulness of Reasoning',
      ],
      study: true,
      claim:
        'an intervention study that replaces single steps of a chain of thought by plausible falsehoods and asks whether the answer follows',
      how: [
        'Replacements are matched in length, style and likelihood, so that only the content differs.',
        'We repeat the study for {9-15} models, {5-8} kinds of steps and three positions in the chain.',
      ],
      results: [
        'Only {31-49}% of late steps have any effect, against {72-86}% of early ones: models decide early and narrate afterwards.',
        'Training with outcome rewards alone makes the narration longer and less faithful; rewarding agreement between step and answer reverses half of the effect.',
      ],
      keywords: ['faithfulness', 'interventions', 'reasoning models', 'monitoring'],
    },
  ],
};

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

export const PRETRAINING: Field = {
  weight: 3,
  keywords: ['pretraining', 'scaling laws', 'data curation'],
  openings: [
    'What a language model learns is decided largely by what it reads and in which order.',
    'Scaling laws tell how much data a model needs, but not which data.',
  ],
  gaps: [
    'Filters are tuned on small models and trusted on large ones, although what is noise for the first can be signal for the second.',
    'High-quality text is nearly used up, and simply repeating it stops helping after a few epochs.',
  ],
  results: [
    'At {1-3} and {7-13} billion parameters, {name} reaches the loss of the standard mixture with {22-44}% fewer tokens and improves {9-14} of {15-18} downstream tasks.',
    'The advantage grows with scale over the {3-5} sizes we trained, by about {0.3-0.8} points for every tenfold increase in compute.',
  ],
  ideas: [
    {
      titles: [
        '{name}: Let the Model Choose Its Next Book',
        'A Curriculum from Surprise: Online Data Selection for Pretraining with {name}',
      ],
      claim:
        'an online curriculum that chooses each batch by how much the previous ones have changed what the model finds surprising',
      how: [
        'A model two hundred times smaller runs ahead by a few thousand steps and reports which domains still pay.',
        'The mixture is updated every {200-900} steps under a constraint that no domain disappears.',
      ],
      keywords: ['data selection', 'curriculum learning', 'proxy models', 'data mixture'],
    },
    {
      titles: [
        '{name}: Rewriting the Web Without Inventing It',
        'Synthetic Data That Stays True: Constrained Rephrasing for Pretraining with {name}',
      ],
      claim:
        'a pipeline for synthetic data that rewrites web pages into other registers and rejects every rewrite that adds a fact',
      how: [
        'A checker trained on deliberately embellished rewrites compares entity, number and relation, and catches {88-96}% of inventions.',
        'Each page is rewritten as at most {3-6} of nine genres, chosen for what the corpus lacks.',
      ],
      keywords: ['synthetic data', 'rephrasing', 'data quality', 'hallucination'],
    },
    {
      titles: [
        'Tokens Are Not Equal: {name} and the Shape of Forgetting in Pretraining',
        '{name}: Predicting What a Language Model Will Forget',
      ],
      claim: 'a law that predicts, from the first tenth of training, which facts a model will still know at the end',
      how: [
        'It has two parameters per fact, spacing between exposures and interference from similar sentences, both measurable from the corpus alone.',
        'We fit it on {0.4-1.6} billion parameter models and test it on models {16-40} times larger.',
      ],
      results: [
        'The law explains {74-88}% of the variance in final recall and names in advance {7-9} of the ten domains in which recall is worst.',
        'Reordering a corpus by its predictions, with no document added, raises factual recall by {3.4-8.2} points.',
      ],
      keywords: ['forgetting', 'factual recall', 'training dynamics', 'memorisation'],
    },
    {
      titles: [
        '{name}: Language Modelling by Diffusion over Paragraphs',
        'Coarse to Fine: A Diffusion Language Model That Plans in Paragraphs',
      ],
      suffix: 'LM',
      claim:
        'a diffusion language model that first denoises one vector for each paragraph and then all words of a paragraph in parallel',
      how: [
        'The upper level fixes order and content, the lower level wording, and either can be resampled while the other stays.',
        'Both are trained jointly from scratch on {300-900} billion tokens.',
      ],
      results: [
        'At {1-3} billion parameters {name} matches an autoregressive model of the same size on {9-13} of {14-16} tasks and writes a page {3.1-7.4} times faster.',
        'Raters prefer its long texts in {56.4-67.8}% of comparisons, chiefly because they keep to their subject.',
      ],
      keywords: ['diffusion language model', 'parallel decoding', 'hierarchical generation', 'infilling'],
    },
  ],
};

export const MULTILINGUAL: Field = {
  weight: 2,
  keywords: ['multilingual models', 'low-resource languages', 'cross-lingual transfer'],
  openings: [
    "Most of the world's languages are spoken by communities whose texts have never been part of a training corpus.",
    'Multilingual models are usually evaluated on translations of English tests, which say little about how a language is used.',
  ],
  gaps: [
    'Transfer from large languages helps grammar quickly but carries over their names, customs and prejudices as well.',
    'Whether they improve for the people they are meant for is therefore unknown, and adding a language often damages its neighbours.',
  ],
  results: [
    'Over {28-64} languages from {9-14} families, {name} gains {3.8-9.6} points on average and {7.2-15.1} on the ten with the least data.',
    'Speakers of {11-19} languages rated its answers more natural in {61-78}% of comparisons.',
  ],
  ideas: [
    {
      titles: [
        '{name}: Adding a Language from a Grammar Book and a Radio Archive',
        'From Broadcasts to Text: Teaching Models Unwritten Languages with {name}',
      ],
      claim:
        'a recipe that teaches a pretrained model a new language from one reference grammar and {40-120} hours of recorded speech',
      how: [
        'The grammar supplies exercises, the recordings supply usage, and a small adapter is all that is trained.',
        'Languages already known are protected by replaying their hardest, not their most frequent, sentences.',
      ],
      keywords: ['language adaptation', 'adapters', 'speech data', 'continual learning'],
    },
    {
      titles: [
        '{name}: Asking in One Language, Knowing in Another',
        'Where Do Multilingual Models Keep Their Facts? A Study with {name}',
      ],
      claim:
        'a method to trace in which language a model stores a fact and at which layer it is translated into the language of the question',
      how: [
        'Parallel questions are patched into one another layer by layer, for {4000-9000} facts of local rather than world-wide interest.',
        'We complement it with a light training objective that ties the layers at which languages meet.',
      ],
      keywords: ['cross-lingual knowledge', 'activation patching', 'consistency', 'interpretability'],
    },
    {
      titles: [
        '{name}: Riddles, Proverbs and Recipes from {32-58} Languages',
        'What Only Speakers Know: {name}, a Benchmark of Everyday Culture',
      ],
      suffix: 'Bench',
      study: true,
      claim: 'a benchmark of everyday knowledge written by native speakers in their own language and never translated',
      how: [
        'Questions ask for what a ten-year-old of the region would know and a search engine would not find on its first page.',
        'Every item was answered by five other speakers, and those on which they disagree form a set of their own.',
      ],
      results: [
        'The strongest model answers {44.8-63.2}% correctly, and the gap between the best and the worst language is {31-47} points.',
        'Asking in English raises the score for {60-80}% of languages, which suggests that the knowledge is there but out of reach.',
      ],
      keywords: ['benchmark', 'cultural knowledge', 'native speakers', 'evaluation'],
    },
    {
      titles: [
        '{name}: Tokenizers That Treat Every Script Alike',
        'Fair by Construction: Script-Balanced Tokenization with {name}',
      ],
      claim: 'a tokenizer that spends the same number of tokens on the same content in every script',
      how: [
        'Merges are chosen to minimise the worst ratio between parallel sentences instead of the average length.',
        'Existing models can be moved to it with embeddings initialised from overlapping byte sequences and {2-6} billion tokens of training.',
      ],
      keywords: ['tokenization', 'fairness', 'scripts', 'vocabulary transfer'],
    },
  ],
};
