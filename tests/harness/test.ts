import { addCounts, type Counts, ONE_FAILED, ONE_SKIPPED, toSummary } from './suite/counts';
import { STAGES, type Stage } from './suite/stages';

/** `npm test`: every stage, with its time and counts. The last line is the sum, alone, for whoever reads it by program. */
let total: Counts = { passed: 0, failed: 0, skipped: 0 };
const failedStages = new Set<string>();
const lines: string[] = [];

for (const stage of STAGES) {
  console.log(`\n── ${stage.name} ${'─'.repeat(Math.max(0, 60 - stage.name.length))}`);
  const startedAt = performance.now();
  const counts = await runStage(stage);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  if (counts.failed > 0) failedStages.add(stage.name);
  const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
  lines.push(`${stage.name}: ${toSummary(counts)}${skipped} (${seconds} s)`);
  console.log(lines.at(-1));
  total = addCounts(total, counts);
}

console.log(`\n${lines.join('\n')}`);
if (total.skipped > 0) console.log(`${total.skipped} skipped: why is said above.`);
console.log(toSummary(total));
process.exitCode = total.failed > 0 ? 1 : 0;

/** Never throws: a stage that breaks counts as one failure, and the others still run. */
async function runStage(stage: Stage): Promise<Counts> {
  const missing = stage.needs?.find((name) => failedStages.has(name));
  if (missing) {
    console.log(`Not run: "${missing}" failed.`);
    return ONE_SKIPPED;
  }
  try {
    return await stage.run();
  } catch (error) {
    console.error(error);
    return ONE_FAILED;
  }
}
