import { afterAll, afterEach, beforeEach, inject } from 'vitest'

/** What the instrumented code looks at, and leaves behind. */
interface Instrumented {
  activeMutant?: string | undefined
  hitLimit?: number | undefined
  hitCount?: number
  currentTestId?: string
  mutantCoverage?: { perTest: Record<string, Record<string, number>> }
}

declare module 'vitest' {
  interface ProvidedContext {
    /** What is broken in this run, how often it may be passed; what hits are counted under. */
    mutant: { active?: string | undefined; hitLimit?: number | undefined; run: string }
  }
}

declare module '@vitest/runner' {
  interface TaskMeta {
    /** How often each mutant was passed in each run of before, this one included; where nothing is broken. */
    hits?: Record<string, Record<string, number>>
  }
}

const { active, hitLimit, run } = inject('mutant')
const instrumented: Instrumented = Reflect.get(globalThis, '__stryker__') ?? {}
Reflect.set(globalThis, '__stryker__', instrumented)
Object.assign(instrumented, { activeMutant: active, hitLimit, hitCount: 0, currentTestId: run })

// One failure is enough.
let hasFailed = false
beforeEach(({ skip }) => skip(hasFailed))
afterEach(({ task }) => {
  hasFailed ||= task.result?.state === 'fail'
})

// biome-ignore lint/correctness/noEmptyPattern: the file comes second, and what comes first must be taken apart
afterAll(({}, file) => {
  if (active === undefined) file.meta.hits = instrumented.mutantCoverage?.perTest ?? {}
})
