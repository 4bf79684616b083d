import { toSummary } from './suite/counts';
import { runStages } from './suite/run-stages';
import { STAGES } from './suite/stages';

/** `npm test`: every stage, with its time and counts. The last line is the sum, alone, for whoever reads it by program. */
const { lines, failures, total } = await runStages(STAGES, console.log);
console.log(`\n${lines.join('\n')}`);
if (failures.length > 0) console.log(`\nFailed:\n${failures.join('\n')}`);
if (total.skipped > 0) console.log(`${total.skipped} skipped: why is said above.`);
console.log(toSummary(total));
process.exitCode = total.failed > 0 ? 1 : 0;
