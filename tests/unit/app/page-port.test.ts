import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { onPageEnded } from '@/lib/browser/page-port';

const writeCopy = vi.hoisted(() => vi.fn(async () => {}));
vi.mock('@/lib/app/second-copy', () => ({ writeCopy }));
vi.mock('@/lib/app/refresh-badge', () => ({ refreshBadge: async () => {} }));

/** A port between a page and the background, of which one end can go. */
function toPort(id: string | undefined) {
  const listeners = new Set<() => void>();
  return {
    sender: { id },
    onDisconnect: { addListener: (run: () => void) => void listeners.add(run) },
    end: () => {
      for (const run of listeners) run();
    },
  };
}

/** A page that has just been opened. */
async function openPage() {
  vi.resetModules();
  return import('@/lib/app/after-user-write');
}

describe('a page in which something is made', () => {
  let ports: ReturnType<typeof toPort>[] = [];
  const connect = vi.fn(() => {
    ports.push(toPort(undefined));
    return ports.at(-1);
  });
  beforeEach(() => {
    ports = [];
    connect.mockClear();
    Object.assign(browser.runtime, { connect });
  });

  it('has the background hear of its end from the first write on, and wakes it for none before', async () => {
    const { afterUserWrite, copySoon } = await openPage();
    expect(connect).not.toHaveBeenCalled();
    await afterUserWrite();
    copySoon();
    await afterUserWrite();
    expect(connect).toHaveBeenCalledTimes(1);
  });

  it.each<[string, () => Promise<unknown>]>([
    ['is marked', async () => (await import('@/lib/app/mark')).setFlag([], 'starred', true)],
    ['is taken back', async () => (await import('@/lib/app/undo')).undoGroup('none')],
  ])('does so before anything that %s is stored: it may be closed right behind that', async (_what, act) => {
    await openPage();
    const done = act();
    await vi.waitFor(() => expect(connect).toHaveBeenCalledTimes(1));
    await done;
    expect(connect).toHaveBeenCalledTimes(1);
  });

  it('does so before the badge is counted: it may be closed meanwhile', async () => {
    const { afterUserWrite } = await openPage();
    const done = afterUserWrite();
    expect(connect).toHaveBeenCalledTimes(1);
    await done;
  });

  it('leaves a worker that fell asleep alone until the next write', async () => {
    const { afterUserWrite } = await openPage();
    await afterUserWrite();
    ports[0]?.end();
    expect(connect).toHaveBeenCalledTimes(1);
    await afterUserWrite();
    expect(connect).toHaveBeenCalledTimes(2);
  });

  it('copies all the same where the extension has no background any more', async () => {
    connect.mockImplementationOnce(() => {
      throw new Error('Extension context invalidated.');
    });
    writeCopy.mockClear();
    const { afterUserWrite } = await openPage();
    await afterUserWrite();
    await vi.waitFor(() => expect(writeCopy).toHaveBeenCalledTimes(1));
  });
});

describe('the background', () => {
  it('hears of the end of its own pages alone (FAULTS 33)', () => {
    let open: (port: unknown) => void = () => {};
    Object.assign(browser.runtime, { onConnect: { addListener: (run: typeof open) => (open = run) } });
    const ended = vi.fn();
    onPageEnded(ended);
    const [own, foreign] = [toPort(browser.runtime.id), toPort('another-extension')];
    open(own);
    open(foreign);
    foreign.end();
    expect(ended).not.toHaveBeenCalled();
    own.end();
    expect(ended).toHaveBeenCalledTimes(1);
  });
});
