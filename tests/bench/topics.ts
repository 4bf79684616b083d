import { EXAMPLE_TOPICS } from '@/lib/core/topics/examples';
import type { Topic, TopicColour } from '@/lib/core/topics/topic';

/** What users add to the ready-made ones: fields by name, facts, states, numbers, dates, prefixes, long ORs. */
const OWN_QUERIES = [
  'has:code upvotes:>=20',
  'is:unread ("test-time" OR inference) scaling -title:survey',
  'author:"Yann LeCun" OR author:"Fei-Fei Li" OR author:Bengio',
  'org:(nvidia OR google OR deepmind) video',
  'tokenizer OR tokenization OR "byte-level" OR detokeniz*',
  'title:(survey OR review OR tutorial) date:7d',
  '(multilingual OR "low-resource language" OR translation) -code',
  'keyword:"state space model" OR mamba OR "linear attention"',
  'stars:>=500 has:project',
  '"federated learning" OR "differential privacy" OR "membership inference"',
  '(graph OR "knowledge graph") AND (transformer OR "neural network") NOT molecul*',
  'embedding OR "contrastive learning" OR "metric learning"',
  '"time series" OR forecasting OR anomal*',
];

/** The topics of somebody with `count` of them: ready-made ones first, then their own. At most 50. */
export function toBenchTopics(count: number): Topic[] {
  const queries = [
    ...EXAMPLE_TOPICS.map(({ name, query }) => ({ name, query })),
    ...OWN_QUERIES.map((query, i) => ({ name: `Own ${i + 1}`, query })),
  ];
  if (queries.length < count) throw new Error(`There are ${queries.length} topics, and ${count} were asked for.`);
  return queries.slice(0, count).map(({ name, query }, position) => ({
    id: `00000000-0000-4000-8000-${String(position).padStart(12, '0')}`,
    name,
    query,
    colour: (position % 8) as TopicColour,
    badge: true,
    notify: false,
    enabled: true,
    position,
    createdAt: 0,
    updatedAt: 0,
  }));
}
