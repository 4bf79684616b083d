import type { Field } from '../field';

export const RETRIEVAL: Field = {
  weight: 3,
  keywords: ['retrieval-augmented generation', 'dense retrieval', 'question answering'],
  openings: [
    'Retrieval-augmented generation grounds language models in documents they were not trained on.',
    'Search has become the first tool a language model reaches for when it is asked about something recent or rare.',
  ],
  gaps: [
    'Retrievers are still optimised for relevance to the question, which is not the same as usefulness to the model that has to answer it.',
    'When sources disagree, present systems quietly follow the one that comes first or is most fluent, and readers cannot tell.',
  ],
  results: [
    'On {5-8} question answering sets, {name} improves exact match by {2.2-7.4} points and reads {31-57}% fewer passages.',
    'Answers are supported by their citations in {84.1-93.6}% of cases, up from {66.2-78.5}%, with no loss in fluency as judged by {6-14} annotators.',
  ],
  ideas: [
    {
      titles: [
        '{name}: Retrieval That Knows What the Reader Already Knows',
        'Only Fetch What Is Missing: Reader-Aware Retrieval with {name}',
      ],
      suffix: 'RAG',
      claim: 'a retriever that is conditioned on what its reader would answer without any document',
      how: [
        'The closed-book draft is split into claims, each with a confidence, and only the uncertain ones become queries.',
        'Training needs no relevance labels: a passage is a positive if it changes a wrong draft into a right answer.',
      ],
      keywords: ['RAG', 'adaptive retrieval', 'uncertainty', 'closed-book knowledge'],
    },
    {
      titles: [
        '{name}: When Sources Disagree',
        'Conflict as a Signal: Retrieval-Augmented Answers over Contradicting Sources with {name}',
      ],
      claim: 'an answering scheme that makes disagreement between sources explicit before it writes a single sentence',
      how: [
        'Passages are grouped by the claim they support, each group is dated and its provenance traced to the earliest copy we can find.',
        'The model then answers once per group and states which group it follows and why.',
        'A page that merely repeats another counts once.',
      ],
      keywords: ['knowledge conflicts', 'provenance', 'citation', 'factuality'],
    },
    {
      titles: [
        '{name}: A Late-Interaction Index That Fits on a Phone',
        'Dense Retrieval in {64-256} Megabytes: The {name} Index',
      ],
      claim:
        'a compressed late-interaction index that keeps most of the quality of token-level matching at the size of a single-vector one',
      how: [
        'Tokens that never decide a ranking are dropped while indexing, and the others share a codebook learned per collection.',
        'Scoring works on the codes directly and stays under {9-30} milliseconds on a mobile processor.',
      ],
      keywords: ['late interaction', 'index compression', 'on-device search', 'reranking'],
    },
    {
      titles: [
        "{name}: Deep Research Agents Under an Auditor's Eye",
        'Do Deep Research Reports Hold Up? {name}, an Audit of {1200-4800} Claims',
      ],
      suffix: 'Audit',
      study: true,
      claim:
        'a protocol for auditing the reports of deep research systems claim by claim, down to the table cell a number was taken from',
      how: [
        'Professional fact checkers traced every claim of {90-180} reports and recorded the kind of each error.',
        'From their records we train an automatic auditor that agrees with them as often as they agree with each other.',
      ],
      results: [
        'Between {11.4-18.2}% and {24.1-33.7}% of claims are unsupported, depending on the system; numbers with units are the most frequent victims.',
        'Half of all errors enter when a figure is carried from one note to the next, not when it is read.',
      ],
      keywords: ['deep research', 'fact checking', 'claim verification', 'evaluation'],
    },
  ],
};
