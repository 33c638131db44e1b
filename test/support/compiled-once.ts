import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

/** The part of Prisma that makes a plan of a question. It looks at nothing but the question and the schema. */
interface Compiling {
  QueryCompiler: { prototype: { compile(question: string): unknown } }
}

const place = createRequire(import.meta.url).resolve('@prisma/client/runtime/query_compiler_fast_bg.postgresql.mjs')

/** Of many rows: there are too many of them, and none is asked again. */
const LONG = 20_000

/** Each test has a client of its own, which keeps plans for itself only: all clients of a worker share what was compiled. */
export async function compileOnce(): Promise<void> {
  const { QueryCompiler }: Compiling = await import(pathToFileURL(place).href)
  const { compile } = QueryCompiler.prototype
  const plans = new Map<string, unknown>()
  QueryCompiler.prototype.compile = function (question) {
    const plan = plans.get(question) ?? compile.call(this, question)
    if (question.length < LONG) plans.set(question, plan)
    return plan
  }
}
