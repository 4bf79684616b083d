import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { BrokenOffError } from '@/lib/app/broken-off';
import { restoreBackup } from '@/lib/app/restore';
import { PapersStayError } from '@/lib/app/restore-errors';
import { openRestorer, type Restorer } from '@/lib/app/restorer';
import { serveRestorer } from '@/lib/app/restorer-port';
import { openThreadedRestorer } from '@/lib/app/restorer-thread';
import { readBackupData } from '@/lib/db/queries/backup';
import { userDb } from '@/lib/db/user-database';
import { clearDatabases } from '../../components/seed-feed';
import { installFakeLocks } from '../../harness/fake-locks';
import { DATA, PAPERS, toText } from '../core/backup/sample';

const followed = vi.hoisted(() => vi.fn(async () => {}));
vi.mock('@/lib/app/after-user-write', () => ({ afterUserWrite: followed, copySoon: () => {} }));
vi.mock('@/lib/app/refresh-badge', () => ({ refreshBadge: async () => {} }));

beforeEach(async () => {
  installFakeLocks();
  await clearDatabases();
  followed.mockClear();
});

const never = () => new Promise<never>(() => undefined);
const fileOf = async (text?: string) => new Blob([text ?? (await toText({ ...DATA, papers: PAPERS }))]);

/** A worker as its page sees it: the other end of a channel, so that all that passes is cloned. */
class FakeWorker {
  readonly #channel = new MessageChannel();
  readonly #errors: (() => void)[] = [];
  #free = () => {};
  isTerminated = false;

  constructor(restorer: Partial<Restorer> | undefined = openRestorer(), speaks = true) {
    onTestFinished(() => this.terminate());
    const { port1, port2 } = this.#channel;
    port1.start();
    if (!speaks) return;
    const held = new Promise<string>((resolve, reject) => {
      const hold = () => {
        resolve('life');
        return new Promise<void>((free) => (this.#free = free));
      };
      navigator.locks.request('life', {}, hold).catch(reject);
    });
    serveRestorer(port2 as never, restorer as Restorer, held);
    port2.start();
  }

  addEventListener(type: string, listener: (event: never) => void): void {
    if (type === 'message') this.#channel.port1.addEventListener('message', listener as never);
    if (type === 'error') this.#errors.push(listener as () => void);
  }

  postMessage(message: unknown): void {
    this.#channel.port1.postMessage(message);
  }

  terminate(): void {
    this.isTerminated = true;
    this.#channel.port1.close();
    this.#free();
  }

  fail(): void {
    for (const listener of this.#errors) listener();
  }
}

function open(worker: FakeWorker | (() => never)): Restorer {
  const restorer = openThreadedRestorer(
    (typeof worker === 'function' ? worker : () => worker) as () => unknown as () => Worker,
  );
  onTestFinished(() => restorer.close());
  return restorer;
}

describe('a backup in a thread of its own', () => {
  it('is offered and restored as in the page', async () => {
    const restorer = open(new FakeWorker());
    const offer = await restorer.offer(await fileOf());
    expect(offer).toMatchObject({ ok: true, app: '0.1.0', description: { changing: 5, papers: { fresh: 2 } } });
    expect(offer).toEqual(await openRestorer().offer(await fileOf()));
    expect(await restoreBackup(restorer)).toMatchObject({
      count: 5,
      words: 'A backup was restored (5 changes). 2 papers added, which an undo leaves here.',
    });
    expect(await readBackupData()).toMatchObject({ ...DATA, settings: DATA.settings.toReversed() });
    expect(followed).toHaveBeenCalled();
  });

  it('is refused with the same words where it is none', async () => {
    const broken = (await toText()).replace('"at":8', '"at":"8"');
    expect(await open(new FakeWorker()).offer(await fileOf(broken))).toEqual({
      ok: false,
      problem: expect.stringMatching(/^Status 2: read\.at must be a time .* line 11, character \d+\.$/),
    });
  });

  it('that has no room is told of by name', async () => {
    const full = Object.assign(new Error('make some'), { name: 'The disk is full' });
    const restorer = open(new FakeWorker({ restore: () => Promise.reject(full) }));
    await expect(restoreBackup(restorer)).rejects.toMatchObject({ name: 'The disk is full', message: 'make some' });
  });
});

describe('where the thread can’t do it', () => {
  const offered = { ok: true };

  it('the page reads: none can be started', async () => {
    const restorer = open(() => {
      throw new TypeError('no workers');
    });
    expect(await restorer.offer(await fileOf())).toMatchObject(offered);
    await restoreBackup(restorer);
    expect(await userDb.topics.count()).toBe(1);
  });

  it('the page reads: it never says a word', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
    onTestFinished(() => void vi.useRealTimers());
    const worker = new FakeWorker(undefined, false);
    const offer = open(worker).offer(await fileOf());
    await vi.advanceTimersByTimeAsync(5_000);
    expect(await offer).toMatchObject(offered);
    expect(worker.isTerminated).toBe(true);
  });

  it('the page reads: it can’t hold the lock that tells of its end', async () => {
    vi.spyOn(navigator.locks, 'request').mockRejectedValueOnce(new DOMException('no', 'NotSupportedError'));
    const worker = new FakeWorker({ ...openRestorer(), offer: never });
    expect(await open(worker).offer(await fileOf())).toMatchObject(offered);
    expect(worker.isTerminated).toBe(true);
  });

  it('it is not ended once it has said a word', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
    onTestFinished(() => void vi.useRealTimers());
    vi.spyOn(navigator.locks, 'request').mockImplementationOnce(never);
    const worker = new FakeWorker();
    const restorer = open(worker);
    await restorer.offer(await fileOf());
    await vi.advanceTimersByTimeAsync(5_000);
    expect(worker.isTerminated).toBe(false);
    await restoreBackup(restorer);
    expect(await userDb.topics.count()).toBe(1);
  });

  it('the file is refused, and not read a second time, where the thread failed at it', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const file = await fileOf();
    const read = vi.spyOn(file, 'arrayBuffer');
    const restorer = open(new FakeWorker({ offer: () => Promise.reject(new TypeError('no')) }));
    expect(await restorer.offer(file)).toEqual({ ok: false, problem: 'The browser could not read the file.' });
    expect(read).not.toHaveBeenCalled();
  });

  it('and can’t tell what it has restored, nobody waits for it for ever', async () => {
    const untold = async () => ({ count: 1, isOwn: true, settings: [], words: () => '' }) as never;
    const restorer = open(new FakeWorker({ ...openRestorer(), restore: untold }));
    await restorer.offer(await fileOf());
    await expect(restoreBackup(restorer)).rejects.toBeInstanceOf(BrokenOffError);
  });

  it('does nothing where it is asked for what it does not know', async () => {
    const restore = vi.fn(never);
    const worker = new FakeWorker({ restore });
    const answered = new Promise((resolve) => {
      worker.addEventListener(
        'message',
        (({ data }: MessageEvent) => data.kind === 'failed' && resolve(data)) as never,
      );
    });
    worker.postMessage({ kind: 'other' });
    expect(await answered).toMatchObject({ message: 'the thread was asked for what it does not know' });
    expect(restore).not.toHaveBeenCalled();
  });

  it('papers that a failed restore could not take out are told of over the line too', async () => {
    const failed = new PapersStayError({ name: 'The disk is full', message: 'make some' });
    const restorer = open(new FakeWorker({ restore: () => Promise.reject(failed) }));
    const told = await restoreBackup(restorer).catch((error: unknown) => error);
    expect(told).toBeInstanceOf(PapersStayError);
    expect(told).toMatchObject({ name: 'The disk is full', message: 'make some' });
  });

  it.each<[how: string, end: (worker: FakeWorker) => void]>([
    ['its script fails', (worker) => worker.fail()],
    ['it is ended, of which no event tells', (worker) => worker.terminate()],
  ])('the page reads: %s while it reads', async (_how, end) => {
    const asked = vi.fn(never);
    const worker = new FakeWorker({ offer: asked });
    const offer = open(worker).offer(await fileOf());
    await vi.waitFor(() => expect(asked).toHaveBeenCalled());
    end(worker);
    expect(await offer).toMatchObject(offered);
  });

  it('a restore that it did not end is told of, not begun anew, and what came of it is followed', async () => {
    const asked = vi.fn(never);
    const worker = new FakeWorker({ ...openRestorer(), restore: asked });
    const restorer = open(worker);
    await restorer.offer(await fileOf());
    const done = restoreBackup(restorer);
    await vi.waitFor(() => expect(asked).toHaveBeenCalled());
    worker.terminate();
    await expect(done).rejects.toThrow(/^the browser ended it\. Choose the file again/);
    expect(await userDb.topics.count()).toBe(0);
    expect(followed).toHaveBeenCalledTimes(1);
  });

  it('and what nobody waits for any more is ended, and read no further', async () => {
    const worker = new FakeWorker({ offer: never });
    const restorer = open(worker);
    const offer = restorer.offer(await fileOf());
    restorer.close();
    expect(await offer).toBeUndefined();
    expect(worker.isTerminated).toBe(true);
  });
});
