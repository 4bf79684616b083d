import { describe, expect, it } from 'vitest';
import { countReport, toSummary, type VitestReport } from '../../harness/suite/counts';

const report: VitestReport = {
  success: true,
  numPassedTests: 7,
  numFailedTests: 0,
  numPendingTests: 1,
  numTodoTests: 1,
  testResults: [{ name: 'a.test.ts', status: 'passed', assertionResults: [{ status: 'passed', fullName: 'a' }] }],
};

const BROKEN = { name: 'b.test.ts', status: 'failed', message: 'SyntaxError: no\n  at b', assertionResults: [] };

describe('the counts of a test run', () => {
  it('takes passed, failed and skipped tests from the report', () => {
    expect(countReport(report)).toMatchObject({ passed: 7, failed: 0, skipped: 2 });
    expect(countReport({ ...report, success: false, numFailedTests: 3 })).toMatchObject({
      passed: 7,
      failed: 3,
      skipped: 2,
    });
  });

  it('counts a file that broke before its first test as one failure', () => {
    const broken = { ...report, success: false, testResults: [BROKEN] };
    expect(countReport(broken).failed).toBe(1);
  });

  it('counts a run that failed outside every test as one failure', () => {
    expect(countReport({ ...report, success: false }).failed).toBe(1);
  });

  it('names what failed with the first line of why', () => {
    const tests = [
      { status: 'passed', fullName: 'a sum is right' },
      { status: 'failed', fullName: 'a list is sorted', failureMessages: ['Error: 2 before 1\n  at line 3'] },
    ];
    const red = { name: '/home/me/tests/unit/list.test.ts', status: 'failed', assertionResults: tests };
    expect(countReport({ ...report, success: false, testResults: [red, BROKEN] }).failures).toEqual([
      'unit/list.test.ts > a list is sorted: Error: 2 before 1',
      'b.test.ts: SyntaxError: no',
    ]);
  });

  it('tells the seed of a property that failed', () => {
    const failureMessages = ['Error: Property failed after 3 tests\n{ seed: -5, path: "2:1" }\nCounterexample: [[]]'];
    const assertionResults = [{ status: 'failed', fullName: 'any list is sorted', failureMessages }];
    const red = { name: '/home/me/tests/unit/list.test.ts', status: 'failed', assertionResults };
    expect(countReport({ ...report, success: false, testResults: [red] }).failures).toEqual([
      'unit/list.test.ts > any list is sorted: Error: Property failed after 3 tests { seed: -5, path: "2:1" }',
    ]);
  });

  it('ends in a line that says two numbers and nothing else', () => {
    expect(toSummary({ passed: 12, failed: 0, skipped: 4 })).toBe('12 passed, 0 failed');
  });
});
