/** The part of Vitest's JSON report that counts. */
export type Report = {
  numPassedTests: number
  numFailedTests: number
  numPendingTests?: number
  numTodoTests?: number
  testResults: { status: string; assertionResults: { status: string }[] }[]
}

export type Results = { passed: number; failed: number; skipped: number; exitCode: number }

/**
 * What a run of Vitest comes to. A file that cannot be loaded, and an error outside any test, count as one failure each;
 * a run in which nothing ran is a failure too.
 */
export function countResults(report: Report | undefined, exitCode: number): Results {
  const passed = report?.numPassedTests ?? 0
  const skipped = (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0)
  const unloaded = (report?.testResults ?? []).filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  ).length
  const counted = (report?.numFailedTests ?? 0) + unloaded
  const nothingRan = passed + counted === 0
  const failed = counted === 0 && (exitCode !== 0 || nothingRan) ? 1 : counted
  return { passed, failed, skipped, exitCode: failed > 0 ? exitCode || 1 : 0 }
}
