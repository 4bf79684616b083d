import { fireEvent, render, screen } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { ChoiceGroup } from '@/components/controls/ChoiceGroup';
import { UndoBar } from '@/components/controls/UndoBar';
import { BadgeSum } from '@/components/options/BadgeSum';
import { FeedStatus } from '@/components/options/FeedStatus';
import { HostAccess } from '@/components/options/HostAccess';
import { LedgerTable } from '@/components/options/LedgerTable';
import { OptionsFrame } from '@/components/options/OptionsFrame';
import { PermissionList } from '@/components/options/PermissionList';
import { ProblemNotes } from '@/components/options/ProblemNotes';

describe('the frame of the options', () => {
  it('leads to its sections by real links and marks the current one', () => {
    render(
      <OptionsFrame
        sections={[
          { id: 'topics', label: 'Topics' },
          { id: 'about', label: 'About' },
        ]}
        current="about"
      >
        <h1>About</h1>
      </OptionsFrame>,
    );
    const [topics, about] = screen.getAllByRole('link');
    expect(topics?.getAttribute('href')).toBe('#topics');
    expect(topics?.hasAttribute('aria-current')).toBe(false);
    expect(about?.getAttribute('aria-current')).toBe('page');
  });
});

describe('the sum behind the badge', () => {
  const perTopic = [
    { id: 'a', name: 'Agents', colour: 0 as const, count: 4 },
    { id: 'v', name: 'Video', colour: 1 as const, count: 3 },
  ];

  it('adds up: topics less repeats is the total', () => {
    render(<BadgeSum total={5} perTopic={perTopic} repeats={2} enabledTopics={2} isHidden={false} />);
    expect(screen.getAllByRole('row').map((row) => row.textContent)).toEqual([
      'Agents4',
      'Video3',
      'Already counted in another topic−2',
      'New matches, last 14 days5',
    ]);
  });

  it('says what is counted without topics, and with none on the badge', () => {
    const { rerender, container } = render(
      <BadgeSum total={9} perTopic={[]} repeats={0} enabledTopics={0} isHidden={false} />,
    );
    expect(container.textContent).toContain('the new papers of the newest day: 9');
    rerender(<BadgeSum total={0} perTopic={[]} repeats={0} enabledTopics={2} isHidden={false} />);
    expect(container.textContent).toContain('No topic counts on the badge');
  });

  it('says that the icon shows 999+', () => {
    const { container } = render(
      <BadgeSum
        total={1200}
        perTopic={[{ ...perTopic[0], count: 1200 } as never]}
        repeats={0}
        enabledTopics={1}
        isHidden
      />,
    );
    expect(container.textContent).toContain('room for 999+');
    expect(container.textContent).toContain('not shown on the icon');
  });
});

describe('the ledger', () => {
  it('shows what was dropped and why on demand', () => {
    const line = {
      date: '2026-11-20',
      heading: 'Friday, Nov 20',
      state: 'Read',
      isBad: false,
      isBusy: false,
      papers: 22,
      dropped: [{ index: 3, why: 'no title' }],
      droppedCount: 25,
      read: '5 min ago',
    };
    const { container } = render(<LedgerTable lines={[line]} onRead={vi.fn()} />);
    expect(container.querySelector('summary')?.textContent).toBe('25 items could not be used');
    expect([...container.querySelectorAll('details li')].map((item) => item.textContent)).toEqual([
      'Item 4: no title',
      'and 24 more',
    ]);
  });

  it('reads one day by its button, with the day in its name, and not twice at once', () => {
    const onRead = vi.fn();
    const line = { date: '2026-11-20', heading: 'Friday, Nov 20', state: 'Read', isBad: false, isBusy: false } as const;
    const idle = { ...line, papers: 3, read: '5 min ago', dropped: [], droppedCount: 0 };
    const { rerender, container } = render(<LedgerTable lines={[idle]} onRead={onRead} />);
    fireEvent.click(screen.getByRole('button', { name: 'Read again: Friday, Nov 20' }));
    rerender(<LedgerTable lines={[{ ...idle, state: 'Being read now', isBusy: true }]} onRead={onRead} />);
    fireEvent.click(screen.getByRole('button', { name: 'Reading…: Friday, Nov 20' }));
    expect(onRead.mock.calls).toEqual([['2026-11-20']]);
    rerender(<LedgerTable lines={[idle]} answer={{ day: line.date, words: 'Read just now.' }} onRead={onRead} />);
    expect(container.querySelector('.ledger-answer')?.textContent).toBe('Read just now.');
  });
});

describe('the state of the feed', () => {
  it('is read again by its button, once at a time, without losing the focus', () => {
    const onReadNow = vi.fn();
    const props = { sentence: 'Read', isWrong: false, facts: [], onReadNow };
    const { rerender } = render(<FeedStatus {...props} busy={false} />);
    const button = screen.getByRole('button', { name: 'Read again now' });
    button.focus();
    fireEvent.click(button);
    rerender(<FeedStatus {...props} busy />);
    fireEvent.click(screen.getByRole('button', { name: 'Reading…' }));
    expect(onReadNow).toHaveBeenCalledTimes(1);
    expect(document.activeElement).toBe(button);
  });
});

const NO = { granted: false, onTakeBack: vi.fn() };

describe('the access to the feed', () => {
  it('offers to grant what is missing, straight from the click (FAULTS 40)', () => {
    const onGrant = vi.fn();
    render(<HostAccess granted={false} refused={false} onGrant={onGrant} />);
    fireEvent.click(screen.getByRole('button', { name: /Grant access/ }));
    expect(onGrant).toHaveBeenCalledTimes(1);
  });

  it('says so when the browser did not grant it', () => {
    render(<HostAccess granted={false} refused onGrant={vi.fn()} />);
    expect(screen.getByRole('status').textContent).toContain('did not grant');
  });

  it('explains every permission of the manifest', async () => {
    const { toManifest } = await import('@/manifest.config');
    const manifest = toManifest({ browser: 'chrome', command: 'build', mode: 'production', manifestVersion: 3 });
    const { container } = render(<PermissionList alerts={NO} downloads={NO} />);
    const named = [...container.querySelectorAll('code')].map((code) => code.textContent);
    const { permissions = [], optional_permissions: optional = [], host_permissions: hosts = [] } = manifest;
    expect(named.sort()).toEqual([...permissions, ...optional, ...hosts].sort());
  });
});

describe('settings', () => {
  it('show a stored value that was not understood, and replace it only when asked', () => {
    const onReplace = vi.fn();
    const { container } = render(
      <ProblemNotes problems={[{ key: 'theme', value: { sepia: '<b>1</b>' } }]} onReplace={onReplace} />,
    );
    expect(container.textContent).toContain('“Theme” is stored as {"sepia":"<b>1</b>"}');
    expect(container.querySelector('b')).toBeNull();
    expect(onReplace).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('button', { name: 'store the default' }));
    expect(onReplace).toHaveBeenCalledWith('theme');
  });

  it('explain each choice to a screen reader', () => {
    const onChange = vi.fn();
    render(
      <ChoiceGroup
        legend="Theme"
        choices={[
          { value: 'light', words: 'Light', explains: 'As paper' },
          { value: 'dark', words: 'Dark' },
        ]}
        value="light"
        onChange={onChange}
      />,
    );
    const light = screen.getByRole('radio', { name: /Light/ });
    expect(document.getElementById(light.getAttribute('aria-describedby') ?? '')?.textContent).toBe('As paper');
    fireEvent.click(screen.getByRole('radio', { name: 'Dark' }));
    expect(onChange).toHaveBeenCalledWith('dark');
  });
});

describe('the undo bar', () => {
  it('takes the focus that the deleted row has lost', () => {
    const onUndo = vi.fn();
    render(<UndoBar words="Topic “Agents” deleted." onUndo={onUndo} onClose={vi.fn()} />);
    expect(document.activeElement?.textContent).toBe('Undo');
    fireEvent.click(document.activeElement as Element);
    expect(onUndo).toHaveBeenCalledTimes(1);
  });
});
