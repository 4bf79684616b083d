import { fireEvent, render, screen } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { describe, expect, it } from 'vitest';
import { type Tab, Tabs } from '@/components/tabs/Tabs';

const TABS: Tab[] = [
  { id: 'all', name: 'All', count: 24 },
  { id: 'new', name: 'New', count: undefined },
  { id: 'a', name: 'Agents', count: 4, colour: 0 },
  { id: 'b', name: 'Broken', count: 0, colour: 1, broken: true },
];

function Shown({ first = 'all', most }: { first?: string; most?: number }) {
  const [chosen, setChosen] = useState(first);
  return <Tabs tabs={TABS} chosen={chosen} onChoose={setChosen} panel="list" most={most} />;
}

const names = () => screen.getAllByRole('tab').map((tab) => tab.textContent);
const selected = () => screen.getAllByRole('tab', { selected: true }).map((tab) => tab.id);

describe('the tabs', () => {
  it('name a topic in the direction of its own script', () => {
    render(<Shown />);
    expect(screen.getByText('Agents').getAttribute('dir')).toBe('auto');
  });

  it('show names and counts, and a query that can’t be read as an error', () => {
    render(<Shown />);
    expect(names()).toEqual(['All24', 'New', 'Agents4', 'Brokenerror']);
  });

  it('are as many at first as there is room for, with the chosen one, and all of them afterwards', () => {
    const view = render(<Shown most={2} />);
    expect(names()).toEqual(['All24', 'New']);
    view.rerender(<Shown />);
    expect(names()).toEqual(['All24', 'New', 'Agents4', 'Brokenerror']);
    view.unmount();
    render(<Shown first="a" most={2} />);
    expect(names()).toEqual(['All24', 'New', 'Agents4']);
  });

  it('move with the arrow keys and take the focus along', () => {
    render(<Shown />);
    fireEvent.keyDown(screen.getAllByRole('tab')[0] as Element, { key: 'ArrowRight' });
    expect(selected()).toEqual(['tab-new']);
    expect(document.activeElement?.id).toBe('tab-new');
    fireEvent.keyDown(document.activeElement as Element, { key: 'End' });
    expect(selected()).toEqual(['tab-b']);
    fireEvent.keyDown(document.activeElement as Element, { key: 'ArrowRight' });
    expect(selected()).toEqual(['tab-b']);
  });

  it('keep one stop in the tab order', () => {
    render(<Shown />);
    expect(screen.getAllByRole('tab').map((tab) => tab.tabIndex)).toEqual([0, -1, -1, -1]);
  });
});
