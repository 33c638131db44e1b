import { defaultServerConditions } from 'vite'
import { defineConfig } from 'vitest/config'

const everywhere = { testTimeout: 180_000, hookTimeout: 180_000, pool: 'forks' as const }

/** `unit` needs nothing but Node; `postgres` and `browser` need what their names say, and fail without it. */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  ssr: { resolve: { conditions: ['zalo-api-client-source', ...defaultServerConditions] } },
  test: {
    // One worker a core; by default a machine of two cores would use one.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          ...everywhere,
          name: 'unit',
          include: ['test/**/*.test.ts', 'test/**/*.test.tsx', 'packages/*/test/**/*.test.ts'],
          exclude: ['test/postgres/**', 'test/browser/**', '**/node_modules/**'],
        },
      },
      {
        extends: true,
        test: { ...everywhere, name: 'postgres', include: ['test/postgres/**/*.test.ts'], fileParallelism: false },
      },
      {
        extends: true,
        test: { ...everywhere, name: 'browser', include: ['test/browser/**/*.test.ts'], fileParallelism: false },
      },
    ],
  },
})
