import { daysBetween } from '../days/day';
import { isNew } from '../papers/new';
import type { Paper } from '../papers/paper';
import type { FactNode, HasValue, IsValue, NumberField } from './ast';
import type { CompiledQuery, Subject } from './query';

type Needs = CompiledQuery['needs'];

/** A fact made ready to be asked. */
export interface Fact {
  holds(subject: Subject): boolean;
  /** In words, for a subject it holds for: "28 upvotes". */
  toWords(subject: Subject): string;
  needs: Partial<Needs>;
}

const HAS: Record<HasValue, { holds(subject: Subject): boolean; words: string; needs: Partial<Needs> }> = {
  code: { holds: ({ paper }) => Boolean(paper.githubRepo), words: 'has code', needs: {} },
  project: { holds: ({ paper }) => Boolean(paper.projectPage), words: 'has a project page', needs: {} },
  media: { holds: ({ paper }) => paper.mediaUrls.length > 0, words: 'has pictures or video', needs: {} },
  note: { holds: ({ status }) => Boolean(status?.note?.value.trim()), words: 'has a note', needs: { status: true } },
};

const IS: Record<IsValue, (subject: Subject) => boolean> = {
  new: (subject) => isNew(subject, subject.today),
  unread: ({ status }) => status?.read?.value !== true,
  read: ({ status }) => status?.read?.value === true,
  starred: ({ status }) => status?.starred?.value === true,
  later: ({ status }) => status?.later?.value === true,
  dismissed: ({ status }) => status?.dismissed?.value === true,
};

const IS_WORDS: Partial<Record<IsValue, string>> = { later: 'kept for later' };

/** `undefined` where the feed says nothing: such a paper is neither above nor below any number. */
const NUMBERS: Record<NumberField, { of(paper: Paper): number | undefined; one: string; many: string }> = {
  upvotes: { of: (paper) => paper.upvotes, one: 'upvote', many: 'upvotes' },
  comments: { of: (paper) => paper.comments, one: 'comment', many: 'comments' },
  stars: { of: (paper) => paper.githubStars, one: 'star', many: 'stars' },
};

/** What a fact of the query asks of a paper. */
export function toFact(node: FactNode): Fact {
  switch (node.kind) {
    case 'has': {
      const { holds, words, needs } = HAS[node.value];
      return { holds, needs, toWords: () => words };
    }
    case 'is': {
      const words = IS_WORDS[node.value] ?? node.value;
      const needs = node.value === 'new' ? { status: true, seen: true, today: true } : { status: true };
      return { holds: IS[node.value], needs, toWords: () => words };
    }
    case 'number': {
      const { of, one, many } = NUMBERS[node.field];
      const holds = ({ paper }: Subject) => {
        const number = of(paper);
        return number !== undefined && number >= node.min && number <= node.max;
      };
      const toWords = ({ paper }: Subject) => `${of(paper)?.toLocaleString('en')} ${of(paper) === 1 ? one : many}`;
      return { holds, toWords, needs: {} };
    }
    case 'days':
      return {
        holds: ({ paper }) => paper.dailyDate >= node.first && paper.dailyDate <= node.last,
        toWords: toListed,
        needs: {},
      };
    case 'recent':
      return {
        holds: ({ paper, today }) => {
          const age = daysBetween(paper.dailyDate, today);
          // A paper from tomorrow (a clock that is slow) is recent, but not today's.
          return node.todayOnly ? age === 0 : age < node.days;
        },
        toWords: toListed,
        needs: { today: true },
      };
  }
}

function toListed({ paper }: Subject): string {
  return `listed on ${paper.dailyDate}`;
}
