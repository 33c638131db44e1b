import type { z } from 'zod'
import type { LocatedFile, Path } from './located-file.ts'
import { nearestOf } from './nearest.ts'
import type { Problem } from './problem.ts'

type Issue = z.core.$ZodIssue

/** Every issue of the schema as a problem at its line, with what is expected there. */
export function schemaProblems(located: LocatedFile, issues: readonly Issue[]): Problem[] {
  return issues.flatMap(issue => problemsOf(located, issue, []))
}

/** Marks an issue that already names its problem; used by schemas of single values (dates, hours). */
export function namedIssue(
  code: string,
  params: Problem['params'] = {},
): { code: 'custom'; params: { problem: string; params: Problem['params'] } } {
  return { code: 'custom', params: { problem: code, params } }
}

function problemsOf(located: LocatedFile, issue: Issue, above: Path): Problem[] {
  const path: Path = [...above, ...issue.path.map(part => (typeof part === 'symbol' ? String(part) : part))]
  const present = valueAt(located.data, path)
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map(key => unknownKey(located, [...path, key], key))
    case 'invalid_union': {
      const branch = bestBranch(issue.errors)
      if (branch.length > 0) return branch.flatMap(inner => problemsOf(located, inner, path))
      const note = 'options' in issue && Array.isArray(issue.options) ? issue.options.map(String) : []
      return [notOneOf(located, path, present, note)]
    }
    case 'invalid_value':
      if (present === undefined) return [missing(located, path)]
      return [notOneOf(located, path, present, issue.values.map(String))]
    case 'invalid_type':
      if (present === undefined) return [missing(located, path)]
      return [located.problemAt(path, `wrongType.${knownType(issue.expected)}`, { value: shown(present) })]
    case 'too_small':
      if (issue.origin === 'string' || issue.origin === 'array') return [located.problemAt(path, 'empty')]
      return [located.problemAt(path, 'tooSmall', { least: Number(issue.minimum), value: shown(present) })]
    case 'too_big':
      return [located.problemAt(path, 'tooLarge', { most: Number(issue.maximum), value: shown(present) })]
    case 'custom': {
      const named = issue.params
      if (named && typeof named.problem === 'string') return [located.problemAt(path, named.problem, named.params)]
      return [located.problemAt(path, 'wrongValue', { value: shown(present) })]
    }
    default:
      return [located.problemAt(path, 'wrongValue', { value: shown(present) })]
  }
}

/** The branch of a union that fails least: most likely the one the writer meant. */
function bestBranch(errors: readonly (readonly Issue[])[]): readonly Issue[] {
  const depth = (issues: readonly Issue[]) => Math.max(0, ...issues.map(issue => issue.path.length))
  const ranked = [...errors].sort((a, b) => depth(b) - depth(a) || a.length - b.length)
  return ranked[0] ?? []
}

function unknownKey(located: LocatedFile, path: Path, key: string): Problem {
  return located.problemAtKey(path, 'unknownKey', { key })
}

function missing(located: LocatedFile, path: Path): Problem {
  return located.problemAt(path, 'missing', { key: String(path.at(-1) ?? '') })
}

function notOneOf(located: LocatedFile, path: Path, present: unknown, allowed: readonly string[]): Problem {
  const value = shown(present)
  const nearest = nearestOf(value, allowed)
  const params = { value, allowed: allowed.join(', ') }
  return nearest
    ? located.problemAt(path, 'notOneOfNear', { ...params, nearest })
    : located.problemAt(path, 'notOneOf', params)
}

function knownType(expected: string): string {
  if (expected === 'string' || expected === 'array' || expected === 'boolean') return expected
  return expected === 'number' || expected === 'int' ? 'number' : 'object'
}

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}

function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>((at, part) => {
    if (typeof at !== 'object' || at === null) return undefined
    return Object.entries(at).find(([key]) => key === String(part))?.[1]
  }, data)
}
