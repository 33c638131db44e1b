import type { Plan } from './plan.ts'

/**
 * What differs between two plans, one line each, for the person who loads the second: «+ targets C23», «- duties D08»,
 * «~ deadlines D02 day.on: 2024-03-31 → 2024-04-05». Empty for equal plans. Lines name keys of the plan file and hold its
 * texts; they need no translation. Order within a list is not a difference, except in lists of plain texts.
 */
export function planChanges(before: Plan, after: Plan): string[] {
  return Object.keys({ ...before, ...after }).flatMap(key => changes(key, entryOf(before, key), entryOf(after, key)))
}

function changes(place: string, before: unknown, after: unknown): string[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return []
  const [oldItems, newItems] = [coded(before), coded(after)]
  if (oldItems && newItems) return itemChanges(place, oldItems, newItems)
  return leafChanges(before, after, '').map(change => `~ ${place}${change}`)
}

function itemChanges(
  place: string,
  before: ReadonlyMap<string, unknown>,
  after: ReadonlyMap<string, unknown>,
): string[] {
  const added = [...after.keys()].filter(code => !before.has(code)).map(code => `+ ${place} ${code}`)
  const removed = [...before.keys()].filter(code => !after.has(code)).map(code => `- ${place} ${code}`)
  const changed = [...before].flatMap(([code, item]) =>
    after.has(code) ? leafChanges(item, after.get(code), '').map(change => `~ ${place} ${code}${change}`) : [],
  )
  return [...added, ...removed, ...changed]
}

/** « day.on: old → new» for every leaf that differs. */
function leafChanges(before: unknown, after: unknown, path: string): string[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return []
  const [oldItems, newItems] = [coded(before), coded(after)]
  if (oldItems && newItems) return itemChanges(path, oldItems, newItems).map(line => `: ${line}`)
  if (isGroup(before) && isGroup(after)) {
    return Object.keys({ ...before, ...after }).flatMap(key =>
      leafChanges(before[key], after[key], path === '' ? ` ${key}` : `${path}.${key}`),
    )
  }
  return [`${path}: ${difference(textOf(before), textOf(after))}`]
}

/** A list of things with codes, by code; null for anything else. */
function coded(value: unknown): ReadonlyMap<string, unknown> | null {
  if (!Array.isArray(value) || value.length === 0) return null
  const items = value.map((item: unknown) =>
    isGroup(item) && typeof item.code === 'string' ? [item.code, item] : null,
  )
  return items.every(item => item !== null) ? new Map(items.map(([code, item]) => [String(code), item])) : null
}

function entryOf(plan: Plan, key: string): unknown {
  return Object.entries(plan).find(([name]) => name === key)?.[1]
}

function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Both texts from a little before the place where they begin to differ. */
function difference(before: string, after: string): string {
  let same = 0
  while (same < before.length && before[same] === after[same]) same++
  const from = before.length <= longest && after.length <= longest ? 0 : Math.max(0, same - 20)
  return `${clip(before, from)} → ${clip(after, from)}`
}

function clip(text: string, from: number): string {
  const head = from > 0 ? '…' : ''
  const rest = text.slice(from)
  return head + (rest.length > longest ? `${rest.slice(0, longest - 1)}…` : rest)
}

const longest = 60

function textOf(value: unknown): string {
  if (value === undefined || value === null) return '–'
  return typeof value === 'string' ? value : JSON.stringify(value)
}
