/** The Web Locks of Node, which has none: exclusive locks with `ifAvailable` and `steal`, as the standard tells them. */

interface Held {
  settle: (reason: unknown) => void;
}

type Work = (lock: { name: string } | null) => Promise<unknown>;

interface Waiting {
  work: Work;
  resolve: (value: unknown) => void;
  reject: (reason: unknown) => void;
}

export class FakeLocks {
  readonly #held = new Map<string, Held>();
  readonly #queues = new Map<string, Waiting[]>();

  request = (
    name: string,
    options: { ifAvailable?: boolean; steal?: boolean },
    work: (lock: { name: string } | null) => unknown,
  ): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const run: Waiting = { work: async (lock) => work(lock), resolve, reject };
      const holder = this.#held.get(name);
      if (!holder) return this.#grant(name, run);
      if (options.ifAvailable) return void run.work(null).then(resolve, reject);
      if (options.steal) {
        holder.settle(new DOMException('The lock was stolen', 'AbortError'));
        return this.#grant(name, run);
      }
      const queue = this.#queues.get(name) ?? [];
      this.#queues.set(name, [...queue, run]);
      return undefined;
    });

  /** As the death of every context would: the held locks are free, who waited is gone. */
  releaseAll(): void {
    this.#held.clear();
    this.#queues.clear();
  }

  #grant(name: string, { work, resolve, reject }: Waiting): void {
    const held: Held = { settle: reject };
    this.#held.set(name, held);
    const done = (settle: () => void) => {
      settle();
      if (this.#held.get(name) !== held) return;
      this.#held.delete(name);
      const [next, ...rest] = this.#queues.get(name) ?? [];
      this.#queues.set(name, rest);
      if (next) this.#grant(name, next);
    };
    work({ name }).then(
      (value) => done(() => resolve(value)),
      (error) => done(() => reject(error)),
    );
  }
}

/** Gives this Node process Web Locks. */
export function installFakeLocks(): FakeLocks {
  const locks = new FakeLocks();
  Object.defineProperty(globalThis, 'navigator', {
    value: { onLine: true, locks },
    configurable: true,
    writable: true,
  });
  return locks;
}
