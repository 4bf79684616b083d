import type { Field } from '../field';

export const SAFETY: Field = {
  weight: 3,
  keywords: ['AI safety', 'red teaming', 'alignment'],
  openings: [
    'Language models are deployed behind layers of training, filters and policy, each of which is tested on its own.',
    'Agents read pages, files and messages that anybody may have written, and obey what they read more often than they should.',
  ],
  gaps: [
    'Attackers test all layers together, with patience, and report nothing.',
    'Filters against such text either miss what is phrased politely or refuse so much that people turn to models without any.',
  ],
  results: [
    'Against {6-11} published and {2-4} adaptive attacks, {name} lowers the success rate from {41-68}% to {2.1-7.9}%, and helpful answers to harmless questions drop by less than {0.4-1.3} points.',
    'An external team given {30-80} hours and full knowledge of the defence found {2-5} bypasses, all of which needed more than {40-90} turns.',
  ],
  ideas: [
    {
      titles: [
        '{name}: Data Is Not a Command',
        'Separating What to Read from What to Do: Prompt Injection Defence with {name}',
      ],
      claim:
        'a defence against prompt injection that marks the origin of every token inside the model rather than in the prompt',
      how: [
        'A second, tiny embedding states whether a token was typed by the user, set by the developer or read from elsewhere, and no text can change it.',
        'Training rewards quoting and summarising of untrusted text and punishes any action that only untrusted text asks for.',
      ],
      keywords: ['prompt injection', 'instruction hierarchy', 'provenance embeddings', 'agents'],
    },
    {
      titles: [
        '{name}: Red Teaming by Patient Conversation',
        'Slow Jailbreaks: Automated Multi-Turn Red Teaming with {name}',
      ],
      claim:
        'an automated red team that plans over conversations of up to {60-150} turns and keeps a map of what has been refused',
      how: [
        'The map lets it return to a topic from another side days later, as people do.',
        'Successful conversations are reduced to their shortest form that still works, which makes the findings usable as training data.',
      ],
      keywords: ['jailbreak', 'multi-turn attacks', 'automated red teaming', 'robustness'],
    },
    {
      titles: [
        '{name}: Unlearning That Survives Relearning',
        'Forgotten for Good? Robust Machine Unlearning with {name}',
      ],
      claim: 'an unlearning method that removes the paths by which a fact could be learned again from related facts',
      how: [
        'During training an adversary fine-tunes the model on neighbouring knowledge, and the unlearning step is taken so as to stay effective afterwards.',
        'The cost is about {3-7} times that of ordinary fine-tuning.',
      ],
      keywords: ['machine unlearning', 'relearning attacks', 'bilevel optimisation', 'privacy'],
    },
    {
      titles: [
        'Would You Tell Me If You Were Unsure? {name} Measures Candour in Assistants',
        '{name}: A Benchmark of Candour Under Pressure',
      ],
      suffix: 'Bench',
      study: true,
      claim:
        'a benchmark that measures whether an assistant admits error, doubt and limits when the user would rather not hear of them',
      how: [
        'Its {1400-3600} conversations vary only the pressure: praise, haste, authority or money.',
        'Candour is scored against what the same model says when asked in private.',
      ],
      results: [
        'Under pressure, models withhold a doubt they hold in {22-39}% of cases; models trained on human preference do so about twice as often as their base models.',
        'A single sentence of permission in the system prompt recovers {35-60}% of the loss.',
      ],
      keywords: ['sycophancy', 'calibration', 'benchmark', 'RLHF'],
    },
  ],
};

export const INTERPRETABILITY: Field = {
  weight: 2,
  keywords: ['mechanistic interpretability', 'sparse autoencoders', 'language models'],
  openings: [
    'Mechanistic interpretability explains model behaviour by parts that can be named, measured and removed.',
    'Sparse autoencoders have given researchers a vocabulary for what happens inside language models.',
  ],
  gaps: [
    'The same network yields different parts each time the analysis is repeated, which makes it hard to build on earlier findings.',
    'Most explanations are tested on the prompts that suggested them.',
  ],
  results: [
    'The explanations of {name} predict the effect of held-out interventions with a correlation of {0.71-0.88}, against {0.42-0.61} for the best alternative.',
    'In a user study with {18-34} engineers, faults planted in a model were found {1.8-3.1} times faster.',
  ],
  ideas: [
    {
      titles: [
        '{name}: Features That Return When You Train Again',
        'Stable Dictionaries: Reproducible Sparse Autoencoders with {name}',
      ],
      claim: 'a way to train sparse autoencoders so that independent runs find the same features',
      how: [
        'Several dictionaries are trained side by side and a feature only survives if the others can express it in a few words.',
        'The remaining unstable directions turn out to be useful: they point to concepts that the model is still mixing up.',
      ],
      keywords: ['sparse autoencoder', 'feature stability', 'dictionary learning', 'reproducibility'],
    },
    {
      titles: [
        '{name}: Steering Without Side Effects',
        'Minimal Activation Steering: Changing One Behaviour and Nothing Else with {name}',
      ],
      claim:
        'an activation steering method that changes one behaviour while certifying that a list of others stays as it was',
      how: [
        'The steering direction is projected out of the subspace that matters for the protected behaviours, estimated from {100-400} prompts each.',
        'Its strength is chosen token by token, so that most tokens are left alone.',
      ],
      keywords: ['activation steering', 'control', 'side effects', 'representation engineering'],
    },
    {
      titles: [
        'How Transformers Count: A Complete Circuit, Found by {name}',
        '{name}: From Behaviour to Circuit in One Pass',
      ],
      claim: 'a circuit finder that scores all edges of a transformer in a single backward pass over paired prompts',
      how: [
        'Scores are corrected for self-repair, the tendency of later layers to replace what was removed.',
        'We use it to give a complete account of how models of three families keep count of items in a list.',
      ],
      keywords: ['circuit discovery', 'attribution', 'counting', 'self-repair'],
    },
    {
      titles: [
        'Reading Plans Before They Are Written: {name} Decodes Intent from Hidden States',
        '{name}: What a Language Model Intends to Say Next',
      ],
      claim: "a decoder that reads from a model's hidden state what it will say several sentences later",
      how: [
        "It is trained on summaries of the model's own continuations and outputs a short text instead of a label.",
        'Resampling shows which parts of the plan are fixed and which are still open.',
      ],
      keywords: ['probing', 'planning', 'hidden states', 'monitoring'],
    },
  ],
};

export const EVALUATION: Field = {
  weight: 3,
  keywords: ['evaluation', 'benchmark', 'language models'],
  openings: [
    'Benchmarks are retired almost as fast as they are published.',
    'A leaderboard orders models by an average over questions whose quality nobody has looked at for years.',
  ],
  gaps: [
    'Contamination, saturation and noise are known to every practitioner but are rarely measured before a number is reported.',
    'A difference of half a point decides which model is announced as better, although the same model varies by more between two runs.',
  ],
  results: [
    'Applied to {14-27} popular benchmarks, {name} reproduces the full ranking of {40-90} models from {3-9}% of the questions.',
    'It flags {4.1-11.3}% of all questions as broken; two annotators confirm {86-94}% of these.',
  ],
  ideas: [
    {
      titles: [
        '{name}: Benchmarks with Error Bars',
        'How Many Questions Are Enough? Adaptive Benchmarking with {name}',
      ],
      claim:
        'an adaptive test that asks each model only the questions that still tell something about it, and reports an interval instead of a number',
      how: [
        'Item parameters are estimated from public results and updated whenever a new model is tested.',
        'Questions whose answers contradict everything else known about a model are set aside for review.',
      ],
      keywords: ['item response theory', 'adaptive testing', 'uncertainty', 'leaderboards'],
    },
    {
      titles: ['{name}: Judges That Admit a Draw', 'Calibrated Model Judges: Ties, Doubts and Appeals with {name}'],
      suffix: 'Judge',
      claim:
        'a model judge that may call a draw, ask for a second opinion or decline, and is trained on when people do so',
      how: [
        'Training pairs come from {7-16} thousand comparisons by three experts each, with their disagreement kept rather than averaged away.',
        'Position and length preferences are removed by construction: the judge never sees two answers at once.',
      ],
      results: [
        'It agrees with the majority of experts in {84.2-91.5}% of comparisons, where a prompted model of five times its size reaches {73.1-79.8}%.',
        'Its doubts are well placed: on the {12-21}% of pairs that it hands back, experts disagree with one another {2.3-3.6} times as often.',
      ],
      keywords: ['LLM-as-a-judge', 'calibration', 'human agreement', 'reward model'],
    },
    {
      titles: [
        '{name}: A Benchmark That Writes Itself Anew Every Month',
        'Fresh Questions from Fresh Papers: {name}, a Living Benchmark',
      ],
      study: true,
      claim:
        'a living benchmark whose questions are written every month from papers that appeared after all tested models were trained',
      how: [
        'Questions are drafted by models, attacked by other models and accepted by people; old months stay available for comparison.',
        'Difficulty is anchored by a fixed set of {200-500} questions that is never published.',
      ],
      results: [
        'Scores drop by {6.2-14.8} points between the last month a model can have seen and the first that it cannot.',
        'The order of the top five models changes in {5-8} of the first {9-12} months.',
      ],
      keywords: ['contamination', 'living benchmark', 'scientific questions', 'benchmark'],
    },
    {
      titles: ['The Cost of a Point: {name} Puts Prices on Progress', '{name}: Comparing Models at Equal Cost'],
      study: true,
      claim:
        'a protocol that compares models and agents at equal cost in money, time and energy instead of at equal effort of their authors',
      how: [
        'Costs are metered by a proxy that all systems must use and include failed attempts.',
        'Results are curves; a system is called better only where its curve lies above.',
      ],
      results: [
        'Of {31-52} published improvements that we re-examine, {38-57}% vanish at equal cost, mostly those that sample repeatedly.',
        'Simple retries with a cheap verifier are on the frontier for {5-8} of {9-11} tasks.',
      ],
      keywords: ['cost-aware evaluation', 'energy', 'agents', 'Pareto frontier'],
    },
  ],
};

export const THEORY: Field = {
  weight: 2,
  keywords: ['learning theory', 'optimisation', 'generalisation'],
  openings: [
    'Why large networks generalise although they could memorise remains only partly understood.',
    'In-context learning looks like learning, but it leaves no trace in the weights.',
  ],
  gaps: [
    'Existing bounds either hold for networks nobody uses or say nothing at the sizes that matter.',
    'The settings in which theory and experiment agree are narrow: linear data, one layer, infinite width.',
  ],
  results: [
    'The predictions of {name} hold within {4-11}% for transformers of {2-6} to {24-48} layers trained on real text.',
    'Experiments on {5-9} data sets confirm the predicted transition and its exponent of {0.31-0.74}.',
  ],
  ideas: [
    {
      titles: [
        'In-Context Learning Is Regression on Features You Did Not Choose',
        'A Theory of In-Context Learning with Learned Features',
      ],
      claim: 'a solvable model of in-context learning in which features and their use are learned at different speeds',
      how: [
        'We prove that the slow process sets a ceiling for the fast one, and give the ceiling in closed form.',
        'It explains why longer prompts help up to a length that depends on pretraining but not on the task.',
      ],
      keywords: ['in-context learning', 'feature learning', 'mean-field theory', 'transformers'],
    },
    {
      titles: [
        'Sharpness Is a Symptom: {name} and the Geometry of Large Learning Rates',
        '{name}: What Large Learning Rates Really Regularise',
      ],
      claim: 'an effective description of training at the edge of stability in terms of a few slow variables',
      how: [
        'Fast oscillations average out and leave a force that balances the scales of consecutive layers.',
        'From it follows a learning rate schedule without free parameters.',
      ],
      keywords: ['edge of stability', 'implicit bias', 'learning rate schedules', 'sharpness'],
    },
    {
      titles: [
        'Lower Bounds for Looking Things Up: What Attention Cannot Retrieve',
        'How Many Heads Does Retrieval Need? Tight Bounds for Attention',
      ],
      claim:
        'tight bounds on the number of heads and the width that a transformer needs to look up several facts at once',
      how: [
        'The proof reduces lookup to a communication game and is constructive in one direction: we give weights that attain the bound.',
        'Trained models come within a factor of two of it, and fail just below.',
      ],
      keywords: ['expressivity', 'attention', 'communication complexity', 'retrieval heads'],
    },
    {
      titles: [
        '{name}: An Optimiser Derived from Invariance',
        'Which Optimisers Respect the Architecture? Deriving {name} from Symmetry',
      ],
      claim: 'an optimiser that follows from asking that its steps do not depend on how a network is parametrised',
      how: [
        'For matrices the condition leads to a cheap iteration that costs {1.1-1.4} times as much as the usual moments.',
        'Hyperparameters transfer from width {128-256} to width {4096-8192} without a new search.',
      ],
      keywords: ['optimisers', 'invariance', 'hyperparameter transfer', 'matrix methods'],
    },
  ],
};
