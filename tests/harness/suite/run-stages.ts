import { addCounts, type Counts, ONE_FAILED, ONE_SKIPPED, toSummary } from './counts';

export interface Stage {
  name: string;
  /** Stages without which this one can say nothing: it is not run where one of them failed. */
  needs?: string[];
  /** Runs beside the stages that follow it, after those of the same row; all of them are waited for at the end. */
  beside?: string;
  run(): Promise<Counts>;
}

export interface StagesReport {
  /** One line for each stage, in the order in which they ended. */
  lines: string[];
  /** What failed, a line each: of a log of thousands of lines the end is what is looked at, and often all that is kept. */
  failures: string[];
  total: Counts;
}

/** Runs all of them, whatever becomes of one; tells by `log` what begins and how each ended, with its seconds. */
export async function runStages(stages: readonly Stage[], log: (line: string) => void): Promise<StagesReport> {
  const failed = new Set<string>();
  const report: StagesReport = { lines: [], failures: [], total: { passed: 0, failed: 0, skipped: 0 } };

  async function runOne(stage: Stage): Promise<void> {
    log(`\n── ${stage.name} ${'─'.repeat(Math.max(0, 60 - stage.name.length))}`);
    const startedAt = performance.now();
    const missing = stage.needs?.find((name) => failed.has(name));
    if (missing) log(`Not run: "${missing}" failed.`);
    const counts = missing ? ONE_SKIPPED : await toCounts(stage);
    if (counts.failed > 0) failed.add(stage.name);
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
    const line = `${stage.name}: ${toSummary(counts)}${skipped} (${seconds} s)`;
    log(line);
    report.lines.push(line);
    report.failures.push(...(counts.failures ?? []).map((failure) => `${stage.name}: ${failure}`));
    report.total = addCounts(report.total, counts);
  }

  /** Never throws: a stage that breaks counts as one failure, and the others still run. */
  async function toCounts(stage: Stage): Promise<Counts> {
    try {
      return await stage.run();
    } catch (error) {
      log(String(error instanceof Error ? error.stack : error));
      return ONE_FAILED;
    }
  }

  const rows = new Map<string, Promise<void>>();
  for (const stage of stages) {
    if (stage.beside !== undefined)
      rows.set(
        stage.beside,
        (rows.get(stage.beside) ?? Promise.resolve()).then(() => runOne(stage)),
      );
    else await runOne(stage);
  }
  await Promise.all(rows.values());
  return report;
}
