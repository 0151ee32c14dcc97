import { expect, test } from 'vitest'
import { countResults } from './countResults.ts'

const fileOf = (status: string, tests: string[]) => ({ status, assertionResults: tests.map((status) => ({ status })) })

test('passed, failed and skipped tests are counted', () => {
  const report = {
    numPassedTests: 3,
    numFailedTests: 1,
    numPendingTests: 2,
    testResults: [fileOf('failed', ['failed'])],
  }

  expect(countResults(report, 1)).toEqual({ passed: 3, failed: 1, skipped: 2, exitCode: 1 })
})

test('a file that cannot be loaded is a failure', () => {
  const report = {
    numPassedTests: 3,
    numFailedTests: 0,
    testResults: [fileOf('failed', []), fileOf('passed', ['passed'])],
  }

  expect(countResults(report, 1)).toMatchObject({ passed: 3, failed: 1, exitCode: 1 })
})

test('an error outside the tests is a failure', () => {
  expect(countResults({ numPassedTests: 3, numFailedTests: 0, testResults: [] }, 1)).toMatchObject({
    failed: 1,
    exitCode: 1,
  })
})

test('a run in which nothing ran is a failure', () => {
  expect(countResults({ numPassedTests: 0, numFailedTests: 0, testResults: [] }, 0)).toMatchObject({
    failed: 1,
    exitCode: 1,
  })
  expect(countResults(undefined, 0)).toMatchObject({ passed: 0, failed: 1, exitCode: 1 })
})

test('a run in which everything passed is in order', () => {
  expect(
    countResults({ numPassedTests: 3, numFailedTests: 0, testResults: [fileOf('passed', ['passed'])] }, 0),
  ).toEqual({
    passed: 3,
    failed: 0,
    skipped: 0,
    exitCode: 0,
  })
})
