import { relative } from 'node:path'
import type { Reporter, TestModule } from 'vitest/node'
import { projectRoot } from '../../src/project-root.ts'

/** After a run: the ten slowest files and the ten slowest tests, with seconds, so that what a newcomer waits for is seen as it comes. */
export class Slowest implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    if (modules.length < SHOWN) return
    const files = modules.map(module => ({ ms: timeOf(module), name: pathOf(module) }))
    const tests = modules.flatMap(module =>
      [...module.children.allTests()].map(test => ({
        ms: test.diagnostic()?.duration ?? 0,
        name: `${pathOf(module)} › ${test.name}`,
      })),
    )
    print('slowest files', files)
    print('slowest tests', tests)
  }
}

const SHOWN = 10

interface Timed {
  ms: number
  name: string
}

/** With what the file loads before its first test. */
function timeOf(module: TestModule): number {
  const { collectDuration, setupDuration, duration } = module.diagnostic()
  return collectDuration + setupDuration + duration
}

function pathOf(module: TestModule): string {
  return relative(projectRoot, module.moduleId)
}

function print(title: string, timed: readonly Timed[]): void {
  const sum = timed.reduce((total, { ms }) => total + ms, 0)
  console.log(`\n ${title} (of ${timed.length}, ${seconds(sum)} s together)`)
  for (const { ms, name } of timed.toSorted((a, b) => b.ms - a.ms).slice(0, SHOWN))
    console.log(`${seconds(ms).padStart(7)} s  ${name}`)
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(1)
}
