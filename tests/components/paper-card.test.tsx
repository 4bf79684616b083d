import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { PaperCard, type PaperCardProps } from '@/components/paper/PaperCard';
import { makePaper } from './make-paper';

function show(change: Partial<PaperCardProps> = {}) {
  const actions = { onToggle: vi.fn(), onOpenLink: vi.fn(), onSearch: vi.fn() };
  const props: PaperCardProps = {
    paper: makePaper(),
    isNew: false,
    read: false,
    open: false,
    compact: false,
    today: '2026-11-23',
    listDay: '2026-11-20',
    topics: [],
    actions,
    ...change,
  };
  const view = render(<PaperCard {...props} />);
  return { ...view, actions, card: view.container.querySelector('article') as HTMLElement };
}

describe('a card at rest', () => {
  it('shows two authors and how many are left, the organisation, and the date that is not the day’s', () => {
    const { card } = show();
    expect(card.querySelector('.card-authors')?.textContent).toBe(
      'Ines Okafor, Daniel Brandt + 3 authors\u00a0· Northfield Lab\u00a0· Nov 18',
    );
  });

  it('does not repeat the date of the day', () => {
    const { card } = show({ listDay: '2026-11-18' });
    expect(card.textContent).not.toContain('Nov 18');
  });

  it('writes the year of a paper of another year', () => {
    const { card } = show({ paper: makePaper({ publishedAt: '2022-11-17T00:00:00.000Z' }) });
    expect(card.textContent).toContain('Nov 17, 2022');
  });

  it('shows the remaining names on demand and hides them again', () => {
    const { card } = show();
    fireEvent.click(screen.getByRole('button', { name: '+ 3 authors' }));
    expect(card.textContent).toContain('Mei Tanaka, Luca Moretti, Ana Silva');
    fireEvent.click(screen.getByRole('button', { name: 'fewer' }));
    expect(card.textContent).not.toContain('Ana Silva');
  });

  it('shows upvotes, comments, code and stars, and the topics that matched', () => {
    const { card } = show({ topics: [{ id: 'a', name: 'Agents', colour: 0 }] });
    expect(card.querySelector('.facts')?.textContent).toBe('upvotes: 1283 commentscodestars: 1.2kAgents');
  });

  it('tells of a topic which words made it match, when it is pointed at', () => {
    const tell = vi.fn(() => 'agents in title');
    const { card } = show({ topics: [{ id: 'a', name: 'Agents', colour: 0, tell }] });
    const topic = card.querySelector('.fact-topics li') as HTMLElement;
    expect(tell).not.toHaveBeenCalled();
    fireEvent.mouseEnter(topic);
    expect(topic.title).toBe('Agents: agents in title');
  });

  it('names two topics and counts the others', () => {
    const tell = () => 'video in title';
    const topics = ['Agents', 'Speech', 'Video', 'Robots'].map((name, i) => ({ id: name, name, colour: i as 0, tell }));
    const { card } = show({ topics });
    expect(card.querySelector('.fact-topics')?.textContent).toBe('AgentsSpeech+2');
    const more = card.querySelector('.fact-more') as HTMLElement;
    expect(more.title).toBe('Video, Robots');
    fireEvent.mouseEnter(more);
    expect(more.title).toBe('Video: video in title\nRobots: video in title');
  });

  it('says that it is new in words as well as with the dot', () => {
    expect(show({ isNew: true }).card.textContent).toContain('New');
  });

  it('lays out no more of a long abstract than its two lines can show, and all of it when it is open', () => {
    const paper = makePaper({ summary: 'A sentence of the abstract. '.repeat(80).trim() });
    const shown = (open: boolean) => show({ paper, open }).card.querySelector('.card-abstract')?.textContent ?? '';
    const atRest = shown(false);
    expect(atRest.length).toBeLessThan(600);
    expect(paper.summary.startsWith(atRest.replace(/ …$/, ' ')) && atRest.length > 400).toBe(true);
    expect(atRest).toMatch(/(?:A|sentence|of|the|abstract\.) …$/);
    cleanup();
    expect(shown(true)).toBe(paper.summary);
  });

  it('leaves the abstract out where the list is compact', () => {
    expect(show({ compact: true }).card.querySelector('.card-abstract')).toBeNull();
  });
});

describe('a paper that lacks things', () => {
  it('shows without authors, organisation and date', () => {
    const { publishedAt, organization, ...paper } = makePaper({ authors: [] });
    expect(show({ paper }).card.querySelector('.card-authors')).toBeNull();
  });

  it('shows with an organisation alone', () => {
    const { publishedAt, ...paper } = makePaper({ authors: [] });
    expect(show({ paper }).card.querySelector('.card-authors')?.textContent).toBe('Northfield Lab');
  });

  it('says in the open card that there is no abstract', () => {
    const paper = makePaper({ summary: '' });
    expect(show({ paper, open: true }).card.textContent).toContain('The feed has no abstract of this paper.');
  });

  it('shows neither code nor comments where there are none', () => {
    const { githubRepo, githubStars, ...paper } = makePaper({ comments: 0 });
    expect(show({ paper }).card.querySelector('.facts')?.textContent).toBe('upvotes: 128');
  });
});

describe('opening a card', () => {
  it('opens by a click on the title, and says whether it is open', () => {
    const { actions } = show();
    const title = screen.getByRole('button', { name: /Patient Planners/ });
    expect(title.getAttribute('aria-expanded')).toBe('false');
    fireEvent.click(title);
    expect(actions.onToggle).toHaveBeenCalledTimes(1);
    expect(actions.onToggle).toHaveBeenCalledWith('2611.01234');
  });

  it('opens by a click anywhere on it', () => {
    const { actions, card } = show();
    fireEvent.click(card.querySelector('.card-abstract') as Element);
    expect(actions.onToggle).toHaveBeenCalledTimes(1);
  });

  it('stays as it is when the click ends a selection of its text', () => {
    const { actions, card } = show({ open: true });
    const abstract = card.querySelector('.card-abstract') as Element;
    getSelection()?.selectAllChildren(abstract);
    fireEvent.click(abstract);
    getSelection()?.removeAllRanges();
    expect(actions.onToggle).not.toHaveBeenCalled();
  });

  it('marks the matched words and says which topic they belong to', () => {
    const why = {
      reasons: [{ id: 'a', name: 'Agents', colour: 0 as const, words: 'agents in abstract' }],
      title: [{ from: 31, to: 39 }],
      abstract: [{ from: 24, to: 30 }],
    };
    const { card } = show({ open: true, why });
    expect([...card.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(['Tool Use', 'agents']);
    expect(card.querySelector('.card-why')?.textContent).toBe('Agents agents in abstract');
  });

  it('marks nothing at rest', () => {
    const why = { reasons: [], title: [{ from: 0, to: 7 }], abstract: [] };
    expect(show({ why }).card.querySelector('mark')).toBeNull();
  });
});

describe('the links', () => {
  const addresses = (card: HTMLElement) => [...card.querySelectorAll('a')].map((link) => link.getAttribute('href'));

  it('are true links, in the order Hugging Face, arXiv, PDF, Code, Project', () => {
    const { card } = show({ open: true });
    expect(addresses(card)).toEqual([
      'https://huggingface.co/papers/2611.01234',
      'https://arxiv.org/abs/2611.01234',
      'https://arxiv.org/pdf/2611.01234',
      'https://github.com/northfield/planners',
      'https://northfield.example/planners',
    ]);
  });

  it('hand over a plain click instead of following it, and do not close the card', () => {
    const { actions } = show({ open: true });
    const event = new MouseEvent('click', { bubbles: true, cancelable: true });
    screen.getByRole('link', { name: 'arXiv' }).dispatchEvent(event);
    expect(event.defaultPrevented).toBe(true);
    expect(actions.onOpenLink).toHaveBeenCalledWith(expect.anything(), 'https://arxiv.org/abs/2611.01234', {
      background: false,
    });
    expect(actions.onToggle).not.toHaveBeenCalled();
  });

  it.each([{ ctrlKey: true }, { metaKey: true }])('open behind this tab with %j', (keys) => {
    const { actions } = show({ open: true });
    fireEvent.click(screen.getByRole('link', { name: 'PDF' }), keys);
    expect(actions.onOpenLink).toHaveBeenCalledWith(expect.anything(), expect.anything(), { background: true });
  });

  it('open behind this tab with the middle button', () => {
    const { actions } = show({ open: true });
    const event = new MouseEvent('auxclick', { bubbles: true, cancelable: true, button: 1 });
    screen.getByRole('link', { name: 'PDF' }).dispatchEvent(event);
    expect(actions.onOpenLink).toHaveBeenCalledWith(expect.anything(), expect.anything(), { background: true });
  });
});

describe('the signs in the corner', () => {
  it('tell a star and a mark for later at rest', () => {
    const { card } = show({ starred: true, later: true });
    expect(card.querySelector('.card-signs')?.textContent).toBe('For laterStarred');
  });

  it('are absent where the user made nothing of the paper', () => {
    expect(show().card.querySelector('.card-signs')).toBeNull();
  });
});

describe('the title', () => {
  const link = 'https://huggingface.co/papers/2611.01234';

  it.each([{ ctrlKey: true }, { metaKey: true }])('opens the first link behind this tab with %j', (keys) => {
    const { actions } = show();
    fireEvent.click(screen.getByRole('button', { name: /Patient Planners/ }), keys);
    expect(actions.onOpenLink).toHaveBeenCalledWith(expect.anything(), link, { background: true });
    expect(actions.onToggle).not.toHaveBeenCalled();
  });

  it('does so with the middle button too', () => {
    const { actions } = show();
    const event = new MouseEvent('auxclick', { bubbles: true, cancelable: true, button: 1 });
    screen.getByRole('button', { name: /Patient Planners/ }).dispatchEvent(event);
    expect(actions.onOpenLink).toHaveBeenCalledWith(expect.anything(), link, { background: true });
  });
});

describe('an open card', () => {
  it('looks for the other papers of an author, an organisation, a keyword', () => {
    const { actions } = show({ open: true, paper: makePaper({ keywords: ['tool use'] }) });
    for (const name of ['Ines Okafor', 'Northfield Lab', 'tool use'])
      fireEvent.click(screen.getByRole('button', { name }));
    expect(actions.onSearch.mock.calls).toEqual([
      ['author', 'Ines Okafor'],
      ['org', 'Northfield Lab'],
      ['keyword', 'tool use'],
    ]);
  });

  it('of a paper the feed has lost says so and keeps its link', () => {
    const paper = makePaper({ summary: '' });
    const { card } = show({ open: true, paper, lost: { link: 'https://example.org/kept' } });
    expect(card.textContent).toContain('The feed does not hold this paper any more.');
    expect(screen.getByRole('link', { name: 'Kept link' }).getAttribute('href')).toBe('https://example.org/kept');
  });
});
