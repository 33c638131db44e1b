import { defaultServerConditions } from 'vite'
import { defineConfig } from 'vitest/config'

/** The tests that judge what `npm run mutate` breaks: those of the rooms it breaks, the nearest ones only, so that a mutant is judged within seconds. */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  ssr: { resolve: { conditions: ['zalo-api-client-source', ...defaultServerConditions] } },
  test: {
    testTimeout: 180_000,
    hookTimeout: 180_000,
    include: ['test/{people,obligations,reminders/plan,records}/**/*.test.ts', 'test/campaign/obligations.test.ts'],
    exclude: ['**/*.long.test.ts', '**/node_modules/**'],
  },
})
