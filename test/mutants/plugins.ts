import { createHash } from 'node:crypto'
import { type Checker, type CheckResult, CheckStatus } from '@stryker-mutator/api/check'
import type { Mutant } from '@stryker-mutator/api/core'
import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin'
import { SuiteRunner } from './suite-runner.ts'

/** Lets so large a share of the mutants through, the same ones for the same seed. */
const sample: Checker = {
  init: async () => undefined,
  check: async mutants => Object.fromEntries(mutants.map(mutant => [mutant.id, isDrawn(mutant) ? drawn : leftOut])),
}

const share = Number(process.env.MUTATE_SHARE ?? 1)
const seed = process.env.MUTATE_SEED ?? ''

const drawn: CheckResult = { status: CheckStatus.Passed }
const leftOut: CheckResult = { status: CheckStatus.CompileError, reason: 'not in the sample' }

function isDrawn({ fileName, location: { start, end }, replacement }: Mutant): boolean {
  const file = fileName.slice(fileName.lastIndexOf('/src/'))
  const what = [seed, file, start.line, start.column, end.line, end.column, replacement].join()
  return createHash('sha256').update(what).digest().readUInt32BE() < share * 2 ** 32
}

export const strykerPlugins = [
  declareValuePlugin(PluginKind.Checker, 'sample', sample),
  declareValuePlugin(PluginKind.TestRunner, 'suites', new SuiteRunner()),
]
