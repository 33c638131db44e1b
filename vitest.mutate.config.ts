import { defaultServerConditions } from 'vite'
import { defineConfig } from 'vitest/config'

const nearest = [
  'test/{people,obligations,reminders/plan,records}/**/*.test.ts',
  'test/campaign/obligations.test.ts',
  'test/features/{search,works,checks,roles,catalogue,received,criteria,reason-texts}/*.test.ts',
  'test/features/{initiatives,progress}/flow.test.ts',
  'test/features/{lists/lists,reorganisation/room}.test.ts',
]

/**
 * The tests that judge what `npm run mutate` breaks: those of the rooms it breaks, the nearest ones only, so that a mutant is judged within
 * seconds. `MUTATE_TESTS` names fewer, divided by commas, for one file.
 */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  ssr: { resolve: { conditions: ['zalo-api-client-source', ...defaultServerConditions] } },
  test: {
    testTimeout: 180_000,
    hookTimeout: 180_000,
    include: process.env.MUTATE_TESTS?.split(',') ?? nearest,
    exclude: ['**/*.long.test.ts', '**/node_modules/**'],
  },
})
