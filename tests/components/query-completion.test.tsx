import { act, fireEvent, render, screen, within } from '@testing-library/preact';
import axe from 'axe-core';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { describe, expect, it, vi } from 'vitest';
import { QueryField } from '@/components/topics/QueryField';
import { QueryReference } from '@/components/topics/QueryReference';

const NAMES = [
  { value: 'Fei-Fei Li', papers: 12 },
  { value: 'Felix Heide', papers: 3 },
];

interface Calls {
  onDone(): void;
  lookUp(): void;
}

function Host({ onDone, lookUp }: Calls): JSX.Element {
  const [value, setValue] = useState('');
  return <QueryField label="Query" value={value} names={{ names: NAMES, lookUp }} onInput={setValue} onDone={onDone} />;
}

function show() {
  const calls = { onDone: vi.fn(), lookUp: vi.fn() };
  const view = render(<Host {...calls} />);
  const field = screen.getByLabelText('Query') as HTMLTextAreaElement;
  field.focus();
  const type = (text: string) =>
    act(async () => {
      field.value = text;
      field.setSelectionRange(text.length, text.length);
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    });
  const press = async (key: string, more = {}) => {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more });
    await act(async () => void field.dispatchEvent(event));
    return event.defaultPrevented;
  };
  return { ...view, ...calls, field, type, press };
}

const lines = () => screen.queryAllByRole('option').map((line) => line.textContent);

describe('completion in the field of a query', () => {
  it('offers fields with what each does, then the names that a field knows', async () => {
    const { type, press, field, lookUp } = show();
    await type('agents au');
    expect(lines()).toEqual(['author:an author’s name or handle']);
    await press('ArrowDown');
    expect(await press('Enter')).toBe(true);
    expect(field.value).toBe('agents author:');
    expect(lookUp).toHaveBeenLastCalledWith('author', '');
    expect(lines()).toEqual(['Fei-Fei Li12 papers', 'Felix Heide3 papers']);
  });

  it('writes the marked name with quotes at Tab, keeps the caret behind it, and closes', async () => {
    const { type, press, field } = show();
    await type('author:fe');
    await press('ArrowDown');
    expect(field.getAttribute('aria-activedescendant')).toBe(screen.getAllByRole('option')[0]?.id);
    expect(await press('Tab')).toBe(true);
    expect(field.value).toBe('author:"Fei-Fei Li"');
    expect(field.selectionStart).toBe(field.value.length);
    expect(lines()).toEqual([]);
    expect(document.activeElement).toBe(field);
  });

  it('leaves Enter and Tab alone while no line is marked: Enter is done', async () => {
    const { type, press, onDone } = show();
    await type('author:fe');
    expect(await press('Tab')).toBe(false);
    await press('Enter');
    expect(onDone).toHaveBeenCalledTimes(1);
    expect(lines()).toEqual([]);
  });

  it('closes with Escape and when the field is left, and opens by hand', async () => {
    const { type, press, field } = show();
    await type('has:');
    expect(lines()).toHaveLength(4);
    expect(await press('Escape')).toBe(true);
    expect(lines()).toEqual([]);
    await press('ArrowDown', { altKey: true });
    expect(lines()).toHaveLength(4);
    await act(async () => field.blur());
    expect(lines()).toEqual([]);
  });

  it('goes round with the arrows, and takes a click', async () => {
    const { type, press, field } = show();
    await type('has:');
    await press('ArrowUp');
    expect(screen.getByRole('option', { selected: true }).textContent).toMatch(/^note/);
    await act(async () => void fireEvent.click(screen.getAllByRole('option')[1] as Element));
    expect(field.value).toBe('has:project');
  });

  it('has no fault that axe knows', async () => {
    const { container, type, press } = show();
    await type('is:');
    await press('ArrowDown');
    const { violations } = await axe.run(container, {
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    });
    expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
  });
});

describe('the reference beside the field', () => {
  it('stays open while the query is typed, adds to what is there then, and closes by its button', () => {
    const [before, after] = [vi.fn(), vi.fn()];
    const { rerender } = render(<QueryReference onPick={before} />);
    const button = screen.getByRole('button', { name: 'How to write a query' });
    fireEvent.click(button);
    rerender(<QueryReference onPick={after} />);
    fireEvent.click(screen.getByRole('button', { name: 'Add "world model" to the query' }));
    expect([before.mock.calls, after.mock.calls]).toEqual([[], [['"world model"']]]);
    fireEvent.click(button);
    expect(screen.queryByRole('region')).toBeNull();
  });

  it('adds an example at a click, and says so', () => {
    const onPick = vi.fn();
    render(<QueryReference onPick={onPick} />);
    const button = screen.getByRole('button', { name: 'How to write a query', expanded: false });
    fireEvent.click(button);
    expect(button.getAttribute('aria-expanded')).toBe('true');
    const words = screen.getByRole('region', { name: 'Words' });
    fireEvent.click(within(words).getByRole('button', { name: 'Add "world model" to the query' }));
    expect(onPick).toHaveBeenCalledWith('"world model"');
    expect(screen.getByRole('status').textContent).toBe('"world model" is added to the query');
  });
});
