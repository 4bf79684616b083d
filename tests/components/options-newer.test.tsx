import { act, configure, fireEvent, screen, waitFor } from '@testing-library/preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { openOptions } from './open-options';
import { resetWorld } from './options-world';

configure({ asyncUtilTimeout: 8000 });
vi.setConfig({ testTimeout: 30_000 });

vi.mock('@/lib/browser/permissions', async () => (await import('./options-world')).permissions);
vi.mock('@/lib/app/refresh-badge', () => ({ refreshBadge: async () => {} }));
vi.mock('@/lib/app/ask-sync', async () => (await import('./options-world')).background);
vi.mock('@/lib/ui/use-newer-data', () => ({ useIsNewer: () => true }));

beforeEach(resetWorld);

describe('the options of an earlier version than the stored data', () => {
  it('offer no restore and no deletion, and say why', async () => {
    await openOptions('#data');
    const input = (await screen.findByLabelText('Restore a backup…')) as HTMLInputElement;
    expect(input.disabled).toBe(true);
    await screen.findByText(/^Restoring waits until the extension is updated/);
    const buttons = screen.getAllByRole('button', { name: /^Delete / });
    expect(buttons).toHaveLength(3);
    for (const button of buttons) {
      expect(button.getAttribute('aria-disabled')).toBe('true');
      await act(async () => void fireEvent.click(button));
      expect(screen.queryByRole('dialog')).toBeNull();
    }
    await screen.findByText(/^Deleting waits until the extension is updated/);
  });

  it('tell of it in one live region', async () => {
    const { container } = await openOptions('#data');
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('from a newer version of Daily Papers');
    await waitFor(() =>
      expect(container.querySelectorAll('[role] [role=status], [role] [role=alert]')).toHaveLength(0),
    );
  });
});
