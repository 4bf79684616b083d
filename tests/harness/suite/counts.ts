/** What a stage, or all of them, came to. */
export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
  /** What failed and why, a line each, where it is known. */
  failures?: readonly string[];
}

export const ONE_PASSED: Counts = { passed: 1, failed: 0, skipped: 0 };
export const ONE_FAILED: Counts = { passed: 0, failed: 1, skipped: 0 };
export const ONE_SKIPPED: Counts = { passed: 0, failed: 0, skipped: 1 };

export function addCounts(a: Counts, b: Counts): Counts {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

/** The line other programs read: two numbers, nothing else. What was skipped is told above it. */
export function toSummary({ passed, failed }: Counts): string {
  return `${passed} passed, ${failed} failed`;
}

/** The part of vitest's JSON report that is read here. */
export interface VitestReport {
  success: boolean;
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: {
    /** The file. */
    name: string;
    status: string;
    /** Why it broke before its first test. */
    message?: string;
    assertionResults: { status: string; fullName: string; failureMessages?: string[] }[];
  }[];
}

/**
 * Counts a vitest report. A file that breaks before its first test has no test to fail, so it counts as one failure;
 * so does a run that failed for a reason outside every test, such as an error nobody caught.
 */
export function countReport(report: VitestReport): Counts {
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  );
  const failed = report.numFailedTests + brokenFiles.length;
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && !report.success ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
    failures: toFailures(report),
  };
}

/** What failed, and why in a line. */
function toFailures({ testResults }: VitestReport): string[] {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = name.split('/tests/').at(-1) ?? name;
    if (status === 'failed' && assertionResults.length === 0) return [`${file}: ${toReason(message)}`];
    return assertionResults
      .filter((test) => test.status === 'failed')
      .map(({ fullName, failureMessages }) => `${file} > ${fullName}: ${toReason(failureMessages?.[0])}`);
  });
}

/** The first line; of a property also its seed, without which the failure may never be had again. */
function toReason(text = ''): string {
  const lines = text.trim().split('\n');
  const seed = lines.find((line) => line.startsWith('{ seed: '));
  return [lines[0] || 'no reason was given', ...(seed === undefined ? [] : [seed])].join(' ');
}
