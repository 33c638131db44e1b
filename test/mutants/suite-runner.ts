import { relative } from 'node:path'
import {
  type DryRunResult,
  DryRunStatus,
  type MutantRunOptions,
  type MutantRunResult,
  MutantRunStatus,
  type TestRunner,
  TestStatus,
} from '@stryker-mutator/api/test-runner'
import type { RunnerTask } from 'vitest'
import { createVitest, escapeTestName, type TestSpecification, type Vitest } from 'vitest/node'
import { KeptThread } from './kept-thread.ts'

/** How many suites judge a mutant at most. */
const most = Number(process.env.MUTATE_SUITES ?? 8)

/** Only suites of which the id, file and `describe`, says this are played; by default all. */
const only = new RegExp(process.env.MUTATE_ONLY ?? '')

/** A run that takes so much longer than it did with nothing broken goes on for ever. */
const patience = { times: 5, ms: 20_000 }

/** Tests that are played together, in their order: a `describe`, or all of a file. */
interface Suite {
  id: string
  spec: TestSpecification
  ms: number
  hits: ReadonlySet<string>
}

interface Played {
  failure: string | null
  ms: number
}

type Found = Pick<Suite, 'id' | 'spec'>
type PlayedSuite = Found & Played

/**
 * Judges mutants by whole suites, whose tests need what those before them left, and by the likeliest first: what noticed the last
 * mutant of the file, then what is named after it, then the quickest. All in one thread; only what is evaluated while modules are loaded is judged in a new one.
 */
export class SuiteRunner implements TestRunner {
  #vitest: Vitest | undefined
  readonly #thread = new KeptThread()
  #suites: Suite[] = []
  #isBrokenAtLoad = false
  /** Of a file of the source the suites that noticed mutants, the last first. */
  readonly #noticed = new Map<string, string[]>()

  capabilities() {
    return { reloadEnvironment: true }
  }

  async init(): Promise<void> {
    process.env.NODE_ENV = 'test'
    this.#vitest = await createVitest('test', {
      config: 'vitest.mutate.config.ts',
      ...{ watch: false, reporters: [{}], onConsoleLog: () => false },
      ...{ isolate: false, fileParallelism: false, maxWorkers: 1 },
      setupFiles: ['test/mutants/switch.ts'],
      pool: { name: 'kept', createPoolWorker: options => this.#thread.run(options) },
    })
  }

  async dryRun(): Promise<DryRunResult> {
    const vitest = this.#running()
    const specs = await vitest.globTestSpecifications()
    const none = specs.map(({ project, moduleId }) => project.createSpecification(moduleId, { testNamePattern: /$^/ }))
    await this.#play(none, 'loading')
    await this.#play(none, 'again')
    const played: PlayedSuite[] = []
    for (const { file, parts } of this.#found(specs)) {
      const each = await this.#playEach(parts)
      // Where one fails by itself they hang together.
      played.push(...(each.every(({ failure }) => failure === null) ? each : await this.#playEach([file])))
    }
    const hits = this.#hits()
    this.#suites = played.map(suite => ({ ...suite, hits: new Set(Object.keys(hits[suite.id] ?? {})) }))
    // What the second did not pass again was evaluated while modules were loaded.
    const atLoad = Object.entries(hits.loading ?? {}).filter(([id, count]) => count > (hits.again?.[id] ?? 0))
    return {
      status: DryRunStatus.Complete,
      tests: played.map(({ id, ms, failure }) => {
        const base = { id, name: id, timeSpentMs: ms }
        return failure === null
          ? { ...base, status: TestStatus.Success }
          : { ...base, status: TestStatus.Failed, failureMessage: failure }
      }),
      mutantCoverage: {
        static: Object.fromEntries(atLoad),
        perTest: Object.fromEntries(played.map(({ id }) => [id, hits[id] ?? {}])),
      },
    }
  }

  async mutantRun({
    activeMutant: { id },
    sandboxFileName: fileName,
    ...run
  }: MutantRunOptions): Promise<MutantRunResult> {
    // After a crash it is another process.
    if (this.#suites.length === 0) await this.dryRun()
    const passing = this.#suites.filter(({ hits }) => hits.has(id))
    const ways = run.mutantActivation === 'runtime' ? [false] : passing.length > 0 ? [false, true] : [true]
    const nearest = relative(process.cwd(), fileName).replace(/^src(.*)\.tsx?$/, 'test$1.test.ts')
    const noticed = this.#noticed.get(fileName) ?? []
    const able = passing.length > 0 ? passing : this.#suites
    const likeliest = [...noticed, ...able.flatMap(suite => (suite.id.startsWith(nearest) ? [suite.id] : []))]
    const place = (suite: Suite) => (likeliest.includes(suite.id) ? likeliest.indexOf(suite.id) : likeliest.length)
    const judges = able.toSorted((one, other) => place(one) - place(other) || one.ms - other.ms).slice(0, most)
    for (const isAtLoad of ways) {
      if (isAtLoad || this.#isBrokenAtLoad) await this.#thread.end()
      this.#isBrokenAtLoad = isAtLoad
      for (const [nth, suite] of judges.entries()) {
        const failure = await this.#judged(suite, { active: id, hitLimit: run.hitLimit })
        if (failure === null) continue
        this.#noticed.set(fileName, [suite.id, ...noticed.filter(one => one !== suite.id)])
        if (failure === undefined) return { status: MutantRunStatus.Timeout }
        return {
          ...{ status: MutantRunStatus.Killed, killedBy: [suite.id], failureMessage: failure },
          nrOfTests: nth + 1,
        }
      }
    }
    return { status: MutantRunStatus.Survived, nrOfTests: judges.length }
  }

  async dispose(): Promise<void> {
    await this.#thread.end()
    await this.#vitest?.close()
  }

  #running(): Vitest {
    if (!this.#vitest) throw new Error('the runner was not started')
    return this.#vitest
  }

  async #playEach(suites: readonly Found[]): Promise<PlayedSuite[]> {
    const played: PlayedSuite[] = []
    for (const suite of suites) played.push({ ...suite, ...(await this.#play([suite.spec], suite.id)) })
    return played
  }

  /** The files that were collected last, whole and by their `describe`s. */
  #found(specs: readonly TestSpecification[]): { file: Found; parts: Found[] }[] {
    const files = this.#running().state.getFiles()
    return specs.map(({ project, moduleId }) => {
      const tasks = files.find(({ filepath }) => filepath === moduleId)?.tasks ?? []
      const file = { id: relative(process.cwd(), moduleId), spec: project.createSpecification(moduleId) }
      if (tasks.some(({ type }) => type === 'test')) return { file, parts: [file] }
      const parts = tasks.map(({ name }) => ({
        id: `${file.id} ${name}`,
        spec: project.createSpecification(moduleId, {
          testNamePattern: new RegExp(`^${escapeTestName(name, false)} `),
        }),
      }))
      return { file, parts: parts.filter(({ id }) => only.test(id)) }
    })
  }

  /** null: nothing was noticed; undefined: it did not end. */
  async #judged(
    suite: Suite,
    mutant: { active: string; hitLimit: number | undefined },
  ): Promise<string | null | undefined> {
    let isOver = false
    const timer = setTimeout(
      () => {
        isOver = true
        void this.#thread.end()
      },
      suite.ms * patience.times + patience.ms,
    )
    try {
      const { failure } = await this.#play([suite.spec], 'mutant', mutant)
      return isOver ? undefined : failure
    } catch (error) {
      if (isOver) return undefined
      throw error
    } finally {
      clearTimeout(timer)
    }
  }

  async #play(
    specs: TestSpecification[],
    run: string,
    mutant: { active?: string; hitLimit?: number | undefined } = {},
  ): Promise<Played> {
    const vitest = this.#running()
    vitest.state.filesMap.clear()
    vitest.state.errorsSet.clear()
    vitest.provide('mutant', { ...mutant, run })
    const begun = performance.now()
    await vitest.runTestSpecifications(specs)
    const files = vitest.state.getFiles()
    const failed = files
      .flatMap(file => [file, ...testsOf(file.tasks)])
      .filter(({ result }) => result?.state === 'fail')
    const errors = [...failed.flatMap(({ result }) => result?.errors ?? []), ...vitest.state.errorsSet]
    const [why = failed.length > 0 ? 'failed' : null] = errors.map(wordsOf)
    return { failure: why, ms: performance.now() - begun }
  }

  /** What the last run tells of all before it. */
  #hits(): Readonly<Record<string, Record<string, number>>> {
    return this.#running().state.getFiles().at(-1)?.meta.hits ?? {}
  }
}

/** All that stand within, a `describe` before its own. */
function testsOf(tasks: readonly RunnerTask[]): RunnerTask[] {
  return tasks.flatMap(task => [task, ...('tasks' in task ? testsOf(task.tasks) : [])])
}

const wordsOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error)
