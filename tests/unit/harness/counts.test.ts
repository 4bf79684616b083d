import { describe, expect, it } from 'vitest';
import { countReport, toSummary, type VitestReport } from '../../harness/suite/counts';

const report: VitestReport = {
  success: true,
  numPassedTests: 7,
  numFailedTests: 0,
  numPendingTests: 1,
  numTodoTests: 1,
  testResults: [{ status: 'passed', assertionResults: [{}] }],
};

describe('the counts of a test run', () => {
  it('takes passed, failed and skipped tests from the report', () => {
    expect(countReport(report)).toEqual({ passed: 7, failed: 0, skipped: 2 });
    expect(countReport({ ...report, success: false, numFailedTests: 3 })).toEqual({ passed: 7, failed: 3, skipped: 2 });
  });

  it('counts a file that broke before its first test as one failure', () => {
    const broken = { ...report, success: false, testResults: [{ status: 'failed', assertionResults: [] }] };
    expect(countReport(broken).failed).toBe(1);
  });

  it('counts a run that failed outside every test as one failure', () => {
    expect(countReport({ ...report, success: false }).failed).toBe(1);
  });

  it('ends in a line that says two numbers and nothing else', () => {
    expect(toSummary({ passed: 12, failed: 0, skipped: 4 })).toBe('12 passed, 0 failed');
  });
});
