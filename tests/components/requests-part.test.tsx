import { configure, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import axe from 'axe-core';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { RequestRow } from '@/lib/core/sync/request-row';
import { feedDb } from '@/lib/db/feed-database';
import { RequestsPart } from '@/lib/screens/options/RequestsPart';

configure({ asyncUtilTimeout: 8000 });

const NOW = Date.now();

function makeRow(i: number): RequestRow {
  return {
    at: NOW - i * 1_000,
    host: 'huggingface.co',
    path: `/api/daily_papers?date=2026-11-20&limit=100&p=${i}`,
    method: 'GET',
    day: '2026-11-20',
    trigger: 'alarm',
    picked: false,
    status: 200,
    bytes: 1_000,
    ms: 9,
  };
}

const store = (count: number) =>
  feedDb.requests.bulkPut(Array.from({ length: count }, (_, i) => makeRow(count - 1 - i)));
const countLines = () => screen.getAllByRole('row').length - 1;

beforeEach(() => feedDb.requests.clear());

describe('the requests of the privacy page', () => {
  it('say plainly when there were none, and appear as they are made', async () => {
    render(<RequestsPart now={NOW} />);
    await screen.findByText('None yet: nothing has been asked of anybody.');
    expect(screen.queryByRole('table')).toBeNull();
    await store(1);
    await screen.findByRole('table');
    expect(screen.queryByRole('button', { name: /Show all/ })).toBeNull();
  });

  it('show the newest 50, newest first, and all on demand', async () => {
    await store(120);
    const { container } = render(<RequestsPart now={NOW} />);
    await screen.findByRole('table');
    expect(countLines()).toBe(50);
    expect(container.querySelector('tbody code')?.textContent).toMatch(/^huggingface\.co\/api\/.*p=0$/);
    fireEvent.click(screen.getByRole('button', { name: 'Show all 120' }));
    await waitFor(() => expect(countLines()).toBe(120));
    fireEvent.click(screen.getByRole('button', { name: 'Show the newest 50' }));
    await waitFor(() => expect(countLines()).toBe(50));
  });

  it('stand in a box that is reached and scrolled by key, and break no rule of axe', async () => {
    await store(3);
    const { container } = render(<RequestsPart now={NOW} />);
    const box = await screen.findByRole('region', { name: 'Requests, newest first' });
    expect(box.tabIndex).toBe(0);
    // Colours and layout need a real browser.
    const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations).toEqual([]);
  });

  it('are copied whole, and say so; or say how to do it by hand', async () => {
    await store(60);
    const writeText = vi.fn<(text: string) => Promise<void>>().mockResolvedValueOnce().mockRejectedValueOnce('no');
    vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText } });
    render(<RequestsPart now={NOW} />);
    const button = await screen.findByRole('button', { name: 'Copy the list' });
    fireEvent.click(button);
    await screen.findByText('Copied.');
    expect(writeText.mock.calls[0]?.[0].split('\n')).toHaveLength(61);
    fireEvent.click(button);
    await screen.findByText(/did not let it be copied/);
    vi.unstubAllGlobals();
  });
});
