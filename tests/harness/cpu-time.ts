/**
 * Does something and says how long it took, ms: in time of the processor, since others may use it too. A limit in time of
 * the clock would be met or missed by what else the machine does.
 */
export async function measureCpu<T>(work: () => T | Promise<T>): Promise<[result: T, ms: number]> {
  const begun = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(begun);
  return [result, (user + system) / 1_000];
}
