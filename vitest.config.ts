import { defaultServerConditions } from 'vite'
import { defineConfig } from 'vitest/config'
import { Slowest } from './test/support/slowest.ts'

const everywhere = {
  ...{ testTimeout: 180_000, hookTimeout: 180_000, pool: 'forks' as const },
  // Files of one worker share the modules they load, which hold nothing but caches: half the time went into loading them.
  isolate: false,
}
const tests = 'test/**/*.test.{ts,tsx}'
const testsOfPackages = 'packages/*/test/**/*.test.ts'
const long = '**/*.long.test.ts'
/** Of suites that start processes of the product. */
const globalSetup = 'test/support/built-program.ts'
const otherwise = ['test/postgres/**', 'test/browser/**', '**/node_modules/**']

/** Where `.ci/run` wants the counts. */
const report = process.env.TEST_REPORT

/** Where the long suite follows at once: it plays the properties with all their runs. */
const playedLater = process.env.LONG_FOLLOWS ? ['**/*.property.test.{ts,tsx}'] : []

/** Where many short runs, one after the other, keep what they have compiled. */
const modules = process.env.MODULE_CACHE

/**
 * `unit` needs nothing but Node and is done before one loses patience; `long` holds the rest of that kind: processes that are
 * started and killed, and the properties once more with all their runs. `postgres` and `browser` need what their names say, and fail
 * without it.
 */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  ssr: { resolve: { conditions: ['zalo-api-client-source', ...defaultServerConditions] } },
  test: {
    // One worker a core; by default a machine of two cores would use one.
    maxWorkers: '100%',
    reporters: report ? ['dot', new Slowest(), ['json', { outputFile: report }]] : ['default', new Slowest()],
    ...(modules ? { experimental: { fsModuleCache: true, fsModuleCachePath: modules } } : {}),
    projects: [
      {
        extends: true,
        test: {
          ...everywhere,
          name: 'unit',
          include: [tests, testsOfPackages],
          exclude: [long, ...playedLater, ...otherwise],
        },
      },
      {
        extends: true,
        test: {
          ...everywhere,
          ...{ name: 'long', globalSetup },
          env: { ALL_RUNS: 'yes' },
          include: [tests, testsOfPackages].flatMap(place => [
            place.replace('.test.', '.long.test.'),
            place.replace('.test.', '.property.test.'),
          ]),
          exclude: otherwise,
        },
      },
      {
        extends: true,
        test: {
          ...everywhere,
          name: 'postgres',
          globalSetup,
          include: ['test/postgres/**/*.test.ts'],
          fileParallelism: false,
        },
      },
      {
        extends: true,
        test: {
          ...everywhere,
          name: 'browser',
          globalSetup,
          include: ['test/browser/**/*.test.ts'],
          fileParallelism: false,
        },
      },
    ],
  },
})
