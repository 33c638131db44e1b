import { z } from 'zod'
import type { LocatedFile, Path } from './located-file.ts'
import { nearestOf } from './nearest.ts'
import type { Problem } from './problem.ts'

type Issue = z.core.$ZodIssue

/** Every issue of the schema as a problem at its line, with what is expected there. */
export function schemaProblems(located: LocatedFile, issues: readonly Issue[], schema: z.ZodType): Problem[] {
  const keys = knownKeys(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }))
  return issues.flatMap(issue => problemsOf(located, issue, [], keys))
}

/** Marks an issue that already names its problem; used by schemas of single values (dates, hours). */
export function namedIssue(code: string, params: Problem['params'] = {}) {
  return { code: 'custom' as const, params: { problem: code, params } }
}

function problemsOf(located: LocatedFile, issue: Issue, above: Path, keys: ReadonlySet<string>): Problem[] {
  const path: Path = [...above, ...issue.path.map(part => (typeof part === 'symbol' ? String(part) : part))]
  const present = valueAt(located.data, path)
  const value = shown(present)
  if (issue.code === 'unrecognized_keys') return issue.keys.map(key => unknownKey(located, [...path, key], key, keys))
  if (issue.code === 'invalid_key') return [located.problemAtKey(path, 'wrongKey', { key: String(path.at(-1) ?? '') })]
  if (issue.code === 'invalid_union') {
    const branch = bestBranch(issue.errors, present)
    if (branch.length > 0) return branch.flatMap(inner => problemsOf(located, inner, path, keys))
    return [notOneOf(located, path, present, allowedKinds(issue))]
  }
  if (issue.code === 'custom' && typeof issue.params?.problem === 'string') {
    return [located.problemAt(path, issue.params.problem, issue.params.params)]
  }
  if (present === undefined) return [located.problemAt(path, 'missing', { key: String(path.at(-1) ?? '') })]
  if (issue.code === 'invalid_value') return [notOneOf(located, path, present, issue.values.map(String))]
  if (issue.code === 'invalid_type') return [located.problemAt(path, wrongType(issue.expected), { value })]
  if (issue.code === 'too_small' && (issue.origin === 'string' || issue.origin === 'array')) {
    return [located.problemAt(path, 'empty')]
  }
  if (issue.code === 'too_small') return [located.problemAt(path, 'tooSmall', { least: Number(issue.minimum), value })]
  if (issue.code === 'too_big') return [located.problemAt(path, 'tooLarge', { most: Number(issue.maximum), value })]
  return [located.problemAt(path, 'wrongValue', { value })]
}

/** The branch of a union that the writer most likely meant: one that takes this type of value, of those the one with fewest issues. */
function bestBranch(errors: readonly (readonly Issue[])[], present: unknown): readonly Issue[] {
  const isOfOtherType = ({ path, code }: Issue) =>
    path.length === 0 && (code === 'invalid_type' || (code === 'invalid_value' && isRecord(present)))
  const rank = (issues: readonly Issue[]) => (issues.some(isOfOtherType) ? 1000 : 0) + issues.length
  return [...errors].sort((one, other) => rank(one) - rank(other))[0] ?? []
}

/** Values that the discriminator of a union takes. */
function allowedKinds(issue: Issue): string[] {
  return 'options' in issue && Array.isArray(issue.options) ? issue.options.map(String) : []
}

function unknownKey(located: LocatedFile, path: Path, key: string, keys: ReadonlySet<string>): Problem {
  const nearest = nearestOf(key, keys)
  return nearest
    ? located.problemAtKey(path, 'unknownKeyNear', { key, nearest })
    : located.problemAtKey(path, 'unknownKey', { key })
}

function notOneOf(located: LocatedFile, path: Path, present: unknown, allowed: readonly string[]): Problem {
  if (present === undefined) return located.problemAt(path, 'missing', { key: String(path.at(-1) ?? '') })
  const value = shown(present)
  const nearest = nearestOf(value, allowed)
  const params = { value, allowed: allowed.join(', ') }
  return nearest
    ? located.problemAt(path, 'notOneOfNear', { ...params, nearest })
    : located.problemAt(path, 'notOneOf', params)
}

function wrongType(expected: string): string {
  if (expected === 'string') return 'notText'
  if (expected === 'array') return 'notList'
  if (expected === 'boolean') return 'notYesNo'
  return expected === 'number' || expected === 'int' ? 'notNumber' : 'notGroup'
}

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}

function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>((at, part) => (isRecord(at) ? at[String(part)] : undefined), data)
}

/** Names of all properties of a schema, at any depth. */
function knownKeys(schema: unknown, found = new Set<string>()): ReadonlySet<string> {
  if (!isRecord(schema)) return found
  if (isRecord(schema.properties)) for (const key of Object.keys(schema.properties)) found.add(key)
  for (const inner of Object.values(schema)) knownKeys(inner, found)
  return found
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
