import { act, fireEvent, render, screen, within } from '@testing-library/preact';
import axe from 'axe-core';
import { describe, expect, it, vi } from 'vitest';
import { CatchList } from '@/components/topics/CatchList';
import { DayBars } from '@/components/topics/DayBars';
import { ExamplePicker } from '@/components/topics/ExamplePicker';
import { Overlap } from '@/components/topics/Overlap';
import { QueryField } from '@/components/topics/QueryField';
import { toColouredPieces } from '@/components/topics/query-pieces';
import { TopicEditor, type TopicEditorProps } from '@/components/topics/TopicEditor';
import { TopicList } from '@/components/topics/TopicList';
import { TopicPreview } from '@/components/topics/TopicPreview';
import { addDays } from '@/lib/core/days/day';
import { parseQuery } from '@/lib/core/query/parse-query';
import type { TopicColour } from '@/lib/core/topics/topic';
import { makePaper } from './make-paper';

const TODAY = '2026-11-20';

/** Colours are checked on the real page: a light DOM lays nothing out. */
async function findFaults(container: Element): Promise<string[]> {
  const { violations } = await axe.run(container, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
}

describe('the field of a query', () => {
  const BROKEN = 'agent* (planning';

  function show(value: string) {
    const result = parseQuery(value);
    const calls = { onInput: vi.fn(), onDone: vi.fn() };
    const view = render(
      <QueryField
        label="Matches papers that contain"
        value={value}
        tokens={result.tokens}
        error={result.ok ? undefined : result.error}
        note="Showing the last version that was complete."
        {...calls}
      />,
    );
    return { ...view, ...calls, field: screen.getByLabelText('Matches papers that contain') };
  }

  it('underlines the error where it stands and says what to write instead', () => {
    const { container, field } = show(BROKEN);
    const wrong = [...container.querySelectorAll('.query-wrong')].map((piece) => piece.textContent).join('');
    expect(BROKEN).toContain(wrong);
    expect(wrong.startsWith('(')).toBe(true);
    expect(field.getAttribute('aria-invalid')).toBe('true');
    const words = document.getElementById(field.getAttribute('aria-describedby') ?? '');
    expect(words?.textContent).toMatch(/bracket.*Showing the last version that was complete\.$/);
  });

  it('keeps what is to be written apart from what is said after it', () => {
    show('agents author:');
    screen.getByText(
      'Write what to look for right after the colon, for example author:"Fei-Fei Li" · Showing the last version that was complete.',
    );
  });

  it('is quiet while the query is complete', () => {
    const { container, field } = show('agent* planning');
    expect(container.querySelector('.query-wrong')).toBeNull();
    expect(field.hasAttribute('aria-invalid')).toBe(false);
  });

  it('is done with Enter, but not with the Enter that ends a composed word', () => {
    const { field, onDone } = show('agent');
    fireEvent.keyDown(field, { key: 'Enter', isComposing: true });
    expect(onDone).not.toHaveBeenCalled();
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(onDone).toHaveBeenCalledTimes(1);
  });

  it.each([BROKEN, '(agent* OR "tool use") language -survey upvotes:>=5', '"', 'a  b\u00a0c', ''])(
    'shows letter by letter what was typed: %s',
    (text) => {
      const result = parseQuery(text);
      const pieces = toColouredPieces(text, result.tokens, result.ok ? undefined : result.error);
      expect(
        pieces
          .filter(({ from }) => from < text.length)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text);
    },
  );

  it('colours operators, phrases and field names', () => {
    const { container } = show('(agent* OR "tool use") -survey upvotes:>=5');
    const look = (name: string) => [...container.querySelectorAll(name)].map((piece) => piece.textContent);
    expect(look('.query-operator')).toContain('OR');
    expect(look('.query-phrase')).toEqual(['"tool use"']);
    expect(look('.query-field-name')[0]).toMatch(/^upvotes/);
  });
});

describe('what a screen reader hears while a query is typed', () => {
  const show = (value: string, spoken: string) => {
    const result = parseQuery(value);
    return (
      <QueryField
        label="Query"
        value={value}
        error={result.ok ? undefined : result.error}
        spoken={spoken}
        onInput={vi.fn()}
        onDone={vi.fn()}
      />
    );
  };
  const said = () => screen.getByRole('status').textContent;
  const pass = (ms: number) => act(() => void vi.advanceTimersByTime(ms));

  it('is nothing before the keys pause for a second, then the answer, or the error instead of it', () => {
    vi.useFakeTimers();
    const { container, rerender } = render(show('agents', ''));
    rerender(show('agents (', ''));
    pass(700);
    rerender(show('agents (p', ''));
    pass(700);
    rerender(show('agents (p)', '2 hits'));
    pass(700);
    expect(said()).toBe('');
    pass(300);
    expect(said()).toBe('2 hits');
    rerender(show('agents (p) (', '2 hits'));
    pass(999);
    expect(said()).toBe('2 hits');
    pass(1);
    expect(said()).toMatch(/not closed/);
    expect(container.querySelectorAll('[aria-live], [role="status"], [role="alert"]')).toHaveLength(1);
    vi.useRealTimers();
  });
});

describe('the list of topics', () => {
  const lines = ['Agents', 'Speech', 'From my lab'].map((name, i) => ({
    id: `t${i}`,
    name,
    colour: i as TopicColour,
    enabled: i < 2,
    newCount: i === 0 ? 4 : 0,
    hasDraft: i === 1,
  }));

  it('tells of each how many are new, that it is off, or that its text is not saved', () => {
    render(<TopicList topics={lines} current="t0" onMove={vi.fn()} />);
    expect(screen.getAllByRole('link').map((link) => link.textContent)).toEqual([
      'Agents4 new',
      'Speechnot saved',
      'From my laboff',
    ]);
    expect(screen.getAllByRole('link')[0]?.getAttribute('aria-current')).toBe('true');
    expect(screen.getAllByRole('link')[1]?.getAttribute('href')).toBe('#topics/t1');
  });

  it('moves a row to where it is dropped', async () => {
    // Preact looks for these to find the event's name; the light DOM lacks them, browsers do not.
    for (const name of ['ondragstart', 'ondragover', 'ondrop', 'ondragend'])
      Object.assign(HTMLElement.prototype, { [name]: null });
    const onMove = vi.fn();
    render(<TopicList topics={lines} current="t0" onMove={onMove} />);
    const rows = screen.getAllByRole('listitem');
    const drag = (what: 'dragStart' | 'dragOver' | 'drop', row: number) =>
      act(async () => void fireEvent[what](rows[row] as Element));
    await drag('dragStart', 0);
    await drag('dragOver', 2);
    expect(rows[2]?.className).toBe('drops-below');
    await drag('drop', 2);
    expect(onMove).toHaveBeenCalledWith('t0', 2);
  });
});

describe('the editor of a topic', () => {
  const props: TopicEditorProps = {
    isStored: true,
    name: '',
    defaultName: 'Agent or tool use',
    query: 'agent OR "tool use"',
    colour: 2,
    badge: true,
    notify: false,
    enabled: true,
    saveWords: 'Saved',
    onName: vi.fn(),
    onQuery: vi.fn(),
    onColour: vi.fn(),
    onBadge: vi.fn(),
    onNotify: vi.fn(),
    onEnabled: vi.fn(),
    onDone: vi.fn(),
    onDelete: vi.fn(),
    children: <p>What it catches</p>,
  };

  it('offers the name it would get, and says that it is saved', () => {
    render(<TopicEditor {...props} />);
    expect(screen.getByLabelText('Name').getAttribute('placeholder')).toBe('Agent or tool use');
    screen.getByText('Saved');
  });

  it('names all eight colours and writes out the chosen one', () => {
    const onColour = vi.fn();
    render(<TopicEditor {...props} onColour={onColour} />);
    const group = screen.getByRole('group', { name: 'Colour: Green' });
    const radios = within(group).getAllByRole('radio');
    expect(new Set(radios.map((radio) => radio.getAttribute('aria-label'))).size).toBe(8);
    fireEvent.click(screen.getByRole('radio', { name: 'Pink' }));
    expect(onColour).toHaveBeenCalledWith(5);
  });

  it('switches the topic, its place on the badge and its alerts', () => {
    const calls = { onBadge: vi.fn(), onNotify: vi.fn(), onEnabled: vi.fn() };
    render(<TopicEditor {...props} {...calls} />);
    fireEvent.click(screen.getByRole('switch', { name: 'On' }));
    fireEvent.click(screen.getByRole('switch', { name: 'Count on the badge' }));
    fireEvent.click(screen.getByRole('switch', { name: 'Notify me' }));
    expect(calls.onNotify).toHaveBeenCalledWith(true);
    expect(calls.onEnabled).toHaveBeenCalledWith(false);
    expect(calls.onBadge).toHaveBeenCalledWith(false);
  });

  it('offers nothing to delete or switch off before there is a topic', () => {
    render(<TopicEditor {...props} isStored={false} />);
    expect(screen.queryByRole('button', { name: 'Delete topic' })).toBeNull();
    expect(screen.queryByRole('switch', { name: 'On' })).toBeNull();
    expect(screen.queryByRole('switch', { name: 'Notify me' })).toBeNull();
  });

  it.each(['', 'agent ('])('has no fault that axe knows, with the query "%s"', async (query) => {
    const result = parseQuery(query);
    const { container } = render(
      <TopicEditor {...props} query={query} error={result.ok ? undefined : result.error} errorNote="Kept." />,
    );
    expect(await findFaults(container)).toEqual([]);
  });
});

describe('what a topic catches', () => {
  function explain(query: string, change = {}) {
    const result = parseQuery(query);
    if (!result.ok) throw new Error(result.error.message);
    const subject = { paper: makePaper({ ...change }), seen: false, today: TODAY };
    return { subject, matches: result.query.explain(subject), href: 'https://huggingface.co/papers/2611.01234' };
  }

  it('marks the matched words in title and abstract and says why', () => {
    const { container } = render(<CatchList papers={[explain('"tool use" agents')]} today={TODAY} onOpen={vi.fn()} />);
    expect([...container.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(['Tool Use', 'agents']);
    expect(container.querySelector('.catch-why')?.textContent).toMatch(
      /Today.*tool use.* in title, agents in abstract/,
    );
  });

  it('says of a new paper that it is new, not only by a dot', () => {
    render(<CatchList papers={[explain('planners')]} today={TODAY} onOpen={vi.fn()} />);
    // `dir="auto"` looks for the first letter outside of what has a direction itself.
    const ownWords = screen.getByText('New:');
    expect(ownWords.closest('[dir]')).toBe(ownWords);
    expect(screen.getByRole('heading', { level: 3 }).textContent).toMatch(/^New: /);
  });

  it('opens a paper through the page that marks it read', () => {
    const onOpen = vi.fn();
    render(<CatchList papers={[explain('planners')]} today={TODAY} onOpen={onOpen} />);
    fireEvent.click(screen.getByRole('link'), { ctrlKey: true });
    expect(onOpen).toHaveBeenCalledWith(expect.objectContaining({ id: '2611.01234' }), true);
  });

  it('shows markup in a title and an abstract as text (FAULTS 30)', () => {
    const evil = '<img src=x onerror="globalThis.hit=1"><script>globalThis.hit=1</script> agents';
    const { container } = render(
      <CatchList papers={[explain('agents', { title: evil, summary: evil })]} today={TODAY} onOpen={vi.fn()} />,
    );
    expect(container.querySelector('img, script')).toBeNull();
    expect(container.querySelector('h3')?.textContent).toContain(evil);
  });

  it('says of which other topics it catches papers too, each a link to that topic', () => {
    const line = (id: string, name: string, hits: number) => ({ id, name, hits, colour: 1 as TopicColour });
    render(<Overlap topics={[line('a', 'From my lab', 2), line('b', 'Video diffusion', 6), line('c', 'Speech', 0)]} />);
    const links = within(screen.getByRole('list', { name: 'Also caught by other topics' })).getAllByRole('link');
    expect(links.map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
      ['Video diffusion: 6', '#topics/b'],
      ['From my lab: 2', '#topics/a'],
    ]);
  });
});

describe('the days of a preview', () => {
  const perDay = Array.from({ length: 30 }, (_, i) => ({ day: addDays(TODAY, i - 29), hits: i === 28 ? 3 : 0 }));
  const THURSDAY = 'Thursday, Nov 19: 3 hits';

  it('are a bar each in one group that tells the sum and the busiest day', () => {
    render(<DayBars perDay={perDay} colour={1} onChoose={vi.fn()} />);
    const group = screen.getByRole('group', { name: '3 hits in the last 30 days, most on Thursday, Nov 19: 3' });
    expect(within(group).getAllByRole('button')).toHaveLength(30);
    expect(within(group).getAllByRole('button')[28]?.getAttribute('aria-label')).toBe(THURSDAY);
  });

  it('are one stop for the Tab key; arrows lead on, and the words of the bar are shown', async () => {
    const { container } = render(<DayBars perDay={perDay} colour={1} onChoose={vi.fn()} />);
    const stops = within(screen.getByRole('group'))
      .getAllByRole('button')
      .filter((button) => button.tabIndex === 0);
    expect(stops.map((button) => button.getAttribute('aria-label'))).toEqual(['Friday, Nov 20: 0 hits']);
    await act(async () => stops[0]?.focus());
    await act(async () => void fireEvent.keyDown(stops[0] as Element, { key: 'ArrowLeft' }));
    expect(document.activeElement?.getAttribute('aria-label')).toBe(THURSDAY);
    expect(container.querySelector('.day-bar-words')?.textContent).toBe(THURSDAY);
    expect((document.activeElement as HTMLElement).tabIndex).toBe(0);
  });

  it('show the hits of the bar that is clicked, and all days again at the second click', () => {
    const onChoose = vi.fn();
    const { rerender } = render(<DayBars perDay={perDay} colour={1} onChoose={onChoose} />);
    fireEvent.click(screen.getByRole('button', { name: THURSDAY }));
    rerender(<DayBars perDay={perDay} colour={1} chosen="2026-11-19" onChoose={onChoose} />);
    expect(screen.getByRole('button', { name: THURSDAY }).getAttribute('aria-pressed')).toBe('true');
    fireEvent.click(screen.getByRole('button', { name: THURSDAY }));
    expect(onChoose.mock.calls).toEqual([['2026-11-19'], [undefined]]);
  });

  it('lead to the next day with hits in either direction', () => {
    const onChoose = vi.fn();
    const days = perDay.map((bar, i) => (i === 3 ? { ...bar, hits: 1 } : bar));
    const { rerender } = render(<DayBars perDay={days} colour={1} onChoose={onChoose} />);
    const go = (where: string) => fireEvent.click(screen.getByRole('button', { name: `${where} day with hits` }));
    go('Later');
    go('Earlier');
    rerender(<DayBars perDay={days} colour={1} chosen="2026-11-19" onChoose={onChoose} />);
    go('Later');
    go('Earlier');
    rerender(<DayBars perDay={days} colour={1} chosen={days[3]?.day} onChoose={onChoose} />);
    go('Earlier');
    go('Later');
    expect(onChoose.mock.calls).toEqual([['2026-11-19'], [days[3]?.day], ['2026-11-19']]);
  });

  it('take a press beside them as one on the nearest', () => {
    const onChoose = vi.fn();
    render(<DayBars perDay={perDay} colour={1} onChoose={onChoose} />);
    const row = screen.getByRole('group');
    for (const [i, bar] of [...row.children].entries())
      bar.getBoundingClientRect = () => new DOMRect(i * 20, 0, 20, 60);
    fireEvent.click(row, { clientX: 28 * 20 + 4 });
    expect(onChoose.mock.calls).toEqual([['2026-11-19']]);
  });

  it('are fewer where a month of them would be too narrow to hit, the chosen one among them', () => {
    vi.spyOn(globalThis, 'matchMedia').mockImplementation(
      (query) => Object.assign(new EventTarget(), { matches: query === '(width < 360px)' }) as MediaQueryList,
    );
    const { rerender } = render(<DayBars perDay={perDay} colour={1} onChoose={vi.fn()} />);
    const bars = () => within(screen.getByRole('group')).getAllByRole('button');
    screen.getByRole('group', { name: /in the last 14 days/ });
    expect(bars()).toHaveLength(14);
    rerender(<DayBars perDay={perDay} colour={1} chosen={perDay[4]?.day} onChoose={vi.fn()} />);
    expect(bars()[0]?.getAttribute('aria-pressed')).toBe('true');
    const onChoose = vi.fn();
    const days = perDay.map((bar, i) => (i === 3 ? { ...bar, hits: 1 } : bar));
    rerender(<DayBars perDay={days} colour={1} chosen="2026-11-19" onChoose={onChoose} />);
    fireEvent.click(screen.getByRole('button', { name: 'Earlier day with hits' }));
    expect(onChoose.mock.calls).toEqual([[days[3]?.day]]);
    vi.restoreAllMocks();
  });

  it('lead back from the hits of one day', () => {
    const onDay = vi.fn();
    const tally = { scanned: 9, hits: 3, newHits: 0, perDay, coveredDays: 30, overlap: [] };
    const props = {
      tally,
      unreadable: 0,
      final: true,
      isCurrent: true,
      isStale: false,
      examples: [],
      overlap: [],
      colour: 1 as TopicColour,
    };
    render(
      <TopicPreview {...props} day={{ day: '2026-11-18', papers: [] }} today={TODAY} onDay={onDay} onOpen={vi.fn()} />,
    );
    screen.getByRole('heading', { name: 'What it catches on Wednesday, Nov 18' });
    screen.getByText('Nothing of that day matches.');
    fireEvent.click(screen.getByRole('button', { name: 'Back to all days' }));
    expect(onDay).toHaveBeenCalledWith(undefined);
  });

  it('have no fault that axe knows', async () => {
    const { container } = render(<DayBars perDay={perDay} colour={1} chosen="2026-11-19" onChoose={vi.fn()} />);
    expect(await findFaults(container)).toEqual([]);
  });
});

describe('the ready-made topics', () => {
  const examples = [
    { name: 'Agents', query: 'agent*', field: 'Agents', hits: 68, isAdded: false },
    { name: 'Speech', query: 'speech', field: 'Audio', hits: 1, isAdded: true },
    { name: 'Video', query: 'video', field: 'Vision', hits: undefined, isAdded: false },
  ];
  const props = { examples, counting: { failure: undefined, onRetry: vi.fn() } };

  it('stand under their field with what each would have caught', () => {
    render(<ExamplePicker {...props} onAdd={vi.fn()} onClose={vi.fn()} />);
    expect(screen.getAllByRole('heading', { level: 3 }).map((heading) => heading.textContent)).toEqual([
      'Agents',
      'Audio',
      'Vision',
    ]);
    expect(screen.getByText('68 hits')).toBeTruthy();
    expect(screen.getByText('1 hit')).toBeTruthy();
  });

  it('are added with one click, and not a second time', () => {
    const onAdd = vi.fn();
    render(<ExamplePicker {...props} onAdd={onAdd} onClose={vi.fn()} />);
    fireEvent.click(screen.getByRole('button', { name: 'Add Agents' }));
    fireEvent.click(screen.getByRole('button', { name: 'Speech is added' }));
    expect(onAdd.mock.calls).toEqual([[examples[0]]]);
  });

  it('have no fault that axe knows', async () => {
    const { container } = render(<ExamplePicker {...props} onAdd={vi.fn()} onClose={vi.fn()} />);
    expect(await findFaults(container)).toEqual([]);
  });
});
