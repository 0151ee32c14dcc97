import { defineConfig } from 'vitest/config'

/** Property tests draw the same cases on every run; see there. */
const resolve = { alias: [{ find: /^fast-check$/, replacement: `${import.meta.dirname}/tools/eigenschappen.ts` }] }
const sources = ['server', 'contract', 'tools', 'migraties', 'processen', 'web']

/** Each file has a browser, a server and a database of its own. */
const e2e = {
  env: { TZ: 'UTC' },
  testTimeout: 90_000,
  hookTimeout: 180_000,
  // As long as the browser waits for what it looks for; a second is short on a busy machine.
  expect: { poll: { timeout: 15_000 } },
}

export default defineConfig({
  test: {
    globalSetup: ['tools/testpostgres.ts'],
    maxWorkers: 2,
    projects: [
      {
        resolve,
        test: {
          name: 'unit+slices',
          include: [...sources.map((folder) => `${folder}/**/*.test.ts`), 'web/**/*.test.tsx'],
          env: { TZ: 'UTC' },
          testTimeout: 15_000,
          hookTimeout: 30_000,
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      { test: { ...e2e, name: 'e2e', include: ['e2e/*.test.ts'], maxWorkers: 2, sequence: { groupOrder: 1 } } },
      {
        // These stop, kill and hang what they work with, and look at how long the rest goes on: one at a time.
        test: {
          ...e2e,
          name: 'e2e-rampen',
          include: ['e2e/rampen/*.test.ts'],
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
})
